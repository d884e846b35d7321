"""A source -> the spans that name somebody in it, one a holder."""

import re
from collections.abc import Sequence

from sayso.english.function_words import determiners
from sayso.english.role_nouns import heads
from sayso.records import Mention, Span, Spans
from sayso.resolve.actors.offices import is_adjective
from sayso.resolve.actors.references import NOT, Reference, reference, trimmed

_JOINT = re.compile(r",?\s+(?:and|&|as well as|along with|together with)\s+|,\s+", re.IGNORECASE)
_BOTH = re.compile(r"(?:both|neither|either)\s+", re.IGNORECASE)


def holders(text: str, source: Span, names: Sequence[Mention]) -> Spans:
    """Return the spans that name somebody in a source, one a holder; none if it names nobody.

    "Both Kyiv and its allies" are two. `names` are the names that stand inside it.
    """
    parts = _joined(text, source, names)
    alone = [reference(text, p, [n for n in names if p.holds(n.span)]) for p in parts]
    several = (
        len(parts) > 1
        and all(each.kind == "name" or each.head in heads() for each in alone)
        and (_alike(text, parts) or all(each.name_type == "person" for each in alone))
    )
    kept = parts if several and not _share_place(alone, names) else [source]
    spans = (trimmed(text, part) for part in kept)
    return tuple(span for span in spans if span.start < span.end)


def _share_place(alone: Sequence[Reference], names: Sequence[Mention]) -> bool:
    """Tell whether several hold one office each of a place: "the mayors of Garth and Skelby"."""
    first, *others = alone
    held = first.kind == "nominal" and first.type == "person" and first.many
    ends = held and bool(first.within) and first.within[-1].span.end == first.span.end
    bare = {name.span for name in names}
    return ends and all(o.span in bare and " " not in o.name for o in others)


def _joined(text: str, source: Span, names: Sequence[Mention]) -> list[Span]:
    """Return what "and" and the like join in a source, or the source itself."""
    begin = _BOTH.match(text, *source)
    cuts = [c for c in _JOINT.finditer(text, *source) if not _inside(c, names)]
    if all(c[0].strip() == "," for c in cuts):  # an apposition; a list has an "and"
        return [source]
    parts, start = [], begin.end() if begin else source.start
    for cut in cuts:
        parts.append(Span(start, cut.start()))
        start = cut.end()
    return [p for p in [*parts, Span(start, source.end)] if not NOT.match(text, *p)] or [source]


def _inside(cut: re.Match[str], names: Sequence[Mention]) -> bool:
    return any(n.span.start < cut.start() and cut.end() < n.span.end for n in names)


def _alike(text: str, parts: Sequence[Span]) -> bool:
    """Tell whether parts are several holders: not "the president and chief executive, Ana Ruel"."""
    words = [p.of(text).split() for p in parts]
    if words[-1][-1].islower() and all(len(w) == 1 and is_adjective(w[0]) for w in words[:-1]):
        return False  # "British and American intelligence sources" are of one kind
    many = [heads()[w[-1].lower()].many for w in words if w[-1].lower() in heads()]
    named = [w[0][0].isupper() and w[-1][0].isupper() for w in words]
    led = [w[0].lower() in determiners() for w in words]
    later = all(
        n or o or (w[-1].lower() in heads() and heads()[w[-1].lower()].many)
        for n, o, w in zip(named[1:], led[1:], words[1:], strict=True)
    )
    return later and (named[0] or led[0] or bool(many and all(many)))
