"""Filters and an article that people corrected -> its statements that fit as it holds.

Of all other articles SQL tells the same: see conditions.py.
"""

from collections.abc import Collection
from dataclasses import dataclass

from sayso.exported import Exported, Row
from sayso.records import ANY_SAID
from sayso.store.choosing.filters import Filters
from sayso.store.judged_lists import called, places_meant
from sayso.store.names import key
from sayso.store.words import find, phrases


@dataclass(frozen=True, slots=True)
class Fitting:
    """What tells whether statements fit: the filters, and whom and what their names stand for.

    `entities` are the ids of those that the name stands for; `exactly` tells whether any place of
    the record is called exactly as the filter has it.
    """

    filters: Filters
    entities: Collection[str]
    exactly: bool

    def chosen(self, exported: Exported) -> tuple[str, ...]:
        """Return the ids of the statements of an article that fit."""
        return tuple(row.statement.id for row in exported.rows() if self._fits(row))

    def _fits(self, row: Row) -> bool:
        filters = self.filters
        return (
            (not filters.acts or row.act.name in filters.acts)
            and row.statement.score >= filters.min_score
            and filters.said in (row.act.said, ANY_SAID)
            and (not filters.entity or self._by_entity(row))
            and (not filters.place or self._by_place(row))
            and (not filters.words or holds(filters.words, row))
        )

    def _by_entity(self, row: Row) -> bool:
        record = row.of.record
        number = {actor.id: n for n, actor in enumerate(record.actors)}
        if any(party.id in self.entities for party in row.speakers):
            return True
        by_name = called(key(self.filters.entity))
        its = (number[each] for each in row.provenance.speakers if each in number)
        return bool(key(self.filters.entity)) and any(by_name(record, each) for each in its)

    def _by_place(self, row: Row) -> bool:
        record = row.of.record
        fitting = places_meant(record, self.filters.place, whole=self.exactly)
        return any(record.places[number] in row.places for number in fitting)


def holds(words: str, row: Row) -> bool:
    """Tell whether the content of a statement has all words."""
    content = row.words(row.statement.content)
    return all(find([phrase], content) for phrase in phrases(words))
