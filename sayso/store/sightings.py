"""Articles and where they were seen -> rows, and back."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from sqlalchemy import Connection, select, update

from sayso.moments import now
from sayso.records import Article, Sighting
from sayso.store.columns import Columns, Values
from sayso.store.dialect import insert_or_ignore
from sayso.store.schema import articles, sightings

SIGHTING = Columns(Sighting, sightings)
# An article lies in two tables: what is its own, and where it was seen.
ARTICLE = Columns(Article, articles, sightings)


def article_row(article: Article) -> Values:
    """Return the row of an article in `articles`, without its number."""
    own = {"id": article.id, "sighting": article.sighting.id}
    return own | ARTICLE.row(article, articles)


def change(connection: Connection, numbered: Mapping[int, Article]) -> None:
    """Let the articles with these numbers be as they were read this time; no text changes.

    A sighting that was stored before has what is concluded of it now.
    """
    for number, article in numbered.items():
        row, seen = article_row(article), article.sighting
        connection.execute(update(articles).where(articles.c.number == number).values(row))
        mine = (sightings.c.article_number == number) & (sightings.c.id == seen.id)
        known = SIGHTING.row(seen)
        del known["read_at"]
        connection.execute(update(sightings).where(mine).values(known))


def see(connection: Connection, seen: Iterable[tuple[int, Sighting]]) -> list[int]:
    """Add where articles, each by its number, were seen; return the numbers, one a new sighting.

    Seen again in the same place is the same sighting.
    """
    read_at = now()
    rows = {
        (number, sighting.id): {"article_number": number, "id": sighting.id}
        | SIGHTING.row(replace(sighting, read_at=sighting.read_at or read_at))
        for number, sighting in seen
    }
    key = (sightings.c.article_number, sightings.c.id)
    # Not by pairs of both: SQLite would look at all sightings of an article.
    numbers, ids = ({each[place] for each in rows} for place in (0, 1))
    for row in connection.execute(select(*key).where(key[0].in_(numbers), key[1].in_(ids))):
        rows.pop((row.article_number, row.id), None)
    insert_or_ignore(connection, sightings, list(rows.values()))
    return [number for number, _ in rows]


def sightings_of(
    connection: Connection, numbers: Collection[int]
) -> dict[int, tuple[Sighting, ...]]:
    """Return where the articles with these numbers were seen, the first reading first."""
    query = (
        select(sightings.c.article_number, *SIGHTING.columns)
        .where(sightings.c.article_number.in_(numbers))
        .order_by(sightings.c.number)
    )
    by_article: dict[int, list[Sighting]] = {}
    for row in connection.execute(query):
        by_article.setdefault(row.article_number, []).append(SIGHTING.value(row))
    return {number: tuple(its) for number, its in by_article.items()}
