"""What people decided -> rows, and back. Rows are only ever added; a withdrawal is one more."""

import hashlib
import json
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Engine, Row, Select, func, select

from sayso.errors import DamageError, StoreError
from sayso.judgements import Judgement
from sayso.records import made, plain
from sayso.store.columns import Columns, Values, are_ranges
from sayso.store.dialect import insert_or_ignore, reading, writing
from sayso.store.schema import judgements
from sayso.store.verbatim import MOST_NESTED, is_deeper

WITHDRAWAL = "withdrawal"
_JUDGEMENT = Columns(Judgement, judgements)


def judge(engine: Engine, decided: Iterable[Judgement]) -> None:
    """Add judgements; one that is there already is not added again.

    They may be of an article that the record does not hold, or not yet.

    Raises StoreError if they cannot be written; none is where one of them would not come back as
    it is, because it has a field of another type, is withdrawn already, or has an `object` that is
    not plain JSON or is nested deeper than `MOST_NESTED`.
    """
    rows = [_row(each) for each in decided]
    with writing(engine) as connection:
        insert_or_ignore(connection, judgements, rows)


def _row(judgement: Judgement) -> Values:
    if is_deeper(judgement.object, MOST_NESTED):
        raise StoreError("a judgement cannot be kept: its object is nested too deep")
    if judgement.withdrawn != "":
        raise StoreError("a judgement cannot be kept: it is withdrawn; withdraw it once it is kept")
    try:
        text = json.dumps(plain(judgement), ensure_ascii=False, allow_nan=False)
        comes_back = made(json.loads(text), Judgement) == judgement
    except (ValueError, TypeError, RecursionError) as error:
        raise StoreError(f"a judgement cannot be kept: {error}") from error
    if not comes_back:
        raise StoreError("a judgement cannot be kept: its object is not plain JSON")
    if not are_ranges(judgement.subject):
        raise StoreError("a judgement cannot be kept: a span of its subject ends before it starts")
    own = {"id": judgement.id, "article_id": judgement.subject.article}
    return own | _JUDGEMENT.row(judgement)


def withdraw(engine: Engine, judgement_id: str, *, by: str, at: str, why: str) -> None:
    """Add that a judgement is taken back, by whom, when and why; the judgement itself stays.

    Raises StoreError if there is no such judgement, one of the words is no text, `at` is empty, or
    it cannot be written.
    """
    if not all(isinstance(each, str) for each in (judgement_id, by, at, why)):
        raise StoreError("a withdrawal cannot be kept: one of its fields is no text")
    if not at:
        raise StoreError("a withdrawal cannot be kept: it has no time")
    words = "|".join((judgement_id, by, at))
    row = {
        "id": "wd_" + hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:16],
        "kind": WITHDRAWAL,
        "withdraws": judgement_id,
        "subject": None,
        "object": None,
        "by": by,
        "at": at,
        "why": why,
    }
    mine = select(judgements.c.article_id).where(
        judgements.c.id == judgement_id, judgements.c.withdraws == ""
    )
    with writing(engine) as connection:
        article_id = connection.scalar(mine)
        if article_id is None:
            raise StoreError(f"no judgement in the record has the id {judgement_id!r}")
        insert_or_ignore(connection, judgements, [row | {"article_id": article_id}])


def judged(engine: Engine, article_id: str | None = None) -> list[Judgement]:
    """Return the judgements, of one article's words or all, in the order in which they were added.

    Those that were withdrawn are among them, with the first time when they were. Those whose rows
    are damaged are not: `damaged` tells which these are.
    """
    with reading(engine) as connection:
        rows = _judged(connection, article_id)
    return [each for each in rows.values() if each is not None]


def damaged(engine: Engine) -> list[int]:
    """Return the numbers of the judgements whose rows are damaged, in the table `judgements`."""
    with reading(engine) as connection:
        rows = _judged(connection, None)
    return [number for number, each in rows.items() if each is None]


def _judged(connection: Connection, article_id: str | None) -> dict[int, Judgement | None]:
    """Return judgements by the numbers of their rows, None where a row is damaged."""
    later = judgements.alias()
    withdrawn = (
        select(func.min(later.c.at)).where(later.c.withdraws == judgements.c.id).scalar_subquery()
    )
    query: Select[Any] = (
        select(judgements.c.number, *_JUDGEMENT.columns, withdrawn.label("withdrawn"))
        .where(judgements.c.withdraws == "")
        .order_by(judgements.c.number)
    )
    if article_id is not None:
        query = query.where(judgements.c.article_id == article_id)
    try:
        return {row.number: _value(row) for row in connection.execute(query)}
    except DamageError:  # somewhere: what is whole comes one by one
        numbers = connection.scalars(query.with_only_columns(judgements.c.number)).all()
        return {n: _alone(connection, query.where(judgements.c.number == n)) for n in numbers}


def _alone(connection: Connection, query: Select[Any]) -> Judgement | None:
    try:
        return _value(connection.execute(query).one())
    except DamageError:
        return None


def _value(row: Row[Any]) -> Judgement:
    return _JUDGEMENT.value(row, withdrawn=row.withdrawn or "")
