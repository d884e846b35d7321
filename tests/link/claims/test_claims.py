"""Claims of statements and decisions."""

from sayso.link.claims.claims import claims
from sayso.link.claims.decide import Decision

SAME = Decision("same", 3.0, "they say the same")
DENIES = Decision("denies", 2.0, "one says that the other is not so", 1)
RIVAL = Decision("conflicts", 2.0, "both cannot hold")
IDS = ["st_a", "st_b", "st_c", "st_d"]


def test_every_statement_is_of_one_claim():
    made = claims(IDS, {(0, 2): SAME})
    assert [claim.statements for claim in made] == [("st_a", "st_c"), ("st_b",), ("st_d",)]
    assert len({claim.id for claim in made}) == 3


def test_a_denial_answers_the_claim_that_it_turns_against_and_no_other():
    first, second = claims(IDS[:3], {(0, 1): SAME, (0, 2): Decision("denies", 2.0, "no", -1)})
    (answer,) = first.answers
    assert (answer.statement, answer.kind, answer.claim) == ("st_c", "denies", second.id)
    assert not second.answers


def test_a_conflict_goes_both_ways():
    one, other = claims(IDS[:2], {(0, 1): RIVAL})
    assert [answer.claim for answer in one.answers] == [other.id]
    assert [answer.claim for answer in other.answers] == [one.id]


def test_the_way_of_a_denial_is_kept():
    one, other = claims(IDS[:2], {(0, 1): DENIES})
    assert not one.answers
    assert [answer.statement for answer in other.answers] == ["st_a"]
