"""A record of version 11 -> version 12: who may sign in to its reader."""

from sqlalchemy import Connection

_TABLES = (
    """CREATE TABLE accounts (
    name {text} NOT NULL,
    role {text} NOT NULL,
    password {text} NOT NULL,
    since {text} NOT NULL,
    PRIMARY KEY (name)
){rowless}""",
    """CREATE TABLE sessions (
    token {text} NOT NULL,
    account {text} NOT NULL REFERENCES accounts (name) ON DELETE CASCADE,
    since {text} NOT NULL,
    until {text} NOT NULL,
    PRIMARY KEY (token)
){rowless}""",
    "CREATE INDEX sessions_account ON sessions (account)",
)
_SQLITE = {"text": "TEXT", "rowless": " WITHOUT ROWID"}
_POSTGRESQL = {"text": 'VARCHAR COLLATE "C"', "rowless": ""}


def to_version_12(connection: Connection) -> None:
    """Take the step, in the caller's transaction."""
    words = _POSTGRESQL if connection.dialect.name == "postgresql" else _SQLITE
    for table in _TABLES:
        connection.exec_driver_sql(table.format(**words))
