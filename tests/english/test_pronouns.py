"""Words that are pronouns, and the plain form of each."""

import pytest

from sayso.english.pronouns import (
    is_pronoun,
    plain_form,
    pronouns,
    sexes_of_pronouns,
    subjects,
)

PLAIN = [
    ("him", "he"),
    ("Her", "she"),
    ("itself", "it"),
    ("their", "they"),
    ("me", "i"),
    ("us", "we"),
    ("which", "who"),
    ("others", "some"),
]


@pytest.mark.parametrize(("words", "plain"), PLAIN)
def test_a_pronoun_has_a_plain_form(words, plain):
    assert plain_form(words) == plain
    assert is_pronoun(words)


@pytest.mark.parametrize("words", ["US", "IT", "WHO", "minister", "he said", ""])
def test_a_name_in_capitals_or_any_other_words_are_no_pronoun(words):
    assert plain_form(words) == ""
    assert not is_pronoun(words)


@pytest.mark.parametrize("words", ["everyone", "Nobody", "those"])
def test_a_pronoun_that_describes_has_no_plain_form(words):
    assert is_pronoun(words)
    assert plain_form(words) == ""


def test_pronouns_are_given_by_kind():
    assert pronouns("reflexive") == {
        *("himself", "herself", "itself", "themselves", "myself", "ourselves"),
        *("yourself", "yourselves", "oneself"),
    }
    assert pronouns("personal", "relative") < pronouns()


def test_subjects_are_the_plain_forms_of_a_person():
    assert subjects("first") == {"i", "we"}
    assert subjects("third") == {"he", "she", "it", "they"}
    assert sexes_of_pronouns() == {"he": "m", "she": "f"}
