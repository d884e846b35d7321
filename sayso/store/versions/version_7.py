"""A record of version 6 -> version 7: what holds across articles gets its tables; all are empty."""

from importlib import resources

from sqlalchemy import Connection

_SQL = resources.files("sayso.store.versions").joinpath("version_7.sql")
_SQLITE = {
    "text": "TEXT",
    "bytes": "BLOB",
    "whole": "INTEGER",
    "small": "INTEGER",
    "rowless": "\n WITHOUT ROWID",
}
_POSTGRESQL = {
    "text": 'TEXT COLLATE "C"',
    "bytes": "BYTEA",
    "whole": "BIGINT",
    "small": "SMALLINT",
    "rowless": "",
}


def to_version_7(connection: Connection) -> None:
    """Take the step, in the caller's transaction."""
    words = _POSTGRESQL if connection.dialect.name == "postgresql" else _SQLITE
    for statement in _SQL.read_text("utf-8").format(**words).split(";\n"):
        connection.exec_driver_sql(statement)
