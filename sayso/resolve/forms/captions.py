"""Lines -> quotations with the name of who said it in a line above or below, or behind a dash."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from sayso.english.function_words import determiners, joints
from sayso.english.role_nouns import heads
from sayso.english.sentences import MARKS
from sayso.english.tables import listed
from sayso.records import Span, Spans
from sayso.resolve.forms.lines import Line

_NOTICES = (
    listed("forms.toml", "notices") | listed("read.toml", "labels") | listed("read.toml", "says")
)
_LONGEST = 100  # characters of a line that is a name with what somebody is
_MOST_WORDS = 6  # of the name, with what stands before it

# "— Ottoline Frey, Canal Street", "(Ottoline Frey, baker)", "Hanne Brodersen (Civic List):": the
# name and what follows it.
_NAME = re.compile(
    r"(?P<dash>[—–―-]{1,2}\s*|\((?=[^()]*\)$))?(?P<who>[^\W\d_][^,:;()|—–\n]{1,60}?)\s*"
    r"(?P<rest>[,:(|—–].*|\))?"
)
# "“It begins a new one” – Bodil Reva, Governor": a quotation, a dash and a name in one line.
_BEHIND = re.compile(
    r"(?P<words>[\"“«‘][^\"“”«»\n]{2,600}[\"”»’])\s*[—–―-]{1,2}\s*"
    r"(?P<who>[^\W\d_][^,:;()|—–?!\n]{1,60}?)\s*(?P<rest>[,(|].{1,80})?\.?"
)
# The end of a post as pages show it: "You could hear it. — Lena Orsk (@lenaorsk) June 15, 2031".
_POST = re.compile(
    r"(?P<words>.{2,600}?)\s*[—–―-]{1,2}\s*(?P<who>[^\W\d_][^()\n@]{1,60}?)\s*\(@\w{1,30}\).{0,60}"
)
# "— Lena Orsk (@lenaorsk) June 15, 2031": the same in a line of its own below the post.
_HANDLE = re.compile(r"[—–―-]{1,2}\s*(?P<who>[^\W\d_][^()\n@]{1,60}?)\s*\(@\w{1,30}\).{0,60}")

_LIKE_NAME = re.compile(r"(?:[a-z]{1,2}['’-])?[A-ZÀ-Þ]")  # "Ansi", "al-Ansi", "d'Orn"
_AGED = re.compile(r",\s*\d\d\b")
_AT = re.compile(r"@\w{1,30}")
_TIME = re.compile(r"\d{1,2}:\d\d.{0,20}\d{4}")  # "6:02 PM · Mar 8, 2031"
_POST_LINES = 6  # of the longest post
# What closes a letter above the name of who signs it: "Yours sincerely,".
_CLOSING = re.compile(
    r"(?:Yours (?:sincerely|faithfully|truly)|Sincerely|(?:Kind|Best|Warm) regards"
    r"|Respectfully)(?: yours)?,?",
    re.IGNORECASE,
)


class Caption(NamedTuple):
    """A quotation whose layout says who said it."""

    who: Span
    words: Spans


class _Named(NamedTuple):
    who: Span
    dashed: bool


def captions_of(lines: Sequence[Line], people: Mapping[int, str]) -> list[Caption]:
    """Return the quotations that a name above, below or behind belongs to.

    `people` are the types of the names of a text by where they end.
    """
    made = [caption for line in lines if (caption := _in_line(line))]
    named = [_named(line, people) for line in lines]
    numbers = range(len(lines))
    for kind, group in groupby(numbers, key=lambda n: bool(lines[n].quoted or named[n])):
        if kind:
            for run in _parted(list(group), lines):
                made += _in_run(run, lines, named)
    made += _posts(lines)
    return sorted(set(made), key=lambda caption: caption.words)


def _parted(run: Sequence[int], lines: Sequence[Line]) -> Iterator[Sequence[int]]:
    """Yield the parts of a run, between which blank lines or two names on end stand."""
    gaps = [lines[b].span.start - lines[a].span.end > 1 for a, b in pairwise(run)]
    pairs = [any(gaps) and not all(gaps) and gap for gap in gaps]
    parts: list[list[int]] = [[run[0]]]
    for (one, other), apart in zip(pairwise(run), pairs, strict=True):
        if apart or not (lines[one].quoted or lines[other].quoted):
            parts.append([])
        parts[-1].append(other)
    yield from parts


def signed(lines: Sequence[Line]) -> Span | None:
    """Return the name below a letter: "Yours sincerely," and whose it is."""
    for closing, below in pairwise(lines):
        if _CLOSING.fullmatch(closing.words) and _is_name(below.words.split(",")[0]):
            return Span(below.span.start, below.span.start + len(below.words.split(",")[0]))
    return None


def _posts(lines: Sequence[Line]) -> Iterator[Caption]:
    """Yield posts as pages show them: with name and handle in a line below, or in two above."""
    for above, below in pairwise(lines):
        handle = _HANDLE.fullmatch(below.words)
        if handle and not above.quoted and _is_short(handle["who"]):
            start = below.span.start
            who = Span(start + handle.start("who"), start + handle.end("who"))
            yield Caption(who, (above.span,))
        elif _AT.fullmatch(below.words) and _is_name(above.words):
            following = lines[lines.index(below) + 1 :][: _POST_LINES + 1]
            end = next((n for n, each in enumerate(following) if _TIME.match(each.words)), 0)
            if end:
                yield Caption(above.span, tuple(each.span for each in following[:end]))


def _in_line(line: Line) -> Caption | None:
    """Return the caption that a line is by itself."""
    match = _BEHIND.fullmatch(line.words) or _POST.fullmatch(line.words)
    if not match or not _is_name(match["who"]):
        return None
    start = line.span.start
    who, words = Span(*match.span("who")), Span(*match.span("words"))
    said = Span(start + words.start, start + words.end)
    return Caption(Span(start + who.start, start + who.end), (said,))


def _in_run(
    run: Sequence[int], lines: Sequence[Line], named: Sequence[_Named | None]
) -> Iterator[Caption]:
    """Yield the captions of neighbouring lines that are quotations and names by turns."""
    below = lines[run[0]].quoted and not lines[run[-1]].quoted
    above = not lines[run[0]].quoted and lines[run[-1]].quoted
    for one, other in pairwise(run):
        first, second = named[one], named[other]
        if lines[one].quoted and second and (below or second.dashed):
            yield Caption(second.who, (lines[one].span,))
        elif first and lines[other].quoted and above and not first.dashed:
            yield Caption(first.who, (lines[other].span,))


def _named(line: Line, people: Mapping[int, str]) -> _Named | None:
    """Return whom a line names, where it does nothing else."""
    match = _NAME.fullmatch(line.words) if len(line.words) <= _LONGEST else None
    if not match or line.quoted:
        return None
    start = line.span.start + match.start("who")
    who = Span(start, start + len(match["who"]))
    several = match["who"].split()
    if match["dash"]:
        described = several[-1].lower() in heads() and several[0].lower() in determiners()
        alone = len(several) == 1 and several[0][0].isupper() and match["rest"]
        fits = _is_short(match["who"]) and bool(described or alone or _is_name(match["who"]))
        return _Named(who, True) if fits else None
    if line.words[-1] in MARKS or people.get(who.end) in {"place", "time"}:
        return None
    led, rest = several[0].lower() in determiners() and len(several) > 2, match["rest"] or ""
    # "Olena, 41, from Karsk" and "A border guard, who asked not to be named"
    aged = len(several) == 1 and several[0][0].isupper() and _AGED.match(rest)
    described = led and several[-1].lower() in heads() and rest != "" and _is_short(match["who"])
    if aged or described:
        return _Named(who, False)
    person = people.get(who.end) == "person" and (led or _is_name(match["who"]))
    person = person and _is_short(match["who"])
    return _Named(who, False) if person or (match["rest"] and _is_name(match["who"])) else None


def _is_name(words: str) -> bool:
    """Tell whether words are a name, with titles and what somebody is before it."""
    several = words.split()
    small = all(_LIKE_NAME.match(w) or w in joints() or w.lower() in heads() for w in several)
    named = bool(_LIKE_NAME.match(several[-1]))
    return small and _is_short(words) and named and len(several) > 1


def _is_short(words: str) -> bool:
    several = words.split()
    small = {word.lower().strip(".,'’") for word in several}
    return len(several) <= _MOST_WORDS and not small & _NOTICES
