"""Descriptions -> those whom the article names only later: "Polish PM says"."""

from collections import defaultdict
from collections.abc import Sequence

from sayso.english.names import folded
from sayso.english.pronouns import plain_form, subjects
from sayso.english.tables import listed
from sayso.records import Span
from sayso.resolve.actors.antecedents import Cluster, agree
from sayso.resolve.actors.contrary import is_elsewhere, is_voice
from sayso.resolve.actors.entities import Entities
from sayso.resolve.actors.offices import (
    MILITARY_RANKS,
    Office,
    general_nouns,
    is_of_another_rank,
    likeness,
    of_forces,
)
from sayso.resolve.actors.references import Reference
from sayso.resolve.layout import Layout

_FAMILY = listed("actors.toml", "family")
_REPRESENTING = listed("actors.toml", "representing")
_STYLES = listed("actors.toml", "styles")
_HEADLINE = 200  # characters of the longest first paragraph that may be a headline
_ON_AND_ON = 3  # statements of one who speaks all through an article
_NEXT = 450  # characters from a description to the name that tells who is meant


def claim(cluster: Cluster, reference: Reference, entities: Entities, layout: Layout) -> None:
    """Give what the headline tells of "Polish PM" to the first who is named with that office."""
    for span, other in _in_headline(entities, layout):
        described = other.references[0] if other.references else None
        if described is None or described.span != span or other.names or not described.offices:
            continue
        same = likeness(described.offices[0], reference.offices).same
        fits = same and agree(described, cluster) and _tells_no_more(described, cluster)
        fits = fits and not _are_voices(other, cluster, layout)
        if fits and not is_elsewhere(described, cluster, layout.text):
            entities.merge(other, cluster)


def look_ahead(entities: Entities, layout: Layout) -> None:
    """Give a bare title in the headline ("governor says") to the one so called in the text."""
    for span, cluster in _in_headline(entities, layout):
        if not cluster.references:
            continue
        bare = not cluster.names and cluster.references[0].span == span
        head = cluster.references[0].head
        if not bare or not head or cluster.references[0].kind != "nominal":
            continue
        named = (
            c
            for c in entities.clusters
            if c.names
            and head in c.heads
            and _tells_no_more(cluster.references[0], c)
            and not _are_voices(cluster, c, layout)
        )
        if other := next((c for c in named if agree(cluster.references[0], c)), None):
            entities.merge(cluster, other)
    _give_to_holders(entities, layout)
    _give_to_named_next(entities, layout)


def _in_headline(entities: Entities, layout: Layout) -> list[tuple[Span, Cluster]]:
    """Return the references of the headline, with whom each stands for."""
    end = layout.paragraphs[1].start if len(layout.paragraphs) > 1 else 0
    return list(entities.between(0, min(end, _HEADLINE)))


def _are_voices(one: Cluster, other: Cluster, layout: Layout) -> bool:
    """Tell whether two are labels of turns, and so two voices."""
    return is_voice(one, layout) and is_voice(other, layout)


def _give_to_holders(entities: Entities, layout: Layout) -> None:
    """Give "the mayor", named nowhere beside it, to the one whom the article names as mayor."""
    named = {c.number: c for c in entities.clusters if c.names}
    by_noun: dict[str, set[int]] = defaultdict(set)
    for number, each in named.items():
        for held in each.offices:
            by_noun[held.noun].add(number)
    for cluster in entities.clusters:
        first = _opening(cluster, entities.text)
        if first is None or not first.offices:
            continue
        alike = [named[number] for number in by_noun[first.offices[0].noun]]
        alike = [c for c in alike if not is_elsewhere(first, c, entities.text)]
        alike = [c for c in alike if not _are_voices(cluster, c, layout)]
        if other := _only_holder(first, cluster, alike):
            entities.merge(cluster, other)
            for held in other.offices:
                by_noun[held.noun].add(other.number)


def _opening(cluster: Cluster, text: str) -> Reference | None:
    """Return what somebody unnamed was first called, as somebody known: "the mayor of Garth"."""
    first = cluster.references[0] if cluster.references and not cluster.names else None
    known = first and first.kind == "nominal" and first.definite and first.type == "person"
    if first is None or not known or first.many or first.head in _FAMILY:
        return None
    whose = plain_form(first.owner.of(text)) if first.owner else ""
    return None if whose in subjects("first", "third") else first


def _only_holder(first: Reference, cluster: Cluster, named: Sequence[Cluster]) -> Cluster | None:
    """Return the one person whom the article names with the very office of a description.

    `named` are those who are named with an office of its noun: of several he must be the one who is
    named with the side that the description tells.
    """
    if first.offices[0].noun in general_nouns() | _REPRESENTING:
        return None
    holders = [c for c in named if likeness(first.offices[0], c.offices).same]
    fitting = [c for c in holders if agree(first, c) and _tells_no_more(first, c)]
    if len(fitting) != 1 or fitting[0] is cluster.owner:
        return None
    plain = len(holders) == 1 or likeness(first.offices[0], fitting[0].offices).sides
    return fitting[0] if plain else None


def _give_to_named_next(entities: Entities, layout: Layout) -> None:
    """Give a description to the one who is named after it with nothing else said of him.

    "The acting defence secretary says … Rolf Amund said in a statement": news names somebody new
    without a word of who he is where it has told so before. Witnesses are named so too: of a
    description that only tells on whose word something is ("…, the governor said. ¶ “I was feeding
    the hens,” Halyna Mokra told …") the one named speaks in the same paragraph, or on and on.
    """
    for cluster in entities.clusters:
        first = _opening(cluster, entities.text)
        if first is None or first.span not in layout.sources:
            continue
        other = _named_next(first, cluster, entities, layout)
        if other is None or _are_voices(cluster, other, layout):
            continue
        if _is_what_it_is_about(first, layout) or _stays(first, other, layout):
            entities.merge(cluster, other)


def _is_what_it_is_about(first: Reference, layout: Layout) -> bool:
    """Tell whether a description opens its sentence: "The archbishop has said …"."""
    sentence = layout.sentences[layout.sentence(first.span.start)]
    return first.whole.start - sentence.start <= len("The ")


def _stays(first: Reference, other: Cluster, layout: Layout) -> bool:
    """Tell whether whoever is named after a description speaks beside it, or all through."""
    speaks = [r.span for r in other.references if r.span in layout.sources]
    beside = layout.paragraph(speaks[0].start) == layout.paragraph(first.span.start)
    return beside or len(speaks) >= _ON_AND_ON


def _named_next(
    first: Reference, cluster: Cluster, entities: Entities, layout: Layout
) -> Cluster | None:
    """Return who speaks next after a description, where he is named in full for the first time."""
    end = first.span.end
    for span, other in entities.between(end, end + _NEXT):
        if other is cluster or other.type not in {"person", ""}:
            continue
        if span in layout.sources:
            named = other.references[0]
            new = named.span == span and " " in named.name
            fits = new and agree(first, other) and _is_bare(named, first)
            return other if fits and not is_elsewhere(first, other, layout.text) else None
    return None


def _is_bare(named: Reference, first: Reference) -> bool:
    """Tell whether a name stands without words of who he is that a description does not tell.

    How somebody is styled tells nothing; a military rank is no word against somebody of the forces.
    """
    serves = any(map(of_forces, first.offices))
    plain = _STYLES | MILITARY_RANKS if serves else _STYLES
    offices = tuple(each for each in named.offices if each.noun not in plain)
    if not offices or not first.offices:
        return all(folded(role.text) in plain for role in named.roles)
    return likeness(first.offices[0], offices).same and _holds(first.offices[0], offices)


def _tells_no_more(reference: Reference, cluster: Cluster) -> bool:
    """Tell whether an actor is known to be all that a description says."""
    return not reference.offices or _holds(reference.offices[0], cluster.offices)


def _holds(wanted: Office, offices: tuple[Office, ...]) -> bool:
    """Tell whether who holds some offices is known to be all that one of them tells."""
    like = likeness(wanted, offices)
    contrary = like.extra or like.other_side or like.other_office or like.rank
    if wanted.bare:
        return not is_of_another_rank(wanted, offices)
    return like.same and not contrary
