"""Lines and names of an interview -> its questions and answers."""

import re
from collections.abc import Sequence

from sayso.english.pronouns import forms, plain_form, subjects
from sayso.english.tables import either, listed
from sayso.records import Article, Mention, Span
from sayso.resolve.forms.lines import Line
from sayso.resolve.forms.turns import Turn

_DASH = re.compile(r"[—–―-]\s+")
_OPENING = '"“„«‘'
_CONVERSATION = listed("forms.toml", "conversations")
_TALKING = listed("forms.toml", "talking")
_WORD = re.compile(r"[\w&]+")
_FEWEST = 2  # questions of an interview whose turns have no labels
_LONGEST = 250  # characters of a question
_DENSE = 4  # lines, at most, that stand for each question where nothing announces an interview
_YOU = re.compile(r"\byou(?:r|rs|rself)?\b", re.IGNORECASE)
_I = re.compile(rf"\b(?:I|(?i:{either(forms('i') - {'i'})}))\b(?!\.)")
_QUOTED = re.compile(r"[“\"][^“”\"\n]*[”\"]")
PEOPLE = either((subjects("third") - {"it"}) | {"who"})
"""What stands for a person who talks with somebody."""
# "He talked to our correspondent", "who speaks with Tarn"
_CONVERSES = re.compile(rf"\b{PEOPLE} (?:\w+ )?{either(listed('forms.toml', 'conversing'))}\b")


def answers_of(lines: Sequence[Line], article: Article) -> list[Turn]:
    """Return the answers of an interview without labels: what follows each of its questions."""
    first = next((n for n, line in enumerate(lines) if line.asks), len(lines))
    rest = lines[first:]
    dashed = sum(bool(_DASH.match(line.words)) for line in rest)
    asked = [n for n, line in enumerate(rest) if line.asks and len(line.words) <= _LONGEST]
    talk = len(rest) >= 2 * _FEWEST and dashed == len(rest)  # a dash before all that each says
    if not asked or (len(asked) < _FEWEST and not talk):
        return []
    announced = _announced(lines[:first], article)
    if not announced and _DENSE * len(asked) < len(rest):
        return []
    if talk or _alternate(rest, asked):
        asked = list(range(0, len(rest), 2))
    edges = [*asked[1:], min(asked[-1] + 2, len(rest))]
    made = []
    for n, until in zip(asked, edges, strict=True):
        made.append(Turn(Span(0, 0), (rest[n].span,), "question"))
        made += [turn for turn in [_turn(rest[n + 1 : until])] if turn]
    talks = announced and (talk or in_first_person(made, article.text))
    return made if talks or put_to_somebody(made, article.text) else []


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
    return bool(_CONVERSATION & set(_WORD.findall(words)) or _CONVERSES.search(words))


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


def put_to_somebody(turns: Sequence[Turn], text: str) -> bool:
    """Tell whether half of the questions are put to "you", and an answer says "I"."""
    words = [(turn.part, " ".join(span.of(text) for span in turn.words)) for turn in turns]
    asked = [bool(_YOU.search(each)) for part, each in words if part == "question"]
    own = (_I.search(_QUOTED.sub("", each)) for part, each in words if part == "answer")
    return 2 * sum(asked) >= len(asked) and any(own)


def _speaks_of_himself(words: str) -> bool:
    return any(plain_form(word) in subjects("first") for word in _WORD.findall(words))
