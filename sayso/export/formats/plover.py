"""Articles -> event records after PLOVER (Open Event Data Alliance, 0.7), as JSON Lines.

A statement is an event where what it does is one: who demands something does something. What only
asserts or denies is none there, nor is what the text does not tell to have been said, what nobody
is known to have said, or what has no day.
"""

from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from sayso.export.formats.cleaning import finite, write_lines
from sayso.export.formats.recipients import recipients
from sayso.exported import Exported, Party, Row
from sayso.records import Location

_DISAPPROVE = "disapprove"
# Act -> category, mode, quad code: 1 is verbal cooperation, 3 verbal conflict.
EVENTS = {
    "demands": ("DEMAND", "", 3),
    "rejects": ("REJECT", "", 3),
    "refuses": ("REJECT", "", 3),
    "promises": ("AGREE", "", 1),
    "offers": ("AGREE", "", 1),
    "supports": ("SUPPORT", "", 1),
    "threatens": ("THREATEN", "", 3),
    "accuses": ("ACCUSE", _DISAPPROVE, 3),
    "criticises": ("ACCUSE", _DISAPPROVE, 3),
}
_SECTORS = {"government": "GOV"}
_CODEBOOK = "plover-0.7b1"


def write(articles: Iterable[Exported], out: BinaryIO) -> None:
    """Write one event a line."""
    rows = (row for article in articles for row in article.rows())
    write_lines((event for row in rows for event in _event(row)), out)


def _event(row: Row) -> Iterator[dict[str, Any]]:
    """Yield the event of a statement, if it is one."""
    days = _days(row)
    if row.act.said != "yes" or row.act.name not in EVENTS or not row.speakers or not days:
        return
    category, mode, quad = EVENTS[row.act.name]
    text, content = row.of.article.text, row.statement.content
    points = (p.location for p in row.places if p.location.geonames is not None)
    yield {
        "id": row.statement.id,
        "date": days[0],
        "enddate": days[1] if days[1] != days[0] else None,
        "source": [_actor(row, party) for party in row.speakers],
        "recipient": [_actor(row, party) for party in recipients(row)],
        "event": [category],
        "mode": [mode] if mode else [],
        "quad_code": quad,
        "event_loc": next((_location(point) for point in points), None),
        "event_text": [span.of(text) for span in content],
        "text_info": {"start": row.statement.extent.start, "end": row.statement.extent.end},
        "cite_info": _cited(row),
        "comment": _comment(row),
        "score": finite(row.score),
        "named": [{"identifier_id": p.id, "identifier_text": p.name} for p in row.named],
        "denied_by": list(row.denials),
        "judged": list(row.judged),
    }


def _days(row: Row) -> tuple[str, str] | None:
    """Return the first and last day of the saying, else of the article's publication."""
    when, published = row.provenance.said_at, row.of.article.published
    if when is not None and when.start:
        return when.start, when.end or when.start
    return (published.start, published.end) if published else None


def _actor(row: Row, party: Party) -> dict[str, Any]:
    its = (a for a in row.actors.values() if row.of.party(a).id == party.id)
    actor = next(its, None)
    return {
        "actor_text": actor.name if actor else party.name,
        "identifier_id": party.id,
        "identifier_text": party.name,
        "sector": _SECTORS.get(party.type),
        "office": actor.roles[0].text if actor and actor.roles else None,
    }


def _location(place: Location) -> dict[str, Any]:
    return {
        "geonameid": place.geonames,
        "name": place.name,
        "latitude": finite(place.lat),
        "longitude": finite(place.lon),
        "feature class": place.feature,
        "country code": place.country,
    }


def _cited(row: Row) -> dict[str, Any]:
    article, model = row.of.article, row.of.record.model
    return {
        "citation": article.id,
        "url": article.url,
        "title": article.title,
        "language": article.lang,
        "publication": article.publisher,
        "coder": f"sayso {model.name} {model.version}, rules {model.rules}",
        "codebook": _CODEBOOK,
    }


def _comment(row: Row) -> str:
    """Return what PLOVER has no field for: the act itself, and how it is put."""
    condition = row.words(row.act.condition)
    words = [f"act {row.act.name}", f"polarity {row.act.polarity}", f"modality {row.act.modality}"]
    return "; ".join([*words, f"condition “{condition}”"] if condition else words)
