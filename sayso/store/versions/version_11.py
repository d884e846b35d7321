"""A record of version 10 -> version 11: how much each group is, and headlines by sighting.

The sizes are counted from what linking had made, so that nothing needs to be linked again. Of the
sightings of a text the one that it was resolved with gets the headline; of others it is not known.
"""

import json
from collections.abc import Iterable, Iterator
from importlib import resources
from typing import Any

from sqlalchemy import Connection, bindparam, column, insert, table, text

from sayso.store.verbatim import Verbatim

_SQL = resources.files("sayso.store.versions").joinpath("version_11.sql")
_SQLITE = {
    "text": "TEXT",
    "whole": "INTEGER",
    "small": "INTEGER",
    "rowless": " WITHOUT ROWID",
    "hash": "",
}
_POSTGRESQL = {
    "text": 'VARCHAR COLLATE "C"',
    "whole": "BIGINT",
    "small": "SMALLINT",
    "rowless": "",
    "hash": "USING hash",
}
_AT_ONCE = 500  # groups
_ENTITIES, _QUOTATIONS, _CLAIMS = 1, 2, 3
_PLAIN = 0.45  # score from which on an answer was plain
_AGAINST = ("denies", "rejects", "corrects")
_NUMBERS = "number room size articles outlets origins answers opposed against said spoken"
_TEXTS = "id first last kind words"
_sizes = table(
    "link_sizes",
    *(column(name) for name in _NUMBERS.split()),
    *(column(name, Verbatim()) for name in _TEXTS.split()),
)
_GROUPS = text(
    'SELECT number, room, id, "first", value FROM link_groups WHERE number > :last'
    " AND room <> 0 AND value IS NOT NULL ORDER BY number LIMIT :most"
)
_COUNTED = text(
    'SELECT nodes."group" AS number, count(*) AS size,'
    " count(DISTINCT items.article_number) AS articles, sum(items.said) AS said,"
    " count(DISTINCT CASE WHEN items.said > 0 THEN items.article_number END) AS spoken,"
    " max(nodes.last) AS last FROM link_nodes AS nodes"
    " JOIN link_items AS items ON items.node = nodes.number"
    ' WHERE nodes."group" IN :groups GROUP BY nodes."group"'
).bindparams(bindparam("groups", expanding=True))
_OUTLETS = text(
    'SELECT nodes."group" AS number, count(DISTINCT seen.publisher) AS outlets'
    " FROM link_nodes AS nodes JOIN link_items AS items ON items.node = nodes.number"
    " JOIN sightings AS seen ON seen.article_number = items.article_number"
    ' WHERE nodes."group" IN :groups AND seen.publisher != \'\' GROUP BY nodes."group"'
).bindparams(bindparam("groups", expanding=True))

Values = dict[str, Any]


def to_version_11(connection: Connection) -> None:
    """Take the step, in the caller's transaction."""
    words = _POSTGRESQL if connection.dialect.name == "postgresql" else _SQLITE
    for statement in _SQL.read_text("utf-8").format(**words).split(";\n"):
        connection.exec_driver_sql(statement)
    for groups in _groups(connection):
        rows = list(_rows(connection, groups))
        if rows:
            connection.execute(insert(_sizes), rows)


def _groups(connection: Connection) -> Iterator[list[Any]]:
    """Yield the groups that may have a value, some at a time."""
    last = -1
    while some := connection.execute(_GROUPS, {"last": last, "most": _AT_ONCE}).all():
        yield list(some)
        last = some[-1].number


def _rows(connection: Connection, groups: Iterable[Any]) -> Iterator[Values]:
    valued = {row.number: row for row in groups if row.value}
    others = {"groups": [n for n, row in valued.items() if row.room != _CLAIMS]}
    quoted = {"groups": [n for n, row in valued.items() if row.room == _QUOTATIONS]}
    counted = {row.number: row for row in connection.execute(_COUNTED, others)}
    outlets = {row.number: row.outlets for row in connection.execute(_OUTLETS, quoted)}
    for number, row in valued.items():
        value = json.loads(row.value)
        more = _of_claim(value) if row.room == _CLAIMS else _of_items(counted.get(number))
        yield {
            **_common(row),
            "kind": value["type"] if row.room == _ENTITIES else "",
            "words": value["name"] if row.room == _ENTITIES else "",
            "outlets": outlets.get(number, 0),
            **more,
        }


def _common(row: Any) -> Values:
    own = {"number": row.number, "room": row.room, "id": row.id, "first": row.first}
    return own | dict.fromkeys(("answers", "opposed", "against", "said", "spoken"), 0) | _NONE


_NONE: Values = {"origins": None, "last": "", "size": 0, "articles": 0}


def _of_items(row: Any) -> Values:
    if row is None:
        return {}
    names = ("size", "articles", "said", "spoken", "last")
    its = {name: getattr(row, name) for name in names}
    return its | {"said": int(row.said), "last": row.last[:10]}


def _of_claim(value: Values) -> Values:
    plain = [a for a in value["answers"] if a.get("judged") or a["score"] >= _PLAIN]
    against = [each for each in plain if each["kind"] in _AGAINST]
    return {
        "last": value["last"],
        "size": len(value["statements"]),
        "articles": value["articles"],
        "outlets": value["outlets"],
        "origins": value["independent"],
        "answers": len(plain),
        "opposed": sum(each["kind"] != "confirms" for each in plain),
        "against": len(against),
        "words": value.get("heading") or value["text"],
    }
