"""Forms of words, and what nouns are built on."""

import pytest

from sayso.english.lemmas import derived, forms

FORMS = """
said: say
denies: deny
vowing: vow
quipped: quip
misspoke: misspeak
criticized: criticise
favored: favour
is: be
"""
DERIVED = """
denial: deny
refusal: refuse
confirmation: confirm
explanation: explain
admission: admit
restate: state
"""


def pairs(table):
    return [tuple(line.split(": ")) for line in table.strip().splitlines()]


@pytest.mark.parametrize(("word", "lemma"), pairs(FORMS))
def test_a_form_leads_to_its_lemma(word, lemma):
    assert {word, lemma} <= forms(word)


@pytest.mark.parametrize(("noun", "verb"), pairs(DERIVED))
def test_a_noun_leads_to_the_verb_that_it_is_built_on(noun, verb):
    assert verb in set(derived(noun))


@pytest.mark.parametrize("word", ["disagree", "mislead", "unsaid"])
def test_what_turns_a_meaning_round_is_not_taken_off(word):
    assert not {"agree", "lead", "said"} & set(derived(word))


def test_short_words_stay_whole():
    assert forms("as") == {"as"}
