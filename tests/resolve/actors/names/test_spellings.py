"""Words of names that are one, spelt alike or nearly so."""

import pytest

from sayso.resolve.actors.names.spellings import Spellings, same_word, spelt


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("ruel", "ruel", True),
        ("mikhail", "mihail", True),
        ("yousef", "yusef", True),
        ("zelenskiy", "zelensky", True),
        ("marlow", "marlowe", True),
        ("ruel", "tarn", False),
        ("ana", "ann", False),
        ("marlow", "barlow", False),
        ("velmark", "velmarkian", False),
        ("a" * 41, "a" * 42, False),
    ],
)
def test_one_word_or_two(one, other, same):
    assert same_word(one, other) is same
    assert same_word(other, one) is same


def test_letters_that_ways_of_writing_differ_in():
    assert spelt("mikhail") == spelt("mihail")
    assert spelt("tarn") != spelt("turn")


def test_words_that_came_up_before():
    spellings = Spellings()
    assert spellings.like("mikhail") == {"mikhail"}
    assert spellings.like("tarn") == {"tarn"}
    assert spellings.like("mihail") == {"mikhail", "mihail"}
    assert spellings.like("mikhail") == {"mikhail", "mihail"}
