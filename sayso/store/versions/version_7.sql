-- The tables of linking, as version 7 has them; never changed once released. Words in braces differ
-- between databases.

CREATE TABLE linked (
    article_number INTEGER NOT NULL,
    rules {text} NOT NULL,
    published {text} NOT NULL,
    PRIMARY KEY (article_number)
);

CREATE TABLE link_items (
    article_number INTEGER NOT NULL,
    room {small} NOT NULL,
    ordinal INTEGER NOT NULL,
    node {whole} NOT NULL,
    PRIMARY KEY (article_number, room, ordinal)
){rowless};
CREATE INDEX link_items_node ON link_items (node);

CREATE TABLE link_nodes (
    number {whole} NOT NULL,
    room {small} NOT NULL,
    "group" {whole} NOT NULL,
    size INTEGER NOT NULL,
    first_article INTEGER NOT NULL,
    first_ordinal INTEGER NOT NULL,
    last {text} NOT NULL,
    keys {bytes} NOT NULL,
    refs {bytes} NOT NULL,
    facts {bytes} NOT NULL,
    PRIMARY KEY (number)
){rowless};
CREATE INDEX link_nodes_group ON link_nodes ("group");

CREATE TABLE link_keys (
    room {small} NOT NULL,
    "key" {whole} NOT NULL,
    node {whole} NOT NULL,
    PRIMARY KEY (room, "key", node)
){rowless};

CREATE TABLE link_refs (
    below {whole} NOT NULL,
    node {whole} NOT NULL,
    PRIMARY KEY (below, node)
){rowless};

CREATE TABLE link_pairs (
    a {whole} NOT NULL,
    b {whole} NOT NULL,
    kind {text} NOT NULL,
    joins BOOLEAN NOT NULL,
    way INTEGER NOT NULL,
    score FLOAT NOT NULL,
    why {text} NOT NULL,
    data {bytes} NOT NULL,
    PRIMARY KEY (a, b)
){rowless};
CREATE INDEX link_pairs_b ON link_pairs (b);

CREATE TABLE link_groups (
    number {whole} NOT NULL,
    room {small} NOT NULL,
    id {text} NOT NULL,
    face {text} NOT NULL,
    first {text} NOT NULL,
    value {bytes},
    PRIMARY KEY (number)
){rowless};
CREATE INDEX link_groups_first ON link_groups (room, first, id);
CREATE INDEX link_groups_id ON link_groups (id);

CREATE TABLE link_touched (
    node {whole} NOT NULL,
    room {small} NOT NULL,
    PRIMARY KEY (node)
){rowless};

CREATE TABLE link_rulings (
    judgement {text} NOT NULL,
    room {small} NOT NULL,
    a {whole} NOT NULL,
    b {whole} NOT NULL,
    kind {text} NOT NULL,
    way INTEGER NOT NULL,
    at {text} NOT NULL,
    why {text} NOT NULL,
    PRIMARY KEY (judgement)
){rowless};
CREATE INDEX link_rulings_a ON link_rulings (a);
CREATE INDEX link_rulings_b ON link_rulings (b);

CREATE TABLE link_judged (
    judgement {text} NOT NULL,
    PRIMARY KEY (judgement)
){rowless};

CREATE TABLE vectors (
    article_number INTEGER NOT NULL,
    model {text} NOT NULL,
    size INTEGER NOT NULL,
    data {bytes} NOT NULL,
    PRIMARY KEY (article_number)
)
