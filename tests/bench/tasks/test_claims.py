"""How claims are measured."""

import pytest

from bench.tasks.across.claims import Linked, Stretches, against, linked, same_pairs, turned
from sayso.linked import Answer, Claim
from tests.link.claims.notation import record


def claim(name, statements, *answers):
    return Claim(name, "", statements, 1, 0, (), None, answers, "", "")


MADE = Linked.of(
    [
        claim("cl_1", ("a", "b", "near"), Answer("no", "cl_2", "denies", 0.9, "")),
        claim("cl_2", ("no", "no again")),
        claim("cl_3", ("c",)),
    ]
)
ITS = [Stretches(["a", "b", "c"], ["no", "no again"], ["near"]), Stretches(["x"], [], [])]


def test_pairs_are_right_missed_or_wrong():
    assert same_pairs(ITS, MADE) == (1, 2, 2)


def test_a_denial_counts_by_itself_or_by_its_claim():
    assert turned(ITS, MADE, "denials") == 1.0
    assert turned(ITS, MADE, "near") == 0.0


def test_what_stands_against_a_claim_is_right_where_it_is_a_denial():
    answers = [Answer(name, "cl_2", "denies", 0.9, "") for name in ("no", "b", "near", "new")]
    answers.append(Answer("c", "cl_3", "confirms", 0.9, ""))
    made = Linked.of([claim("cl_1", ("a", "c"), *answers), claim("cl_2", ("b",))])
    its = [Stretches(["a", "b", "c"], ["no"], ["near"]), Stretches(["x"], ["b"], [])]
    got = against(its, made)
    assert got["against_known"] == 3
    assert got["against_right"] == pytest.approx(1 / 3)
    assert got["against_same"] == pytest.approx(1 / 3)


@pytest.mark.parametrize("turn", [1, -1])
def test_claims_do_not_depend_on_the_order_of_articles(turn):
    dam = "that Ostrania had blown up the dam at Velmark on purpose"
    records = [
        record(("Ruel", "asserts", dam), ("Ostrania", "denies", "the charge")),
        record(("Ana Ruel", "asserts", dam), lead="Dam gone"),
        record(("Bo", "asserts", "wages would rise in May"), published="2031-03-15"),
    ]
    made = linked(records[::turn])
    assert made == linked(records)
    assert max(len(claim.statements) for claim in made) == 2
    assert sum(len(claim.statements) for claim in made) == 4
