"""Statements -> who speaks: the clusters of each one's source, or of the words around it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.english.pronouns import plain_form, subjects
from sayso.english.tables import listed
from sayso.records import Span, Spans, Statement
from sayso.resolve.actors.antecedents import Cluster
from sayso.resolve.actors.coref import Entities
from sayso.resolve.layout import Layout

# Papers whose author speaks, where the text tells who that is.
_PAPERS = listed("actors.toml", "papers")
_AFTER_QUOTE, _GOES_ON, _LEAD_IN, _NEXT = 0.85, 0.7, 0.6, 0.8
_ADDED = re.compile(r"\b(?:add|adds|added|continued|went on|goes on|continues)\b")
_RELATIVE = 200  # characters of the longest phrase that "who" takes up
_NEAR = 2  # sentences within which "the statement" is the one just spoken of


@dataclass(frozen=True, slots=True)
class Speaking:
    """Who speaks in one statement: clusters, none where unclear, with a score and the reason."""

    clusters: tuple[Cluster, ...]
    score: float
    why: str


NOBODY = Speaking((), 0.0, "The text does not make clear who says so.")


def speakers(holders: Sequence[Spans], entities: Entities, layout: Layout) -> list[Speaking]:
    """Return who speaks in each statement; `holders` are the spans that name its speakers."""
    made: list[Speaking] = []
    for number, spans in enumerate(holders):
        made.append(_of_spans(spans, number, entities, layout, made) if spans else NOBODY)
    for number, (statement, spans) in enumerate(zip(layout.statements, holders, strict=True)):
        bare = not statement.source and not statement.cue
        if not spans and (bare or statement.kind != "indirect"):
            made[number] = _around(number, made, entities, layout)
    return made


def _of_spans(
    spans: Sequence[Span], number: int, entities: Entities, layout: Layout, made: Sequence[Speaking]
) -> Speaking:
    clusters: list[Cluster] = []
    reasons, score = [], 1.0
    for span in spans:
        choice = entities.choices.get(span)
        if choice is None:
            plain = plain_form(span.of(layout.text))
            other = NOBODY
            if plain in subjects("first"):
                other = _first_person(span, number, layout, made)
            elif plain == "who":
                other = _relative(span, entities)
            clusters += other.clusters
            score = min(score, other.score)
            reasons.append(other.why)
        elif choice.cluster is None:
            reasons.append(choice.why)
        else:
            paper = _issuer(choice.cluster, span, number, layout, made)
            clusters += paper.clusters if paper else (choice.cluster,)
            score = min(score, paper.score if paper else choice.score)
            reasons.append(paper.why if paper else choice.why)
    unique = tuple({c.number: c for c in clusters}.values())
    words = " and ".join(f"“{' '.join(s.of(layout.text).split())}”" for s in spans)
    reason = "; ".join(reasons).rstrip(".")
    return Speaking(unique, score if unique else 0.0, f"{words}: {reason}.")


def _first_person(span: Span, number: int, layout: Layout, made: Sequence[Speaking]) -> Speaking:
    """Return who says "I" or "we": whoever speaks the quotation that it stands in."""
    speech = layout.speech(span.start)
    if speech is None or speech >= len(made) or speech == number or not made[speech].clusters:
        return NOBODY
    return Speaking(made[speech].clusters, 0.8, "whoever speaks the quotation that it stands in")


def _relative(span: Span, entities: Entities) -> Speaking:
    """Return whom "who" takes up: the mention right before it."""
    near = entities.between(span.start - _RELATIVE, span.start)
    before = [(s, cluster) for s, cluster in near if 0 <= span.start - s.end <= 3]
    if not before:
        return NOBODY
    return Speaking((before[0][1],), 0.85, "it takes up the words right before it")


def _issuer(
    cluster: Cluster, span: Span, number: int, layout: Layout, made: Sequence[Speaking]
) -> Speaking | None:
    """Return who speaks through "the statement": whoever spoke just before it."""
    last = cluster.last_before(span.end)
    if not last or cluster.names or last.head not in _PAPERS or not last.definite or last.within:
        return None
    before = layout.beside(number, -1)
    if before is not None and made[before].clusters and len(cluster.references) == 1:
        near = layout.sentence(span.start) - layout.sentence(
            layout.statements[before].content[0].start
        )
        if near <= _NEAR:
            return Speaking(made[before].clusters, 0.7, "whoever spoke just before issued it")
    return None


def _around(number: int, made: Sequence[Speaking], entities: Entities, layout: Layout) -> Speaking:
    """Return who speaks a quotation without reporting words, as the text around it tells."""
    statements = layout.statements
    start, end = statements[number].content[0].start, statements[number].content[-1].end
    earlier, later = layout.beside(number, -1), layout.beside(number, 1)
    before = NOBODY if earlier is None else made[earlier]
    after = NOBODY if later is None else made[later]
    paragraph, left, right = layout.paragraph(start), -1, -1  # of the statements beside it
    since = until = start
    if earlier is not None and before.clusters:
        since = statements[earlier].extent.end
        left = layout.paragraph(since - 1)
    if later is not None and after.clusters:
        until = statements[later].content[0].start
        right = layout.paragraph(until)
    goes_on = bool(before.clusters) and _silent(Span(since, start), before, entities)
    if later is not None and right == paragraph and _adds(statements[later], layout):
        return Speaking(
            after.clusters, _AFTER_QUOTE, _said(after, "it is what comes before words of")
        )
    if left == paragraph and goes_on:
        return Speaking(before.clusters, _AFTER_QUOTE, _said(before, "it follows words of"))
    if right == paragraph and _silent(Span(end, until), after, entities):
        return Speaking(after.clusters, _NEXT, _said(after, "it leads up to words of"))
    if lead := _lead_in(start, entities, layout):
        return Speaking((lead,), _LEAD_IN, f"The sentence before it is about {_name(lead)}.")
    if left == paragraph - 1 and goes_on:
        return Speaking(before.clusters, _GOES_ON, _said(before, "it goes on from words of"))
    return NOBODY


def _adds(following: Statement, layout: Layout) -> bool:
    """Tell whether the next words are added to the ones before them: "…," he added."""
    return bool(_ADDED.search(" ".join(c.of(layout.text).lower() for c in following.cue)))


def _silent(gap: Span, speaking: Speaking, entities: Entities) -> bool:
    """Tell whether nobody but the speaker is mentioned between two places."""
    others = (cluster for _, cluster in entities.between(*gap))
    return all(c in speaking.clusters or c.type not in {"person", ""} for c in others)


def _lead_in(start: int, entities: Entities, layout: Layout) -> Cluster | None:
    """Return the one person that the sentence right before a quotation opens with."""
    sentence = layout.sentence(start)
    opened = layout.sentences[sentence].start
    if start - opened > 1 or not sentence:
        return None
    begin = layout.sentences[sentence - 1].start
    people = {
        cluster.number: cluster
        for span, cluster in entities.between(begin, opened)
        if cluster.type == "person" and layout.speech(span.start) is None
    }
    if len(people) != 1:
        return None
    (person,) = people.values()
    subject = any(
        begin <= r.span.start < opened and layout.opens(r.span) for r in person.references
    )
    return person if subject else None


def _said(speaking: Speaking, how: str) -> str:
    return f"A quotation on its own: {how} {' and '.join(_name(c) for c in speaking.clusters)}."


def _name(cluster: Cluster) -> str:
    return cluster.name or "somebody unnamed"


def own_reports(speaking: Sequence[Speaking], layout: Layout) -> Iterator[int]:
    """Yield the statements inside another of the same holder: "she said she believed" is one.

    "I", and outside quotations any pronoun that stands for nobody known, is the holder too.
    """
    for number, outer in enumerate(layout.outer):
        if outer is None:
            continue
        holders = {c.number for c in speaking[number].clusters}
        above = {c.number for c in speaking[outer].clusters}
        if holders <= above and (holders or _unclear(number, layout)):
            yield number


def _unclear(number: int, layout: Layout) -> bool:
    """Tell whether the words of a source leave it open who it is."""
    sources = layout.statements[number].source
    if not sources:
        return True
    pronoun = plain_form(sources[0].of(layout.text))
    spoken = layout.speech(sources[0].start) is not None
    return pronoun in subjects("first") or bool(pronoun and not spoken)
