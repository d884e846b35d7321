"""The words around a place -> tokens, and the phrases among them that tell who holds it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from sayso.english.function_words import contracted, determiners, modals, negations, tense_verbs
from sayso.english.pronouns import subjects
from sayso.english.tables import lists
from sayso.records import Span

_TOKEN = re.compile(r"\w+(?:['’.-]\w+)*|[^\w\s]")
HOLDER = 6  # words that the name of a holder has at most
_TABLE = "control.toml"
_CUT = {"ca", "wo"}  # of "can't", "won't"

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark of a text; `word` is in small letters, its apostrophe straight."""

    word: str
    span: Span


@dataclass(frozen=True, slots=True)
class Worded:
    """How a passage words it: the kind, the holder's words (none for the speaker), the phrase."""

    kind: str
    holder: Span | None
    phrase: Span
    negative: bool = False


def tokens(text: str, span: Span) -> list[Token]:
    """Return the tokens of a stretch of text; "isn't" is two, "is" and "not"."""
    return [
        token
        for m in _TOKEN.finditer(text, span.start, span.end)
        for token in _parts(m.group().lower().replace("’", "'"), Span(*m.span()))
    ]


def _parts(word: str, span: Span) -> Iterator[Token]:
    size = 3 if word in contracted() else 0  # of "n't", "not"
    if size:
        yield Token(word[:-size], Span(span.start, span.end - size))
    yield Token("not" if size else word, Span(span.end - size, span.end) if size else span)


def stretch(some: Sequence[Token]) -> Span:
    """Return where tokens stand, from the first to the last."""
    return Span(some[0].span.start, some[-1].span.end)


def without(some: Sequence[Token], words: frozenset[str]) -> Sequence[Token]:
    """Return tokens without those words at their end."""
    last = len(some)
    while last and some[last - 1].word in words:
        last -= 1
    return some[:last]


def holder_name(some: Sequence[Token], *, backwards: bool) -> list[Token]:
    """Return the tokens of a holder's name, the nearest first: until a mark or a word ends it.

    A determiner opens it, and so ends it where it is read `backwards`.
    """
    name: list[Token] = []
    for token in some[:HOLDER]:
        opens = bool(name) and token.word in determiners()
        is_end = token.word in listed("ends") | before_verb() or not token.word[0].isalnum()
        if is_end or (opens and not backwards):
            break
        name.append(token)
        if opens or token.word in subjects():
            break
    return name


def opening(some: Sequence[Token], table: str) -> tuple[str, int] | None:
    """Return the longest phrase of a table that tokens open with: its kind and its size."""
    every = kinds(table)
    for size in range(min(longest(table), len(some)), 0, -1):
        phrase = tuple(token.word for token in some[:size])
        if phrase in every:
            return every[phrase], size
    return None


@cache
def kinds(table: str) -> dict[Phrase, str]:
    """Return the phrases of a table with the kind that each tells."""
    return {
        tuple(phrase.split()): kind
        for kind, phrases in lists(_TABLE, table).items()
        for phrase in phrases
    }


@cache
def longest(table: str) -> int:
    """Return how many words the longest phrase of a table has."""
    return max(map(len, kinds(table)))


@cache
def listed(name: str) -> frozenset[str]:
    """Return a list of words of the table."""
    return lists(_TABLE, "words")[name]


@cache
def before_verb() -> frozenset[str]:
    """Return what may stand between a holder and his verb: "has not yet" captured."""
    return tense_verbs() | negators() | listed("adverbs") | listed("missed")


@cache
def negators() -> frozenset[str]:
    """Return what makes a verb negative: "not", "never"."""
    return negations("negator")


@cache
def unreal() -> frozenset[str]:
    """Return what makes of a passage a plan, a wish or a guess, so that it tells of no holding."""
    return modals() | {"to"} | _CUT
