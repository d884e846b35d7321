"""Statements of several articles, each on a line."""

from dataclasses import replace

import pytest

from sayso.view.across.tellings import bare, in_quotes, outlets, people, speakers, telling
from sayso.view.articles import short

from .making import known, said


def test_a_telling_leads_to_its_exact_words() -> None:
    one = telling(said(1, "the dam holds"))
    assert (one.speaker, one.words, one.outlet) == ("Ilva Teren", "the dam holds", "Northwire")
    assert one.place.words == f"{short(one.article_id)} 0-13"
    assert one.place.url == "https://northwire.example/1"
    hostile = replace(said(1, "the dam holds"), url="javascript:alert(1)", publisher="")
    assert telling(hostile).place.url == ""
    assert telling(hostile).outlet == "Article 1"


def test_outlets_and_speakers_come_once() -> None:
    every = [
        *known(
            said(1, "a"), said(2, "b", who="Doran Hesk"), said(3, "c", who="Doran Hesk")
        ).values()
    ]
    assert outlets(every) == ("Northwire",)
    assert speakers(every) == ("Doran Hesk", "Ilva Teren")


def test_names_that_differ_in_case_or_article_alone_are_one() -> None:
    names = ("The Velmark army", "the Velmark army", "Velmark Army", "Theo Velmark", "The")
    every = [*known(*(said(n, "a", who=name) for n, name in enumerate(names, 1))).values()]
    assert speakers(every) == ("The Velmark army", "Theo Velmark", "The")


def test_people_come_with_the_page_that_any_of_their_words_knows() -> None:
    linked = replace(said(3, "c", who="Doran Hesk"), speaker_entity="en_1")
    every = [*known(said(1, "a"), said(2, "b", who="Doran Hesk"), linked).values()]
    assert [each.address for each in people(every)] == ["/entity/en_1", ""]


@pytest.mark.parametrize(
    ("words", "quoted"),
    [("the dam", "“the dam”"), ("“The dam,”", "“The dam,”"), ("‘The’", "‘The’")],
)
def test_words_are_quoted_once(words: str, quoted: str) -> None:
    assert in_quotes(words) == quoted


def test_house_styles_are_levelled() -> None:
    assert bare("“The dam holds,”") == bare('"the dam holds."')
