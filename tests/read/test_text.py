"""Plain text -> article."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import ReadError
from sayso.read.encoding import normalise
from sayso.read.text import read_text

TITLE = "Velmark will not leave Karsk, minister says"
LEAD = "KARSK (NWA) — Velmark will never give up the region of Karsk, its minister said on Friday."
QUOTE = "“We are not going to discuss it,” Oren Vask told reporters. “The rest is talk.”"
TEXT = f"{TITLE}\n\n{LEAD}\n\n{QUOTE}"

LAYOUTS = {
    "blank lines": TEXT,
    "a line each": f"{TITLE}\n{LEAD}\n{QUOTE}\n",
    "byline and date": f"{TITLE}\nBy Mira Tolland, 14 March 2031\n\n{LEAD}\n\n{QUOTE}",
    "byline above": f"By Mira Tolland\n14 March 2031\n\n{TITLE}\n\n{LEAD}\n\n{QUOTE}",
    "leaked label": f"{TITLE}\ntext_fields{LEAD}\n{QUOTE}",
    "label": f"{TITLE}\ntext_fields{LEAD}\n{QUOTE}",
    "tail": f"{TITLE}\n\n{LEAD} Read more\n\n{QUOTE}\n\nSign up for our newsletter\n",
    "furniture": f"{TITLE}\n\nShare on Facebook\n\n{LEAD}\n\nAdvertisement\n\n{QUOTE}",
    "headline twice": f"{TITLE}\n\n{TITLE}\n\n{LEAD}\n\n{QUOTE}",
    "spaces": f"\n\n  {TITLE}  \n \n\t{LEAD}\t\n\n\n\n{QUOTE}  ",
}


@pytest.mark.parametrize("text", LAYOUTS.values(), ids=LAYOUTS)
def test_every_layout_gives_the_same_text(text):
    article = read_text(text, "a.txt")
    assert article.text == TEXT
    assert article.title == article.title_span.of(article.text) == TITLE
    assert (article.source, article.dateline, article.skips) == ("a.txt", "KARSK", ())


@pytest.mark.parametrize("layout", ["byline and date", "byline above"])
def test_byline_and_date_fill_their_fields(layout):
    article = read_text(LAYOUTS[layout], "x")
    assert (article.byline, article.published.start) == (("Mira Tolland",), "2031-03-14")


@pytest.mark.parametrize(
    "text", [LEAD, f"{LEAD}\n\n{QUOTE}", f"{QUOTE}\n\n{LEAD}", "“No.”", "x", '"']
)
def test_text_without_headline(text):
    article = read_text(text, "x")
    assert (article.text, article.title, article.title_span) == (text, "", None)


@pytest.mark.parametrize("text", ["By Mira Tolland", "14 March 2031", "Read more"])
def test_a_single_line_is_text_whatever_it_says(text):
    assert read_text(text, "x").text == text


def test_a_byline_alone_is_no_article():
    with pytest.raises(ReadError) as error:
        read_text("By Mira Tolland\n14 March 2031\n", "x")
    assert error.value.kind == "empty"


ODD = [
    "«»“”\"'‘’",
    "👩‍👩‍👧 🇻",
    "مرحبا بالعالم",
    "\u202eabc",
    "\x1b[0m\x07",
    "汉字" * 50,
    "e\u0301",
    "a" * 100_000,
]


@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
def test_odd_text_is_kept(text):
    assert read_text(text, "x").text == text


@given(st.text(min_size=1).map(normalise).filter(str.strip))
def test_any_text_is_an_article_or_empty(text):
    try:
        article = read_text(text, "x")
    except ReadError as error:
        article = error
    kept = "".join(getattr(article, "text", "").split())
    letters = iter("".join(text.split()))
    assert all(letter in letters for letter in kept)  # nothing added, nothing moved
    if getattr(article, "title_span", None):
        assert article.title_span.of(article.text) == article.title


def test_five_megabytes_take_seconds(seconds):
    text = f"{TITLE}\n\n" + "\n\n".join(f"{LEAD} {number}" for number in range(60_000))
    assert len(text) > 5_000_000
    assert read_text(text, "x").text == text
    assert seconds() < 8
