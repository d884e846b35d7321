"""The values that answers are made of -> the JSON Schema of each answer, as OpenAPI has it."""

from collections.abc import Mapping
from functools import cache
from inspect import cleandoc
from typing import Any

from sayso.judgements import Judgement
from sayso.linked import Claim, Copy, Entity, Holding, Position, Quotation
from sayso.packing import schemas
from sayso.records import Act, Actor, Article, ModelInfo, Quantity, Sighting, Statement, Timex
from sayso.store.rows import Said
from sayso.web.team.tasks import Stage

Schema = dict[str, Any]

_AT = "#/components/schemas/{name}"
_TYPES = (
    *(Act, Actor, Article, ModelInfo, Quantity, Sighting, Statement, Timex),
    *(Claim, Copy, Entity, Holding, Position, Quotation, Judgement, Said, Stage),
)


def of(name: str) -> Schema:
    """Return the schema that names another one."""
    return {"$ref": _AT.format(name=name)}


def every(schema: Schema) -> Schema:
    """Return the schema of a list."""
    return {"type": "array", "items": schema}


def thing(**properties: Schema) -> Schema:
    """Return the schema of an object that has all these properties."""
    return {"type": "object", "properties": properties, "required": sorted(properties)}


def both(name: str, more: Schema) -> Schema:
    """Return the schema of an object that is one of a name, and has more."""
    return {"allOf": [of(name), more]}


TEXT: Schema = {"type": ["string", "null"]}
DAY: Schema = {"type": ["string", "null"], "description": "a day, as 2031-03-14"}
NUMBER: Schema = {"type": "integer"}
SHARE: Schema = {"type": ["number", "null"]}
YES: Schema = {"type": "boolean"}
ID: Schema = {"type": "string"}
_SPANS: Schema = {
    "type": "array",
    "description": "ranges [start, end) of code points of the article's text",
    "items": every(NUMBER),
}

# What the form of a value leaves out of its fields, and what it has in their places.
_LESS = {
    "Act": ("name", "why"),
    "Article": ("title_span", "skips", "concluded"),
    "Sighting": ("concluded",),
    "Copy": ("edits", "from_"),
    "Change": ("is_",),
    "Said": ("article_id", "statement", "act", "source", "cue", "content"),
}
_MORE: Mapping[str, Mapping[str, Schema]] = {
    "Act": {"act": ID, "act_why": TEXT},
    "Article": {"id": ID, "sightings": every(of("Sighting"))},
    "Copy": {"from": TEXT, "first": {"type": ["integer", "null"]}, "changes": every(of("Edit"))},
    "Change": {"is": _SPANS},
    "Claim": {"denied_by": every(TEXT), "conflicts": every(TEXT)},
    "Judgement": {"id": ID},
    "Said": {
        "article": ID,
        "statement": {"allOf": [of("Statement"), of("Act")]},
        "words": thing(source=TEXT, cue=TEXT, content=TEXT),
        "carriers": every(ID),
    },
}


@cache
def components() -> dict[str, Schema]:
    """Return the schemas of values by their names, and those of what answers are made of."""
    made = {name: _in_contract(name, each) for name, each in schemas(_TYPES, at=_AT).items()}
    event = thing(date=DAY, outlet=TEXT, speaker=TEXT, statement=ID, article=ID)
    point = {"type": "object", "properties": {"from": DAY, "to": DAY, "number": NUMBER}}
    node = thing(id=TEXT, name=ID)
    figure = thing(of=TEXT, low=SHARE, high=SHARE, statements=every(ID))
    return made | {
        "Event": {"anyOf": [event, {"type": "null"}]},
        "Dispute": both("Claim", thing(figures=every(figure))),
        "Rivals": thing(place=ID, rivals=every(thing(side=TEXT, holdings=every(of("Holding"))))),
        "Timeline": thing(grain=TEXT, series=every(thing(name=ID, kind=ID, points=every(point)))),
        "Edge": thing(source=node, target=node, kind=ID, number=NUMBER, statements=every(ID)),
        "Error": thing(error=ID),
    }


def _in_contract(name: str, schema: Schema) -> Schema:
    """Return the schema of a value in the form of the contract: what is empty there is null."""
    if schema.get("type") != "object":
        return schema
    less, more = _LESS.get(name, ()), _MORE.get(name, {})
    properties = {
        field: _or_null(each)
        for field, each in schema.get("properties", {}).items()
        if field not in less
    }
    needed = [each for each in schema.get("required", ()) if each not in less]
    about = {"description": cleandoc(schema["description"])} if "description" in schema else {}
    return {
        "type": "object",
        **about,
        "properties": properties | dict(more),
        "required": sorted({*needed, *more}),
    }


def _or_null(schema: Schema) -> Schema:
    kept = {key: value for key, value in schema.items() if key != "default"}
    if kept.get("type") in ("string", "number"):
        kept["type"] = [kept["type"], "null"]
    if kept.get("type") == "array" and isinstance(kept.get("items"), dict):
        kept["items"] = _or_null(kept["items"])
    return kept


_RECORD = thing(
    article=of("Article"),
    statements=every({"allOf": [of("Statement"), of("Act"), thing(speakers=every(ID))]}),
    actors=every(of("Actor")),
    places=every(thing(mention=every(NUMBER), use=ID, name=TEXT, score=SHARE, why=TEXT)),
    times=every(of("Timex")),
    quantities=every(of("Quantity")),
    model=of("ModelInfo"),
    versions=every(of("Copy")),
)
_LINE = thing(
    id=ID, title=TEXT, publisher=TEXT, published=DAY, url=TEXT, statements=NUMBER,
    sightings=every(of("Sighting")),
)  # fmt: skip
_PLACE = thing(
    name=ID, country=TEXT, lat=SHARE, lon=SHARE, statements=NUMBER, drawn=YES, contested=YES
)
_WORK = thing(number=NUMBER, what=ID, by=ID, begun=ID, state=ID, stage=of("Stage"), words=TEXT)
ANSWERS: Mapping[str, Schema] = {
    "/": thing(
        articles=NUMBER,
        statements=NUMBER,
        disputes=every(of("Dispute")),
        claims=every(of("Claim")),
        denied=every(of("Claim")),
    ),
    "/articles": every(_LINE),
    "/article/{name}": _RECORD,
    "/claims": every(of("Claim")),
    "/claim/{name}": both(
        "Claim",
        thing(
            first_seen=of("Event"),
            last_seen=of("Event"),
            first_denial=of("Event"),
            said=every(of("Said")),
            timeline=of("Timeline"),
        ),
    ),
    "/disputes": every({"anyOf": [of("Dispute"), of("Rivals")]}),
    "/dispute/{name}": of("Dispute"),
    "/quotations": every(of("Quotation")),
    "/quotation/{name}": both("Quotation", thing(said=every(of("Said")))),
    "/copies": every(of("Copy")),
    "/entities": every(of("Entity")),
    "/entity/{name}": both(
        "Entity",
        thing(
            said=every(of("Said")),
            positions=every(of("Position")),
            timeline=of("Timeline"),
        ),
    ),
    "/entity/{name}/about": every(of("Said")),
    "/entity/{name}/names": every(thing(article=ID, actor=ID, name=ID, roles=every(ID))),
    "/place/{name:path}": thing(place=ID, control=every(of("Holding")), said=every(of("Said"))),
    "/map": thing(statements=NUMBER, without_place=NUMBER, cut=YES, places=every(_PLACE)),
    "/timeline": {
        "allOf": [
            of("Timeline"),
            thing(statements=NUMBER, cut=YES, said=every(of("Said"))),
        ]
    },
    "/network": thing(statements=NUMBER, cut=YES, edges=every(of("Edge")), said=every(of("Said"))),
    "/search": thing(
        articles=every(thing(id=ID, title=TEXT)),
        claims=every(of("Claim")),
        entities=every(of("Entity")),
    ),
    "/review": every(
        thing(kind=ID, question=ID, sure=SHARE, size=NUMBER, why=TEXT, yes=thing(), no=thing())
    ),
    "/judgements": every(of("Judgement")),
    "/work": every(_WORK),
    "/changes": thing(mark=ID, articles=NUMBER, unlinked=NUMBER, running=NUMBER),
    "/health": thing(articles=NUMBER, statements=NUMBER),
}
"""What each address answers, by its path."""
