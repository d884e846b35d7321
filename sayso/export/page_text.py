"""Pieces of a text -> what the page's template asks about them: ids, classes, links, odd runs."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from sayso.records import Span
from sayso.view.characters import ODD, symbol
from sayso.view.layout import Block, Mark, Note, Piece
from sayso.view.record import RecordView
from sayso.view.words import LABELS, UNSAID

_ODD = re.compile(f"{ODD.pattern}|\r")  # a bare return would be read as a line feed
_SPACED = re.compile(r"[ \t][ \t]|\t")  # spaces that mean something, as in a table


class Run(NamedTuple):
    """Words of the text, or one odd character as its symbol with its code point in hexadecimal."""

    words: str
    code: str


class Link(NamedTuple):
    """Where words lead, to a `statement` or to the `entry` of a place or time, and which words."""

    kind: str
    id: str
    span: Span


_NOWHERE = Link("", "", Span(0, 0))


def runs(text: str) -> Iterator[Run]:
    """Yield the text with every odd character on its own."""
    at = 0
    for match in _ODD.finditer(text):
        if match.start() > at:
            yield Run(text[at : match.start()], "")
        yield Run(symbol(match[0]), f"{ord(match[0]):04X}")
        at = match.end()
    yield Run(text[at:], "")


def odd(text: str) -> bool:
    """Tell whether a text holds a character that the page must not hold as it is."""
    return _ODD.search(text) is not None


def anchor(mark: Mark) -> str:
    """Return the id of the place where a part of a statement begins."""
    return f"s{mark.number}-{LABELS[mark.role]}-{mark.part}"


def spot(span: Span) -> str:
    """Return the id of the place where words stand that something else points at."""
    return f"w{span.start}-{span.end}"


def entry(note: Note) -> str:
    """Return the id of the entry that a note leads to."""
    return f"{note.kind}-{note.number}"


def meanings(view: RecordView) -> dict[str, str]:
    """Return what each place and time means in one line, by the id of its entry."""
    places = {f"place-{place.number}": place.words for place in view.places}
    return places | {f"time-{time.number}": time.meaning for time in view.times}


def stops(view: RecordView) -> set[Span]:
    """Return the first mention of each place and time: one stop for the keyboard is enough."""
    return {min(place.spans) for place in view.places} | {min(time.spans) for time in view.times}


def opening(piece: Piece) -> list[Note]:
    """Return the notes to be opened around a piece, the widest first.

    One that only marks a spot stands at its beginning alone.
    """
    return [n for n in piece.notes if n.kind != "words" or n.span.start == piece.span.start]


def link(piece: Piece, text: str) -> Link:
    """Return where a piece leads: source and cue to the statement, else a place to its entry."""
    if text[slice(*piece.span)].isspace():
        return _NOWHERE
    note = next((note for note in reversed(piece.notes) if note.number), None)
    if note and all(mark.role == "content" for mark in piece.marks):
        return Link("entry", entry(note), note.span)
    if not piece.marks:
        return _NOWHERE
    nearest = min(piece.marks, key=lambda mark: (mark.span.end - mark.span.start, -mark.number))
    return Link("statement", f"s{nearest.number}", nearest.span)


def classes(piece: Piece) -> str:
    """Return the classes of marked words: their roles, and the statements that they are part of."""
    roles = [mark.role for mark in piece.marks]
    names = [LABELS[role] for role in LABELS if role in roles]
    if roles.count("content") > 1:
        names.append("deep")
    if any(mark.said != "yes" for mark in _innermost(piece)):
        names.append("unsaid")
    names.extend(f"k{number}" for number in dict.fromkeys(mark.number for mark in piece.marks))
    return " ".join(names)


def roles(piece: Piece) -> str:
    """Return in words what marked words are part of."""
    return "; ".join(
        f"statement {mark.number}: {LABELS[mark.role]}"
        + (f", {UNSAID[mark.said]}" if mark.said != "yes" else "")
        for mark in piece.marks
    )


def _innermost(piece: Piece) -> list[Mark]:
    """Return the innermost content that marked words are part of, if any."""
    return [mark for mark in piece.marks if mark.role == "content"][-1:]


def goes_on(piece: Piece) -> bool:
    """Tell whether a content goes on after the piece."""
    return any(m.role == "content" and m.span.end > piece.span.end for m in piece.marks)


def shape(block: Block, text: str) -> str:
    """Return the classes of a paragraph."""
    names = ["line"] if block.kind == "line" else []
    if _SPACED.search(text, *block.span):
        names.append("spaced")
    return " ".join(names)


_FUNCTIONS = (anchor, classes, entry, link, opening, roles, runs, shape, spot)
FILTERS = {each.__name__: each for each in _FUNCTIONS}
TESTS = {each.__name__: each for each in (goes_on, odd)}
