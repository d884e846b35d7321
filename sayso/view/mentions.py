"""Mentions of one actor, place or time -> what a list of them shows."""

from collections.abc import Iterable
from typing import NamedTuple

from sayso.records import Span, Spans
from sayso.view.characters import one_line

SHOWN = 12  # mentions of one actor, place or time that are listed


class SameWords(NamedTuple):
    """Mentions that read the same, with what is to be said about them, if anything."""

    words: str
    note: str
    spans: Spans


class Mentions(NamedTuple):
    """The first mentions, those of the same words together, and how many more there are."""

    groups: tuple[SameWords, ...]
    more: int

    @property
    def spans(self) -> Spans:
        """Return where the listed mentions stand."""
        return tuple(span for group in self.groups for span in group.spans)


def mentions(text: str, noted: Iterable[tuple[Span, str]]) -> Mentions:
    """Return mentions, each with a note or an empty string, as they are listed."""
    every = list(noted)
    same: dict[tuple[str, str], list[Span]] = {}
    for span, note in every[:SHOWN]:
        same.setdefault((one_line(span.of(text)), note), []).append(span)
    groups = (SameWords(words, note, tuple(spans)) for (words, note), spans in same.items())
    return Mentions(tuple(groups), max(0, len(every) - SHOWN))
