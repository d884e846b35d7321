"""All labelled pairs, and pairs without labels -> tokens with labels and weights, in batches."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
from torch import Tensor

from corpora.across import pairs as corpora
from corpora.across.pairs import Pair
from sayso.link.compare.passages import passage, sentences
from sayso.link.compare.tokens import RELATIONS, SAMENESS, Tokens, tokens_of
from sayso.networks import load_tokenizer
from train.pairs.made import made, strangers, turned

SEED = 1
STORIES = ("stories", "conflict")
# How much a pair of each corpus counts.
WEIGHTS = {
    "emergent": 3.0,
    "fnc": 0.7,
    "nli": 0.5,
    "fever": 0.5,
    "claimdiff": 0.3,
    "msr": 1.0,
    "sts": 0.7,
    "quotations": 0.7,
    "stories": 1.5,
    "made": 0.5,
    "strangers": 0.3,
}
UNRELATED = 0.3  # share of the pairs labelled as strangers that is shown
NEAREST = 16  # sentence pairs of two articles on one story that are shown without a label
_WORD = re.compile(r"[^\W\d_]{4,}|\d+")


@dataclass(frozen=True, slots=True)
class Example:
    """The tokens of one pair with what its label leaves open, and how much it counts."""

    tokens: Tokens
    allowed: tuple[bool, ...]
    weight: float


def examples(pairs: Sequence[Pair], weight: float = 1.0) -> list[Example]:
    """Return pairs as tokens."""
    tokens = tokens_of(load_tokenizer(), [(pair.claim, pair.text) for pair in pairs])
    allowed = [
        (*(name in p.relation for name in RELATIONS), *(name in p.sameness for name in SAMENESS))
        for p in pairs
    ]
    return [Example(t, a, weight) for t, a in zip(tokens, allowed, strict=True)]


def training(stories: str, limit: int | None = None, *, whole: bool = False) -> list[Example]:
    """Return what is trained on; `stories` names a development set of claims, or is `none`.

    With `whole` the part that tunes is trained on too; what is kept never is.
    """
    rng = np.random.default_rng(SEED)
    parts = ("train", "tune") if whole else ("train",)
    given = {
        "emergent": [pair for part in parts for pair in corpora.emergent(part)],
        "fnc": with_sentences([pair for part in parts for pair in corpora.fnc(part)]),
        "nli": corpora.nli(),
        "fever": corpora.fever(),
        "claimdiff": corpora.claimdiff(),
        "msr": corpora.paraphrases("train"),
        "sts": corpora.similar(),
        "quotations": corpora.quotations(),
        "stories": corpora.stories(stories) if stories in STORIES else [],
    }
    given = {name: _thinned(pairs[:limit], rng) for name, pairs in given.items()}
    given["made"] = list(made(_same(given), rng))
    headlines = given["emergent"] + given["sts"] + given["quotations"]
    given["strangers"] = list(strangers(headlines, rng))
    everything = [e for name, pairs in given.items() for e in examples(pairs, WEIGHTS[name])]
    around = [
        e
        for name in ("msr", "sts", "quotations", "stories")
        for e in examples(list(turned(given[name], rng)), WEIGHTS[name])
    ]
    return everything + around


def _thinned(pairs: list[Pair], rng: np.random.Generator) -> list[Pair]:
    unrelated = frozenset({"unrelated"})
    return [p for p in pairs if p.relation != unrelated or rng.random() < UNRELATED]


def _same(given: dict[str, list[Pair]]) -> list[Pair]:
    """Return pairs that say the same, and texts paired with themselves, to make others of."""
    names = ("emergent", "msr", "sts", "quotations", "stories")
    rows = [pair for name in names for pair in given[name]]
    same = [pair for pair in rows if pair.sameness == frozenset({"same"})]
    return same + [replace(pair, text=pair.claim) for pair in same[::3]]


def with_sentences(pairs: Sequence[Pair]) -> list[Pair]:
    """Return the pairs, of each long text those sentences alone that are most like its claim."""
    return [replace(pair, text=passage(pair.claim, pair.text)) for pair in pairs]


def stems(text: str) -> set[str]:
    """Return the beginnings of a text's longer words, and its numbers."""
    return {word[:6] for word in _WORD.findall(text.lower())}


def unlabelled(limit: int | None = None) -> list[Example]:
    """Return pairs of like sentences of two articles on one story, whose label is unknown."""
    labelled = corpora.labelled_articles("conflict")
    texts = corpora.story_texts("conflict")
    pairs: list[Pair] = []
    for a, b in corpora.articles_on_one_story():
        if a not in labelled and b not in labelled and a in texts and b in texts:
            pairs += _near_pairs([*sentences(texts[a])], [*sentences(texts[b])])
    return examples(pairs[:limit])


def _near_pairs(one: Sequence[str], other: Sequence[str]) -> list[Pair]:
    one, other = ([s for s in several if 5 <= len(s.split()) <= 50] for several in (one, other))
    words = [stems(each) for each in other]
    ranked = []
    for i, sentence in enumerate(one):
        own = stems(sentence)
        for j, theirs in enumerate(words):
            shared = len(own & theirs)
            if shared >= 3 and sentence != other[j]:
                ranked.append((-shared / (len(own) + len(theirs) - shared), i, j))
    return [Pair(one[i], other[j]) for _, i, j in sorted(ranked)[:NEAREST]]


@dataclass(frozen=True, slots=True)
class Batch:
    """Some pairs as tensors; `rows` are their numbers among all."""

    ids: Tensor
    segments: Tensor
    mask: Tensor
    allowed: Tensor
    weights: Tensor
    rows: Tensor

    def to(self, device: str) -> "Batch":
        """Return the batch on a device."""
        moved = {n: getattr(self, n).to(device, non_blocking=True) for n in self.__slots__}
        return Batch(**moved)


def batches(
    rows: Sequence[Example], size: int, rng: np.random.Generator | None = None
) -> Iterator[Batch]:
    """Yield batches of pairs of like length, in an order drawn by `rng`, else by length."""
    lengths = np.array([len(row.tokens.ids) for row in rows])
    noise = np.zeros(len(rows)) if rng is None else rng.uniform(0, 12, len(rows))
    order = np.argsort(lengths + noise, kind="stable")
    starts = np.arange(0, len(rows), size)
    for start in starts if rng is None else rng.permutation(starts):
        yield _batch(rows, order[start : start + size])


def _batch(rows: Sequence[Example], chosen: np.ndarray) -> Batch:
    width = -(-max(len(rows[i].tokens.ids) for i in chosen) // 8) * 8
    ids, segments = np.zeros((2, len(chosen), width), dtype=np.int64)
    mask = np.zeros((len(chosen), width), dtype=bool)
    for at, i in enumerate(chosen):
        tokens = rows[i].tokens
        ids[at, : len(tokens.ids)] = tokens.ids
        segments[at, : len(tokens.ids)] = tokens.segments
        mask[at, : len(tokens.ids)] = True
    allowed = torch.tensor([rows[i].allowed for i in chosen])
    weights = torch.tensor([rows[i].weight for i in chosen])
    a, b, c, d = (torch.from_numpy(each) for each in (ids, segments, mask, chosen))
    return Batch(a, b, c, allowed, weights, d)
