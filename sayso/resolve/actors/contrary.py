"""A description and an actor -> whether something speaks against that they are one.

What does so is hard: whoever has another owner, side, office or rank is out, however near he is.
"""

import re
from collections.abc import Sequence

from sayso.english.function_words import articles, definite
from sayso.english.role_nouns import marked
from sayso.english.tables import either, listed, lists
from sayso.records import Span
from sayso.resolve.actors.antecedents import Cluster, agree
from sayso.resolve.actors.entities import Entities
from sayso.resolve.actors.leaders import held
from sayso.resolve.actors.names.name_matching import same_person
from sayso.resolve.actors.offices import (
    Office,
    excludes,
    general_nouns,
    likeness,
    noun,
    opposed,
)
from sayso.resolve.actors.references import Reference
from sayso.resolve.layout import Layout
from sayso.resolve.places.countries import shipped_countries
from sayso.resolve.places.gazetteer import fold

# Descriptions that can stand for one another: a bare "the leader" for a president.
_ALIKE = lists("actors.toml", "alike")
_COUNTRIES = marked("country") | listed("actors.toml", "countries")
_OWNER = re.compile(r"(?P<owner>[A-Z]\w+(?: [A-Z]\w+)*)['’]s? \Z")
_LONGEST_OWNER = 30  # characters
# Offices that everybody knows who holds.
_STATE = marked("state") | marked("known")
_NEW = "new"
# "Ruel | resigned on Monday": who has gone is not the new one.
_GONE = re.compile(rf"(?:,[^,]*,)? (?:\w+ ){{0,2}}?{either(listed('actors.toml', 'gone'))}\b")
_GOING, _LAST = 60, 8  # characters behind a mention, and mentions, in which that is looked for
_SHORT = re.compile(r"[Tt]he (?P<noun>[A-Z]\w+)")
_TITLE = re.compile(r"\b[Tt]he (?P<noun>[a-z-]+)\b(?! of\b| in\b|['’]s? )")


def may_be(reference: Reference, cluster: Cluster, owner: Cluster | None, text: str) -> bool:
    """Tell whether a description may stand for an actor; `owner` is who has what it describes.

    Several people, and papers, only where they were called so before.
    """
    if not agree(reference, cluster) or _is_of_another(cluster, owner):
        return False
    if cluster.government and reference.head not in _COUNTRIES | cluster.heads:
        return False  # "the army" is no country's government
    are_persons = reference.type == cluster.type == "person"
    if are_persons and is_elsewhere(reference, cluster, text):
        return False
    if _holds_another_office(reference, cluster, text):
        return False
    if reference.many or reference.type == "document":
        wanted = {reference.head} | _ALIKE.get(reference.head, frozenset())
        return bool(cluster.heads & wanted)
    inside = (n.span.of(text) for n in reference.within if n.type == "person")
    return not any(same_person(name, known) for name in inside for known in cluster.names)


def spoken_of(reference: Reference, clusters: Sequence[Cluster], layout: Layout) -> list[Cluster]:
    """Return the persons whom the description's own words are about.

    "The opposition leader accused Moll of waste", "the rebel leader said the president was lying".
    """
    said = [words.of(layout.text) for words in layout.words_said(reference.span)]
    titles = {noun(title["noun"]) for text in said for title in _TITLE.finditer(text)}
    titles -= {noun(reference.head)}
    about: list[Cluster] = []
    for cluster in clusters if said else ():
        if cluster.type != "person" or not cluster.names:
            continue
        surnames = {name.split()[-1] for name in cluster.names}
        named = any(_stands_in(name, text) for name in surnames for text in said)
        if named or any(office.noun in titles for office in cluster.offices):
            about.append(cluster)
    return about


def other_voices(
    reference: Reference, clusters: Sequence[Cluster], layout: Layout
) -> list[Cluster]:
    """Return those whose names label turns of their own, where a description labels one.

    "MODERATOR: …" is not the Ruel of "RUEL: …".
    """
    if not _is_label(reference.span, layout):
        return []
    return [c for c in clusters if c.names and is_voice(c, layout)]


def told_of_by_others(
    reference: Reference, clusters: Sequence[Cluster], entities: Entities, layout: Layout
) -> list[Cluster]:
    """Return those whom only the words of somebody of another country are about.

    "An Israeli official said the prime minister had agreed. The Qatari prime minister warned": the
    former is Israel's.
    """
    countries = reference.offices[0].countries if reference.offices else frozenset[str]()
    others: list[Cluster] = []
    for cluster in clusters if countries else ():
        first = cluster.references[0]
        if cluster.names or any(office.countries for office in cluster.offices):
            continue
        around = (layout.statements[number] for number in layout.near(first.span))
        reporting = (s for each in around if first.span.overlaps_any(each.content)
                     for s in each.source)  # fmt: skip
        told_by = (teller for span in reporting if (teller := entities.of(span)))
        lands = {land for teller in told_by for o in teller.offices for land in o.countries}
        if lands and lands.isdisjoint(countries):
            others.append(cluster)
    return others


def is_voice(cluster: Cluster, layout: Layout) -> bool:
    """Tell whether somebody is the label of a turn: "RUEL: …"."""
    return any(_is_label(r.span, layout) for r in cluster.references)


def _is_label(span: Span, layout: Layout) -> bool:
    """Tell whether a source opens a line, and its words follow without a verb: "Ruel (Lab): …"."""
    opens = span.start == 0 or layout.text[span.start - 1] == "\n"
    return (
        opens
        and span in layout.sources
        and any(s.source == (span,) and not s.cue for s in layout.statements)
    )


def _stands_in(name: str, text: str) -> bool:
    # Most do not, and a pattern for each name is slow to make.
    return name in text and re.search(rf"\b{re.escape(name)}\b", text) is not None


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


def _holds_another_office(reference: Reference, cluster: Cluster, text: str) -> bool:
    """Tell whether what an actor is known to be speaks against a description.

    A body may be called by many nouns, and be told with many words: it is another where it is told
    to be of another side.
    """
    if not reference.offices:
        return False
    wanted = reference.offices[0]
    if _has_another_land(wanted, cluster, text):
        return True
    if not reference.type == cluster.type == "person":
        return opposed(wanted, cluster.offices)
    untold = cluster.names and not cluster.offices
    if untold and (not _may_be_untold(wanted) or _is_anybody(cluster, text)):
        return True
    return excludes(wanted, cluster.offices)


def _is_anybody(cluster: Cluster, text: str) -> bool:
    """Tell whether somebody was first told of as one of many: "a deckhand, Ivo Gull"."""
    first = cluster.references[0].whole.of(text).split(maxsplit=1)
    return len(first) > 1 and first[0].lower() in articles() - definite()


def _may_be_untold(wanted: Office) -> bool:
    """Tell whether news may call somebody so of whom it has told no office: "the president"."""
    return wanted.noun in general_nouns() or wanted.noun in _STATE or not wanted.bare


def _has_another_land(wanted: Office, cluster: Cluster, text: str) -> bool:
    """Tell whether an actor was described as what another land has, or one that is not known.

    "Its defence ministry" of Skerra is not "the Velmark defence ministry".
    """
    if not wanted.countries or any(office.countries for office in cluster.offices):
        return False
    first = cluster.references[0]
    its = first.owner is not None and first.owner.of(text).lower() == "its"
    owner = cluster.owner
    if not its and (owner is None or owner.type == "person"):
        return False
    code = shipped_countries().codes.get(fold(owner.name)) if owner else None
    return "=" + (code or "") not in wanted.countries


def is_elsewhere(reference: Reference, cluster: Cluster, text: str) -> bool:
    """Tell whether a person is of another country than is described, or has gone: no new mayor."""
    if not reference.offices:
        return False
    if _is_replaced(reference.offices[0], cluster, text):
        return True
    countries = reference.offices[0].countries
    his = held(cluster)[0] or _owned_by(cluster, text) if countries else frozenset[str]()
    return bool(his) and his.isdisjoint(countries)


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
