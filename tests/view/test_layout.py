"""The cutting: every character once, every part where it belongs, paragraphs as people see them."""

import pytest
from hypothesis import given

from sayso.records import Article, ModelInfo, Record, Span
from sayso.view.layout import Note, blocks, marks_of
from tests.notation import read
from tests.view.drafting import talks, write
from tests.view.random_records import records


def kinds(text: str, title: Span | None = None) -> list[tuple[str, str]]:
    record = Record(
        Article(text, "a", title_span=title), (), (), (), (), (), (), ModelInfo("m", "1")
    )
    return [(block.kind, block.span.of(text)) for block in blocks(record) if block.kind != "gap"]


def numbered(marked: str) -> str:
    """Return the text with each number written where it is to stand."""
    record = write(*read(marked))
    return "".join(
        piece.span.of(record.article.text) + "".join(f"({number})" for number in piece.numbers)
        for block in blocks(record)
        for piece in block.pieces
    )


@given(records())
def test_pieces_hold_every_character_once_with_all_its_parts(record: Record) -> None:
    pieces = [piece for block in blocks(record) for piece in block.pieces]
    text = record.article.text
    assert "".join(piece.span.of(text) for piece in pieces) == text
    each = enumerate(zip(record.statements, record.acts, strict=True), 1)
    marks = [mark for n, (s, act) in each for mark in marks_of(n, s, act.said)]
    for piece in pieces:
        for offset in range(*piece.span):
            covering = {m for m in marks if m.span.start <= offset < m.span.end}
            assert set(piece.marks) == covering
            assert len(piece.marks) == len(covering)
            in_skip = any(s.start <= offset < s.end for s in record.article.skips)
            assert piece.skipped == in_skip


@given(records())
def test_blocks_meet_and_gaps_hold_only_space(record: Record) -> None:
    text = record.article.text
    end = 0
    for block in blocks(record):
        assert block.span.start == end
        end = block.span.end
        assert (block.kind == "gap") == (not block.span.of(text).strip(" \t\r\n"))
    assert end == len(text)


@given(records())
def test_every_statement_with_words_is_numbered(record: Record) -> None:
    pieces = [piece for block in blocks(record) for piece in block.pieces]
    numbers = {number for piece in pieces for number in piece.numbers}
    worded = {
        i
        for i, s in enumerate(record.statements, 1)
        if any(m.span.of(record.article.text).strip() for m in marks_of(i, s))
    }
    assert numbers == worded


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("\n \n", []),
        ("One.\n\nTwo.", [("paragraph", "One."), ("paragraph", "Two.")]),
        ("One.\r\n \r\nTwo.", [("paragraph", "One."), ("paragraph", "Two.")]),
        (
            "A list\nof short\rlines",
            [("paragraph", "A list"), ("line", "of short"), ("line", "lines")],
        ),
        ("x" * 200 + "\n" + "y" * 200, [("paragraph", "x" * 200), ("paragraph", "y" * 200)]),
    ],
)
def test_paragraphs(text: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(text) == expected


def test_lines_that_were_wrapped_to_a_width_are_one_paragraph() -> None:
    wrapped = (
        "The Observer Mission in Karsk counted more than sixty military\n"
        "vehicles on the Ilvany road in three nights, and said so on\n"
        "Thursday."
    )
    assert kinds(f"{wrapped}\n\nNext.") == [("paragraph", wrapped), ("paragraph", "Next.")]
    unwrapped = wrapped.replace("military\n", "military vans and lorries.\n")
    assert len(kinds(unwrapped)) == 3


def test_the_headline_is_a_block_of_its_own() -> None:
    text = "Karsk\n\nKarsk\n\nKarsk is cold."
    assert kinds(text, Span(7, 12))[:2] == [("paragraph", "Karsk"), ("title", "Karsk")]
    assert kinds("Karsk is cold.", Span(0, 5)) == [("paragraph", "Karsk is cold.")]


def test_a_number_stands_at_the_end_of_each_run_of_parts() -> None:
    assert numbered('{T:"We wait,"} {S:Dunov} {C:said} on Friday. {T:"Come."}') == (
        '"We wait," Dunov said(1) on Friday. "Come."(1)'
    )


def test_numbers_of_nested_statements_stand_innermost_first() -> None:
    marked = "{S1:Tarsova} {C1:said} {T1:{S2:Stavin} {C2:denied} {T2:it}}."
    assert numbered(marked) == "Tarsova said Stavin denied it(2)(1)."


def test_a_source_shared_by_two_statements_has_both() -> None:
    record = talks()
    text = record.article.text
    shared = [
        piece
        for block in blocks(record)
        for piece in block.pieces
        if piece.span.of(text) == "its northern allies"
    ]
    assert [mark.number for mark in shared[0].marks] == [9, 10]


def test_skips_are_known() -> None:
    record = talks()
    skipped = [p.span for b in blocks(record) for p in b.pieces if p.skipped]
    assert [s.of(record.article.text) for s in skipped] == ["Read more: The bridge at Hadrov"]


def test_notes_cut_the_text_and_lie_over_their_words_widest_first() -> None:
    record = write(*read("Ana Ruel {T:of Karsk} spoke"))
    wide, narrow = Note(Span(0, 17), "words"), Note(Span(12, 17), "place", 1)
    pieces = [p for block in blocks(record, [narrow, wide]) for p in block.pieces]
    cut = [(p.span.of(record.article.text), p.notes, len(p.marks)) for p in pieces]
    assert cut == [
        ("Ana Ruel ", (wide,), 0),
        ("of ", (wide,), 1),
        ("Karsk", (wide, narrow), 1),
        (" spoke", (), 0),
    ]


def test_an_empty_note_is_none() -> None:
    record = write(Article("Karsk", "a"))
    (block,) = blocks(record, [Note(Span(2, 2), "place", 1)])
    assert [piece.notes for piece in block.pieces] == [()]
