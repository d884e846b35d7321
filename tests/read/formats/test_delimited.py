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
        *[("file:6", "csv"), ("file:7", "article"), ("file:8", "csv")],
    ]


def test_a_cell_over_the_limit_is_an_error_and_the_next_row_goes_on(reading):
    data = b"title,text\nA," + b"x" * 5000 + b"\nB,Two says.\nC," + b"y" * 1000 + b"\n"
    read = reading(data, max_bytes=900)
    assert read.kinds == [("file:2", "size"), ("file:3", "article"), ("file:4", "size")]


def test_a_row_behind_a_quoted_cell_over_the_limit_goes_on(reading):
    data = (
        b'title,text\nA,"' + b"x" * 5000 + b'"\nB,Two says.\n"' + b"y" * 950 + b'\n\n.",C\nD,E.\n'
    )
    read = reading(data, max_bytes=900)
    assert [each.text for each in read.articles] == ["Two says.", "E."]


def test_html_in_a_cell_is_its_text(reading):
    (article,) = reading(b'title,text\nA,"<p>One says.</p><p>Two <b>say</b>.</p>"\n').articles
    assert article.text == "One says.\n\nTwo say."


def test_prose_with_commas_is_no_table(reading):
    (article,) = reading(b"Text, title and date, he said,\nand left, on Friday.", "a.txt").articles
    assert article.source == "a.txt"


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("One says, and two say.,A,", "has 4 cells, of which the table has columns for 3"),
        ("One says.", "has 1 of 3 cells, and may be cut in its text"),
        ('"Bo said "We go" on Friday.",A,', "cannot be taken apart: ',' expected after '\"'"),
        ('"“Go”"s,A,', "cannot be taken apart"),
    ],
)
def test_a_row_whose_text_is_not_sure_is_an_error_and_the_next_is_read(reading, row, reason):
    read = reading(f"text,title,date\n{row}\nTwo says.,B,\n".encode())
    assert read.kinds == [("file:2", "csv"), ("file:3", "article")]
    assert reason in str(read.outcomes[0])


def test_cells_behind_the_text_may_be_left_out(reading):
    read = reading(b'title,text,date,url\nA,One says.,\nB,"Two says."\n,,\n')
    assert [each.text for each in read.outcomes] == ["One says.", "Two says."]


@pytest.mark.parametrize(
    "row",
    [
        '"Bo said "We go," and left.\n\nHe, he said, went.\nSo, it is.",A,',
        '"Bo has a 5" pipe.\nIt, he said, leaks.",A,',
        '"Bo has a 5" pipe, 6" long, and a 7".\nIt, he said, leaks.",A,',
    ],
)
def test_no_line_of_a_row_that_is_broken_is_taken_for_a_row(reading, row):
    read = reading(f'text,title,date\n{row}\n"Two says.",B,\n'.encode())
    assert read.kinds == [("file:2", "csv"), ("file:3", "article")]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_half_a_sign_damages_its_row_alone(reading, encoding):
    data = "text,title\nOne says.,A\nTwo §says.,B\nThree says.,C\n".encode(encoding)
    sign = "§".encode(encoding.replace("16", "16-le").replace("32", "32-le"))
    read = reading(data.replace(sign, b"\x00\xd8" + sign[2:]))
    assert read.kinds == [("file:2", "article"), ("file:3", "encoding"), ("file:4", "article")]
    assert str(read.outcomes[1]) == f"file:3: is not {encoding.upper()}-LE"


def test_one_odd_byte_makes_no_western_text_of_utf_8(reading):
    rows = ["text,title", "Bo “went”.,A", "§,B"]
    read = reading("\n".join(rows).encode().replace("§".encode(), b"\xff"))
    assert read.kinds == [("file:2", "article"), ("file:3", "encoding")]
    assert read.articles[0].text == "Bo “went”."
