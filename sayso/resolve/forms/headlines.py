"""A headline -> what it says, and who says so behind its dash: "Rebels seize airport – army"."""

import re
from typing import NamedTuple

from sayso.english.role_nouns import heads
from sayso.english.tables import listed
from sayso.records import Annotation, Article, Span

# "Dam burst kills 40 – ministry", "Army denies rumours — state TV"
_SIGNED = re.compile(
    r"(?P<words>\S.{10,200}?)\s(?:[–—]|--?)\s(?P<who>[^\W\d_][\w’'.& -]{1,40}?)[.\s]*"
)
_MOST = 4  # words of who says so
_SECTIONS = listed("forms.toml", "sections") | listed("forms.toml", "notices")
_OUTLETS = listed("forms.toml", "outlets")


class Signed(NamedTuple):
    """What a headline says, and who is named behind it."""

    words: Span
    who: Span


def signed_headline(article: Article, annotation: Annotation) -> Signed | None:
    """Return what the headline says and who says so, where nobody else is said to say it."""
    title = article.title_span
    match = _SIGNED.fullmatch(article.text, *title) if title else None
    if match is None or not _speaks(match["who"]):
        return None
    words, who = Span(*match.span("words")), Span(*match.span("who"))
    inside = (s for s in annotation.statements if s.extent.overlaps(words))
    if any(span.overlaps(words) for s in inside for span in s.source):
        return None
    return Signed(words, who)


def _speaks(who: str) -> bool:
    """Tell whether words behind a dash are somebody who tells: "ministry", "state TV", "UN"."""
    words = who.split()
    if len(words) > _MOST or who.lower() in _SECTIONS:
        return False
    last = words[-1].lower()
    return last in heads() or last in _OUTLETS or (len(words) == 1 and who.isupper())
