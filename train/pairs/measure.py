"""How well a model reads the pairs that it did not learn."""

from collections.abc import Mapping, Sequence

import numpy as np
import torch
from numpy.typing import NDArray

from bench.ranking import average_precision, macro_f1, recall_at
from corpora.across import pairs as corpora
from sayso.link.compare.tokens import RELATIONS, SAMENESS
from train.pairs.data import STORIES, Example, batches, examples, with_sentences
from train.pairs.model import PairModel

Scores = NDArray[np.float32]
PRECISION = 0.9  # at which the recall of pairs that say the same is measured


@torch.no_grad()  # type: ignore[untyped-decorator, unused-ignore]
def scores(model: PairModel, rows: Sequence[Example], device: str) -> torch.Tensor:
    """Return what a model makes of each pair, `[pairs, sum(WIDTHS)]`, on the CPU."""
    model.eval()
    out = torch.zeros(len(rows), len(RELATIONS) + len(SAMENESS))
    for batch in batches(rows, 256):
        moved = batch.to(device)
        with torch.autocast(device, torch.bfloat16, enabled=device == "cuda"):
            read = model(moved.ids, moved.segments, moved.mask)
        out[batch.rows] = read.float().cpu()
    return out


def held_out(part: str, trained_on: str, limit: int | None = None) -> dict[str, list[Example]]:
    """Return the pairs to measure on: of a part, and the claims that were not trained on."""
    sets = {
        "emergent": corpora.emergent(part),
        "fnc": with_sentences(corpora.fnc(part)),
        "msr": corpora.paraphrases("val"),
    }
    sets |= {name: corpora.stories(name) for name in STORIES if name != trained_on}
    return {name: examples(pairs[:limit]) for name, pairs in sets.items()}


def figures(
    model: PairModel, sets: Mapping[str, Sequence[Example]], device: str
) -> dict[str, dict[str, float]]:
    """Return what each set shows: of stances the right ones, of others what is the same."""
    out = {}
    for name, rows in sets.items():
        read = scores(model, rows, device).numpy()
        allowed = np.array([row.allowed for row in rows])
        stances = name in {"emergent", "fnc"}
        out[name] = stance(read, allowed) if stances else sameness(read, allowed)
    return out


def stance(read: Scores, allowed: NDArray[np.bool_]) -> dict[str, float]:
    """Return the share of stances that are right and the mean F1 of the three."""
    gold = allowed[:, : len(RELATIONS)].argmax(1)
    held = gold < 3
    gold, read_as = gold[held], read[held, :3].argmax(1)
    return {
        "accuracy": _share(np.mean(gold == read_as)),
        "macro_f1": _share(macro_f1(gold, read_as, classes=3)),
    }


def sameness(read: Scores, allowed: NDArray[np.bool_]) -> dict[str, float]:
    """Return how well the same stand apart from the rest, and denials from what is the same."""
    own = allowed[:, len(RELATIONS) :]
    chances = _softmax(read[:, len(RELATIONS) :])
    is_same, is_other = own[:, 0] & (own.sum(1) == 1), ~own[:, 0]
    known = is_same | is_other
    out = {
        "average_precision": _share(average_precision(chances[known, 0], is_same[known])),
        "recall_at_90": _share(recall_at(chances[known, 0], is_same[known], precision=PRECISION)),
    }
    denied = is_other & ~own[:, 3]
    if denied.any():
        both = denied | is_same
        out["denials"] = _share(average_precision(-chances[both, 0], denied[both]))
        against = chances[both, 1] + chances[both, 2] > chances[both, 0]
        out["denials_right"] = _share(np.mean(against == denied[both]))
    return out


def _softmax(read: Scores) -> Scores:
    powers = np.exp(read - read.max(1, keepdims=True))
    return powers / powers.sum(1, keepdims=True)


def _share(value: float) -> float:
    return round(100 * float(value), 1)
