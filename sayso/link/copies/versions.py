"""Two states of one text -> what was changed between them, and the notice that says so."""

from collections.abc import Callable
from dataclasses import replace

from sayso.link.copies.changes import edits
from sayso.link.copies.notices import GRAVITY, notice
from sayso.link.copies.words import words_of
from sayso.linked import Copy, Edit, Note, Passage
from sayso.records import Article, Span

ONE_TEXT = ("same", "version")


def compared(copy: Copy, article: Callable[[str], Article]) -> Copy:
    """Return a copy with what was changed, where both are states of one text; else as it is.

    `article` gives an article by its id.
    """
    if copy.relation not in ONE_TEXT or copy.a == copy.b:
        return copy
    copy = noted(copy, article)
    a, b = article(copy.a), article(copy.b)
    changes = tuple(
        _edit(a, b, each)
        for each in edits(words_of(a), words_of(b))
        if not (copy.note and _is_of(copy.note, a, each))
    )
    return replace(copy, edits=changes)


def noted(copy: Copy, article: Callable[[str], Article]) -> Copy:
    """Return a copy with the notice of what was changed alone: it costs a small part of the rest.

    `article` gives an article by its id.
    """
    if copy.relation not in ONE_TEXT or copy.a == copy.b:
        return copy
    a, b = article(copy.a), article(copy.b)
    notes = filter(None, (_note(a, b), _note(b, a)))
    note = min(notes, key=lambda each: GRAVITY.index(each.kind), default=None)
    return replace(copy, note=note)


def _note(one: Article, other: Article) -> Note | None:
    """Return the notice that one of two articles has and the other has not."""
    known = notice(one)
    if known is None or known.words in other.text or known.words == other.title:
        return None
    return Note(one.id, known.kind, known.words, known.span)


def _is_of(note: Note, a: Article, change: Passage) -> bool:
    """Tell whether a change is that a notice was put in, or is of its words."""
    side = change.a if note.article == a.id else change.b
    return note.span is not None and side[0] < side[1] and note.span.holds(Span(*side))


def _edit(a: Article, b: Article, change: Passage) -> Edit:
    one, other = Span(*change.a), Span(*change.b)
    return Edit(one, other, one.of(a.text), other.of(b.text))
