"""The words of an article: how they are unstyled, and which are speech or furniture."""

import numpy as np
import pytest

from sayso.link.copies.words import unstyled, words_of
from sayso.records import Article, Span
from tests.link.copies.notation import STORY, words

ALIKE = {
    "case": ("Ferry", "ferry"),
    "initials": ("U.S.", "US"),
    "apostrophes": ("Karsk’s", "Karsk's"),
    "accents": ("Café", "cafe"),
    "letters": ("Sørvik", "Sorvik"),
}


@pytest.mark.parametrize(("one", "other"), ALIKE.values(), ids=ALIKE)
def test_what_house_style_makes_of_a_word_is_levelled(one, other):
    assert unstyled(one) == unstyled(other)
    assert words(one).hashes.tolist() == words(other).hashes.tolist()


@pytest.mark.parametrize(("one", "other"), [("1,200", "1,300"), ("12", "1.2"), ("Karsk", "Karst")])
def test_figures_and_other_words_stay_apart(one, other):
    assert unstyled(one) != unstyled(other)


def test_words_stand_where_the_text_has_them():
    seen = words(*STORY)
    assert seen.span(0, 3).of(seen.article.text) == "The ferry to"
    assert len(seen) == len(seen.starts) == len(seen.quoted)


def test_quotations_are_told_from_narration():
    seen = words("She left. “Nobody came,” he said.")
    assert seen.quoted.tolist() == [False, False, True, True, False, False]


def test_what_a_crawl_left_behind_has_no_words():
    text = "Read more\n\nShe left."
    assert len(words_of(Article(text, "", skips=(Span(0, 9),)))) == 2


@pytest.mark.parametrize("text", ["", " \n\n ", "—"])
def test_a_text_without_words_has_none(text):
    assert len(words(text)) == 0
    assert words(text).personal is False


def test_a_column_is_personal_and_a_report_is_not():
    assert words("I have been there.", "We should go, and you know it.").personal
    assert not words(*STORY).personal


def test_a_word_in_one_text_is_that_word_in_another():
    one, other = words("Karsk fell."), words("When Karsk fell, it rained.")
    assert np.isin(one.hashes, other.hashes).all()
