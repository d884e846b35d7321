"""Text -> its quotations: what stands inside quotation marks, for marks of every kind.

Odd numbers of marks are normal in news: a quotation that runs over paragraphs opens again in
each and closes once, a closing mark gets lost, an apostrophe looks like a mark. So marks are
matched paragraph by paragraph, and what stays open at a paragraph's end counts as quoted only
when a quotation that continues there would explain it.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from sayso.english.sentences import MARKS, ends

# A mark that opens -> the marks that may close it. Straight marks close themselves.
_CLOSERS = {
    '"': ('"', "”", "“"),
    "“": ("”", '"', "“"),
    "„": ("“", "”", '"'),
    "‟": ("”", '"'),
    "”": ("”",),
    "«": ("»",),
    "»": ("«",),
    "‹": ("›",),
    "›": ("‹",),
    "「": ("」",),
    "『": ("』",),
    "''": ("''",),
    "``": ("''",),
    "‘": ("’", "'"),
    "‚": ("‘", "’"),
    "'": ("'", "’"),
}
_SINGLE = ("‘", "‚", "'")
_MARK = re.compile(r"''|``|[\"“”„‟«»‹›「」『』‘’‚']")
_ALWAYS = ("“", "„", "‟", "«", "‹", "「", "『", "``")  # open whatever stands before them
_SPACED = ("“", "„", "«", "‹", '"')  # may have a space inside: « Oui », and text cut into words
_ENDS_SPEECH = (",", *MARKS)  # stands inside the closing mark of a whole quotation
_REACH = 50  # marks looked at for a closer: keeps odd text linear
PARAGRAPH = re.compile(r"[^\n]+")
_OPENS_AFTER = frozenset(" \t\u00a0\u2009([{<—–-/:,;\"“‘'`«„")


class Quotation(NamedTuple):
    """A range of a text in quotation marks, marks included, outermost marks only.

    One that is not closed goes on in the next paragraph.
    """

    start: int
    end: int
    closed: bool


def quotations(text: str) -> Iterator[Quotation]:
    """Yield the quotations of a text, in order."""
    for paragraph in PARAGRAPH.finditer(text):
        yield from within(text, *paragraph.span())


def within(text: str, start: int, end: int) -> Iterator[Quotation]:
    """Yield the outermost quotations of one paragraph."""
    marks = list(_MARK.finditer(text, start, end))
    i, since = 0, start
    while i < len(marks):
        mark = marks[i]
        closer = _closer(text, marks, i) if _may_open(text, mark, start, end) else None
        if closer is not None:
            yield Quotation(mark.start(), marks[closer].end(), closed=True)
            i, since = closer, marks[closer].end()
        elif _runs_on(text, mark, end):
            yield Quotation(mark.start(), end, closed=False)
            return
        elif (begin := _lost_opener(text, mark, start, since, end)) is not None:
            yield Quotation(begin, mark.end(), closed=True)
            since = mark.end()
        i += 1


def _may_open(text: str, mark: re.Match[str], start: int, end: int) -> bool:
    """Tell whether a mark can open a quotation, by its shape and by what stands beside it."""
    if mark.group() not in _CLOSERS:
        return False
    if mark.end() >= end:
        return False
    apart = mark.start() == start or text[mark.start() - 1].isspace()
    if text[mark.end()].isspace():
        return mark.group() in _SPACED and apart
    if mark.group() == "”":
        return apart
    if mark.group() in _SINGLE and text[mark.end()].isdigit():
        return False
    return (
        mark.start() == start or mark.group() in _ALWAYS or text[mark.start() - 1] in _OPENS_AFTER
    )


def _closer(text: str, marks: list[re.Match[str]], opener: int) -> int | None:
    """Return the index of the mark that closes the quotation opened by `marks[opener]`."""
    wanted = _CLOSERS[marks[opener].group()]
    single = marks[opener].group() in _SINGLE
    fallback = None
    for j in range(opener + 1, min(len(marks), opener + _REACH)):
        mark = marks[j]
        if mark.group() == marks[opener].group() and mark.group() in ("“", "„", "‘", "‟", "«"):
            return fallback
        if mark.group() not in wanted or _only_opens(text, mark):
            continue
        if not single:
            return j
        if _is_apostrophe(text, mark):
            continue
        if text[mark.start() - 1] in _ENDS_SPEECH:
            return j
        fallback = j if fallback is None else fallback
    return fallback


def _only_opens(text: str, mark: re.Match[str]) -> bool:
    """Tell whether a mark has a space before and a word after it, so that it cannot close."""
    after = text[mark.end() : mark.end() + 1]
    return text[mark.start() - 1].isspace() and after.isalnum()


def _is_apostrophe(text: str, mark: re.Match[str]) -> bool:
    """Tell whether a single mark stands inside a word ("don't") or after a plural ("allies' ")."""
    after = text[mark.end() : mark.end() + 1]
    before = text[mark.start() - 1]
    return (before.isalnum() and after.isalnum()) or before.isspace()


def _runs_on(text: str, mark: re.Match[str], end: int) -> bool:
    """Tell whether an unclosed double mark opens a quotation that the next paragraph continues."""
    if mark.group() not in ('"', "“", "''", "``", "„", "«") or mark.end() >= end:
        return False
    if text[mark.end()].isspace() or (mark.start() and text[mark.start() - 1].isalnum()):
        return False
    following = text[end : end + 8].lstrip("\n")
    return following.startswith(mark.group())


def _lost_opener(text: str, mark: re.Match[str], start: int, since: int, end: int) -> int | None:
    """Return where a quotation begins whose opening mark is lost: with the sentence that it closes.

    The road is mined,” said Bo. `since` is where the quotation before ends, or the paragraph.
    """
    if mark.group() not in ('"', "”") or text[mark.start() - 1 : mark.start()] not in _ENDS_SPEECH:
        return None
    if mark.start() == since or (mark.end() < end and not text[mark.end()].isspace()):
        return None
    begin = max((mark.end for mark in ends(text, since, mark.start())), default=None)
    if begin is None:
        return start if since == start else None
    while text[begin].isspace():
        begin += 1
    return begin
