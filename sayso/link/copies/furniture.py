"""A text -> what of it belongs to the page rather than to the article, beside what reading skips.

Captions of a gallery, notices of rights, lines about the author, links to other stories.
"""

import re
from collections.abc import Iterator

from sayso.records import Span

# The end of a caption in a gallery: "Hide Caption 3 of 20 Photos".
_CAPTION = re.compile(r"(?:Hide Caption\s+)?\b\d{1,3} of \d{1,3}(?: Photos)?|Hide Caption")
_GALLERY = re.compile(r"\bPhotos: ")
_LONGEST = 1200  # characters of a caption, and between two marks of one gallery
# A line of furniture: "Copyright 2031 Karsk Beacon", "RELATED: Ruel denies it".
_LINE = re.compile(
    r"^[ \t]*(?:[^\n]{0,80}\b(?:all rights reserved|may not be (?:published|reproduced)|©)"
    r"|copyright\b|related\b ?(?:stories|news)?:|read (?:more|also|next)\b|more from\b|click here"
    r"|sign up|subscribe|follow \S+(?: \S+)? on\b|watch:|video:|listen:|photos?:|image:"
    r"|(?:the )?(?:writer|author) is\b|we(?:'|’)re committed to|get the latest|thanks for"
    r"|npr transcripts are|advertisement|this material may not|tagged\b|share this)[^\n]*",
    re.IGNORECASE | re.MULTILINE,
)
_ANY = re.compile(r"[^\n]+")
_FEWEST = 12  # words of a line that may be a list of names
_SMALL = 0.25  # of its words, that begin with a small letter
# What only a caption holds: "(NWA Photo/Mira Tolland)", "In this March 3, 2031 file photo".
_CAPTIONED = re.compile(
    r"^[^\n]*(?:\((?:\w{2,10} )?Photo(?: by|/)|\bfile photo\b|Getty Images\)|\bvia [A-Z]{2,5}\))"
    r"[^\n]*"
    r"|^FILE ?[-–—][^\n]*",
    re.MULTILINE,
)


def captions(text: str) -> Iterator[Span]:
    """Yield lines that are captions of single pictures: an agency's words too, beside the story."""
    yield from (
        Span(*match.span())
        for match in _CAPTIONED.finditer(text)
        if match.end() - match.start() <= _LONGEST
    )


def furniture(text: str) -> Iterator[Span]:
    """Yield the captions of galleries and the lines of furniture."""
    yield from _galleries(text)
    yield from (Span(*match.span()) for match in _LINE.finditer(text))
    yield from (Span(*match.span()) for match in _ANY.finditer(text) if _lists(match[0]))


def _lists(line: str) -> bool:
    """Tell a line of names, figures and titles: nearly all of its words begin with a capital."""
    words = line.split()
    small = sum(word[0].islower() for word in words)
    return len(words) >= _FEWEST and small < _SMALL * len(words)


def _galleries(text: str) -> Iterator[Span]:
    """Yield each stretch from the mark before a caption, or the start of its line, to its own."""
    last = 0
    for mark in _CAPTION.finditer(text):
        if not (mark[0].startswith("Hide") or mark[0].endswith("Photos")):
            continue
        start = max(last, text.rfind("\n\n", 0, mark.start()) + 1, mark.start() - _LONGEST)
        yield Span(start, mark.end())
        last = mark.end()
    for mark in _GALLERY.finditer(text):
        end = text.find("\n", mark.end())
        yield Span(mark.start(), min(len(text) if end < 0 else end, mark.start() + _LONGEST))
