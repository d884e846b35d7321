"""Records -> rows. Every write can be repeated, and is kept as a whole or not at all."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Engine, delete, select

from sayso.records import Article, ModelInfo, Record, Statement
from sayso.store import conclusions
from sayso.store.dialect import add_to_search, insert_or_ignore, writing
from sayso.store.rows import WriteCounts
from sayso.store.schema import CONTENT, CUE, SOURCE, articles, runs, spans, statements
from sayso.store.words import keys

# Articles a transaction: enough to spread the cost of a commit, few enough that another
# process never waits long, and well below the 999 values that an old SQLite takes at once.
BATCH = 64

Batch = dict[str, Record]
Rows = list[dict[str, Any]]


def write(engine: Engine, records: Iterable[Record]) -> WriteCounts:
    """Store `records`, some at a time, and return what changed.

    An article stored under the same model already is left alone; under another model, its
    statements and all that was concluded from them are replaced. `records` may be made while
    it is read: the record is locked only once some are ready.

    Raises StoreError if the record cannot be written; what earlier transactions stored stays.
    """
    counts = WriteCounts()
    for batch in _batches(records):
        with writing(engine) as connection:
            done = _write_batch(connection, batch)
        counts = counts.plus(done)
    return counts


def _batches(records: Iterable[Record]) -> Iterator[Batch]:
    """Yield the records by article id; one that comes again starts the next batch."""
    batch: Batch = {}
    for record in records:
        article_id = record.article.id
        if len(batch) == BATCH or article_id in batch:
            yield batch
            batch = {}
        batch[article_id] = record
    if batch:
        yield batch


def _write_batch(connection: Connection, batch: Batch) -> WriteCounts:
    stored = _models(connection, batch)
    new = {i: record for i, record in batch.items() if i not in stored}
    replaced = {i: r for i, r in batch.items() if i in stored and stored[i] != r.model}
    _forget(connection, list(replaced))
    _add_articles(connection, new)
    written = _add_statements(connection, new | replaced)
    numbers = _numbers(connection, new | replaced)
    conclusions.add(connection, [(number, batch[i]) for i, number in numbers.items()])
    return WriteCounts(
        new=len(new),
        known=len(batch) - len(new) - len(replaced),
        statements=written,
        replaced=len(replaced),
    )


def _models(connection: Connection, batch: Batch) -> dict[str, ModelInfo]:
    found = connection.execute(select(runs).where(runs.c.article_id.in_(batch)))
    return {
        row.article_id: ModelInfo(row.model_name, row.model_version, row.rules) for row in found
    }


def _forget(connection: Connection, article_ids: Sequence[str]) -> None:
    """Take out what was found in the articles and concluded from it."""
    if not article_ids:
        return
    conclusions.forget(connection, article_ids)
    theirs = select(statements.c.id).where(statements.c.article_id.in_(article_ids))
    connection.execute(delete(spans).where(spans.c.statement_id.in_(theirs)))
    connection.execute(delete(statements).where(statements.c.article_id.in_(article_ids)))
    connection.execute(delete(runs).where(runs.c.article_id.in_(article_ids)))


def _add_articles(connection: Connection, new: Batch) -> None:
    read_at = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    rows = [_article_row(i, record.article, read_at) for i, record in new.items()]
    insert_or_ignore(connection, articles, rows)
    numbers = _numbers(connection, new).items()
    add_to_search(connection, [_search_row(new[i].article, number) for i, number in numbers])


def _numbers(connection: Connection, batch: Batch) -> dict[str, int]:
    """Return the numbers under which the articles are stored, by their ids."""
    query = select(articles.c.id, articles.c.number).where(articles.c.id.in_(batch))
    return {row.id: row.number for row in connection.execute(query)}


def _article_row(article_id: str, article: Article, read_at: str) -> dict[str, Any]:
    title, published = article.title_span, article.published
    return {
        "id": article_id,
        "source": article.source,
        "given_id": article.given_id,
        "title": article.title,
        "title_start": title.start if title else None,
        "title_end": title.end if title else None,
        "published_start": published.start if published else None,
        "published_end": published.end if published else None,
        "published_grain": published.grain if published else None,
        "publisher": article.publisher,
        "byline": list(article.byline),
        "dateline": article.dateline,
        "url": article.url,
        "lang": article.lang,
        "skips": [list(span) for span in article.skips],
        "read_at": read_at,
        "text": article.text,
    }


def _search_row(article: Article, number: int) -> dict[str, Any]:
    title = "" if article.title_span else keys(article.title)
    return {"rowid": number, "title": title, "text": keys(article.text)}


def _run_row(model: ModelInfo) -> dict[str, str]:
    return {"model_name": model.name, "model_version": model.version, "rules": model.rules}


def _add_statements(connection: Connection, batch: Batch) -> int:
    """Add what the model found in the articles, and return the number of statements."""
    run_rows: Rows = []
    statement_rows: Rows = []
    span_rows: Rows = []
    for i, record in batch.items():
        run_rows.append({"article_id": i, **_run_row(record.model)})
        for ordinal, statement in enumerate(record.statements):
            statement_rows.append(_statement_row(i, ordinal, statement))
            span_rows.extend(_span_rows(statement))
    insert_or_ignore(connection, runs, run_rows)
    insert_or_ignore(connection, statements, statement_rows)
    insert_or_ignore(connection, spans, span_rows)
    return len(statement_rows)


def _statement_row(article_id: str, ordinal: int, statement: Statement) -> dict[str, Any]:
    return {
        "id": statement.id,
        "article_id": article_id,
        "ordinal": ordinal,
        "kind": statement.kind,
        "score": statement.score,
        "why": statement.why,
    }


def _span_rows(statement: Statement) -> Iterator[dict[str, Any]]:
    roles = ((SOURCE, statement.source), (CUE, statement.cue), (CONTENT, statement.content))
    for role, places in roles:
        for ordinal, (start, end) in enumerate(places):
            yield {
                "statement_id": statement.id,
                "role": role,
                "ordinal": ordinal,
                "start": start,
                "end": end,
            }
