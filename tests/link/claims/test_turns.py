"""What tells that one statement turns against another."""

import pytest

from sayso.link.claims.decide import decide
from sayso.link.claims.turns import Turn, corrects, is_plain, kind_of, turns
from tests.link.claims.notation import point

SHELLED = "Velmark had shelled the bridge at Almis on Tuesday night"


@pytest.mark.parametrize(
    ("text", "fields", "plain"),
    [
        ("the charge", {"act": "denies", "cue": "denied"}, True),
        ("that it shelled the bridge", {"act": "denies", "cue": "did not deny"}, False),
        ("that it shelled the bridge", {"act": "denies", "cue": "didn't dispute"}, False),
        ("a fabrication", {"cue": "called it"}, True),
        ("its figure of 40 dead", {"cue": "corrected"}, True),
        ("that it would rain", {}, False),
    ],
)
def test_who_did_not_deny_turns_against_nothing(text, fields, plain):
    assert is_plain(point(text, **fields)) == plain


def test_nobody_denies_what_his_own_side_says():
    said = point(SHELLED, "ruel", sides=("skerr",))
    same, other = (
        point("that Velmark had shelled the bridge", "bo", act="denies", polarity="neg", sides=(s,))
        for s in ("skerr", "velma")
    )
    assert Turn.of(same, said).is_barred
    assert not Turn.of(other, said).is_barred
    (kept,), (barred,) = decide([(other, said)]), decide([(same, said)])
    assert kept.kind == "denies"
    assert barred is None or barred.kind in ("akin", "same")


def test_who_puts_himself_right_corrects():
    said = point("40 people were killed at Almis")
    right = point("its figure of 40 people killed at Almis", cue="corrected")
    assert corrects(right)
    assert kind_of(right) == "corrects"
    assert not Turn.of(right, said).is_barred
    assert corrects(point("the claim that 40 people were killed", cue="withdrew"))
    assert not corrects(point("its troops from Almis", cue="withdrew"))


def test_a_rival_figure_that_corrects_is_a_correction():
    said = point("40 people were killed at Almis when the dam broke")
    right = point("12 people were killed at Almis when the dam broke", cue="corrected its report:")
    (decision,) = decide([(right, said)])
    assert (decision.kind, decision.way) == ("corrects", 1)


def test_what_reports_a_denial_is_not_denied_by_it():
    denial = point("any part in the attack", "bo", act="denies", polarity="neg", cue="denied")
    report = point("that Bo had denied any part in the attack")
    assert Turn.of(denial, report).is_barred
    assert turns(denial)


def test_the_same_words_negated_are_a_denial():
    said = point(
        "At least 20 soldiers were killed in the strike on the cannery at Orvel", "velmark"
    )
    no = point("Not one soldier was killed in the strike on the cannery at Orvel", "bo",
               polarity="neg")  # fmt: skip
    (decision,) = decide([(no, said)])
    assert (decision.kind, decision.way) == ("denies", 1)


def test_a_flat_no_of_the_accused_denies_the_deed():
    said = point("Velmark had fired two shells at the mill", "ruel", sides=("skerr",))
    no = point('"Not one shell was fired,"', "bo", polarity="neg", sides=("velma",))
    assert Turn.of(no, said).is_flatly_denied
    report = point("that Bo, who had said that not one shell was fired, was dismissed", "ruel")
    assert not Turn.of(no, report).is_plain


def test_a_thing_that_is_turned_down_is_no_claim():
    music = point("the music of Ruel", "bo", act="rejects", polarity="neg", cue="stopped playing")
    assert not is_plain(music)
    assert not Turn.of(music, point("it would play the music of Ruel again")).is_plain


def test_we_have_not_denies_what_the_accuser_says_of_them():
    said = point('"They burned the mill and the granary of Almis"')
    fields = {"act": "denies", "polarity": "neg"}
    denial, other = (
        point(f'"We have not {verb} the mill and the granary of Almis, or any"', "bo", **fields)
        for verb in ("burned", "seen")
    )
    assert [each and each.kind for each in decide([(denial, said)])] == ["denies"]
    assert Turn.of(denial, said).is_in_person
    assert not Turn.of(other, said).is_in_person


def test_two_of_one_side_deny_the_same():
    fields = {"act": "denies", "polarity": "neg", "cue": "denied"}
    denial = point("any knowledge of the raid", "bo", sides=("skerr",), **fields)
    report = point("that Skerra's leaders strongly denied any knowledge of the raid", "ruel")
    assert Turn.of(denial, report).is_barred
