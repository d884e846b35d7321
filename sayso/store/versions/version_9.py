"""A record of version 8 -> version 9: an item of linking keeps what is its own, and what it cites.

All that linking made is taken out: it is made again.
"""

from sqlalchemy import Connection

_EMPTIED = (
    *("linked", "link_nodes", "link_keys", "link_refs", "link_pairs", "link_groups"),
    *("link_touched", "link_rulings", "link_judged"),
)
_ITEMS = """CREATE TABLE link_items (
    article_number INTEGER NOT NULL,
    room {small} NOT NULL,
    ordinal INTEGER NOT NULL,
    node {whole} NOT NULL,
    cites {bytes} NOT NULL,
    own {bytes} NOT NULL,
    PRIMARY KEY (article_number, room, ordinal)
){rowless}"""
_SQLITE = {"bytes": "BLOB", "whole": "INTEGER", "small": "INTEGER", "rowless": " WITHOUT ROWID"}
_POSTGRESQL = {"bytes": "BYTEA", "whole": "BIGINT", "small": "SMALLINT", "rowless": ""}


def to_version_9(connection: Connection) -> None:
    """Take the step, in the caller's transaction."""
    words = _POSTGRESQL if connection.dialect.name == "postgresql" else _SQLITE
    for name in _EMPTIED:
        connection.exec_driver_sql(f"DELETE FROM {name}")  # noqa: S608
    connection.exec_driver_sql("DROP TABLE link_items")
    connection.exec_driver_sql(_ITEMS.format(**words))
    connection.exec_driver_sql("CREATE INDEX link_items_node ON link_items (node)")
