"""Statements -> who speaks: the clusters of each one's source, or of the words around it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sayso.english.function_words import modals
from sayso.english.lemmas import forms
from sayso.english.pronouns import plain_form, subjects
from sayso.english.role_nouns import marked
from sayso.english.tables import listed
from sayso.records import Span, Spans, Statement
from sayso.resolve.actors.antecedents import Cluster
from sayso.resolve.actors.described.both import both
from sayso.resolve.actors.entities import Entities
from sayso.resolve.actors.issuers import issuers
from sayso.resolve.layout import Layout

# Papers whose author speaks, where the text tells who that is.
_PAPERS = marked("paper")
_AFTER_QUOTE, _GOES_ON, _LEAD_IN, _ISSUED, _BOTH = 0.85, 0.7, 0.6, 0.95, 0.75
_SPEAKERS = frozenset({"person", "government", "organisation", "group"})
_RUNS_ON = re.compile(r",[\"”»’'」]*\s*\Z")  # “…,” goes on in words that tell who says it
_QUESTION = re.compile(r"\?[\"”»’'」]*\s*\Z")
_ANSWER = re.compile(r"[\"”»’'」]*\s*\n\s*[\"“‘«'„「]")
_ADDED = re.compile(r"\b(?:add|adds|added|continued|went on|goes on|continues)\b")
# Words that a quotation follows: "made the following statement on the steps …:".
_FOLLOWS = re.compile(
    r"\b(?:made|issued|gave|released|read out) (?:the following|this) \w+\b[^\n]*:\s*\Z"
)
# "No group", "none of them", "everyone", and not "No 10" or "No. 10".
_NONE = re.compile(
    r"(?:none|(?:no|any|every)body|(?:no|any|every)[ -]?one"
    r"|no(?!\.| \d| (?:doubt|fewer|less)\b))\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+(?:-\w+)*")
_SAYING = listed("actors.toml", "saying")
_MODALS = modals() | {"d", "ll"}  # "you'd say"
_SHORT = 6  # words of the longest sentence that only leads in a quotation
_RELATIVE = 200  # characters of the longest phrase that "who" takes up
_NEAR = 2  # sentences within which "the statement" is the one just spoken of


@dataclass(frozen=True, slots=True)
class Speaking:
    """Who speaks in one statement: clusters, none where unclear, with a score and the reason."""

    clusters: tuple[Cluster, ...]
    score: float
    why: str


class Neighbour(NamedTuple):
    """A statement beside a quotation, who speaks it, its paragraph, and where it ends.

    None, nobody, -2 and 0 where there is none, or nobody is known to speak it.
    """

    statement: Statement | None
    speaking: Speaking
    paragraph: int
    end: int


NOBODY = Speaking((), 0.0, "The text does not make clear who says so.")
_UNSAID = Speaking((), 0.0, "The text tells that nobody says so, or everybody.")


def speakers(holders: Sequence[Spans], entities: Entities, layout: Layout) -> list[Speaking]:
    """Return who speaks in each statement; `holders` are the spans that name its speakers."""
    made: list[Speaking] = []
    for number, spans in enumerate(holders):
        if _is_nobody(layout.statements[number], layout.text):
            made.append(_UNSAID)
        else:
            made.append(_of_spans(spans, number, entities, layout, made) if spans else NOBODY)
    issued = issuers(entities, layout)
    made = [_issued(speaking, issued) for speaking in made]
    for number, (statement, spans) in enumerate(zip(layout.statements, holders, strict=True)):
        bare = not statement.source and not statement.cue
        if not spans and (bare or statement.kind != "indirect"):
            made[number] = _around(number, made, entities, layout)
    return made


def _is_nobody(statement: Statement, text: str) -> bool:
    """Tell whether a source is nobody, or anybody: "no group", "none of them", "everyone"."""
    return bool(statement.source) and _NONE.match(text, statement.source[0].start) is not None


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
            score *= other.score
            reasons.append(other.why)
        elif choice.cluster is None:
            reasons.append(choice.why)
        elif two := both(span, choice.cluster, entities, layout):
            clusters += two
            score *= _BOTH
            reasons.append(f"{_name(two[0])} and {_name(two[1])} were last named side by side")
        else:
            paper = _just_before(choice.cluster, span, number, layout, made)
            clusters += paper.clusters if paper else (choice.cluster,)
            score *= paper.score if paper else choice.score
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


def _issued(speaking: Speaking, issued: Mapping[int, Cluster]) -> Speaking:
    """Return who speaks, whoever issued a paper in its place."""
    if not any(cluster.number in issued for cluster in speaking.clusters):
        return speaking
    clusters = {c.number: c for each in speaking.clusters if (c := issued.get(each.number, each))}
    names = " and ".join(_name(c) for c in clusters.values())
    why = f"{speaking.why.rstrip('.')}, which {names} issued."
    return Speaking(tuple(clusters.values()), round(_ISSUED * speaking.score, 3), why)


def _just_before(
    cluster: Cluster, span: Span, number: int, layout: Layout, made: Sequence[Speaking]
) -> Speaking | None:
    """Return who speaks through "the statement": whoever spoke just before it."""
    last = cluster.last_before(span.end)
    if not last or cluster.names or last.head not in _PAPERS or not last.definite or last.within:
        return None
    before = layout.beside(number, -1)
    issuers = made[before].clusters if before is not None else ()
    issued = bool(issuers) and all(each.type != "document" for each in issuers)
    if before is not None and issued and len(cluster.references) == 1:
        near = layout.sentence(span.start) - layout.sentence(
            layout.statements[before].content[0].start
        )
        if near <= _NEAR:
            return Speaking(issuers, 0.7, "whoever spoke just before issued it")
    return None


def _around(number: int, made: Sequence[Speaking], entities: Entities, layout: Layout) -> Speaking:
    """Return who speaks a quotation without a source, as the text around it tells.

    That somebody speaks next does not tell it: nobody is better than the other side.
    """
    statement = layout.statements[number]
    start = statement.content[0].start
    before, after = (_beside(number, step, made, layout) for step in (-1, 1))
    paragraph = layout.paragraph(start)
    left, right = before.paragraph, after.paragraph
    if after.statement and right == paragraph and _adds(after.statement, layout):
        why = _said(after.speaking, "it is what comes before words of")
        return Speaking(after.speaking.clusters, _AFTER_QUOTE, why)
    if _RUNS_ON.search(statement.content[-1].of(layout.text)) and not statement.cue:
        return NOBODY  # whoever "…," said it is named in words that nobody made out
    turn = _is_turn(statement, before, layout) or _is_exchange(number, made, layout)
    gap = Span(min(before.end, start), start)
    goes_on = not (turn or _is_led_in(gap, before.speaking, entities, layout))
    goes_on = goes_on and _silent(gap, before, entities, layout)
    if left == paragraph and goes_on:
        why = _said(before.speaking, "it follows words of")
        return Speaking(before.speaking.clusters, _AFTER_QUOTE, why)
    if not statement.cue and (other := _answering(number, made, layout)):
        return other
    asks = _asks(statement, layout)
    quoted = before.statement is not None and before.statement.kind == "direct"
    barred = before.speaking.clusters if turn or (asks and quoted) else ()
    barred += after.speaking.clusters if asks else ()
    lead = None if statement.cue else _lead_in(start, entities, layout)
    if lead and lead not in barred:
        return Speaking((lead,), _LEAD_IN, f"The sentence before it is about {_name(lead)}.")
    asks = asks or _is_answered(number, layout)
    if left == paragraph - 1 and goes_on and not asks and not statement.cue:
        why = _said(before.speaking, "it goes on from words of")
        return Speaking(before.speaking.clusters, _GOES_ON, why)
    return NOBODY


def _beside(number: int, step: int, made: Sequence[Speaking], layout: Layout) -> Neighbour:
    """Return the statement before or after another, where it is known who speaks it."""
    other = layout.beside(number, step)
    if other is None or not made[other].clusters:
        return Neighbour(None, NOBODY, -2, 0)
    statement = layout.statements[other]
    end = layout.extents[other].end
    at = statement.content[0].start if step > 0 else end - 1
    return Neighbour(statement, made[other], layout.paragraph(at), end)


def _is_turn(statement: Statement, before: Neighbour, layout: Layout) -> bool:
    """Tell whether a quotation answers the one before: they take turns.

    “Are you well?” asked Ana, and in a paragraph below: “No.” Two side by side, “So?” “So what?”,
    are two voices, too.
    """
    if before.statement is None or before.statement.kind != "direct":
        return False
    last, start = before.statement.content[-1], statement.content[0].start
    between = layout.text[last.end : start]
    if not between.strip() and "\n" not in between:
        return not before.statement.cue
    return before.paragraph == layout.paragraph(start) - 1 and bool(
        _QUESTION.search(last.of(layout.text))
    )


def _is_exchange(number: int, made: Sequence[Speaking], layout: Layout) -> bool:
    """Tell whether a quotation goes on an exchange: two have spoken, and it is answered at once.

    “You lied,” said Ana. “I did not,” said Bo. “You signed it.” “I sign two hundred.”
    """
    before, following = layout.beside(number, -1), layout.beside(number, 1)
    first = layout.beside(before, -1) if before is not None else None
    if before is None or following is None or first is None:
        return False
    quoted = (layout.statements[n] for n in (first, before, number, following))
    lines = {layout.paragraph(layout.statements[n].content[0].start) for n in (first, number)}
    if len(lines) > 1 or any(each.kind != "direct" for each in quoted):
        return False
    start, end = layout.statements[following].content[0].start, layout.extents[number].end
    at_once = start > end and not layout.text[end:start].strip(" ")
    return at_once and made[first].clusters != made[before].clusters


def _answering(number: int, made: Sequence[Speaking], layout: Layout) -> Speaking | None:
    """Return who answered the question before, where this quotation answers the next one.

    “How many fell?” ¶ “Forty,” said Orn. ¶ “And how many drowned?” ¶ “Three.”
    """
    asked = layout.beside(number, -1)
    answer = layout.beside(asked, -1) if asked is not None else None
    question = layout.beside(answer, -1) if answer is not None else None
    if asked is None or answer is None or question is None or not made[answer].clusters:
        return None
    chain = (question, answer, asked, number)
    lines = [layout.paragraph(layout.statements[n].content[0].start) for n in chain]
    quoted = all(layout.statements[n].kind == "direct" for n in chain)
    asks = _asks(layout.statements[question], layout) and not layout.statements[asked].source
    if not (quoted and asks and lines == list(range(lines[0], lines[0] + len(chain)))):
        return None
    why = _said(made[answer], "it answers a question, as did words of")
    return Speaking(made[answer].clusters, _GOES_ON, why)


def _asks(statement: Statement, layout: Layout) -> bool:
    """Tell whether a quotation is a question that the next paragraph answers."""
    end = statement.content[-1].end
    if not _QUESTION.search(statement.content[-1].of(layout.text)):
        return False
    return bool(_ANSWER.match(layout.text, end))


def _is_answered(number: int, layout: Layout) -> bool:
    """Tell whether a quotation on its own stands right before another: “Soup?” “Always soup.”."""
    after = layout.beside(number, 1)
    if after is None or (other := layout.statements[after]).cue or other.source:
        return False
    return layout.text[layout.extents[number].end : other.content[0].start] == " "


def _adds(following: Statement, layout: Layout) -> bool:
    """Tell whether the next words are added to the ones before them: "…," he added."""
    return bool(_ADDED.search(" ".join(c.of(layout.text).lower() for c in following.cue)))


def _silent(gap: Span, before: Neighbour, entities: Entities, layout: Layout) -> bool:
    """Tell whether somebody speaks, and no other is in between: no person, no subject.

    Whoever was told ("…,” Ruel told NWA. “…") is none.
    """
    speaking = before.speaking.clusters
    others = (each for each in entities.between(*gap) if each[1] not in speaking)
    return bool(speaking) and not any(
        cluster.type in {"person", ""} or (cluster.type in _SPEAKERS and layout.opens(span))
        for span, cluster in others
        if not _is_told(span, before.statement, layout)
    )


def _is_told(span: Span, statement: Statement | None, layout: Layout) -> bool:
    """Tell whether a mention stands right behind the cue of a statement: "told | the paper"."""
    if statement is None or not statement.cue:
        return False
    between = layout.text[statement.cue[-1].end : span.start]
    return between.isspace() or between.split() == ["the"]


def _is_led_in(gap: Span, speaking: Speaking, entities: Entities, layout: Layout) -> bool:
    """Tell whether the words right before a quotation may be about another than who spoke before.

    Those are a short sentence ("Ruel was blunt.") or one of a new paragraph, that does not mention
    that one: whoever it is about need not be known.
    """
    number = layout.sentence(gap.end)
    opened = layout.sentences[number].start
    lead = Span(opened, gap.end) if gap.end - opened > 1 else layout.sentences[max(number - 1, 0)]
    if lead.start < gap.start:
        return False
    if any(cluster in speaking.clusters for _, cluster in entities.between(*lead)):
        return False
    short = len(lead.of(layout.text).split()) <= _SHORT
    return short or layout.paragraph(lead.start) != layout.paragraph(gap.start - 1)


def _lead_in(start: int, entities: Entities, layout: Layout) -> Cluster | None:
    """Return the one who opens the words that lead in a quotation, the only person in them.

    The words are the sentence before, or those of its own sentence up to a colon. Where they say
    that a statement follows, others may be named in them. A question is about nobody who answers.
    """
    sentence = layout.sentence(start)
    opened = layout.sentences[sentence].start
    begin, until = opened, start
    if start - opened <= 1:
        begin, until = layout.sentences[max(sentence - 1, 0)].start, opened
    elif not layout.text[opened:start].rstrip().endswith(":"):
        return None
    if layout.spoken_in(begin, until) or layout.text[begin:until].rstrip().endswith("?"):
        return None
    outside = [
        (span, cluster)
        for span, cluster in entities.between(begin, until)
        if cluster.type in _SPEAKERS and layout.speech(span.start) is None
    ]
    people = {cluster.number for _, cluster in outside if cluster.type == "person"}
    follows = _FOLLOWS.search(layout.text[begin:until])
    for span, cluster in outside:
        if layout.opens(span) and (follows or people in ({cluster.number}, set())):
            return cluster
    if layout.text[begin:until].rstrip().endswith(":") and len(people) == 1:
        return next(cluster for _, cluster in outside if cluster.type == "person")
    named = _named_at(begin, entities, layout)
    return named if named and people in ({named.number}, set()) else None


def _named_at(at: int, entities: Entities, layout: Layout) -> Cluster | None:
    """Return the one whose name, known from elsewhere in the article, stands at a place."""
    standing = [
        (len(name), cluster)
        for cluster in entities.recent()
        for name in cluster.names
        if cluster.type in _SPEAKERS and layout.text.startswith(name, at)
        if not layout.text[at + len(name) : at + len(name) + 1].isalnum()
    ]
    return max(standing, key=lambda each: each[0])[1] if standing else None


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


def thoughts_of_anybody(speaking: Sequence[Speaking], layout: Layout) -> Iterator[int]:
    """Yield the statements inside another of a "you" or "one" that means anybody.

    “You'd think they had learned” reports nobody; "You told us so" does.
    """
    for number, statement in enumerate(layout.statements):
        if layout.outer[number] is None or speaking[number].clusters or not statement.source:
            continue
        source = statement.source[0].of(layout.text)
        if plain_form(source) != "you" and source.lower() != "one":
            continue
        words = [w for cue in statement.cue for w in _WORD.findall(cue.of(layout.text).lower())]
        says = any(not forms(word).isdisjoint(_SAYING) for word in words)
        if not says or not _MODALS.isdisjoint(words):
            yield number


def _unclear(number: int, layout: Layout) -> bool:
    """Tell whether the words of a source leave it open who it is."""
    sources = layout.statements[number].source
    if not sources:
        return True
    pronoun = plain_form(sources[0].of(layout.text))
    spoken = layout.speech(sources[0].start) is not None
    return pronoun in subjects("first") or bool(pronoun and not spoken)
