"""Where an actor stands in the text, seen from a pronoun that may stand for it -> numbers."""

import math
import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.english.function_words import modals
from sayso.english.lemmas import is_irregular
from sayso.english.tables import listed
from sayso.records import Span, Spans
from sayso.resolve.actors.references import Reference
from sayso.resolve.layout import NEAR, Layout

FAR = 6  # sentences beyond which distance counts no more
_LATELY = 5  # sentences in which words of an actor are counted
_MOST = 5  # actors in between that count
_BACK = 12  # references among which the last one of a voice is looked for
_WORDS_NEXT = re.compile(r",?\s+([a-z]+)\b(?:\s+([a-z]+)\b)?")
_ADVERBS = listed("actors.toml", "adverbs_between")
_NO_SUBJECT_NEXT = listed("actors.toml", "no_subject_next")


@dataclass(frozen=True, slots=True)
class Setting:
    """What the text is like where a reference stands.

    `speech` is the number of the statement whose quoted words it stands in; `own` are the contents
    of the statements that it is the source of, `reporting` the sources of those in whose indirect
    words it stands; `behind` tells whether it follows what it says: "…," he said.
    """

    span: Span
    sentence: int
    paragraph: int
    speech: int | None
    own: Spans
    behind: bool
    opens: bool
    reporting: Spans

    @classmethod
    def of(cls, span: Span, layout: Layout) -> "Setting":
        """Return the setting of a reference."""
        near = layout.near(span)
        statements = layout.statements
        said = [n for n in near if span.overlaps_any(statements[n].source)]
        spot = layout.spot(span)
        around = (
            n
            for n in near
            if n not in said and n != spot.speech and span.overlaps_any(statements[n].content)
        )
        return cls(
            span,
            spot.sentence,
            spot.paragraph,
            spot.speech,
            tuple(c for n in said for c in statements[n].content),
            any(statements[n].content[0].start < span.start for n in said),
            spot.opens,
            tuple(s for n in around for s in statements[n].source),
        )


def standing(
    setting: Setting, references: Sequence[Reference], layout: Layout, *, spoke_last: bool
) -> dict[str, float]:
    """Return the numbers of an actor by its references, of which one at least stands before.

    A voice is the text itself, or one quotation: who is spoken of in quoted words is seldom he who
    is told to say them.
    """
    start = setting.span.start
    until = bisect_left(references, start, key=lambda r: r.span.start)
    last = references[until - 1].span
    placed = _is_placed(last, layout.text)
    back = (r.whole for r in reversed(references[max(until - _BACK, 0) : until]))
    spots = map(layout.spot, back)
    voice = next((spot for spot in spots if spot.speech == setting.speech), None)
    lately = layout.sentences[max(setting.sentence - _LATELY, 0)].start
    since = bisect_left(references, lately, key=lambda r: r.span.start)
    spoke = sum(r.span in layout.sources for r in references[since:until])
    opened = voice is not None and voice.opens
    back_to = setting.sentence - voice.sentence if voice else FAR
    return {
        "voice_sentences": float(min(back_to, FAR)),
        "voice_opens": float(opened),
        "voice_paragraph": float(voice is not None and voice.paragraph == setting.paragraph),
        "subject": float(not placed and _is_subject(last, layout.text)),
        "placed": float(placed),
        "own_content": float(last.overlaps_any(setting.own)),
        "reports_it": float(any(_has(references, span) for span in setting.reporting)),
        "spoke": math.log1p(spoke),
        "headline": float(layout.paragraph(references[0].span.start) <= 1),
        "both_open": float(opened and setting.opens),
        "behind_last": float(setting.behind and spoke_last),
        "speech_it": float(setting.speech is not None and spoke_last),
    }


def between(lasts: Sequence[Span]) -> list[float]:
    """Return how many other actors were mentioned after each, by their last mentions."""
    later = sorted(-span.start for span in lasts)
    return [float(min(bisect_left(later, -span.start), _MOST)) for span in lasts]


def _has(references: Sequence[Reference], span: Span) -> bool:
    """Tell whether one of some references, which are in text order, overlaps a span."""
    first, last = (
        bisect_left(references, at, key=lambda r: r.span.start)
        for at in (span.start - NEAR, span.end)
    )
    return any(r.span.end > span.start for r in references[first:last])


def _is_subject(span: Span, text: str) -> bool:
    """Tell whether a verb seems to follow a mention: "Ruel | also said"."""
    words = _WORDS_NEXT.match(text, span.end)
    if not words:
        return False
    word = words[2] if words[1] in _ADVERBS and words[2] else words[1]
    return word in modals() or word.endswith("ed") or is_irregular(word)


def _is_placed(span: Span, text: str) -> bool:
    """Tell whether a mention follows a word that no subject follows: "against Ruel"."""
    before = text[max(span.start - 12, 0) : span.start].split(" ")
    return len(before) > 1 and before[-2].lower() in _NO_SUBJECT_NEXT
