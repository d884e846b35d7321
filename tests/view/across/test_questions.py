"""Questions: what an answer is worth, and which are answered already."""

import pytest

from sayso.judgements import Anchor, Judgement
from sayso.records import Span, plain
from sayso.view.across.questions import Answered, Option, Question, Side, worth

A = Anchor("sha256:1", "content", Span(0, 4), content=(Span(0, 4),))
B = Anchor("sha256:2", "content", Span(3, 9), content=(Span(3, 9),))


def judged(kind, subject, other, withdrawn=""):
    return Judgement(kind, subject, plain(other), "Ana", "2031-01-01", "", withdrawn)


YES = Option("y", "yes", judged("same_claim", A, B))
NO = Option("n", "no", judged("different_claim", A, B))
SIDES = (Side("st_1", "Teren", "x"), Side("st_2", "Hesk", "y"))
QUESTION = Question("claim", SIDES, "alike", 0.5, 3, (YES, NO))


@pytest.mark.parametrize(("sure", "size", "much"), [(0.5, 4, 4), (1.0, 9, 0), (0.0, 9, 0)])
def test_what_an_answer_is_worth(sure, size, much):
    assert worth(sure, size) == much


@pytest.mark.parametrize(
    ("known", "answered"),
    [
        ([], False),
        ([judged("same_claim", A, B)], True),
        ([judged("different_claim", B, A)], True),
        ([judged("denies", B, A)], True),
        ([judged("same_claim", A, B, "2031-01-02")], False),
        ([judged("same_entity", A, B)], False),
    ],
)
def test_what_was_judged_is_answered_either_way_round(known, answered):
    assert Answered(known).has(QUESTION) is answered


def test_the_json_has_what_yes_and_no_would_write():
    form = QUESTION.to_json()
    assert form["yes"].keys() == {"kind", "subject", "object", "why"}
    assert (form["yes"]["kind"], form["no"]["kind"]) == ("same_claim", "different_claim")
    assert [each["name"] for each in form["about"]] == ["Teren", "Hesk"]
    assert "others" not in form
