"""What the page's template asks about pieces of a text."""

import pytest

from sayso.export.page_text import Run, anchor, classes, goes_on, link, odd, roles, runs, spot
from sayso.records import Span
from sayso.view.layout import Mark, Note, Piece


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("plain", [Run("plain", "")]), ("", [Run("", "")])],
)
def test_runs_of_plain_words(text, wanted):
    assert list(runs(text)) == wanted
    assert not odd(text)


def test_an_odd_character_stands_alone_with_its_code():
    made = list(runs("a\u202eb"))
    assert [run.code for run in made] == ["", "202E", ""]
    assert (made[0].words, made[2].words) == ("a", "b")
    assert odd("a\rb")


def test_ids():
    assert spot(Span(3, 9)) == "w3-9"


def test_marks_is_where_pieces_lead():
    text = "Ana said so"
    mark = Mark(2, "cue", 0, Span(4, 8))
    piece = Piece(Span(4, 8), (mark,), (), (), False)
    assert link(piece, text).id == "s2"
    assert "k2" in classes(piece).split()
    assert roles(piece).startswith("statement 2: ")
    assert anchor(mark).startswith("s2-")
    assert not goes_on(piece)
    plain = Piece(Span(0, 3), (), (Note(Span(0, 3), "place", 1),), (), False)
    assert link(plain, text).id == "place-1"
