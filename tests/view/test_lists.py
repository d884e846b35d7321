"""Rows of lists in words."""

from dataclasses import replace
from typing import NamedTuple

import pytest

from sayso.records import Act, Actor, Moment, Span, Timex
from sayso.view.lists import StatementLine, statement_line


class Carrier(NamedTuple):
    """Whoever passed a statement on."""

    name: str
    kind: str


class Place(NamedTuple):
    """A place by its name."""

    name: str


class Row(NamedTuple):
    """What a store answers with."""

    article_id: str = "sha256:3f9a0123456789"
    title: str = "Ready\nfor talks"
    publisher: str = "Northwire"
    published: Moment | None = Moment("2031-03-14", "2031-03-15", "day")
    source: str = "he"
    content: str = "to go\x1b"
    act: Act = Act("refuses", "neg", "certain", (), "")
    speaker: Actor | None = Actor("a1", "Marek Dunov", "person", (), (), "", None, "")
    carriers: tuple[Carrier, ...] = (Carrier("Northwire", "told"), Carrier("the Post", "citing"))
    addressee: str = "parliament"
    said_at: Timex | None = Timex(Span(0, 1), "DATE", "", "2031-03-14", "2031-03-14", "")
    places: tuple[Place, ...] = (Place("Torvesk"),)


def test_a_row_in_words() -> None:
    assert statement_line(Row()) == StatementLine(
        date="2031-03-14",
        outlet="Northwire",
        title="Ready for talks",
        article_id="3f9a01234567",
        speaker="Marek Dunov",
        source="he",
        act="refuses",
        content="to go␛",
        chain=("told Northwire", "cited by the Post"),
        places=("Torvesk",),
        addressee="parliament",
        said_at="said 14 March 2031",
    )


@pytest.mark.parametrize(
    ("row", "field", "words"),
    [
        (Row(published=None), "date", "no date"),
        (Row(speaker=None), "speaker", ""),
        (Row(source="Marek  Dunov"), "source", ""),
        (Row(said_at=None), "said_at", ""),
        (Row(said_at=replace(Row().said_at, start=None, end=None)), "said_at", ""),
    ],
)
def test_what_is_not_known_is_left_out(row: Row, field: str, words: str) -> None:
    assert getattr(statement_line(row), field) == words
