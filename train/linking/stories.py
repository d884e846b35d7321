"""Stories labelled whole -> pairs of statements that share a key, with what the labels say.

`python -m train.linking.stories STORE OUT` writes the pairs as texts, for `train.pairs`.
"""

import gzip
import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from pathlib import Path

from corpora.across.stories import ReadClaim, stories
from sayso.link.claims.answers import with_replies
from sayso.link.claims.decide import weigh_pair
from sayso.link.claims.keys import keys
from sayso.link.claims.points import Point, points
from sayso.link.room import meeting
from sayso.nodes import number_of
from sayso.records import Record
from sayso.store import Store

Two = tuple[str, str]
OPEN = "open"  # the label of a pair that was not decided
OF_DENIALS = {
    **dict.fromkeys(("denies", "rejects", "corrects"), "denies"),
    "conflicts": "conflicts",  # with another figure, day or doer
    "confirms": OPEN,
}  # the labels of what a statement that bears on a claim is to what the claim says
UNREAD, TEST = "unread", "test"  # of pairs of articles without labels, and of others
FOLDS = 5
CAPTIONS = "Photos"  # what reads captions of galleries as statements names as who speaks
EASY = -5.0  # score by features below which few of the pairs that are apart are written
EVERY = 4  # of those that are easy one in so many is
LIKELY = -1.5  # score from which on pairs without labels are written


@dataclass(frozen=True, slots=True)
class ReadStory:
    """One labelled story: its statements that were said, as points by id, and its claims."""

    id: str
    points: Mapping[str, Point]
    claims: Sequence[ReadClaim]
    records: Sequence[Record] = ()

    @property
    def fold(self) -> int:
        """Return the fold that the story is in."""
        return int(self.id.lstrip("s")) % FOLDS

    def pairs(self, *, all_labelled: bool = False) -> list[tuple[Two, str]]:
        """Return the pairs that share a key with their labels, those left open too.

        With `all_labelled` also those that share none, and that a claim tells of.
        """
        known = labels(self.claims)
        more = {two for two in known if {*two} <= self.points.keys()} if all_labelled else set()
        return [(two, known.get(two, "apart")) for two in sorted(sharing(self.points) | more)]


def labels(claims: Iterable[ReadClaim]) -> dict[Two, str]:
    """Return what the claims of a story say of pairs of statements; of others: apart."""
    made: dict[Two, str] = {}
    every = list(claims)
    for claim in every:
        _put(made, product(claim.mentions, claim.near), "near")
        _put(made, product(claim.mentions, claim.unsure), OPEN)
        _put(made, combinations(claim.unsure, 2), OPEN)
    for claim in every:
        for denial in claim.denials:
            _put(made, product(claim.mentions, [denial.statement]), OF_DENIALS[denial.kind])
    for claim in every:
        _put(made, combinations(claim.mentions, 2), "same")
    return made


def _put(made: dict[Two, str], pairs: Iterable[Two], label: str) -> None:
    made |= {(min(two), max(two)): label for two in pairs if two[0] != two[1]}


def sharing(every: Mapping[str, Point]) -> set[Two]:
    """Return the pairs of statements that share a key."""
    names = sorted(every)
    return {(names[a], names[b]) for a, b in meeting([keys(every[name]) for name in names])}


def said(record: Record) -> dict[str, Point]:
    """Return the statements of a record that were said, by their ids.

    Captions of galleries, which stand in an article many times, are left out: labels do so too.
    """
    made = with_replies(record, points(record))
    rows = zip(record.statements, made, strict=True)
    return {
        statement.id: point
        for statement, point in rows
        if point.said == "yes" and not point.voice.startswith(CAPTIONS)
    }


def load(path: Path) -> Iterator[ReadStory]:
    """Yield the labelled stories, with records kept in a store."""
    with Store.open(path, create=False) as store:
        ids = {seen.given_id: a for a in store.annotated() for seen in store.sightings(a)}
        for story in stories():
            records = {given: store.record(ids[given]) for given in story.articles}
            made = {name: p for record in records.values() for name, p in said(record).items()}
            yield ReadStory(story.id, made, story.claims(records), tuple(records.values()))


def write(out: Path, store: Path, others: Mapping[str, Path]) -> None:
    """Write pairs as texts: of labelled stories, of what else is in the store, and of `others`.

    A row is the numbers of its texts, its label, its story (of the others the name), and its score
    by features.
    """
    texts: dict[str, int] = {}
    rows: list[tuple[int, int, str, str, float]] = []
    for part, a, b, label in _every(store, others):
        score = weigh_pair(a, b).same
        if _is_written(a, b, label, score):
            one, other = (texts.setdefault(point.reading, len(texts)) for point in (a, b))
            rows.append((one, other, label, part, round(score, 3)))
    made = {"texts": list(texts), "rows": rows}
    out.write_bytes(gzip.compress(json.dumps(made).encode(), mtime=0))


def _every(store: Path, others: Mapping[str, Path]) -> Iterator[tuple[str, Point, Point, str]]:
    tests = {name: _records(path) for name, path in others.items()}
    for story in load(store):
        for (a, b), label in story.pairs(all_labelled=True):
            yield story.id, story.points[a], story.points[b], label
    known = {given for story in stories() for given in story.articles}
    known |= {given for records in tests.values() for given in records}
    rest = {given: record for given, record in _records(store).items() if given not in known}
    for name, records in {UNREAD: rest, **tests}.items():
        every = {n: point for record in records.values() for n, point in said(record).items()}
        for a, b in sorted(sharing(every)):
            yield name, every[a], every[b], UNREAD if name == UNREAD else TEST


def _records(path: Path) -> dict[str, Record]:
    """Return the records of a store by the ids that their inputs gave."""
    with Store.open(path, create=False) as store:
        return {
            seen.given_id: store.record(article)
            for article in store.annotated()
            for seen in store.sightings(article)
        }


def _is_written(a: Point, b: Point, label: str, score: float) -> bool:
    if label == UNREAD:
        return score >= LIKELY
    return label != "apart" or score >= EASY or number_of(a.text, b.text) % EVERY == 0


def main(arguments: list[str]) -> None:
    """Write the pairs of the store that comes first; others come as NAME=STORE."""
    store, out, *others = arguments
    write(Path(out), Path(store), {n: Path(path) for n, path in (o.split("=") for o in others)})


if __name__ == "__main__":
    main(sys.argv[1:])
