"""What a stance is under: which words set a condition, and which tell only when."""

import pytest

from sayso.link.positions.conditions import behind, parted


@pytest.mark.parametrize(
    ("words", "main", "condition"),
    [
        ("to talk if it rains", "to talk ", "if it rains"),
        (
            "“We would talk, provided that they leave,”",
            "“We would talk, ",
            "provided that they leave",
        ),
        ("If it rains, we talk", " we talk", "If it rains"),
        ("to talk about knives", "to talk about knives", ""),
        ("If only", "If only", ""),
        (
            "would not talk while tanks stood there",
            "would not talk ",
            "while tanks stood there",
        ),
        (
            "“While shells are falling, we talk to nobody”",
            "“ we talk to nobody”",
            "While shells are falling",
        ),
        (
            "must leave before talks can begin",
            "must leave ",
            "before talks can begin",
        ),
        ("to pull back once the mines are cleared", "to pull back ", "once the mines are cleared"),
        ("to sign only after the vote", "to sign ", "only after the vote"),
    ],
)
def test_conditions_are_told_from_what_is_wanted(words, main, condition):
    assert parted(words) == (main, condition)


@pytest.mark.parametrize(
    "words",
    [
        "to leave before Friday",
        "to appear before the court",
        "would not talk, while Velmark said that it would",
        "would not talk while waiting for the map",
        "While we welcome the plan, we will not sign it",
        "to rebuild the once famous bridge",
        "to meet once a week",
        "would never sign even if it rained",
        "not to talk once again",
    ],
)
def test_when_and_although_set_no_condition(words):
    assert parted(words) == (words, "")


def test_a_condition_that_the_act_has_is_taken():
    assert parted("to talk, weather permitting", "weather permitting") == (
        "to talk,  ", "weather permitting",
    )  # fmt: skip
    assert parted("to talk", "in spring") == ("to talk", "in spring")


@pytest.mark.parametrize(
    ("words", "after", "condition"),
    [
        (
            "that he would not talk",
            " while tanks stood there. It rained.",
            "while tanks stood there",
        ),
        ("that he would not talk", ", while others did.", ""),
        ("that he would not talk", " until May, he said.", "until May"),
        ("would talk if it rained", " until May.", ""),
        ("that he would not talk", ".", ""),
        ("that he would not talk", " while", ""),
    ],
)
def test_a_condition_may_go_on_behind_the_words(words, after, condition):
    assert behind(words, after) == condition
