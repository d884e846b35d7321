"""A description and an actor -> whether something speaks against that they are one.

What does so is hard: whoever has another owner, side, office or rank is out, however near he is.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from sayso.english.names import folded
from sayso.english.role_nouns import marked
from sayso.english.tables import either, listed, lists, rows
from sayso.resolve.actors.antecedents import Cluster, agree
from sayso.resolve.actors.entities import Entities
from sayso.resolve.actors.name_matching import same_person
from sayso.resolve.actors.offices import Office, excludes, likeness, noun, opposed
from sayso.resolve.actors.references import Reference
from sayso.resolve.layout import Layout
from sayso.resolve.places.countries import shipped_countries
from sayso.resolve.places.gazetteer import fold

# Descriptions that can stand for one another: a bare "the leader" for a president.
_ALIKE = lists("actors.toml", "alike")
_COUNTRIES = marked("country") | listed("actors.toml", "countries")
_OWNER = re.compile(r"(?P<owner>[A-Z]\w+(?: [A-Z]\w+)*)['’]s? \Z")
_LONGEST_OWNER = 30  # characters
_NEW = "new"
# "Ruel | resigned on Monday": who has gone is not the new one.
_GONE = re.compile(rf"(?:,[^,]*,)? (?:\w+ ){{0,2}}?{either(listed('actors.toml', 'gone'))}\b")
_GOING, _LAST = 60, 8  # characters behind a mention, and mentions, in which that is looked for
_SHORT = re.compile(r"[Tt]he (?P<noun>[A-Z]\w+)")
_TITLE = re.compile(r"\b[Tt]he (?P<noun>[a-z-]+)\b(?! of\b| in\b|['’]s? )")


def may_be(reference: Reference, cluster: Cluster, owner: Cluster | None, layout: Layout) -> bool:
    """Tell whether a description may stand for an actor; `owner` is who has what it describes.

    Several people, and papers, only where they were called so before.
    """
    if not agree(reference, cluster) or _is_of_another(cluster, owner):
        return False
    if cluster.government and reference.head not in _COUNTRIES | cluster.heads:
        return False  # "the army" is no country's government
    if holds_another_office(reference, cluster, layout.text):
        return False
    if reference.many or reference.type == "document":
        wanted = {reference.head} | _ALIKE.get(reference.head, frozenset())
        return bool(cluster.heads & wanted)
    inside = (n.span.of(layout.text) for n in reference.within if n.type == "person")
    if any(same_person(name, known) for name in inside for known in cluster.names):
        return False
    return not _is_spoken_of(reference, cluster, layout)


def short_for(reference: Reference, entities: Entities) -> Cluster | None:
    """Return the body whose name ends with a description: "the Guard" for the Valley Guard."""
    start, end = reference.span
    short = _SHORT.fullmatch(entities.text, max(start - 4, 0), end) or _SHORT.fullmatch(
        entities.text, start, end
    )
    if short is None:
        return None
    noun = short["noun"]
    for cluster in entities.recent():
        if cluster.type != "person" and any(name.endswith(f" {noun}") for name in cluster.names):
            return cluster
    return None


def _is_of_another(cluster: Cluster, owner: Cluster | None) -> bool:
    """Tell whether an actor was described as somebody's, and a description is of another."""
    return bool(owner and cluster.owner and owner is not cluster.owner)


def holds_another_office(reference: Reference, cluster: Cluster, text: str) -> bool:
    """Tell whether what an actor is known to be speaks against a description.

    A body may be called by many nouns, and be told with many words: it is another where it is told
    to be of another side.
    """
    if not reference.offices:
        return False
    wanted = reference.offices[0]
    if not reference.type == cluster.type == "person":
        return opposed(wanted, cluster.offices)
    return is_elsewhere(reference, cluster, text) or excludes(wanted, cluster.offices)


def is_elsewhere(reference: Reference, cluster: Cluster, text: str) -> bool:
    """Tell whether a person is of another country than is described, or has gone: no new mayor."""
    if not reference.offices:
        return False
    if _is_replaced(reference.offices[0], cluster, text):
        return True
    countries = _lands(reference.offices[0])
    lands = _leads(cluster)[0] or _owned_by(cluster, text) if countries else frozenset[str]()
    return bool(lands) and lands.isdisjoint(countries)


def _is_replaced(wanted: Office, cluster: Cluster, text: str) -> bool:
    """Tell whether "the new mayor" is another than a mayor who is told to have gone, or unnamed."""
    if _NEW not in wanted.ranks or any(_NEW in office.ranks for office in cluster.offices):
        return False
    if not cluster.names:
        return True
    behind = (text[r.span.end : r.span.end + _GOING] for r in cluster.references[-_LAST:])
    return any(_GONE.match(words) for words in behind)


def _owned_by(cluster: Cluster, text: str) -> frozenset[str]:
    """Return the country before a person's name: "Skerra's Ana Ruel" is of Skerra."""
    codes, lands = shipped_countries().codes, set[str]()
    for reference in cluster.references:
        at = (reference.named or reference.span).start
        owner = _OWNER.search(text, max(at - _LONGEST_OWNER, 0), at)
        if reference.kind == "name" and owner and (code := codes.get(fold(owner["owner"]))):
            lands.add("=" + code)
    return frozenset(lands)


def _lands(office: Office) -> frozenset[str]:
    """Return the countries that an office is told to be held for."""
    return frozenset(side for side in office.sides if side.startswith("="))


@cache
def _leaders() -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """Return the countries and offices of those who lead one, by full name and by surname alone."""
    lands, offices = defaultdict[str, set[str]](set), defaultdict[str, set[str]](set)
    for row in rows("leaders.csv"):
        full = folded(row["name"])
        for name in (full, full.rpartition(" ")[2]):
            lands[name].add("=" + row["country"])
            offices[name].add(row["office"])
    return {name: (frozenset(lands[name]), frozenset(offices[name])) for name in lands}


def _leads(cluster: Cluster) -> tuple[frozenset[str], frozenset[str]]:
    """Return which country somebody is known to lead, and in which office, by his name alone."""
    nobody = frozenset[str](), frozenset[str]()
    return _leaders().get(folded(cluster.name), nobody) if cluster.type == "person" else nobody


def _is_spoken_of(reference: Reference, cluster: Cluster, layout: Layout) -> bool:
    """Tell whether a person is whom the description's own words are about.

    "The opposition leader accused Moll of waste", "the rebel leader said the president was lying".
    """
    if cluster.type != "person" or not cluster.names:
        return False
    held = {office.noun for office in cluster.offices} - {noun(reference.head)}
    for words in layout.words_said(reference.span):
        text = words.of(layout.text)
        if any(re.search(rf"\b{re.escape(name.split()[-1])}\b", text) for name in cluster.names):
            return True
        if any(noun(title["noun"]) in held for title in _TITLE.finditer(text)):
            return True
    return False


def is_told_so(reference: Reference, cluster: Cluster) -> bool:
    """Tell whether the text tells of a named person that he may be what words in a speech say.

    Who speaks of "the governor" means somebody known as that, not merely who was named before.
    """
    if cluster.type != "person" or not cluster.names or not reference.offices:
        return True
    like = likeness(reference.offices[0], cluster.offices)
    return like.same or like.alike or reference.head in cluster.heads


def called_so(reference: Reference, clusters: Sequence[Cluster]) -> list[Cluster]:
    """Return who of some persons holds the very office of a description: nobody else then does."""
    if reference.type != "person" or not reference.offices:
        return []
    wanted = reference.offices[0]
    likes = ((c, likeness(wanted, c.offices)) for c in clusters)
    return [c for c, like in likes if like.same and not like.new_side and not like.extra]


def leads_so(reference: Reference, cluster: Cluster) -> bool:
    """Tell whether somebody is known by his name to hold an office of a country."""
    wanted = reference.offices[0] if reference.offices else None
    if wanted is None or reference.type != "person":
        return False
    lands, offices = _leads(cluster)
    alike = {wanted.noun} | _ALIKE.get(wanted.noun, frozenset())
    return bool(wanted.words and wanted.words <= lands and not wanted.ranks and offices & alike)
