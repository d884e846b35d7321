"""Which words give up a demand."""

import pytest

from sayso.link.positions.dropping import dropped


@pytest.mark.parametrize(
    ("words", "given_up"),
    [
        ("it dropped its standing demand for the map", "dropped its standing demand for"),
        ("ostrania no longer insists on the map", "no longer insists on"),
        ("it had stopped demanding that they leave", "stopped demanding that"),
        ("we gave up the condition", "gave up the condition"),
        ("he backed away from his call for a vote", "backed away from his call for"),
        ("the demand for the map has been withdrawn", "been withdrawn"),
        ("no longer demands that they leave", "no longer demands that"),
    ],
)  # fmt: skip
def test_a_demand_is_given_up(words, given_up):
    its = dropped(words.split())
    assert its is not None
    assert not its.kept
    assert " ".join(words.split()[its.first : its.last]) == given_up


@pytest.mark.parametrize(
    "words",
    ["it has not dropped its demand for the map", "we have never given up the demand"],
)
def test_what_is_not_given_up_is_kept(words):
    its = dropped(words.split())
    assert its is not None
    assert its.kept


@pytest.mark.parametrize(
    "words",
    [
        "ostrania may drop its demand",
        "to drop the demand",
        "they dropped the bombs on a depot",
        "it no longer holds the bridge",
        "the demand for bread has been met",
    ],
)
def test_other_words_give_up_no_demand(words):
    assert dropped(words.split()) is None
