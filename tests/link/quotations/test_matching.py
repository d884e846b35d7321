"""Whether two wordings report one act of saying."""

from dataclasses import replace
from itertools import product

import pytest

from sayso.link.quotations.matching import days_between, decide, evidence, speakers
from sayso.link.quotations.wordings import Wording

LONG = "Our engineers repaired the cranes of the harbour before the storm reached Karsk"
SPLIT = "Our engineers repaired the cranes of the harbour"
STOCK = "We will never surrender our land to anyone"


def wording(text, *names, kind="direct", day=1000):
    return Wording(kind, (text,), names, bool(names), (day, day) if day else None)


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [
        (wording(LONG, "ana ruel"), wording(LONG, "ruel"), "words"),
        (wording(LONG, "ana ruel"), wording(SPLIT, "ruel", day=1002), "words"),
        (wording(LONG), wording(LONG.replace("Our", "Their")), "words"),
        (wording(LONG, "ana ruel"), wording("nothing was repaired", "ruel"), None),
        (wording(STOCK, "ana ruel"), wording(STOCK, "ana ruel", day=1001), "words"),
        (wording(STOCK, "ana ruel"), wording(STOCK, "ana ruel", day=1150), None),
        (wording(STOCK, "ana ruel"), wording(STOCK, "tomas askel"), None),
        (wording("thoughts and prayers"), wording("thoughts and prayers"), None),
        (wording("rogue killers", "ruel"), wording("rogue killers", "ruel"), None),
        (wording("judge and jury", "ruel"), wording("judge and jury", "ana ruel"), "words"),
    ],
)
def test_the_same_words_in_order(one, other, how):
    match = decide(one, other)
    assert (match.how if match else None) == how
    assert decide(other, one) == match


def test_a_known_entity_stands_for_a_name():
    one, other = wording("judge and jury", "ruel"), wording("judge and jury", "the mayor of almis")
    assert decide(one, other) is None
    assert decide(one, other, same=True)


def test_an_indirect_report_joins_by_what_it_tells():
    spoken = wording("We have repaired the cranes of the harbour before the storm", "ana ruel")
    retold = wording(
        "that before the storm the harbour's cranes were repaired", "ruel", kind="indirect"
    )
    assert decide(spoken, retold).how == "retold"
    assert decide(spoken, replace(retold, said=(1010, 1010))) is None
    assert decide(spoken, replace(retold, names=("askel",))) is None


def test_opposite_reports_stay_apart():
    spoken = wording("We have repaired the cranes of the harbour before the storm", "ana ruel")
    denied = wording(
        "that before the storm the harbour's cranes were not repaired", "ruel", kind="indirect"
    )
    assert decide(spoken, denied) is None


def test_other_figures_stay_apart():
    reports = [
        wording(f"that the storm destroyed {n} cranes in the harbour", "ruel", kind="indirect")
        for n in ("14", "19")
    ]
    assert decide(*reports) is None


def test_words_told_in_another_statement_are_not_said_twice():
    outer = wording(f"Askel told us: {LONG}", "ana ruel")
    inner = replace(wording(LONG, "tomas askel"), within=(outer.number,))
    assert decide(outer, inner) is None


def test_topics_shared_word_by_word_are_no_quotation():
    tax = "the new tax on grain from Ostrania"
    one = wording(f"that {tax} will ruin every mill in the valley by May")
    other = wording(f"the council has met twice about {tax} and agreed that ferries should run")
    assert decide(one, other) is None


def test_speakers_are_the_same_unknown_or_different():
    ana, ruel, askel, nobody = (wording("x", *n) for n in (["ana ruel"], ["ruel"], ["askel"], []))
    assert speakers(ana, ruel) == "same"
    assert speakers(ana, nobody) == "unknown"
    assert speakers(ana, askel) == "different"
    assert speakers(ana, replace(askel, person=False)) == "unknown"


def test_days_between_what_may_have_been_said_on_several():
    spans = [(1000, 1000), (1003, 1005), None]
    made = [replace(wording("x"), said=said) for said in spans]
    assert days_between(made[0], made[1]) == days_between(made[1], made[0]) == 3
    assert days_between(made[0], made[2]) == 30


def test_evidence_counts_words_in_order():
    words = LONG.lower().split()
    assert evidence(words, words).coverage == 1.0
    assert evidence(words, words[::-1]).longest <= 1
    assert evidence(words, []).bits == 0


def test_decisions_do_not_depend_on_the_order_of_the_two():
    texts = (LONG, SPLIT, STOCK, "the harbour and the storm and the cranes", "Karsk will hold")
    for a, b in product([wording(text, "ana ruel") for text in texts], repeat=2):
        assert decide(a, b) == decide(b, a)
