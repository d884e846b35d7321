"""What holds across articles, in the form of the contract."""

from sayso.linked import (
    Answer,
    Change,
    Claim,
    Copy,
    Fold,
    Origin,
    Passage,
    Quotation,
    Variant,
    derived_id,
    order,
)
from sayso.records import Span

ORIGIN = Origin(
    "carrier", "Northwire", ("sha256:a",), "both cite it", (Fold("sha256:a", "own", "", "first"),)
)
CLAIM = Claim(
    id="cl_1", text="the dam holds", statements=("st_1",), articles=1, outlets=1, origins=(ORIGIN,),
    independent=None,
    answers=(
        Answer("st_2", "cl_2", "denies", 0.9, "the opposite"),
        Answer("st_3", "cl_3", "conflicts", 0.8, "another figure"),
        Answer("st_4", "cl_3", "conflicts", 0.8, "another figure"),
        Answer("st_5", "cl_5", "confirms", 0.8, "says so too"),
    ),
    first="2031-03-14", last="",
)  # fmt: skip


def test_a_claim_lists_denials_by_statement_with_their_claim_and_rivals_by_claim():
    form = CLAIM.to_json()
    assert form["denied_by"] == ["st_2", "cl_2"]
    assert form["conflicts"] == ["cl_3"]
    assert form["independent"] is None
    assert form["last"] is None
    assert form["origins"][0]["folds"][0]["of"] is None


def test_changes_say_was_and_is():
    variant = Variant("st_2", (Change("cut", (Span(3, 9),), ()),))
    quotation = Quotation("qu_1", "", ("st_1", "st_2"), "st_1", (variant,), "the same words")
    form = quotation.to_json()
    assert form["speaker"] is None
    changes = [{"kind": "cut", "was": [[3, 9]], "is": [], "first": None}]
    assert form["variants"] == [{"statement": "st_2", "changes": changes}]


def test_a_copy_says_from_whom_it_is():
    passages = (Passage((0, 5), (7, 12)),)
    form = Copy(
        "a", "b", ("1", "2"), "partial", 1.0, 0.5, "", 0.9, "shared", "a", passages
    ).to_json()
    assert form["from"] == "a"
    assert form["origin"] is None
    assert form["given"] == ("1", "2")


def test_what_has_no_date_comes_last():
    assert sorted([order("", "a"), order("2031-03-14", "b"), order("2031-03-14", "a", 2)]) == [
        order("2031-03-14", "a", 2), order("2031-03-14", "b"), order("", "a"),
    ]  # fmt: skip


def test_ids_come_from_content_alone():
    assert derived_id("cl_", "st_1") == derived_id("cl_", "st_1") != derived_id("cl_", "st_2")
