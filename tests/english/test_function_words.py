"""Determiners and the small words inside names."""

import pytest

from sayso.english.function_words import (
    definite,
    determiners,
    indefinite,
    joints,
    joints_inside,
    legal_forms,
    modals,
    negations,
    particles,
    prepositions,
    sequels,
    tense_verbs,
)


@pytest.mark.parametrize("word", ["the", "those", "his"])
def test_what_opens_the_description_of_somebody_known(word):
    assert word in definite()
    assert word in determiners()


@pytest.mark.parametrize("word", ["a", "several", "three", "dozens"])
def test_what_opens_the_description_of_somebody_new(word):
    assert word in indefinite()
    assert word in determiners()


def test_my_is_neither_but_opens_a_description():
    assert "my" in determiners()
    assert "my" not in definite() | indefinite()


def test_particles_may_begin_a_surname_and_joints_may_not():
    assert {"van", "al", "de"} < particles() < joints()
    assert {"of", "and"} < joints() - particles()


def test_names_of_outlets_hold_fewer_joints_than_those_of_places():
    assert {"of", "la"} < joints_inside("outlets") < joints_inside("places")
    assert {"upon", "ez"} < joints_inside("places") - joints_inside("outlets")


def test_legal_forms_end_the_name_of_a_company():
    assert {"inc", "gmbh"} < legal_forms()


def test_modal_verbs_carry_mood_and_are_no_other_verbs():
    assert {"will", "must"} <= modals()
    assert not {"have", "is"} & modals()


@pytest.mark.parametrize("word", ["not", "no", "nobody", "without", "won't", "cannot"])
def test_what_says_that_something_is_not_so(word):
    assert word in negations()


def test_negations_may_be_asked_by_their_kind():
    assert negations("negator") == {"not", "never"}
    assert negations("nobody", "none") >= {"nobody", "no"}


def test_verbs_that_carry_tense_carry_no_mood():
    assert "was" in tense_verbs()
    assert tense_verbs().isdisjoint(modals())


def test_what_stands_before_a_noun_phrase_and_what_opens_a_clause():
    assert "against" in prepositions()
    assert "then" in sequels() - prepositions()
