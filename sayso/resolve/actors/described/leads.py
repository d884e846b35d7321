"""Descriptions that open an article -> those who speak further down, named with such an office.

"A top League official said … ¶ League commissioner Ana Ruel said": news first tells what somebody
is, and then who.
"""

import re
from collections.abc import Iterator, Sequence

from sayso.resolve.actors.antecedents import Cluster, agree
from sayso.resolve.actors.contrary import is_elsewhere
from sayso.resolve.actors.entities import Entities
from sayso.resolve.actors.offices import Office, general_nouns, likeness
from sayso.resolve.actors.references import Reference
from sayso.resolve.layout import Layout

_OPENING = 6  # paragraphs in which news tells first what somebody is
_TOP = re.compile(r"\b(?:top|highest|chief)\b", re.IGNORECASE)
_UNNAMED = re.compile(r"\banonym|\bnot (?:to be|authori[sz]ed)\b")
_BEHIND = 160  # characters behind a description in which it is told why it names nobody


def give_leads(entities: Entities, layout: Layout) -> None:
    """Give each description that opens an article to the one speaker who fits it."""
    named = [c for c in entities.clusters if c.names and c.type == "person" and c.references]
    for cluster, first in _opening(entities.clusters, layout):
        wanted = first.offices[0]
        fitting = [
            c for c in named if _may_be(first, wanted, c) and _speaks_after(first, c, layout)
        ]
        if len(fitting) == 1 and not is_elsewhere(first, fitting[0], layout.text):
            entities.merge(cluster, fitting[0])


def _opening(clusters: Sequence[Cluster], layout: Layout) -> Iterator[tuple[Cluster, Reference]]:
    """Yield whoever speaks in the first paragraphs by a description of one person alone."""
    for cluster in clusters:
        first = cluster.references[0] if cluster.references and not cluster.names else None
        if first is None or first.kind != "nominal" or first.type != "person" or first.many:
            continue
        speaks = first.span in layout.sources and layout.speech(first.span.start) is None
        early = layout.paragraph(first.span.start) < _OPENING
        if layout.paragraph(first.span.start) and _is_bare(first, layout.text):
            continue  # "Counsel asked", below the headline
        if speaks and early and first.offices and _is_known(first, layout.text):
            yield cluster, first


def _is_bare(first: Reference, text: str) -> bool:
    """Tell whether a description is a noun alone, without so much as an article."""
    led = text[max(first.span.start - 4, 0) : first.span.start].lower() == "the "
    return not led and first.span.of(text).lower() == first.head


def _is_known(first: Reference, text: str) -> bool:
    """Tell whether a description is of one whom news names: "a top official", not "an official"."""
    if _UNNAMED.search(text, first.span.start, first.span.end + _BEHIND):
        return False
    alone = first.definite or first.offices[0].noun not in general_nouns()
    return alone or _TOP.search(text, *first.span) is not None


def _may_be(first: Reference, wanted: Office, cluster: Cluster) -> bool:
    """Tell whether somebody is told to hold such an office, for the side that it is told for."""
    like = likeness(wanted, cluster.offices)
    if not agree(first, cluster) or not (like.same or like.alike):
        return False
    if like.rank or like.other_side or like.other_office:
        return False
    if like.new_side and not (like.same and like.sides):
        return False
    return bool(like.sides) or (like.same and wanted.noun not in general_nouns())


def _speaks_after(first: Reference, cluster: Cluster, layout: Layout) -> bool:
    """Tell whether somebody speaks below a description, and is not named before it."""
    named = next(r.span.start for r in cluster.references if r.kind == "name")
    return named > first.span.start and any(r.span in layout.sources for r in cluster.references)
