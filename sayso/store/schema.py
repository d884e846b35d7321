"""The tables of the record: the one place that names its columns.

`articles` is what was said, and is only ever added to. `runs`, `statements` and `spans` are
what a model found in it; `acts`, `provenances`, `speakers`, `actors`, `places` and `times` what
was concluded from that. All of these can be made again. `search` finds words in the articles;
`names` and `name_words` find actors and places by what they are called.
"""

from sqlalchemy import Column, Float, ForeignKey, Index, Integer, MetaData, String, Table

from sayso.store.verbatim import Verbatim, VerbatimJson

SOURCE, CUE, CONTENT = ROLES = ("source", "cue", "content")
ACTOR, PLACE = NAMED = ("actor", "place")

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
    Column("rules", Verbatim, nullable=False, server_default=""),
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

# What each statement does. A statement read by sayso 0.1 has no row here, nor in `provenances`.
acts = Table(
    "acts",
    metadata,
    Column("statement_id", Verbatim, ForeignKey("statements.id"), primary_key=True),
    Column("name", Verbatim, nullable=False),
    Column("polarity", Verbatim, nullable=False),
    Column("modality", Verbatim, nullable=False),
    Column("condition", VerbatimJson, nullable=False),  # [[start, end], ...]
    Column("why", Verbatim, nullable=False),
)

# Where each statement comes from; its speakers have a table of their own.
provenances = Table(
    "provenances",
    metadata,
    Column("statement_id", Verbatim, ForeignKey("statements.id"), primary_key=True),
    Column("score", Float, nullable=False),
    Column("links", VerbatimJson, nullable=False),  # [[actor, start, end, kind], ...]
    Column("addressee", Verbatim, nullable=False),
    Column("channel_start", Integer),
    Column("channel_end", Integer),
    # [start, end, type, value, first, last, why] or null
    Column("said_at", VerbatimJson, nullable=False),
    Column("reports", Verbatim, nullable=False),
    Column("why", Verbatim, nullable=False),
)

# The tables from here on are many rows an article, so they name it by its number, which is a
# tenth as long as its id.
speakers = Table(
    "speakers",
    metadata,
    Column("statement_id", Verbatim, ForeignKey("statements.id"), primary_key=True),
    Column("ordinal", Integer, primary_key=True),  # its place among the statement's speakers
    Column("article_number", Integer, ForeignKey("articles.number"), nullable=False),
    Column("actor", Verbatim, nullable=False),  # actors.id
    Index("speakers_actor", "article_number", "actor"),
    sqlite_with_rowid=False,
)

actors = Table(
    "actors",
    metadata,
    Column("article_number", Integer, ForeignKey("articles.number"), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("id", Verbatim, nullable=False),  # within the article, such as "a1"
    Column("name", Verbatim, nullable=False),
    Column("type", Verbatim, nullable=False),
    Column("mentions", VerbatimJson, nullable=False),  # [[start, end], ...]
    Column("roles", VerbatimJson, nullable=False),  # [[text, start, end], ...]
    Column("of", Verbatim, nullable=False),  # actors.id, or empty
    # [number, kind, affiliation, place, [start, end] or null] or null
    Column("unnamed", VerbatimJson, nullable=False),
    Column("why", Verbatim, nullable=False),
)

places = Table(
    "places",
    metadata,
    Column("article_number", Integer, ForeignKey("articles.number"), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("words", Verbatim, nullable=False),  # the mention's own, for lists without the text
    Column("use", Verbatim, nullable=False),
    Column("geonames", Integer),
    Column("name", Verbatim),
    Column("country", Verbatim),
    Column("admin1", Verbatim),
    Column("lat", Float),
    Column("lon", Float),
    Column("feature", Verbatim),
    Column("score", Float, nullable=False),
    Column("why", Verbatim, nullable=False),
    Index("places_geonames", "geonames"),
)

# Which of `places` stand in the content of which statement.
content_places = Table(
    "content_places",
    metadata,
    Column("statement_id", Verbatim, ForeignKey("statements.id"), primary_key=True),
    Column("ordinal", Integer, primary_key=True),  # places.ordinal
    Column("article_number", Integer, ForeignKey("articles.number"), nullable=False),
    Index("content_places_place", "article_number", "ordinal"),
    sqlite_with_rowid=False,
)

times = Table(
    "times",
    metadata,
    Column("article_number", Integer, ForeignKey("articles.number"), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("type", Verbatim, nullable=False),
    Column("value", Verbatim, nullable=False),
    Column("first", Verbatim),
    Column("last", Verbatim),
    Column("why", Verbatim, nullable=False),
)

# What an article calls an actor or a place, as keys of names.py. The primary key is the index
# by which they are found.
names = Table(
    "names",
    metadata,
    Column("kind", String, primary_key=True),  # one of NAMED
    Column("key", Verbatim, primary_key=True),
    Column("article_number", Integer, ForeignKey("articles.number"), primary_key=True),
    Column("ordinal", Integer, primary_key=True),  # of the actor or place in the article
    Index("names_article", "article_number"),
    sqlite_with_rowid=False,
)

# Each word of each key in `names`, once however many articles use it.
name_words = Table(
    "name_words",
    metadata,
    Column("kind", String, primary_key=True),
    Column("word", Verbatim, primary_key=True),
    Column("key", Verbatim, primary_key=True),
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
