"""The figures of the benchmark of copies."""

from bench.tasks.across.copies import Judged, measures, table
from corpora.across.linking import Pair
from sayso.linked import Copy


def judged(gold, taken, origins=("", ""), named="", direction="", copied="", met=True):
    pair = Pair("1", "2", gold, *origins, direction)
    copy = Copy("x", "y", ("2", "1"), taken, 1.0, 1.0, named, 1.0, "why", copied)
    return Judged(pair, copy if taken != "none" else None, met)


def test_copies_of_any_kind_count_for_f1_and_kinds_for_accuracy():
    every = [judged("same", "version"), judged("partial", "quotes"), judged("quotes", "quotes")]
    figures = measures([*every, judged("none", "partial"), judged("none", "none")])
    assert figures["copy_f1"] == 0.5
    assert figures["relation_accuracy"] == 0.4


def test_an_origin_counts_by_any_name_where_the_labels_name_one():
    every = [
        judged("same", "same", ("AP", ""), "AP"),
        judged("same", "same", ("The Associated Press", ""), "AP"),
        judged("partial", "partial", ("CNN;ABC News", "CNN"), "ABC News"),
        judged("partial", "partial", ("AP", "AP"), "Reuters"),
        judged("same", "same", ("", ""), "AP"),
        judged("quotes", "quotes", ("AP", "AP"), "Reuters"),
    ]
    assert measures(every)["origin_accuracy"] == 0.75


def test_an_origin_of_what_is_taken_for_no_copy_is_missed():
    assert measures([judged("same", "quotes", ("AP", "AP"), "AP")])["origin_accuracy"] == 0.0


def test_directions_are_those_of_the_given_ids():
    every = [
        judged("same", "same", direction="a", copied="y"),
        judged("same", "same", direction="b", copied="x"),
        judged("same", "same", direction="b", copied=""),
        judged("same", "none", direction="b"),
        judged("same", "same", copied="x"),
    ]
    assert measures(every)["direction_accuracy"] == 0.5


def test_candidates_are_pairs_whose_keys_meet():
    every = [judged("same", "same"), judged("partial", "none", met=False), judged("none", "none")]
    figures = measures([*every, judged("quotes", "quotes", met=False)])
    assert (figures["copy_candidates"], figures["quote_candidates"]) == (0.5, 0.0)


def test_a_table_tells_what_is_taken_for_what():
    assert any(
        row.split() == ["version", "1", "0", "0", "0", "0", "0"]
        for row in table([judged("version", "same")])
    )
