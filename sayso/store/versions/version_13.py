"""A record of version 12 -> version 13: what `sayso watch` follows, has noticed and has to tell."""

from sqlalchemy import Connection

_TABLES = (
    """CREATE TABLE watch_pages (
    "key" {text} NOT NULL,
    address {text} NOT NULL,
    source {text} NOT NULL,
    is_source BOOLEAN NOT NULL,
    etag {text} NOT NULL,
    modified {text} NOT NULL,
    stamp {text} NOT NULL,
    day {text} NOT NULL,
    since {text} NOT NULL,
    due {text} NOT NULL,
    tries INTEGER NOT NULL,
    why {text} NOT NULL,
    quiet BOOLEAN NOT NULL,
    PRIMARY KEY ("key")
){rowless}""",
    "CREATE INDEX watch_pages_due ON watch_pages (due)",
    """CREATE TABLE watch_hosts (
    host {text} NOT NULL,
    robots {text} NOT NULL,
    asked {text} NOT NULL,
    until {text} NOT NULL,
    tries INTEGER NOT NULL,
    PRIMARY KEY (host)
){rowless}""",
    """CREATE TABLE watch_noticed (
    article_number INTEGER NOT NULL,
    quiet BOOLEAN NOT NULL,
    PRIMARY KEY (article_number)
)""",
    """CREATE TABLE watch_facts (
    kind {text} NOT NULL,
    anchor {text} NOT NULL,
    number INTEGER NOT NULL,
    PRIMARY KEY (kind, anchor)
){rowless}""",
    """CREATE TABLE watch_alerts (
    "key" {text} NOT NULL,
    ordinal INTEGER NOT NULL,
    at {text} NOT NULL,
    kind {text} NOT NULL,
    value {text} NOT NULL,
    PRIMARY KEY ("key")
){rowless}""",
    "CREATE INDEX watch_alerts_at ON watch_alerts (at, ordinal)",
    """CREATE TABLE watch_deliveries (
    alert {text} NOT NULL REFERENCES watch_alerts ("key"),
    destination {text} NOT NULL,
    tries INTEGER NOT NULL,
    due {text} NOT NULL,
    delivered {text} NOT NULL,
    why {text} NOT NULL,
    PRIMARY KEY (alert, destination)
){rowless}""",
    "CREATE INDEX watch_deliveries_due ON watch_deliveries (destination, due)",
)
_SQLITE = {"text": "TEXT", "rowless": " WITHOUT ROWID"}
_POSTGRESQL = {"text": 'VARCHAR COLLATE "C"', "rowless": ""}


def to_version_13(connection: Connection) -> None:
    """Take the step, in the caller's transaction."""
    words = _POSTGRESQL if connection.dialect.name == "postgresql" else _SQLITE
    for table in _TABLES:
        connection.exec_driver_sql(table.format(**words))
