"""The statements of an article and its times -> when each was said, and what counts from then."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice

from sayso.english.pronouns import is_pronoun
from sayso.english.tables import either
from sayso.records import Span, Statement, Timex
from sayso.resolve.layout import Layout
from sayso.resolve.times.clauses import Parts, dates_cue
from sayso.resolve.times.tokens import lexicon

_REACH = 160  # characters from a cue within which the time of saying is looked for
_PAGE = 300  # characters before a cue of writing within which the date of a letter is looked for
_REFERENCES = frozenset({"PRESENT_REF", "FUTURE_REF"})
_WORD = re.compile(r"\w+")
# What is still to be said: "will say", "is to tell", "is expected to announce", "plans to tell".
_COMING, _INTENDING = (either(lexicon().lists[name]) for name in ("coming", "intending"))
_AHEAD = re.compile(
    rf"(?:\b(?:will|shall|(?:is|are)(?: \w+ly| also)*(?: {_COMING})? to|{_INTENDING} to)"
    r"|['’]ll) (?!have\b)[a-z]"
)


def said_at(number: int, times: Sequence[Timex], layout: Layout, latest: str = "") -> Timex | None:
    """Return the date that tells when a statement was said, outside its content.

    It belongs to the cue in its clause; else it is that of the statement before in the same
    paragraph, where the same speaker goes on, or of the letter that is quoted from. `times` are
    those of the article, in text order; where `latest` is given, none is after that day, but for
    what is still to be said.
    """
    when = _time_of(number, times, layout)
    late = when is not None and latest and when.start and when.start > latest[:10]
    return None if late and not _is_to_come(layout.statements[number], layout.text) else when


def days_of_saying(times: Sequence[Timex], layout: Layout) -> dict[Span, bool]:
    """Return where the dates stand that tell when something was said, which then lie behind.

    Each with whether it tells when something will be said, and lies ahead.
    """
    made: dict[Span, bool] = {}
    for number, statement in enumerate(layout.statements):
        if time := _time_of(number, times, layout):
            ahead = _is_to_come(statement, layout.text)
            made[time.mention] = ahead and made.get(time.mention, True)
    return made


def _is_to_come(statement: Statement, text: str) -> bool:
    return bool(statement.cue) and bool(_AHEAD.search(statement.cue[-1].of(text).lower()))


def _time_of(number: int, times: Sequence[Timex], layout: Layout) -> Timex | None:
    statement = layout.statements[number]
    if near := _by_cue(statement, times, layout):
        return near
    before = layout.beside(number, -1)
    if before is not None and _goes_on(statement, layout.statements[before], layout):
        return _by_cue(layout.statements[before], times, layout) or _of_letter(
            layout.statements[before], times, layout
        )
    return _of_letter(statement, times, layout)


def when_spoken(
    spans: Sequence[Span], times: Sequence[Timex], layout: Layout
) -> Iterator[Timex | None]:
    """Yield for each span when the innermost statement was said that holds it and tells that."""
    said = [said_at(n, times, layout) for n in range(len(layout.statements))]
    for span in spans:
        holding = (
            n
            for n in layout.near(span)
            if said[n] and any(s.overlaps(span) for s in layout.statements[n].content)
        )
        extents = layout.extents
        inner = min(holding, key=lambda n: extents[n].end - extents[n].start, default=None)
        yield None if inner is None else said[inner]


def _by_cue(statement: Statement, times: Sequence[Timex], layout: Layout) -> Timex | None:
    if not statement.cue:
        return None
    cue = statement.cue[0]
    number = layout.sentence(cue.start)
    sentence = layout.sentences[number]
    cues = {c for n in layout.near(sentence) for c in layout.statements[n].cue} - {cue}
    parts = Parts(cue, cues, statement.source, statement.content)
    near = [
        (max(span.start - cue.end, cue.start - span.end), span, time)
        for time in _dates(times, cue.start - _REACH, cue.end + _REACH)
        for span in [time.mention]
        if layout.sentence(span.start) == number
        and not span.overlaps_any(statement.content)
        and dates_cue(layout.text, time, sentence, parts)
    ]
    return min(near, key=lambda each: each[:2])[2] if near else None


def _dates(times: Sequence[Timex], start: int, end: int) -> Iterator[Timex]:
    """Yield the dates and times of day between two offsets, in text order; no "now" and "soon"."""
    first = bisect_left(times, start, key=lambda time: time.mention.end)
    for time in islice(times, first, None):
        if time.mention.start > end:
            return
        if time.type in {"DATE", "TIME"} and time.value not in _REFERENCES:
            yield time


def _goes_on(statement: Statement, before: Statement, layout: Layout) -> bool:
    """Tell whether a statement goes on with what the one before it in the paragraph says."""
    own = [span.of(layout.text) for span in statement.source]
    paragraph = layout.paragraph(statement.extent.start)
    return (
        all(map(is_pronoun, own))
        and before.extent.end <= statement.extent.start
        and layout.paragraph(before.extent.start) == paragraph
    )


def _of_letter(statement: Statement, times: Sequence[Timex], layout: Layout) -> Timex | None:
    """Return the date, in the same paragraph, of the letter or the like that is quoted from."""
    words = {word for cue in statement.cue for word in _words(layout.text, cue)}
    if words.isdisjoint(lexicon().lists["writing"]):
        return None
    cue = statement.cue[0]
    paragraph = layout.paragraphs[layout.paragraph(cue.start)]
    before = _dates(times, max(paragraph.start, cue.start - _PAGE), cue.start)
    return next((time for time in before if _dates_letter(time, layout)), None)


def _dates_letter(time: Timex, layout: Layout) -> bool:
    """Tell whether a sentence with a full date is about something written."""
    sentence = layout.sentences[layout.sentence(time.mention.start)]
    words = set(_words(layout.text, sentence))
    return time.start == time.end is not None and not words.isdisjoint(lexicon().lists["letters"])


def _words(text: str, span: Span) -> list[str]:
    return _WORD.findall(span.of(text).lower())
