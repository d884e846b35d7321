"""Pairs that are made say what their labels tell."""

import numpy as np
import pytest

from corpora.across.pairs import Pair
from train.pairs.made import CONFLICT, DENIAL, REWORDED, Maker, made, strangers, turned

SAME = frozenset({"for", "observing"}), frozenset({"same"})


def maker(names=("Almis",)):
    return Maker(names, np.random.default_rng(1))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ruel is here", {"Ruel is not here", "Ruel is never here"}),
        ("Ruel isn't here", {"Ruel is here"}),
        ("Ruel left", None),
    ],
)
def test_polarity_is_turned(text, wanted):
    new = maker().denied(Pair(text, text, *SAME))
    assert (new and new.text in wanted) if wanted else new is None
    assert new is None or (new.relation, new.sameness) == DENIAL


def test_figures_change_or_are_told_otherwise():
    pair = Pair("A blast killed 23 people", "A blast in Karsk killed 23 people", *SAME)
    conflict, reworded = maker().other_number(pair), maker().same_number(pair)
    assert "23" not in conflict.text
    assert (conflict.relation, conflict.sameness) == CONFLICT
    assert reworded.text != pair.text
    assert (reworded.relation, reworded.sameness) == REWORDED
    assert maker().other_number(Pair("A blast killed people", pair.text, *SAME)) is None


def test_names_and_words_change():
    pair = Pair("Troops entered Karsk", "The troops won Karsk", *SAME)
    assert maker().other_name(pair).text == "The troops won Almis"
    assert maker(["Karsk"]).other_name(pair) is None
    assert maker().opposed(Pair("They won it", "They won", *SAME)).text == "They lost"


def test_made_pairs_differ_by_relation():
    pairs = [Pair("Ruel has left the house", "Ruel has left his house", *SAME)] * 60
    got = list(made(pairs, np.random.default_rng(2)))
    assert {next(iter(p.relation)) for p in got if len(p.relation) == 1} >= {"for", "against"}
    assert all(p.text != p.claim for p in got)
    assert list(made(pairs, np.random.default_rng(2))) == got


def test_strangers_are_of_other_groups_and_turned_pairs_keep_their_sameness():
    pairs = [Pair(f"claim {n}", f"text {n}", *SAME, group=str(n % 2)) for n in range(40)]
    apart = list(strangers(pairs, np.random.default_rng(3)))
    assert apart
    assert all(int(p.claim.split()[1]) % 2 != int(p.text.split()[1]) % 2 for p in apart)
    around = list(turned(pairs, np.random.default_rng(3)))
    assert around
    assert all(p.claim.startswith("text") and p.sameness == SAME[1] for p in around)
