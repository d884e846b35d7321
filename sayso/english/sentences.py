"""A text -> where its sentences end; `abbreviations.csv` in `sayso/data/english` helps."""

import re
from collections.abc import Iterator
from functools import cache

from sayso.english.calendar import short_months
from sayso.english.function_words import legal_forms
from sayso.english.tables import rows
from sayso.english.titles import short_titles
from sayso.records import Span

MARKS = ".!?…"
CLOSERS = "\"'”’»)\\]*"  # what may close behind a mark, for a class of characters in a pattern
# A mark that may end a sentence, with what closes behind it. Abbreviations are among these: the
# encoder has learnt what it knows with sentences that are counted so.
MARK = re.compile(rf"[{MARKS}][{CLOSERS}]*(?=\s)")
# What begins a sentence: a space, what opens, and no word in small letters: ` “He`, ` … And`.
_OPENING = re.compile(r"\s[\s\"'“‘«(\[*…]*([^\W_a-z])")
# A time of day that opens a sentence, "At about 5:30 p.m. Ruel left": anywhere else such a full
# stop ends one if a capital follows.
_OPENING_TIME = re.compile(
    r"[\s\"'“‘«(\[*…]*(?:About|After|Around|At|Before|By|From|Since|Until) (?:[a-z]+ )?"
    r"\d{1,2}(?:[:.]\d\d)? ?[ap]\.m"
)
_NEXT_WORD = re.compile(r"\.,? (\w+)")
_LAST_WORD = re.compile(r"[\w.]+\Z")
_LONGEST_WORD = 12  # characters before a full stop in which an abbreviation is looked for
_OPENERS = " \t\r\xa0\"'“‘«([*…"  # what may stand between a sentence's end and its first word
_LONGEST_OPENING = 12  # characters before a word in which the end of the sentence before stands


def ends(text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """Yield the marks that end a sentence within a text, each with what closes behind it.

    The end of the text, or of the part of it from `start` to `end`, is none of them.
    """
    end = len(text) if end is None else end
    last = start
    for mark in MARK.finditer(text, start, end):
        opening = _OPENING.match(text, mark.end(), end)
        if opening is None or text[last : mark.start()].isspace():
            continue  # the sentence goes on, or a lone "…" opens the next one
        if not abbreviates(text, mark.start()) and not _OPENING_TIME.fullmatch(
            text, last, mark.start()
        ):
            yield Span(*mark.span())
            last = mark.end()


def last_mark(text: str, sentence: Span) -> int:
    """Return where the mark stands that ends a sentence, before what closes behind it."""
    return sentence.start + len(sentence.of(text).rstrip(CLOSERS)) - 1


def opens(text: str, at: int, *, after: tuple[str, ...] = ()) -> bool:
    """Tell whether the word at an offset is the first of its sentence, as that of a line is.

    `after` are marks that end no sentence and behind which a word counts as a first one too.
    """
    begin = max(at - _LONGEST_OPENING, 0)
    begin = max(begin, text.rfind("\n", begin, at) + 1)
    last = max((mark.end for mark in ends(text, begin, at + 1)), default=begin)
    gap = text[last:at]
    bare = gap.rstrip(_OPENERS)
    return not bare or bare.endswith(after) or gap.rstrip().endswith(after)


def abbreviates(text: str, at: int) -> bool:
    """Tell whether the mark at an offset is the full stop of "Mr.", an initial or the like."""
    word = _LAST_WORD.search(text, max(0, at - _LONGEST_WORD), at)
    if text[at] != "." or word is None:
        return False
    if word[0].lower() in legal_forms():  # "Velmar Co. Ltd. rose"
        following = _NEXT_WORD.match(text, at)
        return following is not None and following[1].lower() in legal_forms()
    before = _abbreviations().get(word[0].lower(), "")
    if before == "number":
        opening = _OPENING.match(text, at + 1)
        return opening is not None and opening[1].isdigit()
    return before == "anything" or (len(word[0]) == 1 and word[0].isupper())


def breaks(marks: re.Pattern[str], text: str, start: int, end: int) -> Iterator[int]:
    """Yield where marks stand that break off a phrase: the full stop of "Mr." does not.

    `marks` matches those that would, words among them if need be, from `start` to `end`.
    """
    return (m.start() for m in marks.finditer(text, start, end) if not abbreviates(text, m.start()))


@cache
def unbroken(marks: str, *, initials: bool = True) -> str:
    """Return a pattern for one character of a phrase that the first of some marks breaks off.

    `marks` are written as in a class and hold the full stop. That of a title or a month breaks off
    nothing: "told Mr. Karst that". Nor does that of an initial, if `initials` are to be minded.
    """
    short = sorted(map(str.capitalize, short_titles() | short_months().keys()))
    behind = "|".join(rf"(?<=\b{word})" for word in [*short, *["[A-Z]"] * initials])
    return rf"(?:[^{marks}]|(?-i:{behind})\.)"


@cache
def _abbreviations() -> dict[str, str]:
    """Return what each abbreviation stands before."""
    others = {row["short"]: row["before"] for row in rows("english/abbreviations.csv")}
    return dict.fromkeys(short_titles() | short_months().keys(), "anything") | others
