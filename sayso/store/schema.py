"""The tables of the record: the one place that names its columns.

`articles` is what was said, and is only ever added to. `runs`, `statements` and `spans` are
what a model concluded from it, and can be made again. `search` finds words in the articles.
"""

from sqlalchemy import Column, Float, ForeignKey, Index, Integer, MetaData, String, Table

from sayso.store.verbatim import Verbatim, VerbatimJson

SOURCE, CUE, CONTENT = ROLES = ("source", "cue", "content")

metadata = MetaData()

# An empty string or list means that the source does not say. A later version of an address is
# another article with the same `url`.
articles = Table(
    "articles",
    metadata,
    # The order of reading, and the row in `search`; it means nothing outside this file.
    Column("number", Integer, primary_key=True),
    Column("id", Verbatim, nullable=False, unique=True),
    Column("source", Verbatim, nullable=False),
    Column("given_id", Verbatim, nullable=False),
    Column("title", Verbatim, nullable=False),
    Column("title_start", Integer),
    Column("title_end", Integer),
    Column("published_start", Verbatim),
    Column("published_end", Verbatim),
    Column("published_grain", Verbatim),
    Column("publisher", Verbatim, nullable=False),
    Column("byline", VerbatimJson, nullable=False),
    Column("dateline", Verbatim, nullable=False),
    Column("url", Verbatim, nullable=False),
    Column("lang", Verbatim, nullable=False),
    Column("skips", VerbatimJson, nullable=False),
    Column("read_at", String, nullable=False),  # UTC, 2026-03-01T09:30:00Z
    # Last, because SQLite reads a row from the front: lists never touch the long text.
    Column("text", Verbatim, nullable=False),
    Index("articles_source", "source"),
    Index("articles_given_id", "given_id"),
    Index("articles_url", "url"),
    Index("articles_published", "published_start"),
)

# Which model an article's statements are from. A table of its own, because an article in which
# the model found nothing is read, too.
runs = Table(
    "runs",
    metadata,
    Column("article_id", Verbatim, ForeignKey("articles.id"), primary_key=True),
    Column("model_name", Verbatim, nullable=False),
    Column("model_version", Verbatim, nullable=False),
)

statements = Table(
    "statements",
    metadata,
    Column("id", Verbatim, primary_key=True),
    Column("article_id", Verbatim, ForeignKey("articles.id"), nullable=False),
    Column("ordinal", Integer, nullable=False),  # its place among the article's statements
    Column("kind", Verbatim, nullable=False),
    Column("score", Float, nullable=False),
    Column("why", Verbatim, nullable=False),
    Index("statements_article", "article_id", "ordinal"),
)

spans = Table(
    "spans",
    metadata,
    Column("statement_id", Verbatim, ForeignKey("statements.id"), primary_key=True),
    Column("role", Verbatim, primary_key=True),  # one of ROLES
    Column("ordinal", Integer, primary_key=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    sqlite_with_rowid=False,
)

# One row: the number of the schema that the tables above follow (see migrations.py).
version = Table(
    "sayso_version",
    metadata,
    Column("number", Integer, primary_key=True),
)

# Not an ordinary table: dialect.py creates it. Both columns hold folded words (see words.py);
# `title` only where the text does not contain the title.
search = Table(
    "search",
    MetaData(),
    Column("rowid", Integer, primary_key=True),  # articles.number
    Column("title", String),
    Column("text", String),
)
