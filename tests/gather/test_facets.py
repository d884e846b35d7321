"""Searches of the linked sample: each filter alone and all together, and what facets count."""

from pathlib import Path
from typing import Any

import pytest

from sayso.errors import UsageError
from sayso.gather.facets import searched
from sayso.store import Filters, Store
from sayso.view.asking import Search, parameter


def test_each_value_of_a_facet_leads_to_as_many_as_it_counts(linked_record: Path) -> None:
    with Store.open(linked_record) as store:
        whole = searched(store, Search(words="soldiers"), limit=1000)
        assert whole.number == len(whole.said) > 20
        assert not whole.cut
        tried = 0
        for each in whole.facets:
            if each.name in ("place", "since"):
                continue
            for value in each.values[:2]:
                name = each.name
                given = value.address.split(f"{parameter(Search, name)}=")[1].replace("+", " ")
                narrower = searched(store, Search(**{"words": "soldiers", name: given}), limit=1)
                assert narrower.number == value.count
                tried += 1
    assert tried > 8


def test_filters_hold_together(linked_record: Path) -> None:
    days = {"since": "2031-03-01", "until": "2031-04-30"}
    search = Search(act="denies", kind="direct", min_score="0.5", **days)
    with Store.open(linked_record) as store:
        its = searched(store, search, limit=500)
        pages = [searched(store, search, limit=2, skip=skip) for skip in (0, 2)]
    assert its.said
    for each in its.said:
        assert each.statement.kind == "direct"
        assert each.act.name == "denies"
        assert each.published
        assert "2031-03-01" <= each.published.start <= "2031-04-30"
        assert each.statement.score >= 0.5
    assert [s.statement.id for page in pages for s in page.said] == [
        each.statement.id for each in its.said[:4]
    ]
    assert pages[0].more == its.number - 2


def test_words_stand_in_the_statement_and_are_marked(linked_record: Path) -> None:
    with Store.open(linked_record) as store:
        its = searched(store, Search(words="army engineers"), limit=9)
        assert searched(store, Search(words="nowhereatall"), limit=9).number == 0
    assert its.lines
    for runs in its.marked.values():
        marked = {run.words.casefold() for run in runs if run.matched}
        assert marked == {"army", "engineers"}


@pytest.mark.parametrize(
    "search",
    [Search(act="sings"), Search(kind="sung"), Search(since="March"), Search(min_score="much"),
     Search(origins="-1")],
)  # fmt: skip
def test_what_is_no_filter_is_told(linked_record: Path, search: Search) -> None:
    with Store.open(linked_record) as store, pytest.raises(UsageError):
        searched(store, search, limit=9)


@pytest.mark.parametrize(
    "given",
    [
        {"entity": "Tarsova"},
        {"entity": "tarsova milena"},
        {"outlet": "almis post"},
        {"outlet": "agency"},
        {"place": "Karsk"},
        {"place": "karsk district"},
        {"acts": ("denies",)},
        {"acts": ("asks", "demands")},
        {"since": "2031-03-20", "until": "2031-03-22"},
        {"min_score": 0.9},
        {"words": "soldiers"},
        {"entity": "Tarsova", "place": "Velmark", "since": "2031-04-01", "min_score": 0.5},
    ],
)
def test_filters_are_those_of_commands_and_exports(
    linked_record: Path, given: dict[str, Any]
) -> None:
    filters = Filters(said="yes", **given)
    search = Search(
        words=filters.words,
        who=filters.entity,
        outlet=filters.outlet,
        place=filters.place,
        act=",".join(filters.acts),
        since=filters.since,
        until=filters.until,
        min_score=str(filters.min_score),
    )
    with Store.open(linked_record) as store:
        its = searched(store, search, limit=1)
        chosen = {name for each in store.exported(filters) for name in each.chosen}
    assert set(its.ids) == chosen
    assert set(its.claims) == store.claims_with(its.ids)
    assert not its.cut
