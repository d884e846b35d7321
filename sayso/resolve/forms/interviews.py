"""Lines and names of an interview -> its answers, and whose they are."""

import re
from collections.abc import Iterator, Sequence

from sayso.english.pronouns import plain_form, subjects
from sayso.english.tables import listed
from sayso.records import Article, Mention, Span
from sayso.resolve.actors.names.name_matching import same_person
from sayso.resolve.forms.lines import Line
from sayso.resolve.forms.turns import Turn

_DASH = re.compile(r"[—–―-]\s+")
_OPENING = '"“„«‘'
_CONVERSATION = listed("forms.toml", "conversations")
_TALKING = listed("forms.toml", "talking")
_WORD = re.compile(r"[\w&]+")
_FEWEST = 2  # questions of an interview whose turns have no labels
_LONGEST = 250  # characters of a question
_ADDRESSED = 30  # characters at the head of a question in which it names whom it is put to


def answers_of(lines: Sequence[Line], article: Article) -> list[Turn]:
    """Return the answers of an interview without labels: what follows each of its questions."""
    first = next((n for n, line in enumerate(lines) if line.asks), len(lines))
    rest = lines[first:]
    dashed = sum(bool(_DASH.match(line.words)) for line in rest)
    asked = [n for n, line in enumerate(rest) if line.asks and len(line.words) <= _LONGEST]
    talk = len(rest) >= 2 * _FEWEST and dashed == len(rest)  # a dash before all that each says
    if not asked or (len(asked) < _FEWEST and not talk) or not _announced(lines[:first], article):
        return []
    if talk or _alternate(rest, asked):
        asked = list(range(0, len(rest), 2))
    edges = [*asked[1:], min(asked[-1] + 2, len(rest))]
    made = []
    for n, until in zip(asked, edges, strict=True):
        made.append(Turn(Span(0, 0), (rest[n].span,), "question"))
        made += [turn for turn in [_turn(rest[n + 1 : until])] if turn]
    return made if in_first_person(made, article.text) or talk else []


def _alternate(rest: Sequence[Line], asked: Sequence[int]) -> bool:
    """Tell whether questions and answers, a line each, stand by turns."""
    even = sum(n % 2 == 0 for n in asked)
    short = all(len(line.words) <= _LONGEST for line in rest[::2])
    return even == len(asked) and 4 * even >= len(rest) and len(rest) % 2 == 0 and short


def _turn(answer: Sequence[Line]) -> Turn | None:
    spans = []
    for line in answer:
        dash = _DASH.match(line.words)
        spans.append(Span(line.span.start + (dash.end() if dash else 0), line.span.end))
    if not spans or answer[0].words[0] in _OPENING:
        return None
    return Turn(Span(0, 0), tuple(spans), "answer")


def _announced(above: Sequence[Line], article: Article) -> bool:
    """Tell whether the words above the first question announce a conversation."""
    words = " ".join([article.title, *(line.words for line in above[:6])]).lower()
    return bool(_CONVERSATION & set(_WORD.findall(words)))


def led_in(lines: Sequence[Line], turns: Sequence[Turn], names: Sequence[Mention]) -> bool:
    """Tell whether a line above the turns tells of a conversation with somebody it names."""
    start = min((turn.words[0].start for turn in turns), default=0)
    people = [n.span for n in names if n.type == "person" and n.form == "name"]
    return any(
        _TALKING & set(_WORD.findall(line.words.lower())) and any(map(line.span.holds, people))
        for line in lines
        if line.span.end <= start
    )


def in_first_person(turns: Sequence[Turn], text: str) -> bool:
    """Tell whether half of the answers, and two of them, speak of whoever gives them."""
    answers = [turn for turn in turns if turn.part == "answer"]
    own = sum(any(_speaks_of_himself(s.of(text)) for s in turn.words) for turn in answers)
    return own >= _FEWEST and 2 * own >= len(answers)


def _speaks_of_himself(words: str) -> bool:
    return any(plain_form(word) in subjects("first") for word in _WORD.findall(words))


def interviewed(turns: Sequence[Turn], names: Sequence[Mention], text: str) -> Iterator[Span]:
    """Yield for each turn where the one who answers is named, an empty span where nobody is.

    That is whom the question names as it opens, or the only person named above all turns.
    """
    people = [name for name in names if name.type == "person" and name.form == "name"]
    start = min((turn.words[0].start for turn in turns), default=0)
    # The fullest name first; of several people above, none is whom all turns ask. A single word
    # beside a full name may be a place's.
    named = [name.span for name in people if name.span.end <= start]
    full = [span for span in named if " " in span.of(text)]
    above = sorted(full or named, key=lambda span: (span.start - span.end, span.start))
    one = above and all(same_person(above[0].of(text), other.of(text)) for other in above[1:])
    who = above[0] if one else Span(0, 0)
    for turn in turns:
        if turn.part == "question":
            who = _addressed(turn, people, text) or who
        yield who


def _addressed(turn: Turn, people: Sequence[Mention], text: str) -> Span | None:
    at = turn.words[0].start
    named = (n.span for n in people if at <= n.span.start and n.span.end <= at + _ADDRESSED)
    return next((span for span in named if text[span.end : span.end + 1] == ","), None)
