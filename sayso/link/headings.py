"""Statements that say the same -> the words that head them, as a person would choose them.

A whole clause comes before words that need their sentence ("the charge"), one with names before one
without, the reporter's words before a quotation; then what most say, and what was said first. Of
words that need it the sentence in the article stands for them.
"""

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from sayso.english.excerpts import GAP
from sayso.english.function_words import auxiliaries, contracted, determiners, prepositions
from sayso.english.lemmas import is_irregular
from sayso.english.names import folded
from sayso.english.numbers import number_words
from sayso.english.pronouns import plain_form, pronouns
from sayso.english.sentences import MARKS, ends
from sayso.english.tables import either, listed
from sayso.records import Record, Span, Statement

_REACH = 400  # characters around a statement within which its sentence is looked for
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_QUOTES = "\"“”'‘’«»"
_LEAD = re.compile(r"\A(?:that|how)\s+(?=\S)", re.IGNORECASE)
# "At least 20 soldiers", "about forty": a number of those whom it is about, and no opener.
_COUNTED = re.compile(
    rf"(?:at (?:least|most)|about|over|under) (?:\d|{either(number_words('cardinal', 'tens'))}\b)",
    re.IGNORECASE,
)
_NAME = re.compile(rf"(?<=[^{MARKS}\s] )[A-Z][^\W\d_]{{2,}}")
_TABLE = "headings.toml"


class Candidate(NamedTuple):
    """Words that may head a claim, and whether they are a sentence that stands for others."""

    words: str
    whole: bool


def sentences_for(record: Record) -> tuple[str, ...]:
    """Return of each statement the sentence where its content alone is no heading, else nothing."""
    return tuple(_sentence_for(record.article.text, each) for each in record.statements)


def heading(candidates: Iterable[Candidate]) -> str:
    """Return the words that head a claim, of candidates in the order of appearing."""
    every = [(_tidy(each.words), each.whole) for each in candidates if each.words.strip()]
    if not every:
        return ""
    counts = Counter(folded(words) for words, _ in every)
    ranked = [
        (_rank(words, whole), -counts[folded(words)], number)
        for number, (words, whole) in enumerate(every)
    ]
    return every[min(ranked)[2]][0]


def _sentence_for(text: str, statement: Statement) -> str:
    if _stands_alone(GAP.join(span.of(text) for span in statement.content)):
        return ""
    first = statement.content[0]
    at = min((span.start for span in (*statement.source, *statement.cue)), default=first.start)
    return " ".join(_sentence(text, first, at).of(text).split())


def _rank(words: str, whole: bool) -> int:
    """Return how well words head a claim, the best first."""
    named = _NAME.search(words) is not None
    if whole or words[0] in _QUOTES:
        return 2 if named else 3
    return 0 if named else 1


def _stands_alone(words: str) -> bool:
    """Tell whether words are a clause that does not begin with a pronoun."""
    plain = _LEAD.sub("", words.strip(_QUOTES + " "))
    every = [word.lower() for word in _WORD.findall(plain)]
    opens = prepositions() | listed(_TABLE, "openers") | pronouns("demonstrative")
    if len(every) < 3 or (every[0] in opens and not _COUNTED.match(plain)):
        return False
    if every[0] in determiners() and every[2] in ("that", "of", "in") and _is_of_saying(every[1]):
        return False
    if plain_form(every[0]) or every[0] == "to" or every[:2] == ["not", "to"]:
        return False
    return any(_may_be_verb(word) for word in every[1:])


def _is_of_saying(noun: str) -> bool:
    """Tell whether a noun stands for what was said: "the accusation that"."""
    return bool({noun, noun.removesuffix("s")} & listed(_TABLE, "nouns"))


def _may_be_verb(word: str) -> bool:
    return (
        is_irregular(word)
        or word in auxiliaries() | contracted() | listed(_TABLE, "verbs")
        or (word.endswith("ed") and len(word) > 4)
    )


def _sentence(text: str, content: Span, at: int) -> Span:
    """Return the sentence in which a content begins, with who says it."""
    begin, end = min(content.start, at), max(content.end, at)
    start, stop = max(0, begin - _REACH), min(len(text), end + _REACH)
    start = max(start, text.rfind("\n", start, begin) + 1)
    line = text.find("\n", end, stop)
    stop = line if line >= 0 else stop
    marks = list(ends(text, start, stop))
    start = max((m.end for m in marks if m.end <= begin), default=start)
    stop = min((m.end for m in marks if m.end >= end), default=stop)
    return Span(start, stop)


def _tidy(words: str) -> str:
    """Return words as a heading has them: without "that" before them, a capital first."""
    bare = _LEAD.sub("", words.strip()).rstrip(",;: ")
    return bare[:1].upper() + bare[1:]
