"""A text -> its quotations that a verb opens before their speaker: Fumed Ruel: “She knew”."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from sayso.english.calendar import weekdays
from sayso.english.function_words import prepositions
from sayso.english.pronouns import pronouns
from sayso.english.role_nouns import heads
from sayso.english.tables import either, listed
from sayso.records import Span

_VERBS = listed("forms.toml", "inverted")
_DAY = either(day.capitalize() for day in weekdays())
# "Fumed Ruel, 61: “No.”", "Snapped Tarn's Bo Holm last night: “Yes.”", "Joked one miner: “No.”"
_INVERTED = re.compile(
    rf"(?:(?<=\n)|(?<=[.!?”\"»’] )|\A)(?P<verb>{either(map(str.capitalize, _VERBS))}(?: back)?) "
    r"(?:[A-Z][\w-]*['’]s )?(?P<who>[^“”\"«»\n:;,]{2,90}?)"
    r"(?:, (?:aged )?\d\d,?|,[^“”\"«»\n:;]{2,80})?"
    rf"(?: (?:last night|yesterday|today|tonight|(?:on |last )?{_DAY}))?: ?"
    r"(?P<words>“[^“”\n]+”|\"[^\"\n]+\"|«[^«»\n]+»|‘[^‘\n]+?’(?=\s|\Z))"
)
_PRONOUNS = pronouns("personal")
_NOT_FIRST = prepositions() | {"how", "if", "that", "what", "when", "whether", "why"}


class Inverted(NamedTuple):
    """A quotation whose verb comes first: the verb, who says it, and the words with their marks."""

    verb: Span
    who: Span
    words: Span


def inverted_of(text: str) -> Iterator[Inverted]:
    """Yield the quotations of a text that a verb opens before their speaker."""
    for match in _INVERTED.finditer(text):
        if _is_somebody(match["who"].split()):
            yield Inverted(*(Span(*match.span(name)) for name in ("verb", "who", "words")))


def _is_somebody(words: list[str]) -> bool:
    """Tell whether words are a name or a description, and no clause: not "whether he would go"."""
    named = words[-1][0].isupper() or words[-1] in heads()
    return named and words[0].lower() not in _NOT_FIRST and _PRONOUNS.isdisjoint(words)


def opens_inverted(line: str) -> bool:
    """Tell whether a line opens with such a quotation, so that no label of a turn does."""
    match = _INVERTED.match(line)
    return match is not None and _is_somebody(match["who"].split())
