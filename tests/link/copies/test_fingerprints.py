"""The keys by which articles that share text are found."""

import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.link.copies.fingerprints import keys, winnowed
from tests.link.copies.notation import OTHER, STORY, words


def test_keys_are_numbers_of_63_bits():
    assert all(0 <= key < 2**63 for key in keys(words(*STORY)))


def test_the_same_text_has_the_same_keys_whatever_its_house_style():
    plain = (line.replace("“", '"').replace("”", '"').upper() for line in STORY)
    assert keys(words(*plain)) >= keys(words(*STORY)) - keys(words(STORY[2]))


@given(at=st.integers(0, 100))
def test_fifteen_words_in_a_row_share_a_key(at):
    shared = " ".join(STORY).split()[at : at + 15]
    rng = random.Random(at)
    one, other = (" ".join(f"w{rng.random()}" for _ in range(40)) for _ in range(2))
    both = [words(f"{text} {' '.join(shared)} {text}") for text in (one, other)]
    assert len(shared) < 15 or keys(both[0]) & keys(both[1])


def test_texts_that_share_nothing_share_no_key():
    assert not keys(words(*STORY[3:])) & keys(words(*OTHER[2:]))


@pytest.mark.parametrize("text", ["Karsk fell.", "The ferry to Port Almis stopped.", STORY[0]])
def test_short_texts_are_found_by_themselves(text):
    assert keys(words(text))
    assert keys(words(text)) == keys(words(text.lower()))


def test_a_short_quotation_is_found():
    one = words("The board spoke of “a reckless disregard for travellers” on Friday.")
    other = words("What “reckless disregard for travellers shown by owners” means is open.")
    assert not set(one.hashes.tolist()) <= set(other.hashes.tolist())
    assert keys(words("They spoke of “a reckless disregard for travellers” there.")) & keys(one)


def test_nothing_has_no_keys():
    assert keys(words("")) == set()


def test_one_word_many_times_has_one_key():
    assert len(keys(words("ferry " * 100_000))) == 1


def test_of_each_window_the_smallest_is_kept():
    numbers = np.array([5, 3, 8, 9, 7, 1], dtype=np.uint64)
    assert winnowed(numbers, 3).tolist() == [1, 3, 7]
