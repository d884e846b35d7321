"""Lines -> paragraphs, wrapped or not."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.read.paragraphs import split_paragraphs

LEAD = (
    "KARSK (NWA) — Velmark will never give up the region of Karsk, its foreign minister said on "
    "Friday, a day after talks in the capital broke down without a result."
)
QUOTE = (
    "“We are not going to discuss it,” Oren Vask told reporters. “Our forces are holding, and "
    "they will go on holding for as long as it takes, whatever Ostrania says about it.”"
)
LAST = "Ostrania's well-known spokeswoman Lena Orsk-Abel denied it."
BODY = [LEAD, QUOTE, LAST]
HEADLINE = "Velmark will not leave Karsk, minister says"


def wrapped(paragraph, width):
    return textwrap.fill(paragraph, width, break_long_words=False)


@pytest.mark.parametrize("width", [60, 66, 72, 76, 80, 95])
@pytest.mark.parametrize("between", ["\n\n", "\n \t\n", "\n\n\n"])
def test_wrapped_text_is_unwrapped(width, between):
    text = between.join([HEADLINE, *(wrapped(paragraph, width) for paragraph in BODY)])
    assert split_paragraphs(text) == [HEADLINE, *BODY]


@pytest.mark.parametrize("width", [60, 72, 80])
def test_headline_and_byline_stay_lines_of_their_own(width):
    text = "\n".join([HEADLINE, "By Mira Tolland", "", *(wrapped(p, width) + "\n" for p in BODY)])
    assert split_paragraphs(text) == [HEADLINE, "By Mira Tolland", *BODY]


def test_wrapped_paragraphs_without_blank_lines_are_told_by_their_last_lines():
    text = "\n".join([HEADLINE, *(wrapped(paragraph, 72) for paragraph in BODY)])
    assert split_paragraphs(text) == [HEADLINE, *BODY]


def test_indented_paragraphs_are_told_by_the_indent():
    lines = [textwrap.fill(p, 72, initial_indent="    ") for p in (LEAD * 2, QUOTE * 2)]
    assert split_paragraphs("\n".join(lines)) == [LEAD * 2, QUOTE * 2]


def test_items_of_a_wrapped_list_stay_apart():
    text = "\n".join([wrapped(LEAD, 72), "- " + wrapped(QUOTE, 70), "- One more point."])
    assert split_paragraphs(text) == [LEAD, "- " + QUOTE, "- One more point."]


@pytest.mark.parametrize("between", ["\n", "\n\n", " \n"])
def test_a_paragraph_a_line(between):
    assert split_paragraphs(between.join([HEADLINE, *BODY])) == [HEADLINE, *BODY]


def test_short_lines_are_paragraphs():
    lines = [HEADLINE, "The minister said no talks were planned for now.", "Ostrania disagreed."]
    assert split_paragraphs("\n".join(lines)) == lines


def test_a_long_line_among_wrapped_ones_is_no_width():
    text = f"{wrapped(LEAD, 72)}\nhttps://ledger.example/{'x' * 120}\n\n{wrapped(QUOTE, 72)}"
    assert split_paragraphs(text)[-1] == QUOTE


@given(st.text(alphabet=st.sampled_from("aZ .\n\t-“”\u2028é汉"), max_size=200))
def test_no_character_but_space_is_lost(text):
    paragraphs = split_paragraphs(text)
    assert all(paragraph.strip() == paragraph != "" for paragraph in paragraphs)
    assert "".join("".join(paragraphs).split()) == "".join(text.split())


@pytest.mark.parametrize(
    "text", ["a" * 5_000_000, (LEAD[:70] + "\n") * 70_000, "\n" * 3_000_000, "a\n" * 500_000]
)
def test_long_text_takes_linear_time(text, seconds):
    split_paragraphs(text)
    assert seconds() < 8


def test_a_column_that_a_scanner_broke_keeps_its_hyphens():
    column = "VASK SPEAKS.\n\nMr. Vask, mem-\nber for Karsk, said yes-\nterday that he\nwould stay."
    assert split_paragraphs(column) == [
        "VASK SPEAKS.",
        "Mr. Vask, mem- ber for Karsk, said yes- terday that he would stay.",
    ]


def test_verse_and_dashes_are_no_column():
    verse = "I sat here -\nso that somebody\nwould be well-\nbehaved\n"
    assert split_paragraphs(verse) == [line.strip() for line in verse.splitlines()]
