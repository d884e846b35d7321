"""JSON Lines -> articles, their text verbatim."""

import json
from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import ReadError
from sayso.read.jsonl import ClaimedText, read_jsonl, read_pairs
from sayso.records import Article, Span

TITLE = "Velmark will not leave Karsk, minister says"
LEAD = "KARSK (NWA) — Velmark will never give up the region of Karsk, its minister said on Friday."


def lines(*rows, max_bytes=1_000_000):
    """Read rows, each an object or the bytes of a line."""
    data = b"\n".join(row if isinstance(row, bytes) else json.dumps(row).encode() for row in rows)
    return list(read_jsonl(BytesIO(data), "x", max_bytes=max_bytes))


def one(**fields):
    (article,) = lines(fields)
    return article


def test_every_field_is_taken():
    article = one(
        text=LEAD,
        title=TITLE,
        published="2031-03-14T09:30:00Z",
        publisher="The Northern Ledger",
        byline=["Mira Tolland", "NWA"],
        url="https://ledger.example/karsk",
        id="a-1",
        lang="en",
    )
    fields = article.to_json()
    assert fields.pop("sightings") == [article.sighting.to_json()]
    assert fields == {
        "id": article.id,
        "given_id": "a-1",
        "source": "x:1",
        "title": TITLE,
        "text": LEAD,
        "published": {
            "start": "2031-03-14",
            "end": "2031-03-14",
            "grain": "day",
            "time": "2031-03-14T09:30:00Z",
        },
        "publisher": "The Northern Ledger",
        "byline": ["Mira Tolland", "NWA"],
        "dateline": "KARSK",
        "url": "https://ledger.example/karsk",
        "lang": "en",
    }


@pytest.mark.parametrize(
    "text",
    [
        "  a\r\nb\rc \x00 d\u2028e\x85 ",
        "\ud83d alone \udc00 “x”",
        "“",
        "👩‍👩‍👧\u202e",
        f"{TITLE}\n\ntext_fields{LEAD} Read more",
        "a" * 100_000,
    ],
)
def test_text_is_verbatim(text):
    article = one(text=text)
    assert article.text == text
    assert article.id.startswith("sha256:")


@given(st.text(st.characters(exclude_categories=())).filter(str.strip))
def test_any_text_is_verbatim(text):
    article = one(text=text)
    assert article.text == text
    assert all(span.of(text) for span in article.skips)
    assert article.title_span is None or article.title_span.of(text) == article.title


@pytest.mark.parametrize(
    ("text", "start"),
    [
        (f"{TITLE}\n\n{LEAD}", 0),
        (f"\r\n {TITLE} \r\n{LEAD}", 3),
        (f"{TITLE}.\n{LEAD}", 0),
        (f"{TITLE} {LEAD}", 0),
        (f"{TITLE} “We stay,” he said.", 0),
        (f"full_text{TITLE}\n{LEAD}", 9),
        (f"Advertisement\n{TITLE}\n{LEAD}", 14),
        (TITLE, 0),
    ],
)
def test_a_title_that_opens_the_text_is_marked(text, start):
    article = one(text=text, title=f" {TITLE} ")
    assert (article.title, article.title_span) == (TITLE, Span(start, start + len(TITLE)))


@pytest.mark.parametrize(
    "text",
    [
        LEAD,
        f"{TITLE}, and more.",
        f"{TITLE}, on Friday\n{LEAD}",
        f"{TITLE}s\n{LEAD}",
        f"{LEAD}\n{TITLE}",
    ],
)
def test_a_title_that_does_not_is_kept_beside(text):
    article = one(text=text, title=TITLE)
    assert (article.title, article.title_span, article.text) == (TITLE, None, text)


def test_a_headline_is_found_where_no_title_is_given():
    article = one(text=f"{TITLE}\nBy Mira Tolland, 14 March 2031\n\n{LEAD}")
    assert article.title == article.title_span.of(article.text) == TITLE
    assert (article.byline, article.published.start) == (("Mira Tolland",), "2031-03-14")
    assert article.dateline == "KARSK"


def test_the_first_line_of_a_wrapped_paragraph_is_no_headline():
    text = (
        "KARSK (NWA) — Velmark will never give up the region of Karsk, its foreign minister\n"
        "Oren Vask said on Friday, a day after talks in the capital had broken down once more.\n"
    )
    assert one(text=text).title == ""


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By Mira Tolland and Bo Tarn", ("Mira Tolland", "Bo Tarn")),
        ([" Mira  Tolland ", "", "Mira Tolland"], ("Mira Tolland",)),
        ("", ("Ana Ruel",)),
        (None, ("Ana Ruel",)),
    ],
)
def test_a_given_byline_wins_over_the_one_in_the_text(byline, names):
    text = f"{TITLE}\nBy Ana Ruel, 14 March 2031\n\n{LEAD}"
    article = one(text=text, byline=byline)
    assert (article.byline, article.text) == (names, text)
    assert article.published.start == "2031-03-14"


def test_a_given_date_wins_over_the_one_in_the_text():
    article = one(text=f"{TITLE}\n14 March 2031\n{LEAD}", published="2031-03-15")
    assert article.published.start == "2031-03-15"
    assert article.concluded == ()


def test_a_date_in_the_text_is_concluded_and_makes_no_other_sighting():
    article = one(text=f"{TITLE}\n14 March 2031\n{LEAD}", publisher="NWA")
    assert article.published.start == "2031-03-14"
    assert article.concluded == ("published",)
    undated = replace(article, published=None)
    assert undated.sighting.id == article.sighting.id
    assert replace(article, publisher="Courier").sighting.id != article.sighting.id


def test_what_a_crawl_left_is_skipped_not_cut():
    text = f"{TITLE}\ntext_fields{LEAD}\nRead more\n"
    article = one(text=text)
    assert [span.of(text) for span in article.skips] == ["text_fields", "Read more"]
    assert (article.text, article.dateline) == (text, "KARSK")


def test_ids_may_be_numbers_and_fields_null():
    article = one(text=LEAD, id=7, title=None, published=None, url=None)
    assert (article.given_id, article.title, article.published) == ("7", "", None)


def test_a_date_that_cannot_be_read_is_none():
    assert one(text=LEAD, published="last Friday").published is None


BAD = [
    (b"{bad", "json"),
    (b"[1]", "json"),
    (b'"text"', "json"),
    (b"null", "json"),
    (b"[" * 100_000, "json"),
    (b'{"text": ' + b"1" * 10_000 + b"}", "json"),
    (b'{"text": "\xff"}', "encoding"),
    ('{"text": "x"}'.encode("utf-16"), "encoding"),
    (b'{"title": "x"}', "field"),
    (b'{"text": 5}', "field"),
    (b'{"text": ["x"]}', "field"),
    (b'{"text": true}', "field"),
    (b'{"text": "x", "title": 5}', "field"),
    (b'{"text": "x", "id": true}', "field"),
    (b'{"text": "x", "published": 2031}', "field"),
    (b'{"text": "x", "byline": 5}', "field"),
    (b'{"text": "x", "byline": ["Ana Ruel", 5]}', "field"),
    (b'{"text": ""}', "empty"),
    (b'{"text": " \\n "}', "empty"),
    (b'{"text": null}', "empty"),
    (b'{"text": "' + b"x" * 2_000_000 + b'"}', "size"),
]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"[" * 100_000, "is nested too deep"),
        (b'{"text": ' + b"1" * 10_000 + b"}", "holds a number of thousands of digits"),
        (b'{"text": "cut off', "is not JSON: Unterminated string starting at (character 10)"),
    ],
)
def test_why_a_line_is_no_article_is_told_in_plain_words(line, reason):
    (error,) = lines(line)
    assert error.message == reason


@pytest.mark.parametrize(("line", "kind"), BAD, ids=[f"{k}-{n}" for n, (_, k) in enumerate(BAD)])
def test_a_bad_line_is_an_error_in_its_place(line, kind):
    before, error, after = lines({"text": "one"}, line, {"text": "three"})
    assert (before.text, after.text, after.source) == ("one", "three", "x:3")
    assert isinstance(error, ReadError)
    assert (error.source, error.kind) == ("x:2", kind)
    assert len(str(error)) < 400
    assert "\n" not in str(error)


def test_blank_lines_count_and_a_mark_is_passed_over():
    articles = lines(b'\xef\xbb\xbf{"text": "one"}\r', b"", b"  ", b'{"text": "four"}\n\n')
    assert [(each.source, each.text) for each in articles] == [("x:1", "one"), ("x:4", "four")]


def test_lines_are_read_as_they_are_asked_for():
    rows = BytesIO(b'{"text": "one"}\n' + b'{"text": "two"}\n' * 3)
    stream = read_jsonl(rows, "x", max_bytes=100)
    assert isinstance(next(stream), Article)
    assert rows.tell() == 16


def test_the_limit_is_of_a_line_not_of_the_file():
    rows = [{"text": "x" * 60}] * 50
    assert all(isinstance(each, Article) for each in lines(*rows, max_bytes=100))


PAIR = {"claim": "Ruel won", "text": "He lost"}


def pairs(data):
    return list(read_pairs(BytesIO(data), "-", max_bytes=200))


def test_pairs_and_blank_lines():
    line = json.dumps(PAIR).encode()
    assert (
        pairs(b"\xef\xbb\xbf" + line + b"\n\n  \n" + line)
        == [ClaimedText("Ruel won", "He lost")] * 2
    )


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        (b"{", "json"),
        (b"[1]", "json"),
        (b"\xff", "encoding"),
        (b'{"claim": "Ruel won"}', "field"),
        (b'{"text": "Ruel won"}', "field"),
        (b'{"claim": " ", "text": "Ruel won"}', "empty"),
        (b'{"claim": 3, "text": "Ruel won"}', "field"),
        (b"[" * 150, "json"),
        (b"1" * 300, "size"),
    ],
)
def test_a_line_without_a_pair_is_an_error_in_its_place(line, kind):
    good = json.dumps(PAIR).encode()
    first, error, last = pairs(good + b"\n" + line + b"\n" + good)
    assert (first, last) == (ClaimedText("Ruel won", "He lost"),) * 2
    assert isinstance(error, ReadError)
    assert (error.kind, error.source) == (kind, "-:2")
