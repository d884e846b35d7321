"""The tables of the record: the one place that names its columns.

`articles` and `sightings` are what was read, and are only ever added to. `annotations` is what a
model found in an article. What was concluded from it lies in `runs` (by which model and rules),
`statements`, `spans`, `acts`, `provenances`, `speakers`, `links`, `addressees`, `actors`, `places`,
`content_places`, `times`, `quantities`, `names` and `name_words`, and can be made again from the
annotations. `names` and `name_words` find actors and places by what they are called. What finds
words in the articles differs between databases: see dialect.py. `judgements` is what people
decided.

A column that holds a field of a value has the field's name: see columns.py.
"""

from sqlalchemy import (
    BigInteger,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    UniqueConstraint,
    text,
)

from sayso.store.verbatim import Verbatim, VerbatimJson

SOURCE, CUE, CONTENT = ROLES = ("source", "cue", "content")
ACTOR, PLACE = NAMED = ("actor", "place")
UNSAID = text("said != 'yes'")  # of `acts`

metadata = MetaData()


def _article(*, key: bool = False) -> Column[int]:
    """Return the column that names an article, by its number: a tenth as long as its id."""
    return Column(
        "article_number", Integer, ForeignKey("articles.number"), primary_key=key, nullable=False
    )


def _statement() -> Column[str]:
    return Column("statement_id", Verbatim, ForeignKey("statements.id"), primary_key=True)


def _ordinal() -> Column[int]:
    """Return the column that tells the place of a row among its like, from 0."""
    return Column("ordinal", Integer, primary_key=True)


# An empty string or list means that the source does not say. A later version of an address is
# another article with the same `url`.
articles = Table(
    "articles",
    metadata,
    # The order of reading, and the row in `search`; it means nothing outside the record.
    Column("number", Integer, primary_key=True),
    Column("id", Verbatim, nullable=False, unique=True),
    Column("sighting", Verbatim, nullable=False),  # sightings.id: the one it was resolved with
    Column("title", Verbatim, nullable=False),
    Column("title_span_start", Integer),
    Column("title_span_end", Integer),
    Column("dateline", Verbatim, nullable=False),
    Column("lang", Verbatim, nullable=False),
    Column("skips", VerbatimJson, nullable=False),
    # Last, because SQLite reads a row from the front: lists never touch the long text.
    Column("text", Verbatim, nullable=False),
)

# Where and when each text was seen, in the order of reading.
sightings = Table(
    "sightings",
    metadata,
    Column("number", Integer, primary_key=True),
    _article(),
    Column("id", Verbatim, nullable=False),
    Column("source", Verbatim, nullable=False),
    Column("given_id", Verbatim, nullable=False),
    Column("url", Verbatim, nullable=False),
    Column("publisher", Verbatim, nullable=False),
    Column("byline", VerbatimJson, nullable=False),
    Column("published_start", Verbatim),
    Column("published_end", Verbatim),
    Column("published_grain", Verbatim),
    Column("read_at", Verbatim, nullable=False),  # UTC, 2026-03-01T09:30:00Z
    Column("concluded", VerbatimJson, nullable=False, server_default="[]"),
    Column("title", Verbatim, nullable=False, server_default=""),  # its headline there
    UniqueConstraint("article_number", "id"),
    # Addresses may be longer than what an ordered index of PostgreSQL takes.
    Index("sightings_source", "source", postgresql_using="hash"),
    Index("sightings_given_id", "given_id", postgresql_using="hash"),
    Index("sightings_url", "url", postgresql_using="hash"),
    Index("sightings_publisher", "publisher", postgresql_using="hash"),
    Index("sightings_published", "published_start", "article_number"),
)

# The sighting with which an article was resolved.
RESOLVED = (sightings.c.article_number == articles.c.number) & (
    sightings.c.id == articles.c.sighting
)

# What a model found in an article, so that it is never run again for other rules. An article read
# by an older sayso has none.
annotations = Table(
    "annotations",
    metadata,
    _article(key=True),
    Column("name", Verbatim, nullable=False),
    Column("version", Verbatim, nullable=False),
    Column("data", LargeBinary, nullable=False),  # see annotations.py
)

# Which model and rules an article's conclusions are by. A table of its own, because an article in
# which nothing was found is read, too.
runs = Table(
    "runs",
    metadata,
    _article(key=True),
    Column("name", Verbatim, nullable=False),
    Column("version", Verbatim, nullable=False),
    Column("rules", Verbatim, nullable=False),
    Column("tally", VerbatimJson, nullable=False, server_default="{}"),  # see tally.py
)

statements = Table(
    "statements",
    metadata,
    Column("id", Verbatim, primary_key=True),
    _article(),
    Column("ordinal", Integer, nullable=False),
    Column("kind", Verbatim, nullable=False),
    Column("score", Float, nullable=False),
    Column("why", Verbatim, nullable=False),
    Index("statements_article", "article_number", "ordinal"),
)

spans = Table(
    "spans",
    metadata,
    _statement(),
    Column("role", Verbatim, primary_key=True),  # one of ROLES
    _ordinal(),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("words", Verbatim, nullable=False),  # the text there, for lists without the article
    sqlite_with_rowid=False,
)

# What each statement does. A statement read by sayso 0.1 has no row here, nor in `provenances`.
acts = Table(
    "acts",
    metadata,
    _statement(),
    Column("name", Verbatim, nullable=False),
    Column("polarity", Verbatim, nullable=False),
    Column("modality", Verbatim, nullable=False),
    Column("condition", VerbatimJson, nullable=False),
    Column("why", Verbatim, nullable=False),
    Column("said", Verbatim, nullable=False, server_default="yes"),
    # Few were not said: lists look these up, and leave them out.
    Index("acts_unsaid", "statement_id", sqlite_where=UNSAID, postgresql_where=UNSAID),
)

# Where each statement comes from; who speaks, passes on and is spoken to have their own tables.
provenances = Table(
    "provenances",
    metadata,
    _statement(),
    Column("score", Float, nullable=False),
    Column("channel_start", Integer),
    Column("channel_end", Integer),
    Column("said_at", VerbatimJson, nullable=False),
    Column("reports", Verbatim, nullable=False),
    Column("why", Verbatim, nullable=False),
)

speakers = Table(
    "speakers",
    metadata,
    _statement(),
    _ordinal(),
    _article(),
    Column("actor", Verbatim, nullable=False),  # actors.id
    Index("speakers_actor", "article_number", "actor"),
    sqlite_with_rowid=False,
)

links = Table(
    "links",
    metadata,
    _statement(),
    _ordinal(),
    _article(),
    Column("actor", Verbatim, nullable=False),
    Column("span_start", Integer, nullable=False),
    Column("span_end", Integer, nullable=False),
    Column("kind", Verbatim, nullable=False),
    Index("links_actor", "article_number", "actor"),
    sqlite_with_rowid=False,
)

addressees = Table(
    "addressees",
    metadata,
    _statement(),
    _article(),
    Column("actor", Verbatim, nullable=False),
    Index("addressees_actor", "article_number", "actor"),
    sqlite_with_rowid=False,
)

actors = Table(
    "actors",
    metadata,
    _article(key=True),
    _ordinal(),
    Column("id", Verbatim, nullable=False),  # within the article, such as "a1"
    Column("name", Verbatim, nullable=False),
    Column("type", Verbatim, nullable=False),
    Column("mentions", VerbatimJson, nullable=False),
    Column("roles", VerbatimJson, nullable=False),
    Column("of", Verbatim, nullable=False),  # actors.id, or empty
    Column("unnamed", VerbatimJson, nullable=False),
    Column("why", Verbatim, nullable=False),
)

places = Table(
    "places",
    metadata,
    _article(key=True),
    _ordinal(),
    Column("mention_start", Integer, nullable=False),
    Column("mention_end", Integer, nullable=False),
    Column("words", Verbatim, nullable=False),  # the mention's own, for lists without the text
    Column("use", Verbatim, nullable=False),
    Column("location_geonames", BigInteger().with_variant(Integer, "sqlite")),
    Column("location_name", Verbatim, nullable=False),
    Column("location_country", Verbatim, nullable=False),
    Column("location_admin1", Verbatim, nullable=False),
    Column("location_lat", Float),
    Column("location_lon", Float),
    Column("location_feature", Verbatim, nullable=False),
    Column("score", Float, nullable=False),
    Column("why", Verbatim, nullable=False),
    Index("places_geonames", "location_geonames"),
)

# Which of `places` stand in the content of which statement.
content_places = Table(
    "content_places",
    metadata,
    _statement(),
    _ordinal(),  # places.ordinal
    _article(),
    Index("content_places_place", "article_number", "ordinal"),
    sqlite_with_rowid=False,
)

times = Table(
    "times",
    metadata,
    _article(key=True),
    _ordinal(),
    Column("mention_start", Integer, nullable=False),
    Column("mention_end", Integer, nullable=False),
    Column("type", Verbatim, nullable=False),
    Column("value", Verbatim, nullable=False),
    Column("start", Verbatim),
    Column("end", Verbatim),
    Column("why", Verbatim, nullable=False),
)

quantities = Table(
    "quantities",
    metadata,
    _article(key=True),
    _ordinal(),
    Column("mention_start", Integer, nullable=False),
    Column("mention_end", Integer, nullable=False),
    Column("of", Verbatim, nullable=False),
    Column("unit", Verbatim, nullable=False),
    Column("low", Float(53)),
    Column("high", Float(53)),
    Column("qualifier", Verbatim, nullable=False),
    Column("statement", Verbatim, nullable=False),  # statements.id, or empty
    Column("why", Verbatim, nullable=False),
)

# What an article calls an actor or a place, as keys of names.py. The primary key is the index
# by which they are found.
names = Table(
    "names",
    metadata,
    Column("kind", Verbatim, primary_key=True),  # one of NAMED
    Column("key", Verbatim, primary_key=True),
    _article(key=True),
    _ordinal(),  # of the actor or place in the article
    Index("names_article", "article_number"),
    sqlite_with_rowid=False,
)

# Each word of each key in `names`, once however many articles use it.
name_words = Table(
    "name_words",
    metadata,
    Column("kind", Verbatim, primary_key=True),
    Column("word", Verbatim, primary_key=True),
    Column("key", Verbatim, primary_key=True),
    sqlite_with_rowid=False,
)

# What people decided; rows are only ever added. They are anchored in words of articles, by the
# articles' ids, so that nothing that is made again touches them.
judgements = Table(
    "judgements",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Verbatim, nullable=False, unique=True),
    Column("article_id", Verbatim, nullable=False),  # the subject's
    Column("at", Verbatim, nullable=False),
    Column("by", Verbatim, nullable=False),
    Column("kind", Verbatim, nullable=False),
    Column("subject", VerbatimJson, nullable=False),
    Column("object", VerbatimJson, nullable=False),
    Column("why", Verbatim, nullable=False),
    Column("withdraws", Verbatim, nullable=False, server_default=""),  # judgements.id, or empty
    Index("judgements_article", "article_id"),
    Index("judgements_withdraws", "withdraws"),
)

# One row: the number of the schema that the tables above follow (see versions/).
version = Table("sayso_version", metadata, Column("number", Integer, primary_key=True))
