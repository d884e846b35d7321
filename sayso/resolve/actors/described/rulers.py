"""Descriptions of who rules a country -> the name of that country, where the text tells which.

"The British government" tells it by its own words, "Okar's government" by who Okar is, and of "the
government", "the kingdom" or "the reclusive nation" it is the country that the article is about.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from sayso.english.names import unowned
from sayso.english.role_nouns import marked
from sayso.english.tables import listed
from sayso.resolve.actors.antecedents import Choice, Cluster
from sayso.resolve.actors.leaders import held
from sayso.resolve.actors.references import Reference
from sayso.resolve.layout import Layout
from sayso.resolve.places.countries import Countries, Country, shipped_countries

_RULERS = marked("ruler") | listed("actors.toml", "rulers")
# What a leader has that is his country's; an administration goes by his name.
_HIS = frozenset({"government", "regime"})
_OF_THE_LAND = listed("actors.toml", "of_the_land")
_LANDS = listed("actors.toml", "lands")
_CAPITALISED = re.compile(r"\b[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,2}")
# The share of all mentions of countries below which none is the one; an outlet may call that of its
# own country, too, "the government".
_SHARE, _SHARE_OF_RULERS = 0.6, 0.7
_LEAST = 4  # mentions
_PLAIN = 2  # words of "the government"


def ruled(reference: Reference, layout: Layout, owner: Cluster | None) -> Reference | None:
    """Return "the British government" or "the Kyiv authorities" as a name of that government.

    `owner` is who has what is described: the government of Okar, who leads a country, is that of
    the country. "Russian authorities", without an article, are some of them.
    """
    if reference.kind != "nominal" or reference.head not in _RULERS:
        return None
    if len(reference.within) > 1 and owner is None:
        return None
    if reference.many and not reference.definite:
        return None
    words = " ".join(n.span.of(layout.text) for n in reference.within)
    words = words or _before_head(reference, layout.text)
    countries = shipped_countries()
    country = countries.by_demonym(words) or countries.by_name(words)
    if country is None and (seat := countries.seat(words)):
        country = countries.get(seat[0])
    if country is None and owner and reference.head in _HIS:
        country = _led_by(owner, countries)
    return _named(reference, country) if country else None


def in_focus(reference: Reference, choice: Choice, layout: Layout) -> Reference | None:
    """Return "the government" or "the kingdom", for whom nobody told before fits, as a name.

    It is that of the country which the article is about; what somebody says in a speech may be of
    his own.
    """
    chosen = choice.cluster
    if not reference.definite or reference.owner or reference.many:
        return None
    if chosen and (chosen.government or reference.head in chosen.heads):
        return None
    if any(name.type != "group" for name in reference.within):
        return None  # but "the South Asian country"
    words = reference.span.of(layout.text).split()
    plain = len(words) <= _PLAIN and reference.head in _OF_THE_LAND
    least = _SHARE if reference.head in _LANDS else _SHARE_OF_RULERS if plain else 0.0
    if not least or layout.speech(reference.span.start) is not None:
        return None
    code, share = _subject(layout.text)
    country = shipped_countries().get(code) if share >= least else None
    return _named(reference, country) if country else None


def _named(reference: Reference, country: Country) -> Reference:
    return replace(
        reference, kind="name", name=country.name, name_type="place", roles=(), role_words=()
    )


def _led_by(owner: Cluster, countries: Countries) -> Country | None:
    """Return the one country that somebody leads, by his name or by what is told of him."""
    if owner.type != "person":
        return None
    known = held(owner)[0] or frozenset(c for o in owner.offices for c in o.countries)
    return countries.get(next(iter(known))[1:]) if len(known) == 1 else None


@lru_cache(maxsize=64)
def _subject(text: str) -> tuple[str, float]:
    """Return the code of the country that a text mentions most, and its share of all mentions."""
    counts = Counter(_mentioned(text))
    code, times = next(iter(counts.most_common(1)), ("", 0))
    return (code, times / counts.total()) if times >= _LEAST else ("", 0.0)


def _mentioned(text: str) -> Iterator[str]:
    """Yield the code of each country that stands in a text, by its name, people or capital."""
    codes = shipped_countries().codes
    for run in _CAPITALISED.finditer(text):
        words = [unowned(word.strip(".'’")) for word in run[0].split()]
        for size in range(len(words), 0, -1):
            code = next(
                (c for at in range(len(words) - size + 1)
                 if (c := codes.get(" ".join(words[at : at + size]).lower()))), "")  # fmt: skip
            if code:
                yield code
                break


def _before_head(reference: Reference, text: str) -> str:
    """Return the words between the article and the noun of a description."""
    words = reference.span.of(text).split()
    return unowned(" ".join(words[1:-1])) if words[-1].lower() == reference.head else ""
