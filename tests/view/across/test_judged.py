"""What people judged of the statements of a claim, in words."""

from dataclasses import replace

from sayso.fitting import as_object
from sayso.judgements import Anchor, Judgement
from sayso.records import Span
from sayso.view.across.judged import Judged, judged_lines, statement_words

ONE, OTHER = (Anchor(f"sha256:{n:064}", "content", Span(0, 9)) for n in (1, 2))
KNOWN = {"st_1": statement_words("the dam holds"), "st_2": statement_words("the dam stands")}
SAME = Judgement("same_claim", ONE, as_object(OTHER), "Ana", "2031-03-01T09:00:00Z", "one dam")
APART = Judgement("different_claim", OTHER, as_object(ONE), "Bo", "2031-03-02T09:00:00Z")


def lines(*judgements: Judgement):
    """Return judgements on the two statements in words."""
    of = {ONE: "st_1", OTHER: "st_2"}
    other = {ONE: "st_2", OTHER: "st_1"}
    return judged_lines([Judged(j, of[j.subject], other[j.subject]) for j in judgements], KNOWN)


def test_who_disagrees_is_told_of_both() -> None:
    first, second = lines(APART, SAME)
    assert first.words == "“the dam holds” and “the dam stands” say the same"
    assert first.who == "judged by Ana on 2031-03-01: one dam"
    assert first.state == f"people disagree; the later holds: Bo, 2031-03-02 ({APART.id})"
    assert second.state == f"people disagree; it holds against Ana, 2031-03-01 ({SAME.id})"
    assert (first.holds, second.holds) == (False, True)


def test_what_was_taken_back_tells_by_whom_and_opposes_nothing() -> None:
    taken = replace(
        APART, withdrawn="2031-03-03", withdrawn_by="Cy", withdrawn_why="a slip of the pen"
    )
    first, second = lines(SAME, taken)
    assert (first.state, first.holds) == ("", True)
    assert (second.state, second.holds) == ("taken back 2031-03-03 by Cy: a slip of the pen", False)
    assert second.to_json()["state"] == second.state


def test_each_kind_is_a_sentence() -> None:
    cases = {
        "same_entity": (
            as_object(OTHER),
            "“the dam holds” and “the dam stands” are one and the same",
        ),
        "different_entity": (
            as_object(OTHER),
            "“the dam holds” and “the dam stands” are not the same",
        ),
        "copy": (as_object(OTHER), "“the dam holds” and “the dam stands” share one text"),
        "not_copy": (
            as_object(OTHER),
            "“the dam holds” and “the dam stands” are no copies of each other",
        ),
        "place": ({"name": "Karsk"}, "“the dam holds” is the place Karsk"),
        "denies": (as_object(OTHER), "“the dam holds” denies “the dam stands”"),
        "speaker": ({"name": "Ilva Teren"}, "“the dam holds” is said by Ilva Teren"),
        "act": ({"act": "denies"}, "what “the dam holds” does: denies"),
        "not_statement": ({}, "“the dam holds” is no statement"),
        "span": ({"content": [[0, 3]]}, "the words of “the dam holds” are others"),
    }
    for kind, (given, words) in cases.items():
        (line,) = lines(replace(SAME, kind=kind, object=given))
        assert line.words == words


def test_words_that_are_nothing_now_are_named_by_their_place() -> None:
    (line,) = judged_lines([Judged(SAME, "", "st_2")], KNOWN)
    assert line.words == "000000000000 0-9 and “the dam stands” say the same"
