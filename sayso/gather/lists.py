"""Lists of claims, quotations and entities: the largest first, with a line for each."""

import heapq
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from sayso.gather.tellings import as_told
from sayso.linked import Claim, Entity, Quotation
from sayso.store import Store
from sayso.view.across.lists import (
    ClaimLine,
    EntityLine,
    QuotationLine,
    claim_line,
    entity_line,
    quotation_line,
)

T = TypeVar("T")
L = TypeVar("L")


@dataclass(frozen=True, slots=True)
class Listed(Generic[T, L]):
    """Values and their lines; `more` are left out."""

    values: list[T]
    lines: list[L]
    more: int


def claims(every: Iterable[Claim], most: int, *, skip: int = 0) -> Listed[Claim, ClaimLine]:
    """Return claims as they are listed, those of most articles first, without the first few."""
    first, more = largest(every, skip + most, spread)
    return Listed(first[skip:], [claim_line(each) for each in first[skip:]], more)


def quotations(store: Store, most: int, *, skip: int = 0) -> Listed[Quotation, QuotationLine]:
    """Return quotations as they are listed, those of most reports first, without the first few."""
    first, more = largest(store.quotations(), skip + most, lambda q: (len(q.statements), 0))
    some = first[skip:]
    _, known = as_told(store, [each.earliest for each in some])
    speakers = names(store, (each.speaker for each in some))
    lines = [quotation_line(q, known.get(q.earliest), speakers.get(q.speaker, "")) for q in some]
    return Listed(some, lines, more)


def entities(store: Store, most: int, *, skip: int = 0) -> Listed[Entity, EntityLine]:
    """Return entities as they are listed, those named most first, without the first few."""
    first, more = largest(store.entities(), skip + most, lambda e: (len(e.actors), 0))
    some = first[skip:]
    above = names(store, (each.of for each in some))
    return Listed(some, [entity_line(each, above) for each in some], more)


def names(store: Store, ids: Iterable[str]) -> dict[str, str]:
    """Return the names of some entities by their ids; an empty id is nobody's."""
    wanted = set(ids) - {""}
    return {each.id: each.name for each in store.entities(wanted)} if wanted else {}


def spread(claim: Claim) -> tuple[int, int]:
    """Return how far a claim went: in how many articles, and how much bears on it."""
    return claim.articles, sum(each.is_plain for each in claim.answers)


def largest(
    every: Iterable[T], limit: int, size: Callable[[T], tuple[int, int]]
) -> tuple[list[T], int]:
    """Return the largest values, those alike in the order of appearing, and how many are left."""
    count = 0

    def numbered() -> Iterator[tuple[tuple[int, int], int, T]]:
        nonlocal count
        for value in every:
            count += 1
            yield size(value), -count, value

    first = heapq.nlargest(limit, numbered(), key=lambda row: row[:2])
    return [value for _, _, value in first], count - len(first)
