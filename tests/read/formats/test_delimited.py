"""Tables of comma-separated values, of whatever separator, encoding and names."""

import pytest

from sayso.errors import UsageError
from sayso.read import read_sources
from sayso.settings import Settings
from tests.read.formats.samples import WORDS, table


def test_a_row_is_an_article_whose_text_is_verbatim(reading):
    read = reading(table())
    assert read.kinds == [(f"file:{n}", "article") for n in (2, 3, 4)]
    first = read.articles[0]
    assert (first.text, first.given_id) == ("\n\n".join(WORDS), "0")
    assert first.title == "Velmark; stays, 0"
    assert first.published
    assert first.published.start == "2031-03-14"


@pytest.mark.parametrize(
    "dialect", [{"delimiter": ";"}, {"delimiter": "\t"}, {"delimiter": "|"}, {"quoting": 1}]
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_separator_and_the_encoding_are_told_from_the_content(reading, dialect, encoding):
    read = reading(table(**dialect).decode().encode(encoding), "no name")
    assert [a.text for a in read.articles] == ["\n\n".join(WORDS)] * 3


def test_columns_are_named_where_their_names_are_not_plain(reading):
    names = ("nr", "kopf", "wann", "story")
    data = table(names).replace(b"story", b"body,text 2")
    given = (("text", "story"), ("title", "kopf"))
    (first, *_) = reading(table(names), "a.csv", columns=given).articles
    assert first.title == first.text == "Velmark; stays, 0"
    read = reading(data, "a.csv", columns=given)
    assert read.kinds == [("a.csv", "columns")]
    assert "there are 'nr', 'kopf', 'wann', 'body'" in str(read.outcomes[0])


@pytest.mark.parametrize("names", [("a", "b"), ("title", "body", "content"), ("title",)])
def test_what_is_plainly_no_text_is_asked_for(reading, names):
    read = reading(table(names), "a.csv")
    assert read.kinds == [("a.csv", "columns")]
    assert "--columns text=NAME" in str(read.outcomes[0])


@pytest.mark.parametrize("columns", [(("story", "a"),), (("text", "a"), ("text", "b"))])
def test_columns_of_no_article_are_a_wrong_use(columns):
    with pytest.raises(UsageError):
        read_sources([], settings=Settings(columns=columns))


def test_bad_rows_are_errors_in_their_place_and_the_others_go_on(reading):
    long = b"A," + b"One says. " * 7_000
    rows = [b"title,text", long, b"B,", b"C,caf\xe9", b"", b"D", b'E,"Two\nlines."', b"F,Six.,more"]
    read = reading(b"\n".join(rows))
    assert read.kinds == [
        *[("file:2", "article"), ("file:3", "empty"), ("file:4", "encoding")],
        *[("file:6", "empty"), ("file:7", "article"), ("file:8", "article")],
    ]


def test_a_cell_over_the_limit_is_an_error_and_the_next_row_goes_on(reading):
    data = b"title,text\nA," + b"x" * 5000 + b"\nB,Two says.\nC," + b"y" * 1000 + b"\n"
    read = reading(data, max_bytes=900)
    assert read.kinds == [("file:2", "size"), ("file:3", "article"), ("file:4", "size")]


def test_html_in_a_cell_is_its_text(reading):
    (article,) = reading(b'title,text\nA,"<p>One says.</p><p>Two <b>say</b>.</p>"\n').articles
    assert article.text == "One says.\n\nTwo say."


def test_prose_with_commas_is_no_table(reading):
    (article,) = reading(b"Text, title and date, he said,\nand left, on Friday.", "a.txt").articles
    assert article.source == "a.txt"
