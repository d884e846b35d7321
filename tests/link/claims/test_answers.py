"""Which statement of its article a denial answers."""

from dataclasses import replace

import pytest

from sayso.link.claims.answers import is_answer, placed, with_replies
from sayso.link.claims.points import points
from tests.link.claims.notation import point, record


def answered(*said):
    made = record(*said)
    every = with_replies(made, points(made))
    return {
        (n, m)
        for n, one in enumerate(every)
        for m, other in enumerate(every)
        if {reply.key for reply in one.replies} & {*other.replied}
    }


def test_a_denial_that_names_nothing_answers_what_the_other_side_said_before():
    assert (1, 0) in answered(
        ("Ruel", "accuses", "Velmark of shelling the bridge at Almis"),
        ("Velmark", "denies", "the charge"),
    )


def test_a_denial_with_words_of_its_own_answers_what_shares_them():
    assert answered(
        ("Ruel", "asserts", "Velmark had opened the dam on purpose"),
        ("Bo", "asserts", "the harvest would be poor this year"),
        ("Velmark", "denies", "having opened the dam"),
    ) == {(2, 0)}


def test_what_stands_inside_another_takes_no_place_between_a_denial_and_what_it_answers():
    made = record(
        ("Ruel", "asserts", "they came"), ("They", "asserts", "it"), ("Bo", "denies", "it")
    )
    whole, inside, denial = made.provenance
    inside = replace(inside, reports=made.statements[0].id)
    made = replace(made, provenance=(whole, inside, denial))
    assert [each.place for each in placed(made, points(made))] == [1, 1, 2]


def test_a_denial_answers_no_other_denial():
    assert (2, 1) not in answered(
        ("Ruel", "accuses", "Velmark of opening the dam"),
        ("Velmark", "denies", "having opened the dam"),
        ("Almis", "denies", "having opened the dam"),
    )


SHOWN = 0.2  # of a reply, from which on it is shown as a denial
ACCUSED = ("Ruel", "asserts", "Velmark had burned the mill")
ELSEWHERE = ("Bo", "asserts", "the river was rising")


@pytest.mark.parametrize(
    ("said", "pairs"),
    [
        ([ACCUSED, ELSEWHERE, ("Velmark", "denies", "the charge")], {(2, 0)}),
        ([ACCUSED, ELSEWHERE, ("Velmark", "denies", "it")], {(2, 0)}),
        ([ELSEWHERE, ("Velmark", "denies", "the charge")], set()),
        (
            [
                ("Ruel", "offers", "to mend the mill"),
                ELSEWHERE,
                ("Velmark", "rejects", "the offer"),
            ],
            {(2, 0)},
        ),
        (
            [ACCUSED, ("Skerra", "criticises", "the claim"), ("Velmark", "denies", "the claim")],
            {(2, 0)},
        ),
    ],
)
def test_a_denial_that_names_nothing_answers_one_accusation_or_offer_or_none(said, pairs):
    made = record(*said)
    *_, denial = every = with_replies(made, points(made))
    plain = {reply.key for reply in denial.replies if reply.score >= SHOWN}
    last = len(said) - 1
    assert {(last, n) for n, other in enumerate(every) if plain & {*other.replied}} == pairs


def test_who_says_that_fog_did_it_answers_who_says_that_somebody_did():
    assert answered(
        ("Ruel", "asserts", "the rebels shot down the helicopter"),
        ("Velmark", "asserts", "the helicopter crashed because of fog"),
    ) == {(1, 0)}


@pytest.mark.parametrize(
    ("text", "fields", "answers"),
    [
        ("the charge", {"act": "denies"}, True),
        ("the report was a fabrication", {}, True),
        ("there was no evidence of it", {"polarity": "neg"}, True),
        ("it would not rain", {"polarity": "neg"}, False),
        ("the dam broke", {}, False),
        ("the charge", {"act": "denies", "said": "if"}, False),
    ],
)
def test_what_turns_against_something_is_told_by_its_words(text, fields, answers):
    assert is_answer(point(text, **fields)) == answers
