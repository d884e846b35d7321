"""Articles of which people corrected something -> their records as they hold.

A record is read whole, and again only where somebody decided more of it or it was read anew.
"""

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Mapping
from itertools import islice
from typing import NamedTuple

from sqlalchemy import Engine, select

from sayso.corrections import judged
from sayso.records import Record
from sayso.store import queries
from sayso.store.dialect import among, reading
from sayso.store.remembering.decided import Decided, decided
from sayso.store.remembering.remembered import Remembered
from sayso.store.schema import articles, runs

_MOST = 20_000  # records of one store that are kept, each of some ten kilobytes


class Known(NamedTuple):
    """What a record was made of, and the record, None where it is as it was.

    `lost` counts the statements that are none any more, by whether they were said.
    """

    mark: Hashable
    record: Record | None
    lost: Counter[str]


_KNOWN: Remembered[dict[str, Known]] = Remembered()  # by the ids of articles


def records(engine: Engine, wanted: Collection[str] | None = None) -> dict[str, Record]:
    """Return the records that people changed by what they decided, of some articles or all."""
    every = _known(engine, wanted)
    return {name: its.record for name, its in every.items() if its.record is not None}


def lost(engine: Engine, wanted: Collection[str]) -> Counter[str]:
    """Return how many statements of some articles are none any more, by whether they were said."""
    return sum((its.lost for its in _known(engine, wanted).values()), Counter())


def _known(engine: Engine, wanted: Collection[str] | None) -> dict[str, Known]:
    its = decided(engine)
    ids = [each for each in its.corrections if wanted is None or each in wanted]
    if not ids:
        return {}
    known = _KNOWN.get(engine, None, dict)
    now = _marks(engine, ids, its)
    old = (each for each in now if each not in known or known[each].mark != now[each][1])
    known |= _read(engine, {name: now[name] for name in old}, its)
    made = {name: known[name] for name in ids if name in now}
    for name in list(islice(known, max(0, len(known) - _MOST))):
        known.pop(name, None)
    return made


def _marks(engine: Engine, ids: Iterable[str], its: Decided) -> dict[str, tuple[int, Hashable]]:
    """Return the numbers of those articles that are there, each with what its record is made of."""
    read = (runs.c.name, runs.c.version, runs.c.rules)
    query = select(articles.c.id, articles.c.number, articles.c.sighting, *read)
    query = query.select_from(articles.outerjoin(runs))
    with reading(engine) as connection:
        rows = connection.execute(query.where(among(connection, articles.c.id, list(ids)))).all()
    return {row.id: (row.number, (*row[1:], its.ids[row.id])) for row in rows}


def _read(
    engine: Engine, those: Mapping[str, tuple[int, Hashable]], its: Decided
) -> dict[str, Known]:
    numbers = [number for number, _ in those.values()]
    made: dict[str, Known] = {}
    with reading(engine) as connection:
        for _, record, _ in queries.records_of(connection, numbers):
            name = record.article.id
            now = judged(record, its.corrections[name])
            gone = _said(record) - _said(now)
            made[name] = Known(those[name][1], None if now is record else now, gone)
    return made


def _said(record: Record) -> Counter[str]:
    return Counter(act.said for act in record.acts)
