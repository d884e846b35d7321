"""Words of an article, and words about it, as they stand inside a line."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from sayso.english.excerpts import GAP, shorten
from sayso.records import Span
from sayso.view.characters import one_line

LABELS = {"source": "who", "cue": "says", "content": "what"}
"""The everyday word for each part of a statement."""

KINDS = {
    "direct": "word for word",
    "indirect": "in the article’s words",
    "mixed": "partly word for word",
}
"""How a statement gives what was said, as people read it."""

UNSAID = {"no": "not said", "if": "may be said", "asked": "asked whether"}
"""How a statement reads that the text does not tell to have been said."""

REMARK = 80  # characters of the text's own words inside a line about them


class Remark(NamedTuple):
    """Something said in a line, and the words of the text that it rests on."""

    words: str
    span: Span


def quoted(text: str, spans: Sequence[Span]) -> str:
    """Return the words of the spans on one line, an ellipsis between each two."""
    return GAP.join(filter(None, (one_line(span.of(text)) for span in spans)))


def remark(text: str, spans: Sequence[Span]) -> str:
    """Return the words of the spans as they stand inside a line."""
    return shorten(quoted(text, spans), REMARK)


def percent(score: float) -> str:
    """Return a probability as a whole percentage that never rounds to certainty."""
    if score >= 1 or score <= 0:
        return f"{score:.0%}"
    return f"{min(99, max(1, round(score * 100)))}%"


SURE = ((0.95, "very sure"), (0.8, "fairly sure"), (0.7, "rather sure"), (0.0, "unsure"))


def sureness(score: float) -> str:
    """Return how sure a probability is, in words; below 0.7 is what is marked as doubtful."""
    return next(words for least, words in SURE if score >= least)


def counted(number: int, noun: str) -> str:
    """Return a number with its noun: "1 statement", "3,000 statements", "2 copies"."""
    if number == 1:
        return f"1 {noun}"
    many = f"{noun[:-1]}ies" if re.search("[^aeiou]y$", noun) else f"{noun}s"
    return f"{number:,} {many}"


def counted_statements(said: Sequence[str], doubtful: int = 0) -> str:
    """Return the number of statements that were said, and beside it of those that were not.

    `said` has one of `SAID` for each of them: "3 statements · 1 not said". Of how many something
    is `doubtful` comes last.
    """
    others = [f"{said.count(each)} {words}" for each, words in UNSAID.items() if each in said]
    others += [f"{doubtful} doubtful"] if doubtful else []
    return " · ".join([counted(said.count("yes"), "statement"), *others])


def joined(words: Sequence[str]) -> str:
    """Return words as a list in a sentence: "a", "a and b", "a, b and c"."""
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def within(sentence: str) -> str:
    """Return a sentence as it stands inside another: no full stop, no capital of its own."""
    words = sentence.strip().removesuffix(".")
    opens = words.split(maxsplit=1)[:1]
    own = any(not (c.islower() or c in "-’'") for c in "".join(opens)[1:])
    return words if own else words[:1].lower() + words[1:]
