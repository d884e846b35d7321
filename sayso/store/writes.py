"""Records -> rows. Every write can be repeated, and is kept as a whole or not at all."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice, repeat
from typing import NamedTuple

from sqlalchemy import Connection, Engine, select, update

from sayso.exported import Exported
from sayso.records import Annotation, Article, ModelInfo, Record
from sayso.store import annotations, conclusions, sightings
from sayso.store.conclusions import RUN
from sayso.store.dialect import add_to_search, insert_or_ignore, writing
from sayso.store.linking import unlinking
from sayso.store.queries import run_of
from sayso.store.rows import WriteCounts
from sayso.store.schema import articles, runs
from sayso.store.tally import (
    add_sightings,
    check,
    check_new,
    keep_sightings,
    sightings_kept,
)

# Articles a transaction: enough to spread the cost of a commit, few enough that another
# process never waits long, and well below the 999 values that an old SQLite takes at once.
BATCH = 64

# Records by article id, each with what was found in the article, if that is to be kept.
Batch = dict[str, tuple[Record, Annotation | None]]


class _Stored(NamedTuple):
    """An article that is there already: its number, and what made its conclusions."""

    number: int
    model: ModelInfo


def write(
    engine: Engine, records: Iterable[Record], made_of: Iterable[Annotation] | None = None
) -> WriteCounts:
    """Store `records`, some at a time, and return what changed.

    `made_of` are the annotations that they were made of, one each, in order. An article stored
    under the same model and rules already is left alone, but where it was seen is added; under
    others, its conclusions are replaced. `records` may be made while it is read: the database is
    locked only once some are ready.

    Raises StoreError if it cannot be written; what earlier transactions stored stays.
    """
    counts = WriteCounts()
    pairs = zip(records, repeat(None)) if made_of is None else zip(records, made_of, strict=True)
    for batch in _batches(pairs):
        with writing(engine) as connection:
            done = _write_batch(connection, batch)
        counts = counts.plus(done)
    return counts


def conclude(engine: Engine, records: Iterable[Record]) -> int:
    """Replace what was concluded of stored articles, and return of how many.

    Passed over are articles that another model has been run on in the meantime.

    Raises StoreError if it cannot be written; what earlier transactions stored stays.
    """
    replaced = 0
    for batch in _batches(zip(records, repeat(None))):
        with writing(engine) as connection:
            stored = _stored(connection, batch)
            fits = {i: s for i, s in stored.items() if _same_model(s.model, batch[i][0].model)}
            _replace(connection, {i: batch[i] for i in fits}, fits)
        replaced += len(fits)
    return replaced


def forget_annotations(engine: Engine, ids: Iterable[str]) -> None:
    """Take out what a model found in some articles, by their ids: they are read again as if new.

    What was concluded of them stays until then.

    Raises StoreError if it cannot be written.
    """
    left = iter(ids)
    while some := list(islice(left, BATCH)):
        with writing(engine) as connection:
            numbers = list(_numbers(connection, some).values())
            annotations.forget(connection, numbers)
            theirs = runs.c.article_number.in_(numbers)
            connection.execute(update(runs).where(theirs).values(rules=""))


def see(engine: Engine, seen: Iterable[Article]) -> int:
    """Add where articles that are stored were seen; return how many sightings are new.

    Raises StoreError if it cannot be written.
    """
    new, left = 0, iter(seen)
    while some := list(islice(left, BATCH)):
        with writing(engine) as connection:
            numbers = _numbers(connection, [article.id for article in some])
            pairs = [(numbers[a.id], a.sighting) for a in some if a.id in numbers]
            there = sightings.see(connection, pairs)
            add_sightings(connection, Counter(there))
            unlinking.forget(connection, there)  # what it knows of where a text was seen is old
            new += len(there)
    return new


def restore(engine: Engine, exported: Iterable[Exported]) -> WriteCounts:
    """Store articles as they were exported, some at a time, and return what changed.

    An article that is there already keeps what was concluded of it; where it was seen is added. Of
    what a model found in them nothing is kept: it was not exported.

    Raises StoreError if it cannot be written; what earlier transactions stored stays.
    """
    counts = WriteCounts()
    batch: dict[str, Exported] = {}
    for each in exported:
        if len(batch) == BATCH or each.article.id in batch:
            counts = counts.plus(_restored(engine, batch))
            batch = {}
        batch[each.article.id] = each
    return counts.plus(_restored(engine, batch)) if batch else counts


def _restored(engine: Engine, batch: Mapping[str, Exported]) -> WriteCounts:
    with writing(engine) as connection:
        return _restore(connection, batch)


def _restore(connection: Connection, batch: Mapping[str, Exported]) -> WriteCounts:
    numbers = _numbers(connection, batch)
    new: Batch = {i: (each.concluded, None) for i, each in batch.items() if i not in numbers}
    numbers |= _add_articles(connection, new)
    _conclude(connection, {numbers[i]: each for i, each in new.items()})
    every = [(numbers[i], seen) for i, each in batch.items() for seen in each.sightings]
    added = sightings.see(connection, every)
    add_sightings(connection, Counter(added), {numbers[i] for i in new})
    unlinking.forget(connection, added)
    return WriteCounts(
        new=len(new),
        known=len(batch) - len(new),
        statements=sum(record.said for record, _ in new.values()),
        sightings=len(set(added) - {numbers[i] for i in new}),
    )


def _batches(pairs: Iterable[tuple[Record, Annotation | None]]) -> Iterator[Batch]:
    """Yield the records by article id; one that comes again starts the next batch."""
    batch: Batch = {}
    for record, annotation in pairs:
        article_id = record.article.id
        if len(batch) == BATCH or article_id in batch:
            yield batch
            batch = {}
        batch[article_id] = record, annotation
    if batch:
        yield batch


def _write_batch(connection: Connection, batch: Batch) -> WriteCounts:
    stored = _stored(connection, batch)
    new = {i: each for i, each in batch.items() if i not in stored}
    other = {i: s for i, s in stored.items() if s.model != batch[i][0].model}
    _replace(connection, {i: batch[i] for i in other}, other)
    numbers = {i: s.number for i, s in stored.items()} | _add_articles(connection, new)
    _conclude(connection, {numbers[i]: each for i, each in new.items()})
    seen = sightings.see(
        connection, [(numbers[i], record.article.sighting) for i, (record, _) in batch.items()]
    )
    add_sightings(connection, Counter(seen), {numbers[i] for i in new})
    unlinking.forget(connection, seen)
    return WriteCounts(
        new=len(new),
        known=len(batch) - len(new) - len(other),
        statements=sum(batch[i][0].said for i in (*new, *other)),
        replaced=len(other),
        sightings=len(seen) - len(new),
    )


def _stored(connection: Connection, ids: Iterable[str]) -> dict[str, _Stored]:
    query = select(articles.c.id, articles.c.number, *RUN.columns).outerjoin(runs)
    rows = connection.execute(query.where(articles.c.id.in_(ids)))
    return {row.id: _Stored(row.number, run_of(row)) for row in rows}


def _numbers(connection: Connection, ids: Iterable[str]) -> dict[str, int]:
    """Return the numbers under which the articles are stored, by their ids."""
    query = select(articles.c.id, articles.c.number).where(articles.c.id.in_(ids))
    return {row.id: row.number for row in connection.execute(query)}


def _add_articles(connection: Connection, new: Batch) -> dict[str, int]:
    """Add articles, and return the numbers that they got, by their ids."""
    rows = [sightings.article_row(record.article) for record, _ in new.values()]
    insert_or_ignore(connection, articles, rows)
    numbers = _numbers(connection, new)
    check_new(connection, numbers.values())
    add_to_search(connection, [(n, new[i][0].article) for i, n in numbers.items()])
    return numbers


def _replace(connection: Connection, batch: Batch, stored: Mapping[str, _Stored]) -> None:
    """Let new conclusions take the place of those that are stored.

    An annotation gives way to a new one, and does not stay where another model concluded.
    """
    if not batch:
        return
    numbered = {stored[i].number: each for i, each in batch.items()}
    unlinking.forget(connection, list(numbered))
    seen = sightings_kept(connection, numbered)
    conclusions.forget(connection, list(numbered))
    gone = [
        stored[i].number
        for i, (record, annotation) in batch.items()
        if annotation or not _same_model(stored[i].model, record.model)
    ]
    annotations.forget(connection, gone)
    sightings.change(connection, {n: record.article for n, (record, _) in numbered.items()})
    _conclude(connection, numbered)
    keep_sightings(connection, seen)


def _conclude(
    connection: Connection, numbered: Mapping[int, tuple[Record, Annotation | None]]
) -> None:
    conclusions.add(connection, [(number, record) for number, (record, _) in numbered.items()])
    annotations.add(
        connection,
        [(n, record.model, kept) for n, (record, kept) in numbered.items() if kept],
    )
    # Rows that others left behind, of articles that are missing, stand in the way of these.
    check(connection, numbered, conclusions.CONCLUDED)


def _same_model(one: ModelInfo, other: ModelInfo) -> bool:
    """Tell whether two records were made of the same annotation, by whatever rules."""
    return (one.name, one.version) == (other.name, other.version)
