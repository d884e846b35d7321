"""Two states of one text -> what was changed: words taken out, put in, or put for others."""

from sayso.link.copies.alignment import Run, runs
from sayso.link.copies.words import Words
from sayso.linked import Passage
from sayso.records import Span


def changes(a: Words, b: Words) -> list[Passage]:
    """Return what differs between two texts: spans of `a` against spans of `b`, in order.

    An empty span stands where words of the other text were put in or taken out. What was only
    moved is no change; fewer than four words that stayed between two changes are part of both.
    """
    shared = [Run(0, 0, 0, 0), *runs(a, b)]
    left = _between([(run.a, run.a_end) for run in shared], len(a))
    right = _between([(run.b, run.b_end) for run in shared], len(b))
    after_a = {run.a_end: run.b_end for run in shared}  # where a stretch begins in the other text
    after_b = {run.b_end: run.a_end for run in shared}
    pairs = {(start, after_a[start]) for start in left} | {(after_b[at], at) for at in right}
    return [
        Passage(_span(a, one, left.get(one, one)), _span(b, other, right.get(other, other)))
        for one, other in sorted(pairs)
    ]


def _between(ranges: list[tuple[int, int]], length: int) -> dict[int, int]:
    """Return the stretches that no range covers, from the word where each begins to its end."""
    stretches, last = {}, 0
    for start, end in [*sorted(ranges), (length, length)]:
        if start > last:
            stretches[last] = start
        last = max(last, end)
    return stretches


def _span(words: Words, first: int, last: int) -> tuple[int, int]:
    if first < last:
        return words.span(first, last)
    at = int(words.starts[first]) if first < len(words) else len(words.article.text)
    return (at, at)


def edits(a: Words, b: Words) -> list[Passage]:
    """Return the changes between two texts, those of the page and of captions aside."""
    return [
        each
        for each in changes(a, b)
        if not (_is_beside(a, Span(*each.a)) and _is_beside(b, Span(*each.b)))
    ]


def _is_beside(words: Words, span: Span) -> bool:
    """Tell whether all words of a span belong to the page or to captions; of none they do."""
    inside = (words.starts >= span.start) & (words.starts < span.end)
    return bool(words.beside[inside].all())
