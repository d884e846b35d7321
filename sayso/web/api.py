"""The addresses of the reader for programs: as OpenAPI, and as a page that teaches by example."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import version
from typing import Any

from starlette.requests import Request

from sayso.gather import lists
from sayso.gather.claims import disputes
from sayso.store import Store
from sayso.web.asked import Page

_LATEST = 5  # articles in which examples are looked for
DOCUMENT = "/openapi"  # with .json at its end
_NAMED = re.compile(r"\{name(?::path)?\}")
_WORDS = "words that must all be in it"


@dataclass(frozen=True, slots=True)
class Address:
    """One address: what it answers, whose id stands in it, and what may be asked of it."""

    path: str
    about: str
    of: str = ""  # what the name in the path is of: a room of linking, "articles" and so on
    is_list: bool = False
    may: tuple[str, ...] = ()  # parameters, of _PARAMETERS

    @property
    def shown(self) -> str:
        """Return the path as OpenAPI writes it."""
        return _NAMED.sub("{name}", self.path)


_PARAMETERS = {
    "who": {"description": "what one person or body says", "schema": {"type": "string"}},
    "place": {"description": "what is said about a place", "schema": {"type": "string"}},
    "claim": {"description": "what bears on a claim, by its id", "schema": {"type": "string"}},
    "act": {"description": "what was done by saying it", "schema": {"type": "string"}},
    "from": {
        "description": "from this day on, as 2031-03-14",
        "schema": {"type": "string", "format": "date"},
    },
    "to": {"description": "up to this day", "schema": {"type": "string", "format": "date"}},
    "page": {
        "description": "which page of the list, from 1 on",
        "schema": {"type": "integer", "minimum": 1},
    },
    "q": {"description": _WORDS, "schema": {"type": "string"}},
}
_OF_CHARTS = ("who", "place", "claim", "act", "from", "to")
ADDRESSES = (
    Address("/", "what is on the record: disputes, claims told most, what was denied of late"),
    Address("/articles", "the articles, newest first", is_list=True, may=("page",)),
    Address("/article/{name}", "one article with all that it puts on the record", "articles"),
    Address("/statement/{name}", "leads to the article of a statement", "statements"),
    Address("/claims", "what is claimed, most told first", is_list=True, may=("q", "page")),
    Address("/claim/{name}", "one claim: wordings, origins, denials", "claims"),
    Address("/disputes", "what the articles do not agree on", is_list=True, may=("q", "page")),
    Address("/dispute/{name}", "one dispute with both sides", "disputes"),
    Address(
        "/quotations",
        "what was said once and is reported several times",
        is_list=True,
        may=("page",),
    ),
    Address("/quotation/{name}", "one quotation, and what others made of it", "quotations"),
    Address("/copies", "which articles share their text", is_list=True, may=("page",)),
    Address("/entities", "the persons and bodies", is_list=True, may=("page",)),
    Address("/entity/{name}", "who somebody is, and what they say", "entities", may=("page",)),
    Address(
        "/place/{name:path}", "who is said to hold a place, and what is said about it", "places"
    ),
    Address(
        "/entity/{name}/names", "each naming of somebody", "entities", is_list=True, may=("page",)
    ),
    Address(
        "/entity/{name}/about",
        "what others say of somebody",
        "entities",
        is_list=True,
        may=("page",),
    ),
    Address("/map", "of which places statements speak", may=_OF_CHARTS),
    Address("/timeline", "what was said, by day", may=(*_OF_CHARTS, "page")),
    Address("/network", "who answers, cites and carries whom", may=(*_OF_CHARTS, "page")),
    Address("/search", "people, claims and articles that have all the words", may=("q",)),
    Address("/review", "what the machine is unsure of, what is worth most first", is_list=True),
    Address("/judgements", "what people decided, the oldest first", is_list=True, may=("page",)),
    Address("/work", "reading and linking that runs, or ran", is_list=True),
    Address("/health", "how many articles and statements there are"),
)


def document(store: Store) -> dict[str, Any]:
    """Return the addresses in the form of OpenAPI 3.1, with names of this record as examples."""
    names = examples(store)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "sayso",
            "version": version("sayso"),
            "description": "Who said what, on whose say-so, who denies it, and where it comes from."
            " The fields are those of docs/record.md and docs/linking.md.",
        },
        "paths": {
            f"{each.shown}{_end(each)}": {"get": _operation(each, names)} for each in ADDRESSES
        },
    }


def _end(address: Address) -> str:
    if address.path == "/":
        return "index.json"
    return "" if address.path in ("/health", "/statement/{name}") else ".json"


def _operation(address: Address, names: Mapping[str, str]) -> dict[str, Any]:
    given: list[dict[str, Any]] = [
        {"name": name, "in": "query"} | _PARAMETERS[name] for name in address.may
    ]
    if address.of:
        schema = {"type": "string"}
        example = {"example": names[address.of]} if address.of in names else {}
        one = {"name": "name", "in": "path", "required": True, "schema": schema, **example}
        given.insert(0, one | {"description": "an id, whole or how it begins; a place by its name"})
    kind = {"type": "array", "items": {"type": "object"}} if address.is_list else {"type": "object"}
    answer = {"description": address.about, "content": {"application/json": {"schema": kind}}}
    missing = {"description": "there is no such thing on the record"}
    return {
        "summary": address.about,
        "operationId": "_".join(re.findall(r"[a-z]+", _NAMED.sub("", address.path))) or "home",
        "parameters": given,
        "responses": {"200": answer, "404": missing},
    }


def examples(store: Store) -> dict[str, str]:
    """Return a name of each kind of thing that the record has: of its largest, and its latest."""
    first = {
        "claims": [each.id for each in lists.claims(store, 1).values],
        "quotations": [each.id for each in lists.quotations(store, 1).values],
        "entities": [each.id for each in lists.entities(store, 1).values],
        "disputes": [each.id for each in disputes(store, limit=1, count=False).views],
        "articles": [row.id for row in store.articles(limit=_LATEST)],
    }
    its = [store.record(name) for name in first["articles"]]
    first["statements"] = [each.id for record in its for each in record.statements[:1]]
    first["places"] = [p.location.name for record in its for p in record.places if p.location.name]
    return {kind: names[0] for kind, names in first.items() if names}


def openapi(store: Store, request: Request) -> Page:
    """Return a page with each address and a request to try, and for programs the document."""
    names = examples(store)
    base = str(request.base_url).rstrip("/")
    lines = [(each, _tried(each, names)) for each in ADDRESSES]
    return Page(
        "For programs", lambda: document(store), "openapi.html", {"lines": lines, "base": base}
    )


def _tried(address: Address, names: Mapping[str, str]) -> str:
    """Return an address to try, empty where the record has nothing of the kind."""
    if address.of and address.of not in names:
        return ""
    path = _NAMED.sub(names.get(address.of, ""), address.path)
    words = "?q=said" if "q" in address.may else ""
    return f"{'/index' if path == '/' else path}{'' if _end(address) == '' else '.json'}{words}"
