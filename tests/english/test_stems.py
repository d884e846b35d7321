"""Stems of words, and how rare they are."""

import pytest

from sayso.english.stems import RAREST, stem, stems, weigh, weight


@pytest.mark.parametrize(
    "words",
    [
        ("allegation", "allegations", "alleged", "alleges"),
        ("denies", "denied", "denying", "deny", "denial"),
        ("investigation", "investigating", "investigated"),
        ("kill", "killed", "killing"),
        ("soldier", "soldiers", "soldier's", "soldiers’"),
        ("shoot", "shot", "shooting"),
    ],
)
def test_words_of_one_origin_have_one_stem(words):
    assert len({stem(word) for word in words}) == 1


@pytest.mark.parametrize(("a", "b"), [("bridge", "brigade"), ("commit", "comment")])
def test_other_words_have_other_stems(a, b):
    assert stem(a) != stem(b)


def test_initials_are_one_word_and_numbers_have_no_commas():
    assert stems("The U.S. lost 1,200 tanks.") == ["the", "us", "lost", "1200", "tank"]


@pytest.mark.parametrize("word", ["don't", "can’t", "we'll", "they're"])
def test_short_forms_tell_nothing(word):
    assert weight(stem(word)) == 0.0


def test_rare_words_tell_more_than_common_ones():
    assert weight("the") == weight(stem("they")) == 0.0
    assert 0 < weight(stem("government")) < weight(stem("chlorine")) < RAREST


def test_what_some_stems_tell_does_not_depend_on_their_order():
    words = stems("Chlorine was found near the bridge at dawn")
    assert weigh(words) == weigh(reversed(words)) == pytest.approx(sum(map(weight, words)))
