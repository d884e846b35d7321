"""Headline and paragraphs -> article."""

import pytest

from sayso.errors import ReadError
from sayso.read.compose import About, compose, language_code, take_bylines
from sayso.records import Span

LEAD = "KARSK (NWA) — Velmark will stay, its minister said."


def test_text_is_title_blank_line_paragraphs():
    article = compose(About(title="Velmark stays", lang="en"), [LEAD, "Ostrania left."], "x")
    assert article.text == f"Velmark stays\n\n{LEAD}\n\nOstrania left."
    assert article.title_span == Span(0, 13)
    assert article.title_span.of(article.text) == article.title == "Velmark stays"
    assert (article.dateline, article.lang, article.source) == ("KARSK", "en", "x")


@pytest.mark.parametrize("tag", ["en", "en-GB", "en_gb", "EN"])
def test_a_language_is_what_a_tag_begins_with(tag):
    assert language_code(tag) == "en"


def test_without_headline_there_is_no_title_span():
    article = compose(About(), [LEAD], "x")
    assert (article.text, article.title, article.title_span) == (LEAD, "", None)


def test_nothing_is_an_error():
    with pytest.raises(ReadError, match="holds no text") as error:
        compose(About(), [], "x")
    assert error.value.kind == "empty"


def test_bylines_are_taken_off_the_top_and_below_a_standfirst():
    lines = ["A standfirst.", "By Mira Tolland", "Published 14 March 2031", LEAD]
    about, left = take_bylines(About(), lines)
    assert (about.byline, about.published.start) == (("Mira Tolland",), "2031-03-14")
    assert left == ["A standfirst.", LEAD]


def test_what_is_known_already_is_kept():
    about, left = take_bylines(About(byline=("NWA",)), ["By Mira Tolland", LEAD])
    assert (about.byline, left) == (("NWA",), [LEAD])


def test_a_byline_further_down_is_text():
    lines = [LEAD] * 8 + ["By Mira Tolland"]
    assert take_bylines(About(), lines) == (About(), lines)


def test_the_days_of_a_chronicle_are_text():
    lines = ["By Mira Tolland", "14 March 2031", LEAD, "15 March 2031", "It fell.", "16 March 2031"]
    about, left = take_bylines(About(), lines)
    assert (about.byline, about.published, left) == (("Mira Tolland",), None, lines[1:])
