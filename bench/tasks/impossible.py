"""What records say that cannot be, found without any labels: on whatever text there is.

- `said_after`: something was said after its article was published, and not told to be to come;
- `said_now`: the time at which it was said is "now", "current", "soon";
- `region_as_town`: a region or sea across borders, as "the Middle East", is a town of that name;
- `town_as_person`: a capital is called a person.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from sayso.english.tables import rows
from sayso.pipeline import Engine, records
from sayso.read import read_sources
from sayso.records import Record
from sayso.resolve.places.countries import shipped_countries
from sayso.resolve.places.gazetteer import fold
from sayso.settings import Settings

KINDS = ("said_after", "said_now", "region_as_town", "town_as_person")

Fields = dict[str, Any]


def impossible(record: Fields) -> Iterator[tuple[str, str]]:
    """Yield what cannot be in a record in the form of the contract: its kind, and the words."""
    yield from _said(record)
    text = record["article"]["text"]
    for place in record["places"]:
        name = text[slice(*place["mention"])]
        bare = text[place["mention"][1] :][:1] != ","
        if place["feature"] == "P" and bare and fold(name) in _regions():
            yield "region_as_town", f"{name}: {place['name']}, {place['admin1']}"
    for actor in record["actors"]:
        if actor["type"] == "person" and fold(actor["name"]) in _capitals():
            yield "town_as_person", actor["name"]


def _said(record: Fields) -> Iterator[tuple[str, str]]:
    text, published = record["article"]["text"], record["article"]["published"]
    for statement in record["statements"]:
        when = statement["said_at"]
        if when is None or statement.get("said") == "if":
            continue
        words = f"{text[slice(*when['mention'])]}, {when['value']}"
        if when["value"] in {"PRESENT_REF", "FUTURE_REF"}:
            yield "said_now", words
        elif published and when["start"] and when["start"] > published["end"]:
            yield "said_after", f"{words}, published {published['end']}"


@cache
def _regions() -> frozenset[str]:
    """Return the folded names of regions and seas that lie in several countries."""
    wide = (r for r in rows("places.csv") if r["kind"] in {"region", "water"} and not r["country"])
    return frozenset(fold(r["name"]) for r in wide)


@cache
def _capitals() -> frozenset[str]:
    return frozenset(fold(c.capital) for c in shipped_countries().all.values() if c.capital)


def of_sources(sources: Sequence[str]) -> list[tuple[str, str, str]]:
    """Return the articles, kinds and words of what cannot be in the records of some sources."""
    settings = Settings()
    read = read_sources(sources, settings=settings)
    every = records(read, Engine.load(settings), batch=settings.batch_articles)
    return [
        (each.article.given_id or each.article.source, kind, words)
        for each in every
        if isinstance(each, Record)
        for kind, words in impossible(each.to_json())
    ]


def counts(of: Iterable[tuple[str, str, str]]) -> dict[str, float]:
    """Return how many there are of each kind."""
    counted = Counter(kind for _, kind, _ in of)
    return {kind: float(counted[kind]) for kind in KINDS}
