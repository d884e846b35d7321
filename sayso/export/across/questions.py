"""A question to people -> a terminal: both things one above the other, and the keys."""

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from sayso.english.excerpts import shorten
from sayso.export.screen import put, width_of
from sayso.view.across.questions import Question, Side
from sayso.view.across.tellings import bare

_LABEL = "bold"
_WHO = "bold cyan"
_WORDS = "green"
_SHARED = "bold green"
_EXCERPT = 400  # characters of what is shown of each
_LONG = 4  # letters of a word of which it is worth to see that both have it


def ask(question: Question, number: int, console: Console) -> None:
    """Print a question, what it is about, what the machine makes of it, and the keys."""
    width = width_of(console)
    console.print()
    put(console, Text(f"{number}. {question.asks}", _LABEL), width)
    shared = _shared(question.sides)
    for letter, side in zip("AB", question.sides, strict=False):
        lead = f"  {letter}  " if len(question.sides) > 1 else "     "
        put(console, Text(side.name, _WHO), width, lead)
        put(console, _words(shorten(side.words, _EXCERPT), shared), width, "     ")
        for fact in side.about:
            put(console, Text(fact, "dim"), width, "     ")
    put(console, Text(question.facts, "dim"), width, "  ")
    put(console, _keys(question), width, "  ")


def more(question: Question, console: Console) -> None:
    """Print what else there is to see of the things that a question is about."""
    width = width_of(console)
    shared = _shared(question.sides)
    for letter, side in zip("AB", question.sides, strict=False):
        put(console, Text(f"{side.name} · {side.ref}", _WHO), width, f"  {letter}  ")
        for words in side.more:
            put(console, _words(words, shared), width, "     ")


def _keys(question: Question) -> Text:
    line = Text()
    for option in question.options:
        line.append(f"{option.key} ", _LABEL).append(f"{option.label}   ")
    for key, label in (("u", "skip"), ("o", "more"), ("b", "back"), ("q", "quit")):
        line.append(f"{key} ", _LABEL).append(f"{label}   ", "dim")
    return line


def _shared(sides: Sequence[Side]) -> frozenset[str]:
    """Return the words that both things have."""
    every = [{w for w in bare(each.words).split() if len(w) >= _LONG} for each in sides]
    return frozenset(every[0] & every[1]) if len(every) > 1 else frozenset()


def _words(words: str, shared: frozenset[str]) -> Text:
    line = Text()
    for n, word in enumerate(words.split(" ")):
        line.append(" " if n else "")
        line.append(word, _SHARED if shared & set(bare(word).split()) else _WORDS)
    return line
