"""The addresses of the reader for programs: as OpenAPI, and as a page that teaches by example."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from starlette.requests import Request

from sayso.gather import lists
from sayso.gather.claims import disputes
from sayso.records import ACTS, ANY_SAID, KINDS, SAID
from sayso.store import Store
from sayso.view.asking import Listing, NetworkQuestion, Question, Search, parameters_of
from sayso.view.charts.families import FAMILIES
from sayso.view.charts.network import KINDS as EDGES
from sayso.web.asked import ON_A_PAGE, PAGES, Page
from sayso.web.shapes import ANSWERS, components, of
from sayso.web.tables import TABLES

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
    may: tuple[str, ...] = ()  # parameters, see _parameter

    @property
    def shown(self) -> str:
        """Return the path as OpenAPI writes it."""
        return _NAMED.sub("{name}", self.path)


EXAMPLES = Path(__file__).with_name("examples.json")
_OF_PAGES = ("other", "still")  # what is asked of a page, and changes nothing of its JSON
_MISSING = {
    "description": "there is no such thing on the record",
    "content": {"application/json": {"schema": of("Error")}},
}
_WRONG = _MISSING | {"description": "it asks for what cannot be, such as the day 2031-02-30"}
_LEADS = {"description": "leads to the words in their article, by the header Location"}
_PAGED = {
    PAGES: {"description": "how many pages there are", "schema": {"type": "integer"}},
    "Link": {
        "description": "the first, previous, next and last page",
        "schema": {"type": "string"},
    },
}
_TEXT = {"type": "string"}
_DAY = {"type": "string", "format": "date"}
_WHOLE = {"type": "integer", "minimum": 0}
_PARAMETERS: dict[str, dict[str, Any]] = {
    "q": {"description": _WORDS, "schema": _TEXT},
    "entity": {"description": "said by whoever is called so, or by the entity with this id",
               "schema": _TEXT},
    "outlet": {"description": "in articles seen at this outlet", "schema": _TEXT},
    "place": {"description": "speaking of a place, by name or GeoNames number", "schema": _TEXT},
    "claim": {"description": "what bears on a claim, by its id", "schema": _TEXT},
    "act": {
        "description": "doing this; may be given several times",
        "schema": {"type": "array", "items": {"type": "string", "enum": [*ACTS]}},
    },
    "since": {"description": "published on this day or later, as 2031-03-14", "schema": _DAY},
    "until": {"description": "published on this day or before", "schema": _DAY},
    "min_score": {
        "description": "as sure as this",
        "schema": {"type": "number", "minimum": 0, "maximum": 1},
    },
    "said": {
        "description": "whether the text tells that it was said",
        "schema": {"type": "string", "enum": [*SAID, ANY_SAID], "default": "yes"},
    },
    "origins": {"description": "of claims with so many independent origins", "schema": _WHOLE},
    "source": {"description": "from whom an edge leads, with target: its statements are given",
               "schema": _TEXT},
    "target": {"description": "to whom an edge leads", "schema": _TEXT},
    "view": {
        "description": "the part of the world that is drawn: world, or west,south,east,north",
        "schema": _TEXT,
    },
    "page": {
        "description": f"which page of the list, {ON_A_PAGE} to a page, from 1 on; the header"
        f" {PAGES} tells how many there are, and Link leads to the others",
        "schema": {"type": "integer", "minimum": 1},
    },
    "other": {
        "description": "words by which the page looks for what else may be the same",
        "schema": _TEXT,
    },
    "still": {"description": "1: the page does not look again by itself", "schema": _TEXT},
}  # fmt: skip
_KINDS = {  # what else is called kind
    "/network": ("one kind of edge", EDGES),
    "/search": ("in which form it is told", KINDS),
}
# What is drawn and counted takes four kinds of acts beside.
_KINDS_OF_ACTS = [*ACTS, *(each.address for each in FAMILIES)]
_CHART, _SEARCH = parameters_of(Question), parameters_of(Search)
_FILTERS = parameters_of(Listing)
ADDRESSES = (
    Address("/", "what is on the record: disputes, claims told most, what was denied of late"),
    Address("/articles", "the articles, newest first", may=(*_FILTERS, "page")),
    Address(
        "/article/{name}",
        "one article with all that it puts on the record",
        "articles",
        may=("other",),
    ),
    Address("/statement/{name}", "leads to the article of a statement", "statements"),
    Address("/claims", "what is claimed, most told first", may=(*_FILTERS, "page")),
    Address("/claim/{name}", "one claim: wordings, origins, denials", "claims", may=("other",)),
    Address("/disputes", "what the articles do not agree on", may=(*_FILTERS, "page")),
    Address("/dispute/{name}", "one dispute with both sides", "disputes"),
    Address(
        "/quotations",
        "what was said once and is reported several times",
        may=(*_FILTERS, "page"),
    ),
    Address("/quotation/{name}", "one quotation, and what others made of it", "quotations"),
    Address("/copies", "which articles share their text", may=(*_FILTERS, "page")),
    Address("/entities", "the persons and bodies", may=(*_FILTERS, "page")),
    Address(
        "/entity/{name}",
        "who somebody is, and what they say",
        "entities",
        may=("other", "page"),
    ),
    Address(
        "/place/{name:path}", "who is said to hold a place, and what is said about it", "places"
    ),
    Address("/entity/{name}/names", "each naming of somebody", "entities", may=("page",)),
    Address("/map", "of which places statements speak", may=(*_CHART, "view")),
    Address("/timeline", "what was said, by day", may=(*_CHART, "page")),
    Address(
        "/network",
        "who answers, cites and carries whom",
        may=(*parameters_of(NetworkQuestion), "page"),
    ),
    Address("/entity/{name}/about", "what others say of somebody", "entities", may=("page",)),
    Address(
        "/search",
        "statements that have all the words and fit, with what is there by each filter; people,"
        " claims and articles",
        may=(*_SEARCH, "page"),
    ),
    Address("/review", "what the machine is unsure of, what is worth most first"),
    Address("/judgements", "what people decided, the latest first", may=("page",)),
    Address("/work", "reading and linking that runs, or ran", may=("still",)),
    Address("/changes", "a mark that changes with the record, and how much work is not over"),
    Address("/health", "how many articles and statements there are"),
)


def document(store: Store) -> dict[str, Any]:
    """Return the addresses in the form of OpenAPI 3.1, with names of this record as examples."""
    names = examples(store)
    paths: dict[str, Any] = {
        f"{each.shown}{_end(each)}": {"get": _operation(each, names)} for each in ADDRESSES
    }
    paths |= {
        f"{each.shown}.csv": {"get": _as_table(each, names)}
        for each in ADDRESSES
        if each.path in TABLES
    }
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "sayso",
            "version": version("sayso"),
            "description": "Who said what, on whose say-so, who denies it, and where it comes from."
            " The fields are those of docs/record.md and docs/linking.md.",
        },
        "paths": paths,
        "components": {"schemas": components()},
    }


def _end(address: Address) -> str:
    if address.path == "/":
        return "index.json"
    return "" if address.path in ("/health", "/statement/{name}") else ".json"


def _operation(address: Address, names: Mapping[str, str]) -> dict[str, Any]:
    schema = ANSWERS.get(address.path)
    answers = {"200": _answer(address, schema)} if schema else {"303": _LEADS}
    return {
        "summary": address.about,
        "operationId": _operation_id(address),
        "parameters": _given(address, names, address.may),
        "responses": answers | ({"400": _WRONG} if address.may else {}) | {"404": _MISSING},
    }


def _answer(address: Address, schema: Mapping[str, Any]) -> dict[str, Any]:
    content: dict[str, Any] = {"schema": schema}
    if address.path in _examples():
        content["example"] = _examples()[address.path]
    answer: dict[str, Any] = {"description": address.about}
    if "page" in address.may:
        answer["headers"] = _PAGED
    return answer | {"content": {"application/json": content}}


def _as_table(address: Address, names: Mapping[str, str]) -> dict[str, Any]:
    """Return how the whole list of an address is taken away as a table."""
    asked = [each for each in address.may if each not in ("page", "view", *_OF_PAGES)]
    return {
        "summary": f"{address.about}: the whole as a table",
        "operationId": f"{_operation_id(address)}_csv",
        "parameters": _given(address, names, asked),
        "responses": {
            "200": {"description": "a table", "content": {"text/csv": {"schema": _TEXT}}},
            **({"400": _WRONG} if asked else {}),
            "404": _MISSING,
        },
    }


def _operation_id(address: Address) -> str:
    return "_".join(re.findall(r"[a-z]+", _NAMED.sub("", address.path))) or "home"


def _given(
    address: Address, names: Mapping[str, str], asked: Sequence[str]
) -> list[dict[str, Any]]:
    """Return the parameters of an address: the name in its path, and what is asked of it."""
    given = [{"name": name, "in": "query"} | _parameter(address, name) for name in asked]
    if address.of:
        example = {"example": names[address.of]} if address.of in names else {}
        one = {"name": "name", "in": "path", "required": True, "schema": _TEXT, **example}
        given.insert(0, one | {"description": "an id, whole or how it begins; a place by its name"})
    return given


def _parameter(address: Address, name: str) -> dict[str, Any]:
    if name == "act" and "said" not in address.may:
        its = _PARAMETERS[name]
        items = {"type": "string", "enum": _KINDS_OF_ACTS}
        words = f"{its['description']}; or one of four kinds of acts"
        return {"description": words, "schema": {"type": "array", "items": items}}
    if name != "kind":
        return _PARAMETERS[name]
    about, values = _KINDS[address.path]
    return {"description": about, "schema": {"type": "string", "enum": [*values]}}


@cache
def _examples() -> dict[str, Any]:
    """Return an answer of each address, cut short; made by tests/web/examples.py."""
    made: dict[str, Any] = json.loads(EXAMPLES.read_text("utf-8"))
    return made


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
