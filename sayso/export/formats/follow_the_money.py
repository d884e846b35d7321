"""Articles -> FollowTheMoney entities, one a line: people and bodies, articles, and statements.

A statement is a Note on whoever says it, with its article as proof: that somebody says something is
no fact about the world. Whether it was said is among the keywords.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from sayso.export.formats.cleaning import web_address, write_lines
from sayso.exported import Exported, Party, Row
from sayso.linked import AGAINST, Entity
from sayso.records import Actor

_SCHEMAS = {
    "person": "Person",
    "government": "PublicBody",
    "organisation": "Organization",
    "document": "Document",
}
_ANYBODY = "LegalEntity"
_LANGUAGES = {"en": "eng"}  # of the articles that are read
_NOT_IN_IDS = re.compile(r"[^0-9A-Za-z.]+")


def write(articles: Iterable[Exported], out: BinaryIO) -> None:
    """Write each entity once, before what refers to it."""
    known: set[str] = set()
    write_lines((each for article in articles for each in _entities(article, known)), out)


def _entities(exported: Exported, known: set[str]) -> Iterator[dict[str, Any]]:
    rows = list(exported.rows())
    yield _article(exported)
    here: dict[str, Party] = {}
    for row in rows:
        here |= {each.id: each for each in (*row.speakers, *row.carriers)}
    actors = {exported.party(actor).id: actor for actor in exported.record.actors}
    linked = {each.id: each for each in exported.links.entities.values()}
    for party in here.values():
        if party.id not in known:
            yield _party(party, linked.get(party.id), actors.get(party.id))
        if party.id in linked:  # others are of this article alone
            known.add(party.id)
    yield from map(_note, rows)


def _id(name: str) -> str:
    return _NOT_IN_IDS.sub("-", name).strip("-.")


def _entity(name: str, schema: str, properties: dict[str, list[str]]) -> dict[str, Any]:
    kept = {key: [v for v in dict.fromkeys(values) if v] for key, values in properties.items()}
    return {"id": _id(name), "schema": schema, "properties": kept}


def _article(exported: Exported) -> dict[str, Any]:
    article = exported.article
    title = article.title or article.source
    return _entity(
        article.id,
        "Article",
        {
            "name": [title],
            "title": [article.title],
            "fileName": [article.source],
            "publisher": [seen.publisher for seen in exported.sightings],
            "publishedAt": [exported.day],
            "author": list(article.byline),
            "language": [_LANGUAGES.get(article.lang[:2].lower(), "")],
            "sourceUrl": [web_address(seen.url) for seen in exported.sightings],
        },
    )


def _party(party: Party, entity: Entity | None, actor: Actor | None) -> dict[str, Any]:
    roles = [each.text for each in entity.roles] if entity else []
    roles += [each.text for each in actor.roles] if actor and not entity else []
    schema = _SCHEMAS.get(party.type, _ANYBODY)
    properties = {"name": [party.name], "alias": [n for n in (entity.names if entity else ())
                                                  if n != party.name]}  # fmt: skip
    if schema == "Document":
        properties |= {"fileName": [party.name]}
    properties["position" if schema == "Person" else "description"] = roles
    return _entity(party.id, schema, properties)


def _note(row: Row) -> dict[str, Any]:
    article = row.of.article
    content = row.words(row.statement.content)
    return _entity(
        row.statement.id,
        "Note",
        {
            "name": [f"{row.who}: {row.act.name}"],
            "entity": [_id(party.id) for party in row.speakers],
            "description": [content],
            "summary": [row.words((*row.statement.source, *row.statement.cue))],
            "proof": [_id(article.id)],
            "publisher": [article.publisher],
            "sourceUrl": [web_address(article.url)],
            "createdAt": [row.of.day],
            "country": [place.location.country.lower() for place in row.places],
            "locationMentioned": [place.location.name for place in row.places],
            "namesMentioned": [p.name for p in row.named if p.type != "unnamed"],
            "keywords": list(_keywords(row)),
            "notes": list(row.judged),
        },
    )


def _keywords(row: Row) -> Iterator[str]:
    yield f"act: {row.act.name}"
    yield f"said: {row.act.said}"
    yield f"polarity: {row.act.polarity}"
    yield f"modality: {row.act.modality}"
    yield from (f"carried by: {party.name}" for party in row.carriers)
    if row.claim:
        yield f"claim: {row.claim}"
    for answer in row.answers:
        how = "denied by" if answer.kind in AGAINST else f"{answer.kind}:"
        yield f"{how} {_id(answer.statement)}"
