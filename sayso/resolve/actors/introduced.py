"""A pronoun -> whom the sentence before is about: whoever it brings in as its subject.

"Her neighbour Hanna Stets lost two fingers. | She | said nobody had heard the siren": not the one
whom the article had spoken of until then, nor whose neighbour or wife somebody is.
"""

import re

from sayso.english.function_words import articles, owners
from sayso.english.tables import either
from sayso.records import Span
from sayso.resolve.actors.antecedents import Choice, Cluster, fits
from sayso.resolve.actors.entities import Entities
from sayso.resolve.actors.references import Reference
from sayso.resolve.layout import Layout

_WHOSE = either(articles() | owners())
_LEAD = re.compile(rf"(?:(?:But|And|Yet|Still,|Meanwhile,|(?i:{_WHOSE})) )*\Z")
_LED_IN = 0.9  # whom the sentence before a quotation is about, frontline train
_SEX_KNOWN, _UNKNOWN = 0.9, 0.8


def introduced_before(reference: Reference, entities: Entities, layout: Layout) -> Choice | None:
    """Return whom a "he" or "she" that opens a sentence takes up: the new subject before it."""
    before = _sentence_before(reference, layout) if reference.sex else None
    subject = _subject(before, entities, layout) if before else None
    if subject is None or not fits(reference, subject):
        return None
    score = _SEX_KNOWN if subject.sex else _UNKNOWN
    return Choice(subject, score, f"the sentence before brings in {subject.name or 'that one'}")


def led_in(reference: Reference, entities: Entities, layout: Layout) -> Choice | None:
    """Return whom the sentence before a quotation is about, where "she said" behind it fits her.

    "The mediator, Ana Ruel, was more cautious. “It is early,” she said."
    """
    before = _sentence_before(reference, layout) if _follows_quote(reference, layout) else None
    people = [c for _, c in entities.between(*before) if c.type == "person"] if before else []
    if before is None or len({c.number for c in people}) != 1 or people[0].sex != reference.sex:
        return None
    others = (span for span in layout.sources if span.overlaps(before))
    if any(entities.of(span) is not people[0] for span in others):
        return None
    return Choice(people[0], _LED_IN, f"the sentence before is about {people[0].name}")


def _follows_quote(reference: Reference, layout: Layout) -> bool:
    """Tell whether a "he" or "she" stands behind what it says: “…,” she said."""
    near = (layout.statements[number] for number in layout.near(reference.span))
    return bool(reference.sex) and any(
        each.kind == "direct"
        and reference.span in each.source
        and each.content[0].start < reference.span.start
        for each in near
    )


def _sentence_before(reference: Reference, layout: Layout) -> Span | None:
    """Return the sentence before that of a pronoun which opens it, by itself or behind its words.

    That is in the same paragraph, and not what somebody says.
    """
    start = reference.span.start
    for number in layout.near(reference.span):
        statement = layout.statements[number]
        if reference.span in statement.source:
            start = min(start, statement.content[0].start)
    at = layout.sentence(start)
    if at == 0 or start - layout.sentences[at].start > 1:
        return None
    before = layout.sentences[at - 1]
    same = layout.paragraph(before.start) == layout.paragraph(start)
    return before if same and not layout.spoken_in(*before) else None


def _subject(sentence: Span, entities: Entities, layout: Layout) -> Cluster | None:
    """Return the person who opens a sentence and is spoken of there for the first time.

    Of "the imam of Garth, Adnan Kolar, stood beside him" that is the one who is named.
    """
    opening: tuple[Reference, Cluster] | None = None
    for span, cluster in entities.between(*sentence):
        mention = next((r for r in cluster.references if r.span == span), None)
        if mention is None or mention.kind == "pronoun":
            continue
        leads = _LEAD.fullmatch(layout.text, sentence.start, mention.whole.start) is not None
        if opening is None:
            opening = (mention, cluster) if leads else None
            continue
        last = opening[0]
        names = last.kind == "nominal" and mention.kind == "name"
        beside = names and layout.text[last.span.end : span.start] == ", "
        if span.end > last.span.end and (leads or beside):
            opening = mention, cluster
    if opening is None or layout.text[opening[0].span.end] == ":":
        return None
    mention, subject = opening
    if mention.kind == "nominal" and mention.definite and mention.owner is None:
        return None  # "the former governor" may be somebody named before
    new = subject.references[0].span == mention.span
    return subject if new and subject.type == "person" and not subject.many else None
