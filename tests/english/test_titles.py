"""Titles before names, and what stands behind a name."""

import pytest

from sayso.english.titles import address, generations, is_title, short_titles, suffixes, titles


@pytest.mark.parametrize("word", ["Mr", "Mr.", "Miss", "Gen.", "General", "judge", "Sheikh"])
def test_a_title_is_known_as_written(word):
    assert is_title(word)


@pytest.mark.parametrize("word", ["miss", "Miss.", "judge.", "Ruel", "ministry", ""])
def test_what_looks_like_a_title_and_is_none(word):
    assert not is_title(word)


@pytest.mark.parametrize(
    ("title", "sex"), [("mr", "m"), ("ms", "f"), ("lady", "f"), ("dr", ""), ("gen", "")]
)
def test_a_form_of_address_tells_the_sex(title, sex):
    assert address()[title] == sex


def test_a_title_that_says_what_somebody_is_is_no_form_of_address():
    assert not {"general", "president", "king"} & address().keys()
    assert {"general", "president", "king"} < titles()


def test_what_stands_behind_a_name():
    assert {"jr", "iii"} < generations()
    assert generations() | {"phd", "mep"} <= suffixes()
    assert not suffixes() & titles()


def test_short_titles_take_a_full_stop():
    assert {"mr", "sen", "jr"} < short_titles()
    assert "miss" not in short_titles()
