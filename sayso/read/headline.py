"""The first line of a text and the paragraphs below it -> whether it is the headline."""

import re
from collections.abc import Sequence

from sayso.english.sentences import CLOSERS
from sayso.read.dateline import read_dateline

LONGEST = 200  # characters; longer first lines are paragraphs
TITLE_CASE = 0.7  # share of longer words with a capital that makes a line a title

_GOES_ON = re.compile(r"[,;:–—-][\"”»’')\]]{0,3}$")
# What running text ends with and few headlines do: "It fell.”" and "“Has it?”", but not "Has it?"
_ENDS_AS_TEXT = re.compile(rf"(?:\.|[!?][{CLOSERS}])[{CLOSERS}]{{0,3}}$")
# An address, a byline or a time of day, of a kind that is not read as one.
_OTHER_LINE = re.compile(
    r"\S+@\S+$|[Bb][Yy] [A-Z][\w.'’-]* [A-Z]|.{0,30}\b\d{1,2}:\d{2} [AaPp]\.?[Mm]\b"
)
_SMALL_WORD = 4  # letters; articles and prepositions are small in titles too


def is_headline(line: str, body: Sequence[str]) -> bool:
    """Tell whether a line above a body of paragraphs is the headline.

    A headline is short, has more text below it, and does not end like running text; one that
    does end in a full stop shows by its capitals that it is a title.
    """
    length = len(line)
    if not body or length > LONGEST or not any(character.isalpha() for character in line):
        return False
    if _GOES_ON.search(line[-4:]) or _OTHER_LINE.match(line) or sum(map(len, body[:20])) <= length:
        return False
    if not line.isupper() and read_dateline([line], headed=False):
        return False  # "KARSK (NWA) — Velmark will", the first line of a wrapped paragraph
    return not _ENDS_AS_TEXT.search(line[-5:]) or _is_title_case(line)


def _is_title_case(line: str) -> bool:
    words = [word.strip("\"“”«»‘’'().,:;!?") for word in line.split()]
    long = [word for word in words if len(word) >= _SMALL_WORD and word[0].isalpha()]
    return len(long) >= 3 and sum(word[0].isupper() for word in long) >= TITLE_CASE * len(long)
