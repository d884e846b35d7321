"""A source -> the spans that name somebody in it, one a holder."""

import re
from collections.abc import Iterable, Iterator, Sequence

from sayso.english.function_words import determiners
from sayso.english.pronouns import pronouns
from sayso.english.role_nouns import heads, is_somebody
from sayso.english.tables import either, listed
from sayso.english.titles import is_title
from sayso.records import Mention, Span, Spans
from sayso.resolve.actors.offices import is_adjective
from sayso.resolve.actors.references import NOT, Reference, reference, trimmed

_JOINT = re.compile(r",?\s+(?:and|&|as well as|along with|together with)\s+|,\s+", re.IGNORECASE)
_WORD = re.compile(r"[^\W_][\w.'’-]*")
# "the director | for Skerra", "an expert | on the Near East", ", who covers | Skerra"
_FOR = re.compile(
    r"(?:\b(?P<noun>[\w-]+) (?:of|for|in|on|at|to|with) (?:[a-z]+ (?:of|for|on) )?"
    rf"|, {either(pronouns('relative'))} (?:[a-z]+ ){{1,4}}?)"
    r"(?:the )?[A-Z][\w’'-]*(?:(?:,? (?:and|of|for|the|in))* [A-Z][\w’'-]*|, [A-Z][\w’'-]*)*\Z"
)
# "the watch's | Near East", "its | South"
_REGION = re.compile(rf"\b{either(map(str.capitalize, listed('actors.toml', 'regions')))}\Z")
_THE = len("the ")
_BOTH_KINDS = 2  # "the head of the Front and Skerra" are two
_TITLE = re.compile(r"(\S+) \Z")
_LONGEST_TITLE = 20  # characters
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
    ends = [*(cut.start() for cut in cuts[1:]), source.end]
    cuts = [
        cut
        for cut, end in zip(cuts, ends, strict=False)
        if not _in_office(text, Span(*cut.span()), end, source, names)
    ]
    if all(c[0].strip() == "," for c in cuts):  # an apposition; a list has an "and"
        return [source]
    parts, start = [], begin.end() if begin else source.start
    for cut in cuts:
        parts.append(Span(start, cut.start()))
        start = cut.end()
    return [p for p in [*parts, Span(start, source.end)] if not NOT.match(text, *p)] or [source]


def _in_office(text: str, cut: Span, end: int, source: Span, names: Sequence[Mention]) -> bool:
    """Tell whether a joint stands in what an office, or a clause, is for; `end` is the next joint.

    "Ana Ruel, the director | for Skerra and Elmarch |", "the envoy | for South and West Skerra |,
    Ana Ruel", "the watch's | Near East and North Skerra | director, Ana Ruel". A second office
    without an article is one person's too: "the mayor of Garth and | Acting Governor |, Ana Ruel".
    """
    piece = Span(cut.end, end)
    words = _WORD.findall(text, *piece)
    if not words or not words[0][0].isupper() or words[0].lower() in determiners():
        return False
    regional = _REGION.search(text, source.start, cut.start) or _REGION.search(text, *piece)
    people = [n.span for n in names if n.type == "person" and n.span.overlaps(piece)]
    people = [] if _REGION.search(text, *piece) else people
    lead = _WORD.findall(text, piece.start, people[0].start) if people else words
    if people and all(map(is_title, lead)):
        return False  # "and | Ana Ruel", "and | Gen. Ana Ruel"
    office = _FOR.search(text, source.start, cut.start)
    held = office is not None and (not office["noun"] or is_somebody(office["noun"]))
    if any(map(is_somebody, lead)):
        later = (n.span.start for n in names if n.type == "person" and n.span.start > end)
        apart = not people and any(text[end:start] == ", " for start in _starts(text, later))
        return (held and apart) or bool(people and regional)
    ends = (n for n in names if n.span.end == cut.start or 0 <= n.span.start - cut.end <= _THE)
    kinds = {n.type == "organisation" for n in ends if n.type != "person"}
    bare = bool(people) and source.of(text).split()[0].lower() not in determiners()
    return held and (bare or regional is not None or len(kinds) < _BOTH_KINDS)


def _starts(text: str, names: Iterable[int]) -> Iterator[int]:
    """Yield where names start, with a title right before them: "Dr. Ruel"."""
    for start in names:
        before = _TITLE.search(text, max(start - _LONGEST_TITLE, 0), start)
        yield before.start() if before and is_title(before[1]) else start


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
