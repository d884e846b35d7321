"""Texts with gold time expressions: what TimeBank, AQUAINT and MEANTIME are read as."""

from dataclasses import dataclass

from sayso.records import Span


@dataclass(frozen=True, slots=True)
class GoldTime:
    """One gold time expression: its span, its TIMEX3 type and value."""

    span: Span
    type: str
    value: str


@dataclass(frozen=True, slots=True)
class TimesDocument:
    """One text, the date that it was published, and its time expressions in text order.

    `judged` is the part of the text that was annotated; `unscored` are extents of the creation
    time itself, which is given and not to be found.
    """

    id: str
    text: str
    published: str
    times: tuple[GoldTime, ...]
    judged: Span
    unscored: tuple[Span, ...] = ()
