"""Lines of a text, and what a line is."""

import pytest

from sayso.records import Article, Span
from sayso.resolve.forms.lines import lines_of


def lines(text, **fields):
    return lines_of(Article(text, "test", **fields))


def test_lines_stand_below_the_headline_without_what_a_crawl_left():
    text = "The headline\n\n  One. \nRead more\n\nTwo."
    skip = text.index("Read more")
    made = lines(text, title_span=Span(0, 12), skips=(Span(skip, skip + 9),))
    assert [line.words for line in made] == ["One.", "Two."]
    assert [line.span.of(text) for line in made] == ["One.", "Two."]


@pytest.mark.parametrize(
    ("words", "quoted", "asks"),
    [
        ("“We go.”", True, False),
        ("«We go.»", True, False),
        ("“We go,” she said.", False, False),
        ("“We go.” “They stay.”", False, False),
        ("Do you go?", False, True),
        ("“Do you go?”", True, False),
        ("We go.", False, False),
    ],
)
def test_what_a_line_is(words, quoted, asks):
    (line,) = lines(words)
    assert (line.quoted, line.asks) == (quoted, asks)


def test_of_a_book_no_lines_are_looked_at():
    assert len(lines("It rained.\n" * 4000)) == 4000
    assert lines("It rained.\n" * 4001) == []
