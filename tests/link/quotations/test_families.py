"""Families of wordings: who belongs together, the earliest wording, who changed what first."""

from itertools import permutations

from sayso.link.quotations.families import Attested, Edge, groups, quotation
from sayso.link.quotations.wordings import Wording
from sayso.linked import order
from sayso.records import Span

TEXT = "We will not leave the valley, and our soldiers hold the bridge"
LEFT = TEXT.replace("not ", "")


def attested(statement, text=TEXT, *, day="2031-03-14", kind="direct", speaker="e1", start=0):
    return Attested(
        statement,
        f"article of {statement}",
        order(day, statement),
        (Span(start, start + len(text)),),
        Wording(kind, (text,), said=(1000 + int(day[-2:]),) * 2),
        speaker,
    )


def test_words_in_common_make_families_whatever_the_order():
    edges = [Edge("a", "b", "words", 0.9), Edge("c", "b", "words", 0.7)]
    for turned in permutations(edges):
        assert groups(["a", "b", "c", "d"], turned) == [["a", "b", "c"], ["d"]]


def test_an_indirect_report_joins_one_family_and_never_makes_one_of_two():
    edges = [
        Edge("a", "b", "words", 0.9),
        Edge("c", "d", "words", 0.9),
        Edge("b", "r", "retold", 0.6),
        Edge("d", "r", "retold", 0.7),
    ]
    for turned in permutations(edges):
        assert groups(["a", "b", "c", "d", "r"], turned) == [["a", "b"], ["c", "d", "r"]]


def test_the_earliest_is_the_first_that_gives_the_words_as_spoken():
    made = quotation([
        attested("s2"),
        attested("s1", day="2031-03-13"),
        attested("s0", "that they stay", day="2031-03-12", kind="indirect", speaker=""),
    ])  # fmt: skip
    assert (made.earliest, made.statements, made.speaker) == ("s1", ("s0", "s1", "s2"), "e1")


def test_variants_are_not_collapsed_to_the_longest():
    made = quotation([attested("s1", TEXT.split(",")[0]), attested("s2", day="2031-03-15")])
    assert made.earliest == "s1"
    assert [c.kind for c in made.variants[0].changes] == ["added"]


def test_who_changed_the_words_first_is_told():
    made = quotation([
        attested("s1"),
        attested("s2", LEFT, day="2031-03-15"),
        attested("s3", LEFT, day="2031-03-16", start=50),
    ])  # fmt: skip
    second, third = made.variants
    assert [(c.kind, c.first) for c in second.changes] == [("misquotation", "s2")]
    assert [(c.kind, c.first) for c in third.changes] == [("misquotation", "s2")]
    assert second.changes[0].was == third.changes[0].was == (Span(8, 11),)


def test_spans_stand_in_the_article():
    made = quotation(
        [attested("s1", start=10), attested("s2", LEFT + " now", day="2031-03-15", start=30)]
    )
    changes = {c.kind: c for c in made.variants[0].changes}
    assert changes["misquotation"].was == (Span(18, 21),)
    assert changes["added"].is_[0].end == 30 + len(LEFT) + 4


def test_the_same_attestations_make_the_same_quotation_in_any_order():
    members = [attested("s1"), attested("s2", LEFT), attested("s3", TEXT.split(",")[0])]
    assert len({quotation(turned) for turned in permutations(members)}) == 1
