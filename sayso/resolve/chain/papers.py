"""The letters, recordings and reports of an article that somebody passed on -> who says so in them.

"The Herald has seen a copy of the letter. In it he warned …", "It sent a note, the text of which
was published by the Lantern. “Forty villages,” it reads": whoever passed on the paper passed on
what it says. "This was reported by Orpress" does the same for what stands before it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.english import tables
from sayso.english.function_words import definite
from sayso.english.sentences import unbroken
from sayso.records import Span
from sayso.resolve.chain.carriers import Carrier
from sayso.resolve.chain.outlets import Outlets
from sayso.resolve.chain.roles import AND
from sayso.resolve.chain.text import blank
from sayso.resolve.chain.words import either, listed
from sayso.resolve.layout import Layout

_NEAR = 90  # characters before an outlet in which the paper that it passed on is looked for
_REACH = 3  # paragraphs from where a paper is passed on in which it is still that one
_PAPER = rf"(?P<paper>{either('paper_nouns')})s?"
_PASSED = either("passed_on")
_FEW = r"(?: [\w’'-]+){0,3}?"
_THE = tables.either(definite())
_THE_KIND_OF = rf"{_THE} (?:[\w-]+ ){{0,2}}?"
_ON = unbroken(".;")
# "a letter, a copy of which was seen by", "the memo, first published by", "A report leaked to"
_PASSED_BY = re.compile(rf"\b{_PAPER}\b[^;:]*?\b{_PASSED}{_FEW} (?:by|to|in|on)(?: the)? ?$")
# "has seen a copy of the letter", "published the memo"
_HAS = rf"(?: has| have| had| first| also| later)* {_PASSED}"
_HAS_SEEN = re.compile(rf"(?:, {unbroken(',.;')}{{1,60}},)?{_HAS} (?:[\w’'-]+ ){{0,4}}?{_PAPER}\b")
# "the letter, which the Herald has seen"
_WHICH = re.compile(rf"\b{_PAPER},? (?:which|that)(?: the)? ?$")
_SEEN = re.compile(rf"{_HAS}\b")
# "The prosecution read out an e-mail", "The family has released a letter"
_SHOWED = re.compile(
    rf" (?:has |have |had |later )?{either('showing_verbs')} (?:an?|the){_FEW} {_PAPER}\b"
)
# Who shows it: "The prosecution", "The family of an engineer held since October".
_SUBJECT = re.compile(r"[A-Z][\w’'-]*(?: [\w’'-]+){0,14}")
# "This was first reported by", "His remarks were carried by"
_MATTER = rf"(?=[A-Z])(?i:this|that|{_THE} {either('matter_nouns')})"
_THIS = re.compile(
    rf"{_MATTER} (?:was|were|has been|have been) (?:[a-z]+ )?{_PASSED}{_FEW}"
    r" (?:by|in|on)(?: the)? ?$"
)
# "In it", "it reads"
_IN_IT = re.compile(
    r"(?:In|On) it\b|.*\b[Ii]t (?:reads?|says|adds?|ends?|warns?|goes on)\b", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper, as its noun has it, who passed it on, and the sentence that tells so.

    Without a noun it is what was said just before.
    """

    noun: str
    carrier: Carrier
    sentence: Span


class Papers:
    """The papers of one article that somebody passed on."""

    def __init__(self, layout: Layout, outlets: Outlets) -> None:
        self._layout = layout
        self._papers = sorted(_papers(layout, outlets), key=lambda p: p.carrier.span)

    def carriers(self, number: int) -> tuple[Carrier, ...]:
        """Return who passed on the paper in which a statement stands, the last one named."""
        layout = self._layout
        if not self._papers or layout.outer[number] is not None:
            return ()
        around = layout.around(layout.extents[number])
        contents = layout.statements[number].content
        words = around.of(blank(layout.text, contents))
        fitting = [p for p in self._papers if self._holds(p, number, around, words)]
        source = layout.statements[number].source
        return tuple(
            p.carrier
            for p in fitting
            if p.sentence == fitting[-1].sentence
            and not any(p.carrier.span.overlaps(s) for s in source)
        )

    def _holds(self, paper: Paper, number: int, around: Span, words: str) -> bool:
        """Tell whether a statement stands in a paper, or is what was passed on behind it."""
        layout = self._layout
        here, there = layout.paragraph(around.start), layout.paragraph(paper.sentence.start)
        before = around.end <= paper.sentence.start
        if not paper.noun:
            return before and there - here <= 1
        if around.overlaps(paper.sentence):
            return bool(re.search(rf"(?i)\b{paper.noun}s?\b{_ON}{{0,40}}? in which\b", words))
        if not 0 <= here - there <= _REACH or (before and here != there):
            return False
        if self._is_in(paper.noun, number, words):
            return True
        follows = not layout.text[paper.sentence.end : around.start].strip()
        return follows and _IN_IT.match(words) is not None

    def _is_in(self, noun: str, number: int, words: str) -> bool:
        """Tell whether a statement is in a paper by the words around it, or by its source."""
        text, source = self._layout.text, self._layout.statements[number].source[:1]
        if any(re.match(rf"(?i){_THE_KIND_OF}{noun}\b", s.of(text)) for s in source):
            return True
        if re.search(rf"(?i)\b{noun}\b{_ON}{{0,40}}? in which\b", words):
            return True
        inside = "in|on|from|according to" if noun in listed("recorded") else "in|from|according to"
        return re.search(rf"(?i)\b(?:{inside}) {_THE_KIND_OF}{noun}\b", words) is not None


def _papers(layout: Layout, outlets: Outlets) -> Iterator[Paper]:
    text, last = layout.text, ""
    beside = 0  # where an outlet that passed on a paper ends, for another joined to it
    for phrase in outlets.within(Span(0, len(text))):
        if phrase.outlet != "yes":
            continue
        sentence = layout.around(phrase.span)
        before = text[max(sentence.start, phrase.left - _NEAR) : phrase.left]
        carrier = Carrier(phrase.span, "reported", 2, phrase.span)
        if _THIS.match(text[sentence.start : phrase.left]):
            yield Paper("", carrier, sentence)
            continue
        match = _PASSED_BY.search(before) or _HAS_SEEN.match(text, phrase.right, sentence.end)
        if not match and _SEEN.match(text, phrase.right, sentence.end):
            match = _WHICH.search(before)
        if match:
            last = match["paper"].lower()
        elif not (beside and AND.fullmatch(text, beside, phrase.left)):
            beside = 0
            continue
        beside = phrase.right
        yield Paper(last, carrier, sentence)
    for match in _SHOWED.finditer(text):
        sentence = layout.around(Span(*match.span()))
        if _SUBJECT.fullmatch(text, sentence.start, match.start()):
            who = Span(sentence.start, match.start())
            yield Paper(match["paper"].lower(), Carrier(who, "reported", 2, who), sentence)
