"""What a person types -> the articles that hold it, with the statements and the exact places."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import reduce
from typing import Any, NamedTuple

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Engine,
    Select,
    Text,
    func,
    literal,
    select,
    type_coerce,
)

from sayso.errors import DamageError
from sayso.records import ANY_SAID, Record, Span, Spans, extent
from sayso.store.conclusions import SPAN
from sayso.store.dialect import among, beyond_ascii, find_articles, holds, reading, search_table
from sayso.store.queries import check_spans, list_query, rows_of, was_said
from sayso.store.rows import ArticleRow, Hit, Passage
from sayso.store.schema import CONTENT, acts, articles, spans, statements
from sayso.store.tally import check
from sayso.store.words import PRINT, Phrase, find, has_all, phrases

# Code points shown on either side of words that stand outside every statement.
_AROUND = 80
_AT_ONCE = 100  # articles
_PART = spans.alias()  # one of those of a content
_WORDS = type_coerce(_PART.c.words, Text)


class Saying(NamedTuple):
    """A statement by its id, and by the number of its article and its place in it."""

    id: str
    article_number: int
    ordinal: int


class Content(NamedTuple):
    """Where the content of a statement stands, and whether that was said."""

    said: str
    spans: list[Span]


class Sought(NamedTuple):
    """What is looked for: all of these words, in what was `said` (see `was_said`).

    `corrected` are records as people corrected them, by the ids of their articles; `within` are the
    ids of the statements that alone are looked at, if it is no whole articles.
    """

    wanted: Sequence[Phrase]
    said: str
    corrected: Mapping[str, Record]
    within: Collection[str] | None = None


Corrections = Callable[[Collection[str]], Mapping[str, Record]]
Contents = dict[str, Content]  # of an article's statements, by statement id


def search(
    engine: Engine,
    query: str,
    *,
    said: str,
    limit: int,
    corrected: Corrections = lambda _: {},
) -> list[Hit]:
    """Return the articles that hold all words of `query`, at most `limit`, best first.

    Case and accents do not matter; words in double quotes stand together. Anything else in
    `query` only separates words, and a query without words finds nothing. Only statements of
    which it holds that they were `said` (see `was_said`) count as such, in passages too.
    `corrected` gives the records that people corrected of some articles, by their ids.
    """
    wanted = phrases(query)
    if not wanted:
        return []
    with reading(engine) as connection:
        numbers = find_articles(connection, wanted, limit)
        if not numbers:
            _check_search(connection)
        mine = among(connection, articles.c.number, numbers)
        ids = connection.scalars(select(articles.c.id).where(mine)).all()
    sought = Sought(wanted, said, corrected(ids))
    with reading(engine) as connection:
        return hits_in(connection, numbers, sought)


def hits_in(connection: Connection, numbers: Sequence[int], sought: Sought) -> list[Hit]:
    """Return what some articles have of words, in the order of their numbers."""
    check(connection, numbers, (statements, spans, acts))
    columns = (articles.c.number, articles.c.id, articles.c.text)
    rows = connection.execute(select(*columns).where(articles.c.number.in_(numbers))).all()
    shown = rows_of(connection, list_query(sought.said).where(articles.c.number.in_(numbers)))
    contents = _contents(connection, numbers, sought.said)
    by_id = {row.id: row for row in shown}
    contents |= {
        n: _corrected(sought.corrected[article_id], sought.said)
        for n, article_id, _ in rows
        if article_id in sought.corrected
    }
    hits = {
        n: _hit(sought, by_id[article_id], text, contents.get(n, {}))
        for n, article_id, text in rows
    }
    return [hits[number] for number in numbers]


def _check_search(connection: Connection) -> None:
    """Raise DamageError if what finds words is lost."""
    there = [
        connection.execute(select(literal(1)).select_from(table).limit(1)).first()
        for table in (articles, search_table(connection))
    ]
    if there[0] and not there[1]:
        raise DamageError("all rows of search are missing")


def saying(connection: Connection, wanted: Sequence[Phrase], most: int) -> Iterator[Saying]:
    """Yield the statements whose content has all words: whoever asks may stop.

    They are looked for in the articles that fit best, as many as `most`, those that fit best first.
    """
    numbers = find_articles(connection, wanted, most)
    for start in range(0, len(numbers), _AT_ONCE):
        yield from _saying(connection, wanted, numbers[start : start + _AT_ONCE])


def _saying(
    connection: Connection, wanted: Sequence[Phrase], numbers: Sequence[int]
) -> Iterator[Saying]:
    its = statements.c
    longest = max((key for phrase in wanted for key in phrase), key=len)
    query = (
        select(its.id, its.article_number, its.ordinal, spans.c.words)
        .join(spans, (spans.c.statement_id == its.id) & (spans.c.role == CONTENT))
        .where(among(connection, its.article_number, numbers))
        .where(_may_have(connection, its.id, longest))
        .order_by(its.article_number, its.ordinal, spans.c.ordinal)
    )
    contents: dict[Saying, list[str]] = defaultdict(list)
    for *statement, words in connection.execute(query):
        contents[Saying(*statement)].append(words)
    for each, content in contents.items():
        if has_all(wanted, " ".join(content)):
            yield each


def _may_have(connection: Connection, statement: Column[str], key: str) -> ColumnElement[bool]:
    """Return the condition that a part of a statement's content may have a word.

    The database tells it: so few statements are looked at.
    """
    plain: ColumnElement[str] = reduce(lambda c, mark: func.replace(c, mark, ""), PRINT, _WORDS)
    # Few have marks of print, so that these are taken out of few.
    odd = beyond_ascii(connection, _WORDS) & beyond_ascii(connection, plain)
    has = holds(connection, func.lower(_WORDS), key) | odd
    part = (_PART.c.statement_id == statement) & (_PART.c.role == CONTENT)
    return select(literal(1)).select_from(_PART).where(part, has).exists()


def _contents(connection: Connection, numbers: Sequence[int], said: str) -> dict[int, Contents]:
    """Return the contents of the statements of some articles, by the articles' numbers."""
    columns = (statements.c.article_number, statements.c.id, *SPAN.columns)
    content_of = (spans.c.statement_id == statements.c.id) & (spans.c.role == CONTENT)
    said_of = acts.c.statement_id == statements.c.id
    query: Select[Any] = (
        select(*columns, func.coalesce(acts.c.said, "yes").label("said"))
        .select_from(statements.outerjoin(spans, content_of).outerjoin(acts, said_of))
        .where(statements.c.article_number.in_(numbers))
        .where(was_said(said, statements.c.id))
        .order_by(statements.c.ordinal, spans.c.ordinal)
    )
    by_article: dict[int, Contents] = {}
    for row in connection.execute(query):
        of_article = by_article.setdefault(row.article_number, {})
        content = of_article.setdefault(row.id, Content(row.said, []))
        content.spans.append(SPAN.value(row))
    return by_article


def _corrected(record: Record, said: str) -> Contents:
    """Return the contents of the statements of an article as people corrected it."""
    return {
        statement.id: Content(act.said, list(statement.content))
        for statement, act in zip(record.statements, record.acts, strict=True)
        if said in (act.said, ANY_SAID)
    }


def _hit(sought: Sought, row: ArticleRow, text: str, contents: Contents) -> Hit:
    check_spans(tuple(span for each in contents.values() for span in each.spans), text)
    left = find(sought.wanted, text)
    passages = []
    outside = set(left)
    for statement_id, (said, content) in contents.items():
        if sought.within is not None and statement_id not in sought.within:
            continue
        if inside := tuple(w for w in left if any(c.holds(w) for c in content)):
            span = extent(content)
            passages.append(Passage(statement_id, span, span.of(text), inside, said))
            outside.difference_update(inside)
    if sought.within is None:
        passages.extend(_around(text, tuple(sorted(outside))))
    return Hit(
        article=row,
        title_words=find(sought.wanted, row.title),
        passages=tuple(sorted(passages, key=lambda p: p.span)),
    )


def _around(text: str, words: Spans) -> Iterator[Passage]:
    """Yield the surroundings of `words`, those close to each other together."""
    group: list[Span] = []
    for word in words:
        if group and word.start - group[-1].end > 2 * _AROUND:
            yield _surroundings(text, tuple(group))
            group = []
        group.append(word)
    if group:
        yield _surroundings(text, tuple(group))


def _surroundings(text: str, words: Spans) -> Passage:
    """Return whole words around `words`, without leaving the paragraph."""
    first, last = extent(words)
    start, end = max(0, first - _AROUND), min(len(text), last + _AROUND)
    before, after = text[start:first], text[last:end]
    if "\n" in before:
        start = first - len(before.rpartition("\n")[2])
    elif start > 0:
        start = first - len(before.partition(" ")[2])
    if "\n" in after:
        end = last + after.index("\n")
    elif end < len(text):
        end = last + len(after.rpartition(" ")[0])
    return Passage(None, Span(start, end), text[start:end], words)
