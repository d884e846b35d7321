"""Texts are kept once, and every place where one was seen."""

from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from sayso.records import ModelInfo, Moment, Sighting
from sayso.store import Store, WriteCounts
from sayso.store.dialect import open_engine, writing
from sayso.store.sightings import see

from .samples import article, record, records

FIRST = article(1)
REPRINT = replace(
    FIRST,
    source="reprint.html",
    given_id="r1",
    url="https://almis.example/talks",
    publisher="Almis Post",
    byline=("Ade Moru",),
    published=Moment("2031-05-01", "2031-05-01", "day"),
)


def seen(store: Store) -> list[Sighting]:
    """Return the sightings of the first article as its reading made them."""
    return [replace(each, read_at="") for each in store.sightings(FIRST.id)]


def test_the_same_text_from_another_place_is_another_sighting(store: Store) -> None:
    store.write([record(1)])
    assert store.write([replace(record(1), article=REPRINT)]) == WriteCounts(known=1, sightings=1)
    assert seen(store) == [FIRST.sighting, REPRINT.sighting]
    assert store.record(FIRST.id) == record(1)


def test_the_same_place_again_is_the_same_sighting(store: Store) -> None:
    store.write([record(1)])
    first = store.sightings(FIRST.id)
    assert store.write([record(1)]).sightings == store.see([FIRST, FIRST]) == 0
    assert store.sightings(FIRST.id) == first


def test_another_reading_of_the_byline_is_no_other_sighting(store: Store) -> None:
    store.write([record(1)])
    store.see([REPRINT])
    again = replace(record(1), article=replace(FIRST, byline=("Mira Sand of NWA",)))
    assert store.write([again]) == WriteCounts(known=1)
    assert store.record(FIRST.id) == record(1)
    by_other_rules = replace(again, model=replace(again.model, rules="2"))
    assert store.write([by_other_rules]) == WriteCounts(replaced=1, statements=2)
    assert store.record(FIRST.id) == by_other_rules
    assert seen(store) == [by_other_rules.article.sighting, REPRINT.sighting]


def test_what_rules_make_of_a_page_is_no_other_sighting(store: Store) -> None:
    page = replace(record(1), article=replace(FIRST, concluded=("url", "publisher", "published")))
    store.write([page])
    read_otherwise = replace(page.article, publisher="NWA", url="", published=None)
    assert store.see([read_otherwise]) == 0
    model = replace(page.model, rules="2")
    by_other_rules = replace(page, article=read_otherwise, model=model)
    assert store.write([by_other_rules]) == WriteCounts(replaced=1, statements=2)
    assert store.record(FIRST.id) == by_other_rules
    assert seen(store) == [read_otherwise.sighting]
    assert "concluded" not in str(store.who("Hesk")[0].to_json())


def test_sightings_need_no_record(store: Store) -> None:
    store.write([record(1)])
    assert store.see([REPRINT, REPRINT, FIRST, article(2)]) == 1
    assert seen(store) == [FIRST.sighting, REPRINT.sighting]
    assert store.counts().articles == 1


def test_sightings_survive_another_model(store: Store) -> None:
    store.write([record(1)])
    store.see([REPRINT])
    new = replace(record(1), model=ModelInfo("tests", "2"))
    assert store.write([new]) == WriteCounts(replaced=1, statements=2)
    assert seen(store) == [FIRST.sighting, REPRINT.sighting]


@pytest.mark.parametrize("name", ["reprint.html", "r1", "https://almis.example/talks", "1"])
def test_an_article_is_named_by_every_sighting(store: Store, name: str) -> None:
    store.write(records(3))
    store.see([REPRINT])
    assert store.article(name) == FIRST


def test_what_nothing_is_named_is_not_there(store: Store) -> None:
    store.write(records(2))
    store.see([REPRINT])
    assert store.find(REPRINT.url) == FIRST
    assert store.find("https://almis.example/another") is None


def test_lists_tell_all_sightings(store: Store) -> None:
    store.write(records(2))
    store.see([REPRINT])
    every = store.sightings(FIRST.id)
    row = store.articles()[0]
    assert row.sightings == every
    assert (row.publisher, row.published) == (FIRST.publisher, FIRST.published)
    assert [each.sightings for each in store.who("Hesk") if each.article_id == FIRST.id] == [every]
    assert [hit.article.sightings for hit in store.search('"day 1"')] == [every]
    assert store.who("Hesk")[1].to_json()["sightings"] == [each.to_json() for each in every]


@pytest.mark.parametrize("by", [{"publisher": "Almis Post"}, {"url": REPRINT.url}])
def test_articles_are_found_by_every_sighting(store: Store, by: dict[str, str]) -> None:
    store.write(records(2))
    store.see([REPRINT])
    assert [row.id for row in store.articles(**by)] == [FIRST.id]
    assert store.articles(publisher="Almis Post", url=FIRST.url) == []  # never seen there


def test_a_stored_record_is_printed_with_its_sightings(store: Store) -> None:
    store.write(records(2))
    store.see([REPRINT])
    printed = store.record(FIRST.id).to_json(store.sightings(FIRST.id))
    extracted = record(1).to_json()
    sightings = printed["article"].pop("sightings")
    extracted["article"].pop("sightings")
    assert printed == extracted
    assert [each["publisher"] for each in sightings] == ["Outlet 1", "Almis Post"]
    assert all(each["read_at"].endswith("Z") for each in sightings)


def test_seeing_a_text_again_does_not_read_all_its_sightings(path: Path) -> None:
    """Counted in steps of SQLite, which are the same on every machine."""
    with Store.open(path) as store:
        store.write([record(1)])
    engine, steps, places = open_engine(path), [], iter(range(5_000))
    for earlier in (100, 2_000):
        made = [replace(REPRINT, source=str(n)).sighting for n in islice(places, earlier)]
        again = replace(REPRINT, source="\ud800 0").sighting
        with writing(engine) as connection:
            assert see(connection, [(1, each) for each in made[:100]]) == [1] * 100
            for start in range(100, earlier, 100):
                see(connection, [(1, each) for each in made[start : start + 100]])
            counted: list[None] = []
            driver: Any = connection.connection.driver_connection
            driver.set_progress_handler(lambda: counted.append(None), 10)  # noqa: B023
            assert see(connection, [(1, made[0]), (1, replace(again, url=str(earlier)))]) == [1]
            driver.set_progress_handler(None, 0)
        steps.append(len(counted))
    engine.dispose()
    assert steps[1] < 2 * steps[0] + 20


def test_each_sighting_keeps_its_headline(store: Store) -> None:
    store.write([record(1)])
    elsewhere = replace(REPRINT, title="No word from Karsk", title_span=None)
    assert store.see([elsewhere]) == 1
    assert [each.title for each in seen(store)] == [FIRST.title, "No word from Karsk"]
    assert store.article(FIRST.id).title == FIRST.title
    # The headline is no part of what tells sightings apart.
    assert store.see([replace(elsewhere, title="Nothing from Karsk")]) == 0
