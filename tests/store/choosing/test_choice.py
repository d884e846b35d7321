"""What lists take of a record by filters is what an export takes by them."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.judgements import Anchor, Judgement
from sayso.store import Filters, Store

CHOICES = (
    Filters(entity="Tarsova", said="yes"),
    Filters(outlet="Northwire", acts=("denies", "rejects")),
    Filters(place="Karsk", min_score=0.8),
    Filters(since="2031-03-14", until="2031-03-18"),
    Filters(words="army"),
    Filters(words="army", outlet="post", since="2031-03-01"),
    Filters(words="…"),
    Filters(entity="nobody at all"),
)


@pytest.fixture(scope="module", params=["as rules concluded it", "as people corrected it"])
def sample(
    request: pytest.FixtureRequest, linked_record: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Store]:
    path = tmp_path_factory.mktemp("choice") / "sayso.db"
    shutil.copy(linked_record, path)
    with Store.open(path) as store:
        if request.param == "as people corrected it":
            store.judge(corrections(store))
            assert store.corrected_ids()
        yield store


def corrections(store: Store) -> list[Judgement]:
    """Return a judgement on the first statement that each of several choices takes."""
    made = []
    for number, filters in enumerate(CHOICES[:3]):
        row = next(next(iter(store.exported(filters))).rows())
        its = row.statement
        anchor = Anchor(row.of.article.id, "cue", its.cue[0], its.source, its.cue, its.content)
        what = ("not_statement", {}) if number else ("act", {"act": "threatens"})
        made.append(
            Judgement(what[0], anchor, what[1], "tester", f"2031-04-0{number + 1}T09:00:00Z")
        )
    return made


def exported(store: Store, filters: Filters) -> dict[str, tuple[str, ...]]:
    """Return the statements that an export takes, by article."""
    return {each.article.id: each.chosen for each in store.exported(filters)}


@pytest.mark.parametrize("filters", CHOICES, ids=str)
def test_lists_take_what_an_export_takes(sample: Store, filters: Filters) -> None:
    wanted = exported(sample, filters)
    fitting = {name for names in wanted.values() for name in names}
    every = {s.id for row in sample.articles() for s in sample.record(row.id).statements}
    choice = sample.choice(filters)
    assert choice.statements(every) == fitting
    assert choice.articles([row.id for row in sample.articles()]) == set(wanted)
    rows = choice.rows(limit=None)
    assert {row.id: row.statements for row in rows} == {k: len(v) for k, v in wanted.items()}
    assert [row.id for row in rows] == [r.id for r in sample.articles() if r.id in wanted]
    assert choice.rows(limit=2) == rows[:2]
    assert choice.counts() == (len(wanted), len(fitting))


@pytest.mark.parametrize("filters", CHOICES, ids=str)
def test_what_was_linked_fits_where_one_of_its_statements_does(
    sample: Store, filters: Filters
) -> None:
    fitting = {name for names in exported(sample, filters).values() for name in names}
    choice = sample.choice(filters)
    for room, values in (("claims", sample.claims()), ("quotations", sample.quotations())):
        wanted = {each.id for each in values if fitting & set(each.statements)}
        assert set(choice.groups(room).values()) == wanted
    said = {
        party.id
        for each in sample.exported(filters)
        for row in each.rows()
        for party in row.speakers
        if party.id.startswith("en_")
    }
    assert set(choice.groups("entities").values()) >= said


def test_who_says_what_fits(sample: Store) -> None:
    filters = Filters(place="Karsk", said="yes")
    wanted = {name for names in exported(sample, filters).values() for name in names}
    every, _ = sample.speaking(which=filters)
    assert every
    for each in every:
        (voice,) = sample.voices(each.entity.id, which=filters)
        assert voice.total == len(voice.said) == each.statements
        assert {row.statement.id for row in voice.said} <= wanted
        assert len({row.article_id for row in voice.said}) == each.articles


def test_words_are_looked_for_in_statements_where_these_are_chosen(sample: Store) -> None:
    whole = sample.search("army", limit=50)
    outlet = Filters(words="army", outlet="Northwire Agency", said="yes")
    hits = sample.choice(outlet).hits(limit=50)
    seen = {row.id for row in sample.choice(Filters(outlet="Northwire Agency")).rows(limit=None)}
    assert hits == [hit for hit in whole if hit.article.id in seen]
    assert 0 < len(hits) < len(whole)
    assert sample.choice(outlet).hits(limit=1) == hits[:1]
    denied = Filters(words="army", acts=("denies", "rejects"), said="yes")
    taken = exported(sample, denied)
    passages = [p for hit in sample.choice(denied).hits(limit=50) for p in hit.passages]
    assert {p.statement_id for p in passages} == {name for its in taken.values() for name in its}
    assert sample.choice(Filters(words="…", outlet="Northwire")).hits(limit=9) == []
