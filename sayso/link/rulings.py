"""What people judged -> records as corrected, items that stand alone, and rulings on nodes."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from sayso.corrections import by_whom, effective, judged
from sayso.fitting import object_anchor
from sayso.judgements import Anchor, Judgement, attached
from sayso.link.ledger import Ledger
from sayso.link.room import APART
from sayso.nodes import RulingRow, Seen
from sayso.records import Actor, Statement

# Kinds of judgements on two things: the room where they hold, what they make of the two, and which
# way it goes.
ON_TWO: Mapping[str, tuple[str, str, int]] = {
    "same_entity": ("entities", "same", 0),
    "different_entity": ("entities", APART, 0),
    "copy": ("copies", "same", 0),
    "not_copy": ("copies", APART, 0),
    "same_claim": ("claims", "same", 0),
    "different_claim": ("claims", APART, 0),
    "denies": ("claims", "denies", 1),
}
Thing = tuple[str, str, int]  # a room, the id of an article, the ordinal of an item


class Judged:
    """Judgements, by the articles that they speak of."""

    def __init__(self, judgements: Iterable[Judgement]) -> None:
        self._all = {each.id: each for each in judgements}
        self._effective = effective(self._all.values())
        self._by_article: dict[str, list[Judgement]] = defaultdict(list)
        for each in self._effective:
            for article in _articles(each):
                self._by_article[article].append(each)

    @cached_property
    def ids(self) -> set[str]:
        """Return the ids of those that were not taken back."""
        return {each.id for each in self._effective}

    def articles(self, ids: Collection[str]) -> set[str]:
        """Return the ids of the articles that some of the judgements speak of."""
        return {a for i in ids if i in self._all for a in _articles(self._all[i])}

    def seen(self, seen: Seen) -> Seen:
        """Return an article with its record as people corrected it."""
        mine = self._by_article.get(seen.record.article.id, ())
        corrected = judged(seen.record, mine)
        if corrected is seen.record:
            return seen
        place = {each.id: n for n, each in enumerate(seen.record.statements)}
        kept = tuple(place[each.id] for each in corrected.statements)
        vectors = tuple(seen.vectors[n] for n in kept) if seen.vectors else ()
        return replace(seen, record=corrected, vectors=vectors, kept=kept)

    def alone(self, seen: Seen) -> set[tuple[str, int]]:
        """Return the items of an article, by rooms, that people judged: none is like another."""
        mine = self._by_article.get(seen.record.article.id, ())
        things = (thing for each in mine for thing in _things(each, seen))
        return {(room, ordinal) for room, article, ordinal in things}

    def rule(self, room: str, ledger: Ledger, seen: Sequence[Seen]) -> None:
        """Keep what was judged of two things of a room, one of them in articles that are seen."""
        known = {each.record.article.id: each for each in seen}
        about = {each.id: each for a in known for each in self._by_article.get(a, ())}
        mine = [each for each in about.values() if each.kind in ON_TWO]
        mine = [each for each in mine if ON_TWO[each.kind][0] == room]
        rulings = {}
        for each in mine:
            for article in _articles(each) - known.keys():
                known |= self._linked(ledger, article)
            if row := _ruling(each, ledger, known):
                rulings[each.id] = row
        ledger.unrule(rulings)
        ledger.rule(room, rulings)

    def _linked(self, ledger: Ledger, article: str) -> dict[str, Seen]:
        number = ledger.number(article)
        its = ledger.seen([number]) if number is not None else []
        return dict.fromkeys([article], self.seen(its[0])) if its else {}


def _articles(judgement: Judgement) -> set[str]:
    """Return the ids of the articles that a judgement speaks of."""
    return {anchor.article for anchor in _ends(judgement)}


def _things(judgement: Judgement, seen: Seen) -> Iterator[Thing]:
    """Yield the things of an article that a judgement on two speaks of."""
    if judgement.kind not in ON_TWO:
        return
    for anchor in _ends(judgement):
        if anchor.article == seen.record.article.id:
            ordinal = _ordinal(judgement.kind, anchor, seen)
            if ordinal is not None:
                yield ON_TWO[judgement.kind][0], anchor.article, ordinal


def _ordinal(kind: str, anchor: Anchor, seen: Seen) -> int | None:
    """Return the ordinal of what an anchor is attached to, None where it is nothing."""
    room = ON_TWO[kind][0]
    if room == "copies":
        return 0
    thing = attached(anchor, seen.record)
    if room == "entities" and isinstance(thing, Actor):
        return seen.record.actors.index(thing)
    if room == "claims" and isinstance(thing, Statement):
        return _stored(seen.record.statements.index(thing), seen)
    return None


def _stored(place: int, seen: Seen) -> int:
    return seen.kept[place] if seen.kept else place


def _ruling(judgement: Judgement, ledger: Ledger, known: Mapping[str, Seen]) -> RulingRow | None:
    """Return what a judgement says of two nodes, None where one of them is not there."""
    _, kind, way = ON_TWO[judgement.kind]
    ends = [_node(judgement, anchor, ledger, known) for anchor in _ends(judgement)]
    a, b = ends if len(ends) == 2 else (0, 0)
    if not a or not b or a == b:
        return None
    way = way if a < b else -way
    return RulingRow(min(a, b), max(a, b), kind, way, judgement.at, by_whom(judgement))


def _ends(judgement: Judgement) -> list[Anchor]:
    """Return the anchors of the things that a judgement speaks of."""
    other = object_anchor(judgement) if judgement.kind in ON_TWO else None
    return [judgement.subject, *([other] if other else [])]


def _node(
    judgement: Judgement, anchor: Anchor, ledger: Ledger, known: Mapping[str, Seen]
) -> int | None:
    """Return the node of what an anchor of a judgement is attached to, None where there is none."""
    seen = known.get(anchor.article)
    ordinal = _ordinal(judgement.kind, anchor, seen) if seen else None
    if seen is None or ordinal is None:
        return None
    return ledger.items(seen.number, ON_TWO[judgement.kind][0]).get(ordinal)
