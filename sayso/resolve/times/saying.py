"""A statement and the times of its article -> when it was said."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import islice

from sayso.records import Statement, Timex
from sayso.resolve.layout import Layout
from sayso.resolve.times.tokens import lexicon

_REACH = 120  # characters from a cue within which the time of saying is looked for


def said_at(statement: Statement, times: Sequence[Timex], layout: Layout) -> Timex | None:
    """Return the date that stands by the cue of a statement, outside its content.

    `times` are those of the article, in text order.
    """
    if not statement.cue:
        return None
    cue = statement.cue[0]
    sentence = layout.sentence(cue.start)
    parts = (*statement.content, *statement.source)
    near = []
    first = bisect_left(times, cue.start - _REACH, key=lambda time: time.mention.end)
    for time in islice(times, first, None):
        span = time.mention
        if span.start > cue.end + _REACH:
            break
        before = layout.text[max(span.start - 8, 0) : span.start].split()
        if (
            time.type in {"DATE", "TIME"}
            and layout.sentence(span.start) == sentence
            and not (before and before[-1].lower() in lexicon().lists["not_of_saying"])
            and not any(part.overlaps(span) for part in parts)
        ):
            near.append((max(span.start - cue.end, cue.start - span.end), span, time))
    return min(near, key=lambda each: each[:2])[2] if near else None
