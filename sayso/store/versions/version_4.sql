-- The tables of version 4, as SQLite has them; never changed once released.

CREATE TABLE articles (
    number INTEGER NOT NULL,
    id TEXT NOT NULL,
    sighting TEXT NOT NULL,
    title TEXT NOT NULL,
    title_span_start INTEGER,
    title_span_end INTEGER,
    dateline TEXT NOT NULL,
    lang TEXT NOT NULL,
    skips TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (number),
    UNIQUE (id)
);

CREATE TABLE judgements (
    number INTEGER NOT NULL,
    id TEXT NOT NULL,
    article_id TEXT NOT NULL,
    at TEXT NOT NULL,
    "by" TEXT NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    object TEXT NOT NULL,
    why TEXT NOT NULL,
    withdraws TEXT DEFAULT '' NOT NULL,
    PRIMARY KEY (number),
    UNIQUE (id)
);
CREATE INDEX judgements_article ON judgements (article_id);
CREATE INDEX judgements_withdraws ON judgements (withdraws);

CREATE TABLE name_words (
    kind TEXT NOT NULL,
    word TEXT NOT NULL,
    "key" TEXT NOT NULL,
    PRIMARY KEY (kind, word, "key")
)
 WITHOUT ROWID;

CREATE TABLE actors (
    article_number INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    mentions TEXT NOT NULL,
    roles TEXT NOT NULL,
    "of" TEXT NOT NULL,
    unnamed TEXT NOT NULL,
    why TEXT NOT NULL,
    PRIMARY KEY (article_number, ordinal),
    FOREIGN KEY(article_number) REFERENCES articles (number)
);

CREATE TABLE annotations (
    article_number INTEGER NOT NULL,
    name TEXT NOT NULL,
    version TEXT NOT NULL,
    data BLOB NOT NULL,
    PRIMARY KEY (article_number),
    FOREIGN KEY(article_number) REFERENCES articles (number)
);

CREATE TABLE names (
    kind TEXT NOT NULL,
    "key" TEXT NOT NULL,
    article_number INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    PRIMARY KEY (kind, "key", article_number, ordinal),
    FOREIGN KEY(article_number) REFERENCES articles (number)
)
 WITHOUT ROWID;
CREATE INDEX names_article ON names (article_number);

CREATE TABLE places (
    article_number INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    mention_start INTEGER NOT NULL,
    mention_end INTEGER NOT NULL,
    words TEXT NOT NULL,
    use TEXT NOT NULL,
    location_geonames INTEGER,
    location_name TEXT NOT NULL,
    location_country TEXT NOT NULL,
    location_admin1 TEXT NOT NULL,
    location_lat FLOAT,
    location_lon FLOAT,
    location_feature TEXT NOT NULL,
    score FLOAT NOT NULL,
    why TEXT NOT NULL,
    PRIMARY KEY (article_number, ordinal),
    FOREIGN KEY(article_number) REFERENCES articles (number)
);
CREATE INDEX places_geonames ON places (location_geonames);

CREATE TABLE runs (
    article_number INTEGER NOT NULL,
    name TEXT NOT NULL,
    version TEXT NOT NULL,
    rules TEXT NOT NULL,
    PRIMARY KEY (article_number),
    FOREIGN KEY(article_number) REFERENCES articles (number)
);

CREATE TABLE sightings (
    number INTEGER NOT NULL,
    article_number INTEGER NOT NULL,
    id TEXT NOT NULL,
    source TEXT NOT NULL,
    given_id TEXT NOT NULL,
    url TEXT NOT NULL,
    publisher TEXT NOT NULL,
    byline TEXT NOT NULL,
    published_start TEXT,
    published_end TEXT,
    published_grain TEXT,
    read_at TEXT NOT NULL,
    PRIMARY KEY (number),
    UNIQUE (article_number, id),
    FOREIGN KEY(article_number) REFERENCES articles (number)
);
CREATE INDEX sightings_given_id ON sightings (given_id);
CREATE INDEX sightings_published ON sightings (published_start);
CREATE INDEX sightings_source ON sightings (source);
CREATE INDEX sightings_url ON sightings (url);

CREATE TABLE statements (
    id TEXT NOT NULL,
    article_number INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    kind TEXT NOT NULL,
    score FLOAT NOT NULL,
    why TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(article_number) REFERENCES articles (number)
);
CREATE INDEX statements_article ON statements (article_number, ordinal);

CREATE TABLE times (
    article_number INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    mention_start INTEGER NOT NULL,
    mention_end INTEGER NOT NULL,
    type TEXT NOT NULL,
    value TEXT NOT NULL,
    start TEXT,
    "end" TEXT,
    why TEXT NOT NULL,
    PRIMARY KEY (article_number, ordinal),
    FOREIGN KEY(article_number) REFERENCES articles (number)
);

CREATE TABLE acts (
    statement_id TEXT NOT NULL,
    name TEXT NOT NULL,
    polarity TEXT NOT NULL,
    modality TEXT NOT NULL,
    condition TEXT NOT NULL,
    why TEXT NOT NULL,
    PRIMARY KEY (statement_id),
    FOREIGN KEY(statement_id) REFERENCES statements (id)
);

CREATE TABLE addressees (
    statement_id TEXT NOT NULL,
    article_number INTEGER NOT NULL,
    actor TEXT NOT NULL,
    PRIMARY KEY (statement_id),
    FOREIGN KEY(statement_id) REFERENCES statements (id),
    FOREIGN KEY(article_number) REFERENCES articles (number)
)
 WITHOUT ROWID;
CREATE INDEX addressees_actor ON addressees (article_number, actor);

CREATE TABLE content_places (
    statement_id TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    article_number INTEGER NOT NULL,
    PRIMARY KEY (statement_id, ordinal),
    FOREIGN KEY(statement_id) REFERENCES statements (id),
    FOREIGN KEY(article_number) REFERENCES articles (number)
)
 WITHOUT ROWID;
CREATE INDEX content_places_place ON content_places (article_number, ordinal);

CREATE TABLE links (
    statement_id TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    article_number INTEGER NOT NULL,
    actor TEXT NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    kind TEXT NOT NULL,
    PRIMARY KEY (statement_id, ordinal),
    FOREIGN KEY(statement_id) REFERENCES statements (id),
    FOREIGN KEY(article_number) REFERENCES articles (number)
)
 WITHOUT ROWID;
CREATE INDEX links_actor ON links (article_number, actor);

CREATE TABLE provenances (
    statement_id TEXT NOT NULL,
    score FLOAT NOT NULL,
    channel_start INTEGER,
    channel_end INTEGER,
    said_at TEXT NOT NULL,
    reports TEXT NOT NULL,
    why TEXT NOT NULL,
    PRIMARY KEY (statement_id),
    FOREIGN KEY(statement_id) REFERENCES statements (id)
);

CREATE TABLE spans (
    statement_id TEXT NOT NULL,
    role TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (statement_id, role, ordinal),
    FOREIGN KEY(statement_id) REFERENCES statements (id)
)
 WITHOUT ROWID;

CREATE TABLE speakers (
    statement_id TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    article_number INTEGER NOT NULL,
    actor TEXT NOT NULL,
    PRIMARY KEY (statement_id, ordinal),
    FOREIGN KEY(statement_id) REFERENCES statements (id),
    FOREIGN KEY(article_number) REFERENCES articles (number)
)
 WITHOUT ROWID;
CREATE INDEX speakers_actor ON speakers (article_number, actor);
