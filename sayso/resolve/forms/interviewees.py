"""Turns of an interview and the names of its article -> who answers in each.

"Ruel ran the dam. He spoke to Tarn." asks for Ruel, "Tarn talks to Ruel" too; whoever wrote it, or
asks, never answers.
"""

import re
from collections.abc import Iterator, Sequence

from sayso.english.sentences import ends
from sayso.english.tables import either, listed
from sayso.records import Article, Mention, Span
from sayso.resolve.actors.names.name_matching import same_person
from sayso.resolve.forms.interviews import PEOPLE
from sayso.resolve.forms.turns import Turn

_NOWHERE = Span(0, 0)
_ADDRESSED = 30  # characters at the head of a question in which it names whom it is put to
_TALKING = either(listed("forms.toml", "conversing"))
# "He spoke to | Tarn", "who sat down in Skelby with the Herald's | Tarn"
_ASKED_BY = re.compile(
    rf"\b(?i:{PEOPLE}) (?:\w+ )?{_TALKING}(?: [\w' ]{{1,30}}?)? (?:to|with) "
    r"(?:[\w'’.]+ ){0,3}?\Z"
)
# "Interview by | Tarn", "tells | Tarn | why"
_BY = re.compile(
    r"^By \Z|\b(?:[Ii]nterview(?:ed)?|[Ww]ords|[Qq]uestions) by \Z|\b(?:tells|told) \Z"
)
# "An interview with | Ruel", "The Herald talked to | Ruel"
_PUT_TO = re.compile(
    rf"\b(?:(?:[Ii]nterview|[Cc]onversation|[Qq]&A) with|{_TALKING} (?:to|with)|interview(?:s|ed)"
    r"|met|meets|asks|asked) (?:[\w'’.,-]+ ){0,4}?\Z"
)
_REACH = 80  # characters before a name in which such words stand


def interviewed(
    turns: Sequence[Turn], names: Sequence[Mention], article: Article
) -> Iterator[Span]:
    """Yield for each turn where the one who answers is named, an empty span where nobody is.

    That is whom the question names as it opens, or the one whom the words above all turns tell.
    """
    people = [name.span for name in names if name.type == "person" and name.form == "name"]
    start = min((turn.words[0].start for turn in turns), default=0)
    who = _one_above([span for span in people if span.end <= start], article)
    for turn in turns:
        if turn.part == "question":
            who = _addressed(turn, people, article.text) or who
        yield who


def _one_above(people: Sequence[Span], article: Article) -> Span:
    """Return the fullest name of the one who answers, among people named above the turns.

    Of several, none is whom all turns ask, unless he is the only one in the headline, or the words
    tell of a conversation with him. A single word beside a full name may be a place's.
    """
    text = article.text
    asking = [span.of(text) for span in people if _asks(span, text)] + [*article.byline]
    free = [s for s in people if not any(same_person(s.of(text), name) for name in asking)]
    put_to = [span for span in free if _PUT_TO.search(_before(span, text))]
    title = [s for s in free if article.title_span and article.title_span.holds(s)]
    for some in (free, put_to, title, _talks(free, text)):
        if some and (one := _one_of(some, text)):
            full = [span for span in free if same_person(span.of(text), one.of(text))]
            return max(full, key=lambda span: (span.end - span.start, -span.start))
    return _NOWHERE


def _one_of(people: Sequence[Span], text: str) -> Span | None:
    """Return the fullest name where all are those of one person."""
    full = [span for span in people if " " in span.of(text)]
    first, *others = sorted(full or people, key=lambda span: (span.start - span.end, span.start))
    same = all(same_person(first.of(text), other.of(text)) for other in others)
    return first if same else None


def _talks(people: Sequence[Span], text: str) -> list[Span]:
    """Return who opens the line that goes on with "he spoke to Tarn"."""
    every = [span for span in people if " " in span.of(text)]
    for span in every:
        begin = text.rfind("\n", 0, span.start) + 1
        line = text[span.end : text.find("\n", span.end)]
        first = not any(begin <= other.start < span.start for other in every)
        if first and re.search(rf"\b(?:[Hh]e|[Ss]he) (?:\w+ )?{_TALKING} ", line):
            return [span]
    return []


def _asks(span: Span, text: str) -> bool:
    """Tell whether the words before a name tell that its bearer asks, or wrote it down."""
    before = _before(span, text)
    return bool(_ASKED_BY.search(before) or _BY.search(before))


def _before(span: Span, text: str) -> str:
    """Return the words before a span, of its sentence or a line of a few words."""
    begin = max(span.start - _REACH, text.rfind("\n", 0, span.start) + 1, 0)
    marks = [mark.end for mark in ends(text, begin, span.start + 1)]
    return text[max([begin, *(mark for mark in marks if mark <= span.start)]) : span.start].lstrip()


def _addressed(turn: Turn, people: Sequence[Span], text: str) -> Span | None:
    at = turn.words[0].start
    near = (n for n in people if at <= n.start and n.end <= at + _ADDRESSED)
    return next((span for span in near if text[span.end : span.end + 1] == ","), None)
