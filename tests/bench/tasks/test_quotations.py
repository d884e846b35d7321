"""The benchmark of quotations: what is made of invented ones, and how pairs are counted."""

import pytest

from bench.made.quotations import made
from bench.tasks.across.quotations import Item, families, kinds, kinds_of
from sayso.link.quotations.wordings import Wording
from sayso.linked import CHANGES


@pytest.mark.parametrize("part", ["tune", "kept"])
def test_every_kind_of_change_is_made_and_changes_words(part):
    variants = made(part)
    assert {kind for each in variants for kind in each.kinds} == set(CHANGES)
    assert all(each.now != each.was and each.kinds for each in variants)


def test_the_parts_share_no_quotation():
    assert not {each.was for each in made("tune")} & {each.was for each in made("kept")}


def test_a_perfect_reading_scores_one():
    cut = next(each for each in made("tune") if each.kinds == {"cut"})
    assert kinds_of(cut) == {"cut"}
    figures = kinds([cut, cut])
    assert (figures["exact"], figures["cut_recall"], figures["tense_recall"]) == (1.0, 1.0, 0.0)


def test_pairs_are_counted_over_all_wordings():
    long = "Our engineers repaired the cranes of the harbour before the storm"
    texts = {"a": [long, long + " reached us", "Nobody came"], "b": ["The mines are cleared"]}
    items = [Item(c, Wording("direct", (t,))) for c, its in texts.items() for t in its]
    figures = families(items)
    assert (figures["precision"], round(figures["recall"], 3)) == (1.0, 0.333)
