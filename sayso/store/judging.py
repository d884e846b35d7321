"""What people decided -> rows, and back. Rows are only ever added; a withdrawal is one more."""

import hashlib
import reprlib
from collections.abc import Iterable, Iterator
from itertools import islice
from math import isfinite
from typing import Any

from sqlalchemy import Connection, Engine, Row, Select, select

from sayso.errors import DamageError, MissingError, StoreError
from sayso.judgements import Anchor, Judgement
from sayso.packing import all_of
from sayso.records import Span, made, plain
from sayso.store.columns import Columns, Values, are_ranges
from sayso.store.dialect import insert_or_ignore, reading, writing
from sayso.store.schema import judgements
from sayso.store.verbatim import MOST_NESTED, is_deeper

WITHDRAWAL = "withdrawal"
# What Python, by default, reads of a number that is written out.
MOST_DIGITS = 4300
_TOO_LARGE = 10**MOST_DIGITS
_MOST_PARTS = 100_000
_LAST = 2**31 - 1  # no text is longer
_JUDGEMENT = Columns(Judgement, judgements)
_TEXTS = ("kind", "by", "at", "why", "withdrawn", "withdrawn_by", "withdrawn_why")
# The types that JSON gives back; one derived from them would come back as these.
Withdrawals = dict[str, dict[str, str]]
_NOT_TAKEN_BACK = {"withdrawn": "", "withdrawn_by": "", "withdrawn_why": ""}
_PLAIN = {dict, list, str, int, float, bool, type(None)}


def judge(engine: Engine, decided: Iterable[Judgement]) -> None:
    """Add judgements; one that is there already is not added again.

    They may be of an article that the record does not hold, or not yet.

    Raises StoreError if they cannot be written; none is where one of them would not come back as
    it is, because it has a field of another type, is withdrawn already, or has an `object` that is
    not plain JSON, is nested deeper than `MOST_NESTED`, or holds a number that is not finite or has
    more than `MOST_DIGITS` digits.
    """
    rows = [_row(each) for each in decided]
    with writing(engine) as connection:
        insert_or_ignore(connection, judgements, rows)


def _row(judgement: Judgement) -> Values:
    if reason := _unkeepable(judgement):
        raise StoreError(f"a judgement cannot be kept: {reason}")
    own = {"id": judgement.id, "article_id": judgement.subject.article}
    return own | _JUDGEMENT.row(judgement)


def _unkeepable(judgement: Judgement) -> str:
    """Return why a judgement would not come back as it is, or nothing."""
    if not isinstance(judgement, Judgement):
        return "it is no judgement"
    for name in _TEXTS:
        if type(getattr(judgement, name)) is not str:
            return f"its {name} is no text"
    if judgement.withdrawn:
        return "it is withdrawn; withdraw it once it is kept"
    return _unkeepable_subject(judgement.subject) or _unkeepable_object(judgement.object)


def _unkeepable_subject(subject: Any) -> str:
    if not isinstance(subject, Anchor):
        return "its subject is no anchor"
    if type(subject.article) is not str or type(subject.role) is not str:
        return "the article or the role of its subject is no text"
    try:
        ranges = made(plain(subject), Anchor) == subject and are_ranges(subject)
    except (ValueError, TypeError):
        ranges = False
    if not ranges or any(span.end > _LAST for span in all_of(Span, subject)):
        return "a span of its subject is no range of a text"
    return ""


def _unkeepable_object(judged: Any) -> str:
    if type(judged) is not dict:
        return "its object is not plain JSON"
    if is_deeper(judged, MOST_NESTED):
        return "its object is nested too deep"
    parts = list(islice(_parts(judged), _MOST_PARTS + 1))
    if len(parts) > _MOST_PARTS:
        return f"its object holds more than {_MOST_PARTS:,} values"
    return next((reason for part in parts if (reason := _unkeepable_part(part))), "")


def _parts(judged: Any) -> Iterator[Any]:
    """Yield all that stands in an object, as often as it stands there."""
    waiting = [judged]
    while waiting:
        part = waiting.pop()
        yield part
        if isinstance(part, dict):
            waiting += part.values()
        elif isinstance(part, list):
            waiting += part


def _unkeepable_part(part: Any) -> str:
    names = part if type(part) is dict else ()
    if type(part) not in _PLAIN or any(type(name) is not str for name in names):
        return "its object is not plain JSON"
    if isinstance(part, float) and not isfinite(part):
        return "a number in its object is not finite"
    if type(part) is int and abs(part) >= _TOO_LARGE:
        return f"a number in its object has more than {MOST_DIGITS:,} digits"
    return ""


def withdraw(engine: Engine, judgement_id: str, *, by: str, at: str, why: str) -> None:
    """Add that a judgement is taken back, by whom, when and why; the judgement itself stays.

    Raises MissingError if there is no such judgement, and StoreError if one of the words is no
    text, `at` is empty, or it cannot be written.
    """
    if not all(type(each) is str for each in (judgement_id, by, at, why)):
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
            shown = reprlib.repr(judgement_id)
            raise MissingError(f"no judgement in the record has the id {shown}")
        insert_or_ignore(connection, judgements, [row | {"article_id": article_id}])


def restore(engine: Engine, decided: Iterable[Judgement]) -> None:
    """Add judgements as they were exported, with how they were taken back if they were."""
    every = list(decided)
    if every:
        open_ = {"withdrawn": "", "withdrawn_by": "", "withdrawn_why": ""}
        judge(engine, (made(plain(each) | open_, Judgement) for each in every))
    for each in every:
        if each.withdrawn:
            how = {"by": each.withdrawn_by, "at": each.withdrawn, "why": each.withdrawn_why}
            withdraw(engine, each.id, **how)


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
    taken_back = _withdrawals(connection)
    query: Select[Any] = (
        select(judgements.c.number, judgements.c.id, *_JUDGEMENT.columns)
        .where(judgements.c.withdraws == "")
        .order_by(judgements.c.number)
    )
    if article_id is not None:
        query = query.where(judgements.c.article_id == article_id)
    try:
        return {row.number: _value(row, taken_back) for row in connection.execute(query)}
    except DamageError:  # somewhere: what is whole comes one by one
        numbers = connection.scalars(query.with_only_columns(judgements.c.number)).all()
        each = ((n, query.where(judgements.c.number == n)) for n in numbers)
        return {n: _alone(connection, mine, taken_back) for n, mine in each}


def _withdrawals(connection: Connection) -> Withdrawals:
    """Return how each judgement was taken back first: when, by whom and why."""
    row = judgements.c
    query = select(row.withdraws, row.at, row.by, row.why).where(row.withdraws != "")
    made: Withdrawals = {}
    for withdrawn, *how in connection.execute(query.order_by(row.at, row.number)):
        names = ("withdrawn", "withdrawn_by", "withdrawn_why")
        made.setdefault(withdrawn, dict(zip(names, map(str, how), strict=True)))
    return made


def _alone(connection: Connection, query: Select[Any], taken_back: Withdrawals) -> Judgement | None:
    try:
        return _value(connection.execute(query).one(), taken_back)
    except DamageError:
        return None


def _value(row: Row[Any], taken_back: Withdrawals) -> Judgement:
    return _JUDGEMENT.value(row, **(taken_back.get(row.id) or _NOT_TAKEN_BACK))
