"""What one statement takes for a stance, on what, on which condition."""

import pytest

from sayso.link.positions.stances import Saying, parted, taken


def saying(act, words, *, polarity="pos", condition="", own=()):
    return Saying("st_1", "sha256:a", "", "2031-03-14", act, polarity, words, condition, own)


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
    ],
)
def test_conditions_are_told_from_what_is_wanted(words, main, condition):
    assert parted(words) == (main, condition)


def test_a_condition_that_the_act_has_is_taken():
    assert parted("to talk, weather permitting", "weather permitting") == (
        "to talk,  ", "weather permitting",
    )  # fmt: skip
    assert parted("to talk", "in spring") == ("to talk", "in spring")


OWN = ("Ostrania", "Ilva Teren", "Ostranian foreign minister")


@pytest.mark.parametrize(
    ("given", "kind"),
    [
        (saying("refuses", "any observers at the crossings", polarity="neg"), "refuses"),
        (saying("rejects", "the mediators' map", polarity="neg"), "refuses"),
        (saying("rejects", "the charge", polarity="neg"), ""),
        (saying("rejects", "this as shameless", polarity="neg"), ""),
        (saying("refuses", "it", polarity="neg"), ""),
        (saying("demands", "that nobody enter the harbour", polarity="neg"), "demands"),
        (saying("declines", "to comment on the harbour"), ""),
        (saying("asserts", "that Ostrania would accept observers", own=OWN), "accepts"),
        (saying("asserts", "that Velmark would accept observers", own=OWN), ""),
        (saying("asserts", "that Ostranian forces will not leave Karsk", own=OWN), "refuses"),
        (saying("asserts", "we cannot confirm the figures", polarity="neg"), ""),
        (saying("asserts", "he would not rule out talks", polarity="neg"), "accepts"),
        (saying("asserts", "nobody must forget the dam", polarity="neg"), ""),
        (saying("asserts", "Ostrania could pull back its guns if Velmark did", own=OWN), "accepts"),
        (saying("asserts", "the talks could fail if Velmark left", own=OWN), ""),
        (saying("promises", "we will never sign the treaty", polarity="neg"), "refuses"),
    ],
)
def test_stances(given, kind):
    its = taken(given)
    assert (its.kind if its else "") == kind


def test_it_is_about_what_is_wanted_and_not_about_the_own_side_or_the_condition():
    its = taken(saying("offers", "Ostrania would admit observers if Velmark left Karsk", own=OWN))
    assert its is not None
    assert set(its.about) == {"observ"}
    assert its.condition == "if Velmark left Karsk"


def test_a_name_tells_less_than_a_rare_word():
    its = taken(saying("demands", "the pontoons at Hadrov"))
    assert its is not None
    assert its.about["hadrov"] < its.about["pontoon"]
