"""Two people or powers that are spoken of as two -> who they are: "both leaders", "the two sides".

They are those whom the text last named side by side: "Ruel met Okar", "Velmark and Skerra".
"""

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from sayso.english.names import folded
from sayso.english.role_nouns import heads
from sayso.english.tables import listed
from sayso.records import Span
from sayso.resolve.actors.antecedents import Cluster
from sayso.resolve.actors.entities import Entities
from sayso.resolve.actors.offices import noun
from sayso.resolve.layout import Layout

_KINDS = {
    "person": listed("actors.toml", "two_people"),
    "government": listed("actors.toml", "two_powers"),
}
_UNCOUNTED = listed("actors.toml", "always_two")  # "the leaders", where two were named
_TWO = re.compile(r"(?P<led>both(?: of)?(?: the)?|the two|the) (?P<noun>[a-z]+)", re.IGNORECASE)
# What stands between two who are named side by side: "Ruel, 54, met with President | Okar".
_BESIDE = re.compile(
    r"(?:['’]s)?(?:, [^,.;]{1,60},)?(?: [\w’'-]+){0,5}?"
    r" (?:and|with|met|meets|phoned|called|beating) (?:[\w.’',-]+ ){0,6}"
)
_BACK = 12  # sentences back to where the two were named together, beside those of the opening
_OPENING = 2  # paragraphs


def both(
    span: Span, meant: Cluster, entities: Entities, layout: Layout
) -> tuple[Cluster, Cluster] | None:
    """Return the two whom "both sides" or "the leaders" stands for, the last that were named so.

    `meant` is whom the description alone stands for: nobody named, nor told of before.
    """
    words = _TWO.fullmatch(layout.text, *span)
    if meant.names or meant.references[0].span != span:
        return None
    called = folded(words["noun"]) if words else ""
    if words is None or (words["led"].lower() == "the" and called not in _UNCOUNTED):
        return None
    types = {kind for kind, nouns in _KINDS.items() if called in nouns}
    office = "" if types else _office(called)
    types |= {"person"} if office else set()
    for passage in _back(span, layout) if types else ():
        # "Ruel and her counterpart, Okar": the second mention of one is passed over.
        each = groupby(entities.between(*passage), key=lambda named: named[1].number)
        pairs = pairwise(next(group) for _, group in each)
        for (one, first), (other, second) in reversed(list(pairs)):
            kinds = {_kind(first), _kind(second)}
            if first is second or len(kinds) > 1 or not kinds <= types:
                continue
            if office and not all(_holds(each, office) for each in (first, second)):
                continue
            if _BESIDE.fullmatch(layout.text, one.end, other.start):
                return first, second
    return None


def _office(plural: str) -> str:
    """Return the noun of an office of which two hold one each: "both ministers"."""
    one = heads().get(plural.removesuffix("s"))
    return noun(plural) if one and one.type == "person" and not one.many else ""


def _holds(cluster: Cluster, office: str) -> bool:
    return any(each.noun == office for each in cluster.offices)


def _kind(cluster: Cluster) -> str:
    """Return what somebody with a name is, as far as it matters here."""
    if cluster.government:
        return "government"
    return cluster.type if cluster.names and not cluster.many else ""


def _back(span: Span, layout: Layout) -> Iterator[Span]:
    """Yield the sentences before a place, the last one first, and the opening of the article."""
    at = layout.sentence(span.start)
    own = layout.sentences[at]
    yield Span(own.start, span.start)
    yield from reversed(layout.sentences[max(at - _BACK, 0) : at])
    yield from reversed([p for p in layout.paragraphs[:_OPENING] if p.end <= span.start])
