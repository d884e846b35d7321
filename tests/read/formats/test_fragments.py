"""Pieces of HTML, of which all is article."""

import pytest

from sayso.read.formats.fragments import fragment_paragraphs, is_markup


@pytest.mark.parametrize(
    ("html", "paragraphs"),
    [
        ("One.\nStill one.\n\nTwo.", ["One. Still one.", "Two."]),
        ("<p>One <b>bold</b>.</p>\n<p>Two&nbsp;&amp; three.</p>", ["One bold.", "Two & three."]),
        ("One.<br/>Still.<br><br>Two.", ["One. Still.", "Two."]),
        (
            "<div>One.<ul><li>Two.</li><li>Three.</li></ul>Four.</div>",
            ["One.", "Two.", "Three.", "Four."],
        ),
        ("<p>He said: <q>No.</q></p><script>x</script><style>y</style>", ["He said: “No.”"]),
        ("<figure><img src='x'><figcaption>A road</figcaption></figure><p>One.</p>", ["One."]),
        ("<!-- x --><p>One.</p>", ["One."]),
        ("", []),
    ],
)
def test_paragraphs_are_as_a_reader_sees_them(html, paragraphs):
    assert fragment_paragraphs(html, "x") == paragraphs


def test_deep_and_wide_pieces_take_no_time(seconds):
    fragment_paragraphs("<div>" * 1000 + "x" + "</div>" * 1000, "x")
    fragment_paragraphs("<p>x</p>" * 20_000, "x")
    assert seconds() < 20


@pytest.mark.parametrize(
    ("text", "is_one"),
    [("a < b", False), ("a <b>c</b>", True), ("A &amp; B", True)],
)
def test_markup_is_told_from_text(text, is_one):
    assert is_markup(text) is is_one
