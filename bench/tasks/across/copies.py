"""The benchmark of copies: labelled pairs of articles -> how well they are told and found.

- copy F1: same, version and partial together, against the rest;
- relation accuracy: the kind to the letter, `none` where sayso lists no pair;
- origin accuracy: of labelled copies whose origin is labelled, those that sayso takes for copies
  and whose origin it names, by any name of one outlet, after groups of copies are settled; of a
  pair with two origins, either;
- direction accuracy: of labelled copies where it is labelled which was copied, those told so;
- candidates: of labelled copies, and of pairs with quotations, those that share a key.
"""

import io
import time
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from bench.loading import loaded
from corpora.across import linking
from corpora.across.linking import Pair
from sayso.link.copies.fingerprints import keys
from sayso.link.copies.groups import settled
from sayso.link.copies.outlets import outlet_of
from sayso.link.copies.relation import relation
from sayso.link.copies.words import words_of
from sayso.linked import COPIES, Copy
from sayso.read.jsonl import read_jsonl
from sayso.records import Article

DATA: dict[str, tuple[Callable[[], list[Pair]], Callable[[], Iterator[str]]]] = {
    "allsides": (linking.allsides_pairs, linking.allsides_lines),
    "stories": (linking.stories_pairs, linking.stories_lines),
}
_LONGEST = 10**8  # bytes of a line


class Judged(NamedTuple):
    """A labelled pair, what sayso makes of it, and whether their keys meet."""

    pair: Pair
    copy: Copy | None
    met: bool

    @property
    def relation(self) -> str:
        """Return what sayso takes the pair for."""
        return self.copy.relation if self.copy else "none"

    @property
    def is_copy(self) -> bool:
        """Tell whether the labels call it a copy."""
        return self.pair.relation in COPIES

    @property
    def names_origin(self) -> bool:
        """Tell whether it is taken for a copy of one that the labels name."""
        names = {outlet_of(name).name for name in self.pair.origins}
        return self.copy is not None and self.relation in COPIES and self.copy.origin in names


def articles(data: str) -> dict[str, Article]:
    """Return the articles of a corpus by their given ids, as `sayso read` reads them.

    Raises ReadError, of the kind `absent` when the corpus is not on this machine.
    """
    lines = loaded(data, DATA[data][1])
    stream = io.BytesIO("\n".join(lines).encode())
    every = read_jsonl(stream, data, max_bytes=_LONGEST)
    return {each.given_id: each for each in every if isinstance(each, Article)}


def judged(data: str) -> list[Judged]:
    """Return every labelled pair of a corpus with what sayso makes of it."""
    pairs, texts = loaded(data, DATA[data][0]), articles(data)
    words = {id_: words_of(texts[id_]) for pair in pairs for id_ in (pair.a, pair.b)}
    indexed = {id_: keys(each) for id_, each in words.items()}
    every = [relation(words[pair.a], words[pair.b]) for pair in pairs]
    known = iter(settled([copy for copy in every if copy]))
    taken = [next(known) if copy else None for copy in every]
    met = [bool(indexed[pair.a] & indexed[pair.b]) for pair in pairs]
    return [Judged(*each) for each in zip(pairs, taken, met, strict=True)]


def measures(every: Iterable[Judged]) -> dict[str, float]:
    """Return the figures of judged pairs by name, 0 to 1."""
    seen = list(every)
    taken = sum(each.relation in COPIES for each in seen)
    right = sum(each.relation in COPIES and each.is_copy for each in seen)
    gold = [each for each in seen if each.is_copy]
    named = [each.names_origin for each in gold if each.pair.origins]
    directed = [_direction(each) for each in gold if each.pair.direction]
    quoting = [each.met for each in seen if each.pair.relation == "quotes"]
    return {
        "copy_f1": 2 * right / max(1, taken + len(gold)),
        "relation_accuracy": _share(each.relation == each.pair.relation for each in seen),
        "origin_accuracy": _share(named),
        "direction_accuracy": _share(directed),
        "copy_candidates": _share(each.met for each in gold),
        "quote_candidates": _share(quoting),
    }


def figures(data: str) -> dict[str, float]:
    """Return sayso's figures on `data`, by the names that `bench/floors.json` uses."""
    return measures(judged(data))


def volume() -> dict[str, float]:
    """Return time and keys an article, and how pairs of computed kinds are taken, by kind."""
    texts = articles("allsides")
    begin = time.process_time()
    words = {id_: words_of(article) for id_, article in texts.items()}
    indexed = {id_: keys(each) for id_, each in words.items()}
    each_ms = (time.process_time() - begin) * 1000 / len(texts)
    size = 8 * sum(map(len, indexed.values())) / len(texts)
    report = {"ms_per_article": each_ms, "key_bytes_per_article": size}
    pairs = list(linking.computed_pairs())
    begin = time.process_time()
    taken = [relation(words[a], words[b]) for a, b, _ in pairs]
    report["ms_per_pair"] = (time.process_time() - begin) * 1000 / len(pairs)
    for kind in sorted({kind for _, _, kind in pairs}):
        here = [(a, b, c) for (a, b, k), c in zip(pairs, taken, strict=True) if k == kind]
        report[f"{kind}_copies"] = _share(c is not None and c.relation in COPIES for *_, c in here)
        report[f"{kind}_candidates"] = _share(bool(indexed[a] & indexed[b]) for a, b, _ in here)
    return report


def table(every: Iterable[Judged]) -> list[str]:
    """Return lines that tell how often each labelled kind is taken for each other."""
    kinds = (*COPIES, "quotes", "boilerplate", "none")
    seen = [(each.pair.relation, each.relation) for each in every]
    head = f"{'':12}" + "".join(f"{kind:>12}" for kind in kinds)
    rows = (f"{gold:12}" + "".join(f"{seen.count((gold, k)):12}" for k in kinds) for gold in kinds)
    return [head, *rows]


def _direction(each: Judged) -> bool:
    """Tell whether sayso says of the same article as the labels that it was copied."""
    if each.copy is None:
        return False
    ids = dict(zip(each.copy.given, (each.copy.a, each.copy.b), strict=True))
    return each.copy.from_ == ids[each.pair.a if each.pair.direction == "a" else each.pair.b]


def _share(each: Iterable[bool]) -> float:
    values = list(each)
    return sum(values) / len(values) if values else 0.0
