"""A record -> how many articles it has and how many are linked, and a mark that changes with it."""

import hashlib
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Engine, ScalarSelect, Table, func, select

from sayso.store.dialect import reading
from sayso.store.linking.schema import link_judged, linked
from sayso.store.schema import articles, judgements, runs, sightings


@dataclass(frozen=True, slots=True)
class State:
    """The state of a record. `mark` is another one whenever pages may show something else.

    It is made of what is added to the record, and of how its first and last articles were read:
    an article in between that alone is read and linked anew leaves the mark as it was once it is
    linked again. `read` is a mark of what was read and linked alone, whatever people decided since.
    """

    articles: int
    linked: int
    mark: str
    read: str

    @property
    def unlinked(self) -> int:
        """Return how many articles are not linked yet: nothing is linked that is not there."""
        return self.articles - self.linked


def state(engine: Engine) -> State:
    """Return the state of a record; it reads a few rows, and counts."""
    its = [
        _count(articles),
        _count(linked),
        _count(link_judged),
        _end(articles.c.id, articles.c.number.desc()),
        _end(sightings.c.number, sightings.c.number.desc()),
        _end(linked.c.rules, linked.c.article_number),
        *(
            _end(column, end)
            for end in (runs.c.article_number, runs.c.article_number.desc())
            for column in (runs.c.version, runs.c.rules)
        ),
        _end(judgements.c.id, judgements.c.number.desc()),
    ]
    columns = [each.label(f"n{number}") for number, each in enumerate(its)]
    with reading(engine) as connection:
        row = tuple(connection.execute(select(*columns)).one())
    return State(row[0], row[1], _hashed(row), _hashed(row[:-1]))


def _hashed(values: tuple[Any, ...]) -> str:
    return hashlib.sha256(repr(values).encode()).hexdigest()[:16]


def _count(table: Table) -> ScalarSelect[int]:
    return select(func.count()).select_from(table).scalar_subquery()


def _end(column: Any, by: Any) -> ScalarSelect[Any]:
    """Return what a column has in the first row by an order."""
    return select(column).order_by(by).limit(1).scalar_subquery()
