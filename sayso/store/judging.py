"""What people decided -> rows, and back. Rows are only ever added; a withdrawal is one more."""

import hashlib
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Engine, Select, func, select

from sayso.errors import StoreError
from sayso.judgements import Judgement
from sayso.store.columns import Columns
from sayso.store.dialect import insert_or_ignore, reading, writing
from sayso.store.schema import judgements

WITHDRAWAL = "withdrawal"
_JUDGEMENT = Columns(Judgement, judgements)


def judge(engine: Engine, decided: Iterable[Judgement]) -> None:
    """Add judgements; one that is there already is not added again.

    Raises StoreError if they cannot be written.
    """
    rows = [
        {"id": each.id, "article_id": each.subject.article} | _JUDGEMENT.row(each)
        for each in decided
    ]
    with writing(engine) as connection:
        insert_or_ignore(connection, judgements, rows)


def withdraw(engine: Engine, judgement_id: str, *, by: str, at: str, why: str) -> None:
    """Add that a judgement is taken back, by whom, when and why; the judgement itself stays.

    Raises StoreError if there is no such judgement, or it cannot be written.
    """
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

    Those that were withdrawn are among them, with the first time when they were.
    """
    later = judgements.alias()
    withdrawn = (
        select(func.min(later.c.at)).where(later.c.withdraws == judgements.c.id).scalar_subquery()
    )
    query: Select[Any] = (
        select(*_JUDGEMENT.columns, withdrawn.label("withdrawn"))
        .where(judgements.c.withdraws == "")
        .order_by(judgements.c.number)
    )
    if article_id is not None:
        query = query.where(judgements.c.article_id == article_id)
    with reading(engine) as connection:
        rows = connection.execute(query)
        return [_JUDGEMENT.value(row, withdrawn=row.withdrawn or "") for row in rows]
