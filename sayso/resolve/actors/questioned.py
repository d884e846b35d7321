"""A pronoun -> whoever was asked just before, and answers.

"Ruel was asked about it. “Yes,” she said": she is Ruel, whoever else is named in the question.
"""

import re

from sayso.english.tables import either, listed
from sayso.records import Span
from sayso.resolve.actors.antecedents import Choice, Cluster, fits
from sayso.resolve.actors.entities import Entities
from sayso.resolve.actors.references import Reference
from sayso.resolve.layout import Layout

_ASKED = either(listed("actors.toml", "questioned"))
# "Ruel | was then asked whether"
_WAS_ASKED = re.compile(
    r"(?:, [^,.;]{1,60},)? (?:was|is|were|has been|had been)(?: \w+ly| then| also| later)*"
    rf" {_ASKED}\b"
)
# "Asked about Tarn, | Ruel laughed"
_ASKED_ABOUT = re.compile(rf"(?:When |While |Being )?{_ASKED}\b[^.;:]*, \Z", re.IGNORECASE)
_SURE = 0.9


def questioned(reference: Reference, entities: Entities, layout: Layout) -> Choice | None:
    """Return whom a pronoun stands for where its sentence, or the one before, tells who was asked.

    The one before does so of whoever speaks a quotation that opens a sentence: “…,” he said.
    """
    own = layout.sentences[layout.sentence(reference.span.start)]
    asked = _asked(Span(own.start, reference.span.start), entities, layout)
    if asked is None and (before := _before_answer(reference, layout)):
        asked = _asked(before, entities, layout)
    if asked is None or not fits(reference, asked):
        return None
    return Choice(asked, _SURE, f"{asked.name or 'somebody unnamed'} was asked just before")


def _before_answer(reference: Reference, layout: Layout) -> Span | None:
    """Return the sentence before a quotation that a pronoun is the source of."""
    for number in layout.near(reference.span):
        statement = layout.statements[number]
        start = statement.content[0].start
        at = layout.sentence(start)
        opens = start - layout.sentences[at].start <= 1
        if statement.kind == "direct" and reference.span in statement.source and at and opens:
            before = layout.sentences[at - 1]
            return None if layout.spoken_in(*before) else before
    return None


def _asked(sentence: Span, entities: Entities, layout: Layout) -> Cluster | None:
    """Return who is told to be asked in a sentence: its subject, or behind "Asked about it,"."""
    text = layout.text
    for span, cluster in entities.between(*sentence):
        opens = span.start == sentence.start and _WAS_ASKED.match(text, span.end)
        if opens or _ASKED_ABOUT.match(text[sentence.start : span.start]):
            return cluster
    return None
