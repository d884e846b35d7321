"""Two states of one text -> what was changed, side by side, and what an editor says of it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import islice

from sayso.english.excerpts import shorten
from sayso.linked import Copy, Edit
from sayso.records import Article, Sighting, Span
from sayso.view.articles import printing_words, short, sighting_view
from sayso.view.characters import one_line, visible

_SPACE = re.compile(r"\s+")
_AROUND = 40  # characters of what stands on either side of a change
_WORDS = 200  # characters of what was changed
_MOST = 12  # changes that are shown

NOTES = {
    "correction": "Correction note",
    "retraction": "Retraction note",
    "update": "Note of an update",
}
"""What a note of each kind is called."""

_PUT_RIGHT = {"correction": "corrected", "retraction": "retracted"}
_BEHIND = {  # what a later state of a text is, by its note
    "correction": "corrected version",
    "retraction": "retraction",
    "update": "updated version",
}


@dataclass(frozen=True, slots=True)
class EditView:
    """One change: the words on either side of it, what stood there, and what stands there then.

    One of both is empty where words were put in or taken out.
    """

    before: str
    was: str
    now: str
    after: str


@dataclass(frozen=True, slots=True)
class VersionView:
    """What is known of two states of a text.

    `label` names what the second is to the first, `known` is whether it is known which came first.
    `note` is what one says of it, behind what such a note is called; `other` is, of one of both,
    which article the other is. `more` is how many changes are left out.
    """

    label: str
    known: bool
    note: str
    edits: tuple[EditView, ...]
    more: int
    other: str = ""

    @property
    def heading(self) -> str:
        """Return which article the other state of a text is, and what they are to each other."""
        return f"{self.label[:1].upper()}{self.label[1:]}: {self.other}"


def version_view(copy: Copy, texts: Mapping[str, str]) -> VersionView | None:
    """Return what two states of a text are in words, None for what is none, or quite the same.

    `texts` are those of both articles, by their ids.
    """
    if copy.a == copy.b or not (copy.edits or copy.note):
        return None
    later = _later(copy)
    kind = copy.note.kind if copy.note else ""
    every = [edit for edit in copy.edits if edit.a_words.strip() or edit.b_words.strip()]
    shown = islice(every, _MOST)
    return VersionView(
        label=_BEHIND.get(kind, "later version" if later else "other version"),
        known=bool(later),
        note=f"{NOTES[kind]}: “{shorten(one_line(copy.note.words), _WORDS)}”" if copy.note else "",
        edits=tuple(_edit(each, copy, texts, flipped=later == copy.a) for each in shown),
        more=max(0, len(every) - _MOST),
    )


def as_seen_from(
    article_id: str, copy: Copy, view: VersionView, other: Article, first: Sighting
) -> VersionView:
    """Return what an article's `other` state is, with who printed it first and when."""
    seen = sighting_view(first)
    facts = (printing_words(seen), one_line(other.title), short(other.id))
    label = view.label if _later(copy) != article_id else f"this is a {view.label}; before it"
    return replace(view, label=label, other=" · ".join(filter(None, facts)))


def put_right(copy: Copy, article_id: str, first: Sighting) -> str:
    """Return that a later version, printed by `first`, corrects or retracts an article, if so."""
    note = copy.note
    if note is None or note.kind not in _PUT_RIGHT or note.article == article_id:
        return ""
    words = shorten(one_line(note.words), _WORDS)
    return f"{_PUT_RIGHT[note.kind]} later: {printing_words(sighting_view(first))}: “{words}”"


def _later(copy: Copy) -> str:
    """Return the id of the later of both, empty where it is unknown: one that is put right is."""
    if copy.note and (copy.note.kind != "update" or not copy.from_):
        return copy.note.article
    return {copy.a: copy.b, copy.b: copy.a}.get(copy.from_, "")


def _edit(edit: Edit, copy: Copy, texts: Mapping[str, str], *, flipped: bool) -> EditView:
    """Return a change in words; `flipped`, from the second of both to the first."""
    ends = [(edit.a, edit.a_words, copy.a), (edit.b, edit.b_words, copy.b)]
    if flipped:
        ends.reverse()
    (span, was, article), (_, now, _) = ends
    before, after = _around(texts.get(article, ""), span)
    joint = "" if was or after[:1] in ("", " ") else " "  # words that were put in, without theirs
    was, now = (shorten(one_line(words), _WORDS) for words in (was, now))
    return EditView(before, was, now, f"{joint}{after}")


def _around(text: str, span: Span) -> tuple[str, str]:
    """Return the words before and behind a span, in its paragraph, cut at a space."""
    before = text[max(0, span.start - _AROUND) : span.start].rpartition("\n")[2]
    if len(before) == _AROUND < span.start:
        before = "… " + before.partition(" ")[2]
    after = text[span.end : span.end + _AROUND].partition("\n")[0]
    if len(after) == _AROUND:
        after = after.rpartition(" ")[0] + " …"
    return _SPACE.sub(" ", visible(before)).lstrip(), _SPACE.sub(" ", visible(after)).rstrip()
