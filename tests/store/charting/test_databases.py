"""Both databases give the same statements to charts."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.pipeline import link
from sayso.store import Asked, Store

MOST = 500
ARTICLES = 8  # of the sample


@pytest.fixture(scope="module")
def filled(apart: str, linked_record: Path) -> Iterator[Store]:
    """Return some articles of the sample, linked."""
    with Store.open(linked_record) as sample, Store.open(apart) as made:
        rows = sample.articles(limit=ARTICLES)
        made.write([sample.record(row.id) for row in rows])
        link(made)
        yield made


@pytest.mark.parametrize(
    "asked",
    [
        Asked(),
        Asked(since="2031-04-14", until="2031-04-15"),
        Asked(acts=frozenset([("denies", "neg"), ("asserts", "neg")])),
        Asked(who="Tarsova"),
        Asked(place="Karsk"),
        Asked(who="Tarsova", place="Velmark", since="2031-04-01"),
    ],
)
def test_what_charts_ask_for(filled: Store, linked_record: Path, asked: Asked) -> None:
    here = {row.id for row in filled.charted(Asked(), most=MOST).rows}
    with Store.open(linked_record) as sample:
        wanted = [
            row for row in sample.charted(asked, most=MOST, links=True).rows if row.id in here
        ]
    made = filled.charted(asked, most=MOST, links=True).rows
    assert [(row.id, row.day, row.act, row.speaker and row.speaker.name) for row in made] == [
        (row.id, row.day, row.act, row.speaker and row.speaker.name) for row in wanted
    ]


def test_who_passes_on(filled: Store) -> None:
    rows = filled.charted(Asked(through="Northwire"), most=MOST, links=True).rows
    assert rows
    carriers = {link.who.entity for row in rows for link in row.links}
    every = filled.charted(Asked(), most=MOST, links=True).rows
    named = {link.who.entity for row in every for link in row.links if "Northwire" in link.who.name}
    assert named <= carriers
    assert {row.id for row in rows} == {
        row.id for row in every if named & {link.who.entity for link in row.links}
    }


def test_claims_and_their_heads(filled: Store) -> None:
    rows = filled.charted(Asked(), most=MOST).rows
    counts = filled.charted_claims(rows)
    assert sum(counts.values()) == len(rows)
    heads = filled.heads(counts)
    assert list(heads) == list(counts)
    claims = {each.id: each for each in filled.claims()}
    for each in heads.values():
        its = claims[each.id]
        assert (each.words, each.articles) == (its.words, its.articles)
    assert set(filled.charted_claims(rows, answered=True)) >= {
        each.id for each in claims.values() if each.answers
    }
