"""The tables of watching. What is read, said and judged never refers to them.

`watch_pages` are the addresses that are followed, sources and the pages that they name, and
`watch_hosts` what is known of those who serve them. `watch_noticed` are the articles of which it
was told what they bring, `watch_facts` what was known by then; `watch_alerts` is what is told, and
`watch_deliveries` to whom, and whether it got there. Times are in ISO 8601, in UTC, or empty.
"""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, Table

from sayso.store.schema import metadata
from sayso.store.verbatim import Verbatim, VerbatimJson

watch_pages = Table(
    "watch_pages",
    metadata,
    Column("key", Verbatim, primary_key=True),  # of the address, see rows.py
    Column("address", Verbatim, nullable=False),
    Column(
        "source", Verbatim, nullable=False
    ),  # the address that names it, empty for what the user named
    Column("is_source", Boolean, nullable=False),
    Column("etag", Verbatim, nullable=False),
    Column("modified", Verbatim, nullable=False),
    Column("stamp", Verbatim, nullable=False),  # what its source said of it, as a digest
    Column("day", Verbatim, nullable=False),
    Column("since", Verbatim, nullable=False),  # when it was read first
    Column("due", Verbatim, nullable=False),  # when it is asked next; empty for never
    Column("tries", Integer, nullable=False),  # that failed, one after the other
    Column("why", Verbatim, nullable=False),
    Column("quiet", Boolean, nullable=False),  # it was there before: nothing is told of it
    Index("watch_pages_due", "due"),
    sqlite_with_rowid=False,
)

watch_hosts = Table(
    "watch_hosts",
    metadata,
    Column("host", Verbatim, primary_key=True),  # https://courier.example:443
    Column("robots", Verbatim, nullable=False),
    Column("asked", Verbatim, nullable=False),  # when its robots.txt was
    Column("until", Verbatim, nullable=False),  # when it may be asked again
    Column("tries", Integer, nullable=False),
    sqlite_with_rowid=False,
)

watch_noticed = Table(
    "watch_noticed",
    metadata,
    Column("article_number", Integer, primary_key=True, autoincrement=False),
    Column("quiet", Boolean, nullable=False),
)

watch_facts = Table(
    "watch_facts",
    metadata,
    Column("kind", Verbatim, primary_key=True),
    Column("anchor", Verbatim, primary_key=True),  # a statement, or two articles
    Column("number", Integer, nullable=False),
    sqlite_with_rowid=False,
)

# Never told twice: the key of an alert is made of what it tells.
watch_alerts = Table(
    "watch_alerts",
    metadata,
    Column("key", Verbatim, primary_key=True),
    Column("ordinal", Integer, nullable=False),  # among those that were noticed together
    Column("at", Verbatim, nullable=False),
    Column("kind", Verbatim, nullable=False),
    Column("value", VerbatimJson, nullable=False),
    Index("watch_alerts_at", "at", "ordinal"),
    sqlite_with_rowid=False,
)

watch_deliveries = Table(
    "watch_deliveries",
    metadata,
    Column("alert", Verbatim, ForeignKey(watch_alerts.c.key), primary_key=True),
    Column("destination", Verbatim, primary_key=True),
    Column("tries", Integer, nullable=False),
    Column("due", Verbatim, nullable=False),  # when it is tried next; empty for never
    Column("delivered", Verbatim, nullable=False),  # when it was
    Column("why", Verbatim, nullable=False),
    Index("watch_deliveries_due", "destination", "due"),
    sqlite_with_rowid=False,
)
