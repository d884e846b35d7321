-- How much groups are, who says how much, and headlines by sighting, as version 11 has them; never
-- changed once released. Words in braces differ between databases.

ALTER TABLE sightings ADD COLUMN title {text} DEFAULT '' NOT NULL;
UPDATE sightings SET title = (
    SELECT articles.title FROM articles WHERE articles.number = sightings.article_number
) WHERE id = (
    SELECT articles.sighting FROM articles WHERE articles.number = sightings.article_number
);
DROP INDEX sightings_published;
CREATE INDEX sightings_published ON sightings (published_start, article_number);
CREATE INDEX sightings_publisher ON sightings {hash} (publisher);

ALTER TABLE link_items ADD COLUMN said INTEGER DEFAULT '0' NOT NULL;
UPDATE link_items SET said = (
    SELECT count(DISTINCT speakers.statement_id) FROM actors
    JOIN speakers
    ON speakers.article_number = actors.article_number AND speakers.actor = actors.id
    WHERE actors.article_number = link_items.article_number
    AND actors.ordinal = link_items.ordinal
    AND speakers.statement_id NOT IN (SELECT statement_id FROM acts WHERE said != 'yes')
) WHERE room = 1;
DROP INDEX link_items_node;
CREATE INDEX link_items_node ON link_items (node, said);

ALTER TABLE link_pairs ADD COLUMN room {small} DEFAULT '0' NOT NULL;
UPDATE link_pairs SET room = (
    SELECT link_nodes.room FROM link_nodes WHERE link_nodes.number = link_pairs.a
) WHERE EXISTS (SELECT 1 FROM link_nodes WHERE link_nodes.number = link_pairs.a);
CREATE INDEX link_pairs_articles ON link_pairs (kind, a, b) WHERE room = 0;

CREATE TABLE link_sizes (
    number {whole} NOT NULL,
    room {small} NOT NULL,
    id {text} NOT NULL,
    first {text} NOT NULL,
    last {text} NOT NULL,
    size INTEGER NOT NULL,
    articles INTEGER NOT NULL,
    outlets INTEGER NOT NULL,
    origins INTEGER,
    answers INTEGER NOT NULL,
    opposed INTEGER NOT NULL,
    against INTEGER NOT NULL,
    said INTEGER NOT NULL,
    spoken INTEGER NOT NULL,
    kind {text} NOT NULL,
    words {text} NOT NULL,
    PRIMARY KEY (number)
){rowless};
CREATE INDEX link_sizes_articles
ON link_sizes (room, articles DESC, answers DESC, size DESC, first, id);
CREATE INDEX link_sizes_opposed
ON link_sizes (articles DESC, opposed DESC, first, id) WHERE opposed > 0;
CREATE INDEX link_sizes_against
ON link_sizes (last DESC, articles DESC, first, id) WHERE against > 0;
CREATE INDEX link_sizes_origins
ON link_sizes (origins DESC, articles DESC, first, id) WHERE origins > 1;
CREATE INDEX link_sizes_said
ON link_sizes (said DESC, spoken DESC, first, id) WHERE said > 0
