"""How well wordings of one utterance come together, and whether each change has its kind.

Data: `variants`, clusters of quotations that outlets word differently within a week
(`linking/quote_variants.jsonl.gz`); the speaker is guessed from the paragraph, where "said" stands
beside a name, and is unknown else. Precision and recall are of pairs, over all wordings at once:
what the same speakers said otherwise that week are the negatives. `made`, and for reporting only
`made-kept`: invented quotations with changes
whose kinds are known (`bench/made/quotations.py`).
"""

import gzip
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from time import perf_counter
from typing import NamedTuple

from bench.loading import loaded
from bench.made.quotations import Made, made
from corpora.corpus import data_dir
from sayso.english.names import folded
from sayso.english.pronouns import is_pronoun
from sayso.link.quotations.changes import changes
from sayso.link.quotations.families import Edge, groups
from sayso.link.quotations.keys import keys
from sayso.link.quotations.matching import decide
from sayso.link.quotations.wordings import Wording, day_number
from sayso.linked import CHANGES

DATA = ("variants", "made", "made-kept")
_NAME = r"(?:[A-Z][\w.’'-]+ )*[A-Z][\w’'-]+"
_SAID = r"(?:said|says|told|tweeted|wrote|added|asked|continued|explained|argued)"
_SPEAKER = re.compile(rf"\b{_SAID} ({_NAME})|({_NAME}),? {_SAID}\b")


class Item(NamedTuple):
    """A wording, and the cluster that it is of."""

    cluster: str
    wording: Wording


def load() -> list[Item]:
    """Return the wordings of the clusters. Raises ReadError when they are not on this machine."""
    return loaded("variants", _items)


def _items() -> Iterator[Item]:
    path = data_dir() / "linking" / "quote_variants.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            for each in row["variants"]:
                day = day_number(each["published"]) if each["published"] else None
                yield Item(row["id"], Wording(
                    kind="direct",
                    pieces=(each["quote"],),
                    names=_speaker(each["paragraph"].replace(each["quote"], " @ ")),
                    said=(day, day) if day else None,
                    lang="en",
                ))  # fmt: skip


def _speaker(around: str) -> tuple[str, ...]:
    match = _SPEAKER.search(around)
    name = (match[1] or match[2]) if match else ""
    return (folded(name),) if name and not is_pronoun(name) else ()


def figures(data: str) -> dict[str, float]:
    """Return the figures that may have a floor. Raises ReadError when the corpus is absent."""
    return families(load()) if data == "variants" else kinds(made(_PARTS[data]))


_PARTS = {"made": "tune", "made-kept": "kept"}


def families(items: Sequence[Item]) -> dict[str, float]:
    """Return precision and recall of pairs, and the time that a wording takes."""
    started = perf_counter()
    holders: dict[int, list[int]] = defaultdict(list)
    for number, item in enumerate(items):
        for key in keys(item.wording):
            holders[key].append(number)
    candidates = {pair for its in holders.values() for pair in combinations(its, 2)}
    edges = [
        Edge(a, b, match.how, match.score)
        for a, b in sorted(candidates)
        if (match := decide(items[a].wording, items[b].wording))
    ]
    made = groups(range(len(items)), edges)
    seconds = perf_counter() - started
    joined = {pair for group in made for pair in combinations(group, 2)}
    of: dict[str, list[int]] = defaultdict(list)
    for number, item in enumerate(items):
        of[item.cluster].append(number)
    wanted = {pair for its in of.values() for pair in combinations(its, 2)}
    right = len(joined & wanted)
    return {
        "precision": right / max(1, len(joined)),
        "recall": right / max(1, len(wanted)),
        "keys": sum(map(len, holders.values())) / len(items),
        "candidates": len(candidates) / len(items),
        "milliseconds": 1000 * seconds / len(items),
    }


def kinds(variants: Sequence[Made]) -> dict[str, float]:
    """Return how often a change gets its kind, by kind, and no other kind beside."""
    hits: Counter[str] = Counter()
    given: Counter[str] = Counter()
    claimed: Counter[str] = Counter()
    exact = 0
    for each in variants:
        named = kinds_of(each)
        exact += named == each.kinds
        hits.update(named & each.kinds)
        claimed.update(named)
        given.update(each.kinds)
    figures = {"variants": float(len(variants)), "exact": exact / max(1, len(variants))}
    for kind in CHANGES:
        figures[f"{kind}_precision"] = hits[kind] / max(1, claimed[kind])
        figures[f"{kind}_recall"] = hits[kind] / max(1, given[kind])
    return figures


def wrong(data: str) -> list[dict[str, str | list[str]]]:
    """Return the invented wordings of which not all changes have their kind, and none other."""
    return [
        {"now": each.now, "kinds": sorted(each.kinds), "named": sorted(named)}
        for each in (made(_PARTS[data]) if data in _PARTS else ())
        if (named := kinds_of(each)) != each.kinds
    ]


def kinds_of(variant: Made) -> frozenset[str]:
    """Return the kinds of the changes that sayso names."""
    was, now = (
        Wording(kind="direct", pieces=(text,), translated=variant.translated)
        for text in (variant.was, variant.now)
    )
    others = [Wording(kind="direct", pieces=(variant.other,))] if variant.other else []
    return frozenset(change.kind for change in changes(was, now, others))
