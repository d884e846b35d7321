"""A paper that says something -> who issued it, where the text tells that.

"Lantern's report", "a study by the seismic service", "a recent OIG report", "the council adopted a
resolution": whoever has, made, released or adopted a paper says what it says.
"""

import re

from sayso.english.function_words import articles, owners
from sayso.english.names import owns, unowned
from sayso.english.role_nouns import heads, marked
from sayso.english.tables import either, listed
from sayso.records import Span
from sayso.resolve.actors.antecedents import Cluster
from sayso.resolve.actors.entities import Entities
from sayso.resolve.actors.references import Reference
from sayso.resolve.layout import Layout

_PAPERS = marked("paper") | marked("issued")
_ISSUERS = frozenset({"person", "government", "organisation", "group", "unnamed", ""})
# "a report | by the | council", "the statement released | by", "a letter | signed by"
_BY = re.compile(rf"\b(?:from|by)(?: (?:{either(articles() | owners())}))?(?: [a-z-]+)?? $")
# "adopted | a resolution", "has sent another letter"
_ISSUED = re.compile(
    rf"\b{either(listed('actors.toml', 'issuing'))} {either(articles() | owners() | {'another'})} "
    r"(?:[a-z-]+ ){0,3}?(?:[A-Z]\w+ ){0,2}$"
)
_NOT_SUBJECT = re.compile(r"\b(?:of|by|for|to|with|from|against|in|at|on|than|between) (?:the )?$")
# "The 800-page report", which tells by itself of nobody who made it.
_PLAIN = re.compile(r"[Tt]h\w+(?: [\d-]+[a-z-]+)? [a-z]+")
_BEHIND = re.compile(r"(?:[ -][a-z]+){0,2}")
_REACH = 120  # characters before a paper in which the one who issued it is looked for
_WIDE = 60  # characters of a phrase between a paper and who made it


def issuers(entities: Entities, layout: Layout) -> dict[int, Cluster]:
    """Return who issued each paper of an article, by the number of the paper's cluster.

    The first mention of a paper that tells it counts.
    """
    made: dict[int, Cluster] = {}
    for paper in entities.clusters:
        for reference in [] if paper.names else paper.references:
            if reference.head not in _PAPERS:
                continue
            by = (
                _owner(reference, entities)
                or _maker(reference, entities, layout)
                or _modifier(reference, entities)
                or _subject(reference.span.start, _head(reference, layout.text), entities, layout)
                or _before(reference, paper, entities, layout)
            )
            if by and by is not paper and by.type in _ISSUERS:
                made[paper.number] = by
                break
    return made


def _owner(reference: Reference, entities: Entities) -> Cluster | None:
    """Return who has a paper: "Lantern's report", "their statement"."""
    if reference.owner is None:
        return None
    return entities.of(reference.owner) or _called(reference.owner.of(entities.text), entities)


def _called(name: str, entities: Entities) -> Cluster | None:
    return next((c for c in entities.clusters if unowned(name) in c.names), None)


def _maker(reference: Reference, entities: Entities, layout: Layout) -> Cluster | None:
    """Return who a paper is by or from, in its phrase or right behind it."""
    head = layout.text.lower().find(reference.head, *reference.span)
    if head < 0:
        return None
    begin = head + len(reference.head)
    near = layout.near(reference.span)
    said = [
        cue for n in near for cue in layout.statements[n].cue if reference.span in layout.sources
    ]
    for span, cluster in entities.between(begin, begin + _WIDE):
        between = layout.text[begin : span.start]
        if re.search(r"[.,;:!?()“”\"\n]", between):
            return None
        if any(cue.overlaps(Span(begin, span.start)) for cue in said):
            return None  # "a memo says the order came from the palace"
        if _BY.search(between) and not owns(layout.text, span.end):
            beside = list(entities.between(span.end, span.end + 2))
            if beside and beside[0][1].names and not cluster.names:
                return beside[0][1]  # "by the rights group | Lantern"
            behind = _BEHIND.match(layout.text, span.end)  # "from NATO | members"
            return cluster if not behind or heads().keys().isdisjoint(behind[0].split()) else None
    return None


def _modifier(reference: Reference, entities: Entities) -> Cluster | None:
    """Return the body whose name stands before the noun: "a recent OIG report"."""
    text = entities.text
    for name in reference.within:
        behind = text[name.span.end : reference.span.end].split()
        if name.type == "organisation" and behind and behind[0].lower() == reference.head:
            return entities.of(name.span) or _called(name.span.of(text), entities)
    return None


def _head(reference: Reference, text: str) -> int:
    """Return where the noun of a paper stands, or its phrase begins."""
    start = reference.span.start
    return max(text.lower().find(reference.head, *reference.span), start)


def _subject(start: int, head: int, entities: Entities, layout: Layout) -> Cluster | None:
    """Return who is said to have issued a paper: "the council adopted a resolution".

    `start` is where the words for it begin, and `head` where its noun stands.
    """
    opened = max(layout.sentences[layout.sentence(start)].start, start - _REACH)
    issued = _ISSUED.search(layout.text, opened, head)
    if issued is None:
        return None
    before = [
        (span, cluster)
        for span, cluster in entities.between(opened, issued.start())
        if cluster.type in _ISSUERS and not (cluster.heads & _PAPERS and not cluster.names)
        if not _NOT_SUBJECT.search(layout.text, opened, span.start)
    ]
    near = [c for span, c in before if "," not in layout.text[span.end : issued.start()]]
    return near[-1] if near else None


def _before(
    reference: Reference, paper: Cluster, entities: Entities, layout: Layout
) -> Cluster | None:
    """Return who issued "the letter", as the last words before it that speak of one tell.

    "Ruel asked for it in a letter", "the council adopted a resolution".
    """
    text, noun = layout.text, re.escape(reference.head)
    plain = _PLAIN.fullmatch(text, *reference.span)
    if not (reference.definite and plain and reference is paper.references[0]):
        return None
    spoken = re.compile(rf"\b{either(articles() | owners())} (?:[\w’'-]+ ){{0,3}}?{noun}\b")
    for words in reversed(list(spoken.finditer(text, 0, reference.span.start))):
        by = _subject(words.start(), words.end() - len(reference.head), entities, layout)
        if by or (by := _saying_in(words.start(), entities, layout)):
            return by
    return None


def _saying_in(at: int, entities: Entities, layout: Layout) -> Cluster | None:
    """Return who says something "in a letter" that begins at a place, alone in its sentence."""
    if not layout.text[:at].endswith(" in "):
        return None
    sentence = layout.sentences[layout.sentence(at)]
    saying = [
        cluster
        for span, cluster in entities.between(*sentence)
        if span in layout.sources and cluster.type in _ISSUERS
    ]
    return saying[0] if len({c.number for c in saying}) == 1 else None
