"""Statements, chains and mentions of one article -> the references that its actors are made of."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from sayso.records import Mention, Span, Statement
from sayso.resolve.chain import Chain
from sayso.resolve.references import PRONOUNS, Reference, reference, trimmed
from sayso.resolve.speakers import pieces

NAMED = frozenset({"person", "organisation", "place", "group"})
_ACTING = frozenset({"person", "organisation"})
_TRACKED = frozenset({"he", "she"})
_WIDEST = 200  # characters of the longest description that is taken for a name's


class Names:
    """The names of an article, found by where they stand."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        self.all = sorted(
            (m for m in mentions if m.form == "name" and m.type in NAMED), key=lambda m: m.span
        )
        self._starts = [m.span.start for m in self.all]

    def inside(self, span: Span) -> list[Mention]:
        """Return the names that stand inside a span, in text order."""
        first = bisect_left(self._starts, span.start)
        last = bisect_right(self._starts, span.end)
        return [m for m in self.all[first:last] if m.span.end <= span.end]


def held(text: str, statement: Statement, chain: Chain, names: Names) -> tuple[Span, ...]:
    """Return the spans that name who speaks in a statement, one a holder; none if it names none."""
    spans = (chain.speaker,) if chain.speaker else statement.source[:1]
    found = [
        trimmed(text, piece) for span in spans for piece in pieces(text, span, names.inside(span))
    ]
    return tuple(span for span in found if span.start < span.end)


def references(
    text: str, wanted: Iterable[Span], mentions: Sequence[Mention], names: Names
) -> list[Reference]:
    """Return all references in text order: the spans wanted, names, pronouns and descriptions."""
    found: dict[Span, Reference] = {}
    ends = {m.span.end: m for m in sorted(mentions, key=lambda m: m.span.end - m.span.start)}
    for span in wanted:
        made = reference(text, span, names.inside(span))
        found.setdefault(made.span, made)
        if made.pronoun == "who" and (taken_up := _before(text, made.span, ends)):
            before = reference(text, taken_up.span, names.inside(taken_up.span))
            found.setdefault(before.span, before)
    taken = {r.named for r in found.values() if r.named}
    for made in _described(text, mentions, names):
        if made.named not in taken and not _holds(found, made.span):
            found.setdefault(made.span, made)
            taken |= {made.named} if made.named else set()
    for name in names.all:
        if name.span not in taken and name.type in _ACTING:
            found.setdefault(name.span, reference(text, name.span, [name]))
    return sorted(found.values(), key=lambda r: (r.span.start, -r.span.end))


def _before(text: str, span: Span, ends: dict[int, Mention]) -> Mention | None:
    """Return the longest mention that ends right before "who", "which" or "that"."""
    at = span.start
    while at > 0 and text[at - 1] in ", ":
        at -= 1
    return ends.get(at)


def _holds(found: dict[Span, Reference], span: Span) -> bool:
    return span in found


def _described(text: str, mentions: Sequence[Mention], names: Names) -> Iterator[Reference]:
    """Yield what the mentions tell of people and bodies, the longest one for each name."""
    for mention in mentions:
        if mention.form == "pronoun":
            if PRONOUNS.get(mention.span.of(text).lower()) in _TRACKED:
                yield reference(text, mention.span, [])
        elif mention.type in _ACTING and mention.span.end - mention.span.start <= _WIDEST:
            made = reference(text, mention.span, names.inside(mention.span))
            called = made.kind == "name" and made.name_type in _ACTING
            if (called and made.named != made.span) or (made.kind == "nominal" and made.type):
                yield made
