"""Lists of claims, quotations and entities: the largest first, with a line for each."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Generic, Protocol, TypeVar

from sayso.gather.tellings import as_told
from sayso.linked import Claim, Entity, Quotation
from sayso.nodes import SizeRow
from sayso.store import Filters, Speaking, Store
from sayso.view.across.lists import (
    ClaimLine,
    EntityLine,
    QuotationLine,
    claim_line,
    entity_line,
    quotation_line,
)
from sayso.view.across.voices import Card, speaking_card

WITH_WORDS = 1000  # articles, those that fit best, in which claims are looked for by their words
ENOUGH = 3000  # statements that have them


class _Identified(Protocol):
    """A value that has an id."""

    @property
    def id(self) -> str: ...


T = TypeVar("T", bound=_Identified)
L = TypeVar("L")


@dataclass(frozen=True, slots=True)
class Listed(Generic[T, L]):
    """Values and their lines; `more` are left out."""

    values: list[T]
    lines: list[L]
    more: int


def groups(store: Store, room: str, filters: Filters) -> dict[int, str] | None:
    """Return what of a room fits filters, by number, with ids; None where none is given."""
    return store.choice(filters).groups(room) if filters.are_given else None


def fitting(store: Store, room: str, filters: Filters) -> Collection[int] | None:
    """Return what of a room fits filters, by number; None where none is given.

    Claims with words alone are looked for in the articles that fit these best.
    """
    if room == "claims" and filters.are_words_alone:
        return with_words(store, filters.words)
    return groups(store, room, filters)


def with_words(store: Store, words: str) -> Collection[int] | None:
    """Return the claims of which a statement has all words; None where there are none."""
    return store.with_words(words, most=WITH_WORDS, enough=ENOUGH) if words.strip() else None


def claims(
    store: Store,
    most: int,
    *,
    skip: int = 0,
    numbers: Collection[int] | None = None,
    order: str = "articles",
) -> Listed[Claim, ClaimLine]:
    """Return claims as they are listed, those of most articles first, without the first few.

    With `numbers` of these alone. Other orders: see `ranks.ORDERS`.
    """
    its = store.ranked(("claims", order), numbers, limit=most, skip=skip)
    some = ordered(store.claims(its.ids), its.ids)
    return Listed(some, [claim_line(each) for each in some], its.more)


def largest(store: Store, most: int, order: str = "articles") -> list[Claim]:
    """Return the claims that come first in an order, of which nobody asks how many others are."""
    ids = [row.id for row in islice(store.sizes(("claims", order)), most)]
    return ordered(store.claims(ids), ids)


def quotations(
    store: Store, most: int, *, skip: int = 0, numbers: Collection[int] | None = None
) -> Listed[Quotation, QuotationLine]:
    """Return quotations as they are listed, those of most articles first, without the first few."""
    its = store.ranked(("quotations", "articles"), numbers, limit=most, skip=skip)
    some = ordered(store.quotations(its.ids), its.ids)
    _, known = as_told(store, [each.earliest for each in some])
    speakers = names(store, (each.speaker for each in some))
    lines = [quotation_line(q, known.get(q.earliest), speakers.get(q.speaker, "")) for q in some]
    return Listed(some, lines, its.more)


def entities(
    store: Store, most: int, *, skip: int = 0, numbers: Collection[int] | None = None
) -> Listed[Entity, EntityLine]:
    """Return entities as they are listed, those of most articles first, without the first few.

    Their actors are left out.
    """
    its = store.ranked(("entities", "articles"), numbers, limit=most, skip=skip)
    some = ordered(store.entities(its.ids, actors=False), its.ids)
    above = names(store, (each.of for each in some))
    articles = {row.id: row.articles for row in its.rows}
    return Listed(some, [entity_line(each, above, articles[each.id]) for each in some], its.more)


def speakers(store: Store, most: int) -> list[Card]:
    """Return who says most, as cards."""
    rows = list(islice(store.sizes(("entities", "said")), most))
    return [card for _, card in _cards(store, rows)]


def called(store: Store, name: str, most: int) -> Listed[Entity, Card]:
    """Return the entities that articles call by a name, those of most articles first, as cards.

    Their actors are left out.
    """
    numbers = store.called(name)
    its = store.ranked(("entities", "articles"), numbers, limit=most) if numbers else None
    made = _cards(store, its.rows) if its else []
    return Listed([e for e, _ in made], [card for _, card in made], its.more if its else 0)


def _cards(store: Store, rows: Sequence[SizeRow]) -> list[tuple[Entity, Card]]:
    ids = [row.id for row in rows]
    size = {row.id: row for row in rows}
    some = ordered(store.entities(ids, actors=False), ids)
    above = names(store, (each.of for each in some))
    every = (Speaking(each, size[each.id].said, size[each.id].spoken) for each in some)
    return [(each.entity, speaking_card(each, above)) for each in every]


def names(store: Store, ids: Iterable[str]) -> dict[str, str]:
    """Return the names of some entities by their ids; an empty id is nobody's."""
    return store.names(set(ids) - {""})


def ordered(values: Iterable[T], ids: Sequence[str]) -> list[T]:
    """Return values in the order of their ids; what is not there is left out."""
    known = {each.id: each for each in values}
    return [known[each] for each in ids if each in known]
