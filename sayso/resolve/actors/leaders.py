"""Who leads or led a country, and is named in the news without a word of where.

Facts of the past alone: who led one country is never another's president, so that the list grows
old without growing wrong.
"""

from collections import defaultdict
from functools import cache

from sayso.english.names import folded
from sayso.english.tables import lists, rows
from sayso.resolve.actors.antecedents import Cluster
from sayso.resolve.actors.references import Reference

Held = tuple[frozenset[str], frozenset[str]]  # countries, and offices
_ALIKE = lists("actors.toml", "alike")
_NOTHING: Held = frozenset(), frozenset()


@cache
def _leaders() -> dict[str, Held]:
    """Return what each held, by full name and by surname alone."""
    countries, offices = defaultdict[str, set[str]](set), defaultdict[str, set[str]](set)
    for row in rows("leaders.csv"):
        full = folded(row["name"])
        for name in (full, full.rpartition(" ")[2]):
            countries[name].add("=" + row["country"])
            offices[name].add(row["office"])
    return {name: (frozenset(countries[name]), frozenset(offices[name])) for name in countries}


def held(cluster: Cluster) -> Held:
    """Return which country somebody leads or led, and in which office, by his name alone."""
    return _leaders().get(folded(cluster.name), _NOTHING) if cluster.type == "person" else _NOTHING


def leads_so(reference: Reference, cluster: Cluster) -> bool:
    """Tell whether somebody is known by his name to hold the office that a description tells."""
    wanted = reference.offices[0] if reference.offices else None
    if wanted is None or reference.type != "person":
        return False
    countries, offices = held(cluster)
    fits = wanted.words and wanted.words <= countries and not wanted.ranks
    return bool(fits and offices & ({wanted.noun} | _ALIKE.get(wanted.noun, frozenset())))
