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


def meet(shared: str, seed: int = 0) -> bool:
    """Tell whether two texts that have only some words in common share a key."""
    rng = random.Random(seed)
    one, other = (" ".join(f"w{rng.getrandbits(60)}" for _ in range(40)) for _ in range(2))
    return not keys(words(f"{one} {shared} {one}")).isdisjoint(
        keys(words(f"{other} {shared} {other}"))
    )


@given(at=st.integers(0, 60))
def test_fifteen_words_in_a_row_share_a_key(at):
    telling = (
        "Velmark Lines moored its leaking catamaran beside derelict Torvesk warehouses while",
        "plumbers, welders and harbour pilots quarrelled over rusted bolts, unpaid invoices,",
        "forged seals and a mouldering logbook that customs clerks had impounded at Almis;",
        "crates of smoked herring rotted, insurers balked, stevedores picketed the slipway, and",
        "Orsk's solicitor filed affidavits alleging sabotage by rival skippers from Skerra",
    )
    shared = " ".join(telling).split()[at : at + 15]
    assert len(shared) < 15 or meet(" ".join(shared), at)


STOCK = (
    "did not immediately respond to a request for comment on Tuesday",
    "did not immediately return a call seeking comment",
    "spoke on condition of anonymity because he was not authorised to speak to the press",
    "spoke on the condition of anonymity because they were not authorized to speak publicly",
    "for the first time since the end of the second world war",
    "told reporters at the White House on Thursday that the president would",
)


@pytest.mark.parametrize("phrase", STOCK)
def test_a_phrase_of_common_words_is_no_key(phrase):
    assert not meet(phrase)


def test_what_somebody_said_is_a_key_however_common_its_words_are():
    said = "We did not do it and we will not do it again, and I told them so at the time"
    assert not meet(said.replace("We", "They").replace("we", "they").replace("I", "he"))
    assert meet(f"“{said}”")


def test_a_short_text_of_common_words_is_found_by_itself():
    assert len(keys(words("They did not do it."))) == 1


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
