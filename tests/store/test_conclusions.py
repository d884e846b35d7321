"""What was concluded comes back exactly, and goes out without a trace."""

import re
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from sayso.records import (
    ACTOR_TYPES,
    ACTS,
    LINK_KINDS,
    MODALITIES,
    SAID,
    Act,
    Actor,
    Link,
    Location,
    ModelInfo,
    Place,
    Provenance,
    Quantity,
    Record,
    Role,
    Span,
    Timex,
    Unnamed,
)
from sayso.store import Store
from sayso.store.dialect import open_engine, reading
from sayso.store.schema import metadata
from tests.notation import read

from .samples import article, plain, record, records
from .test_verbatim import TEXTS

CONCLUDED = (
    *("runs", "statements", "spans", "acts", "provenances", "speakers", "links", "addressees"),
    *("actors", "places", "content_places", "times", "quantities", "names", "name_words"),
)
ARTICLE, ANNOTATION = read("{T1:Talks} on {T2:Karsk} resume in {T3:the town of Sarn}.")
PLACES_IN_IT = st.integers(0, len(ARTICLE.text))
SPAN = st.tuples(PLACES_IN_IT, PLACES_IN_IT).map(lambda ends: Span(min(ends), max(ends)))
SPANS = st.lists(SPAN, max_size=3).map(tuple)
SCORE = st.floats(0, 1)
TIMEX = st.builds(Timex, SPAN, TEXTS, TEXTS, st.none() | TEXTS, st.none() | TEXTS, TEXTS)
# Whoever speaks, passes on or is spoken to is among the actors, whatever their ids are.
IDS = ("a1", "\x00\ud800", "’")
ID = st.sampled_from(IDS)
LINKS = st.lists(st.builds(Link, ID, SPAN, st.sampled_from(LINK_KINDS)), max_size=2).map(tuple)
ACT = st.builds(
    Act,
    st.sampled_from(ACTS),
    st.sampled_from(("pos", "neg")),
    st.sampled_from(MODALITIES),
    SPANS,
    TEXTS,
    st.sampled_from(SAID),
)
PROVENANCE = st.builds(
    Provenance,
    speakers=st.lists(ID, max_size=3).map(tuple),
    score=SCORE,
    links=LINKS,
    addressee=ID | st.just(""),
    channel=st.none() | SPAN,
    said_at=st.none() | TIMEX,
    reports=TEXTS,
    why=TEXTS,
)
BOUND = st.none() | st.floats(0, 1e15)
QUANTITY = st.builds(Quantity, SPAN, TEXTS, TEXTS, BOUND, BOUND, TEXTS, TEXTS, TEXTS)
ACTOR = st.builds(
    Actor,
    id=ID,
    name=TEXTS,
    type=st.sampled_from(ACTOR_TYPES),
    mentions=SPANS,
    roles=st.lists(st.builds(Role, TEXTS, SPAN), max_size=2).map(tuple),
    of=st.just(""),
    unnamed=st.none() | st.builds(Unnamed, TEXTS, TEXTS, TEXTS, TEXTS, st.none() | SPAN),
    why=TEXTS,
)
DEGREES = st.none() | st.floats(-180, 180)
PLACE = st.builds(
    Place,
    mention=SPAN,
    use=TEXTS,
    location=st.builds(
        Location,
        geonames=st.none() | st.integers(0, 2**40),
        name=TEXTS,
        country=TEXTS,
        admin1=TEXTS,
        lat=DEGREES,
        lon=DEGREES,
        feature=TEXTS,
    ),
    score=SCORE,
    why=TEXTS,
)


def rows(address: str) -> dict[str, list[tuple[object, ...]]]:
    """Return all rows of the tables of conclusions."""
    engine = open_engine(address)
    with reading(engine) as connection:
        tables = {
            name: sorted(map(tuple, connection.execute(select(metadata.tables[name]))), key=repr)
            for name in CONCLUDED
        }
    engine.dispose()
    return tables


def check(store: Store, written: Record) -> None:
    """Check that a record, stored in place of an earlier one of its article, comes back."""
    runs = len(store.articles()) and store.record(written.article.id).model.version
    fresh = replace(written, model=ModelInfo("tests", f"{int(runs) + 1}"))
    store.write([fresh])
    assert store.record(fresh.article.id) == fresh


ROUND_TRIP = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
BARE = plain(ARTICLE)
ACTORS = tuple(Actor(i, "Ilva Teren", "person", (), (), IDS[0], None, "-") for i in IDS)


@ROUND_TRIP
@given(st.lists(st.tuples(ACT, PROVENANCE), max_size=3))
def test_any_statements_come_back(store: Store, each: list[tuple[Act, Provenance]]) -> None:
    statements = ANNOTATION.statements[: len(each)]
    acts, provenance = (tuple(e[0] for e in each), tuple(e[1] for e in each))
    made = replace(BARE, statements=statements, acts=acts, provenance=provenance)
    check(store, replace(made, actors=ACTORS))


@ROUND_TRIP
@given(*(st.lists(some, max_size=3).map(tuple) for some in (ACTOR, PLACE, TIMEX, QUANTITY)))
def test_any_actors_places_times_and_quantities_come_back(
    store: Store,
    actors: tuple[Actor, ...],
    places: tuple[Place, ...],
    times: tuple[Timex, ...],
    quantities: tuple[Quantity, ...],
) -> None:
    rest = {"actors": actors, "places": places, "times": times, "quantities": quantities}
    check(store, replace(BARE, **rest))


def test_every_table_of_conclusions_is_filled_and_tested(store: Store, address: str) -> None:
    store.write(records(2))
    assert all(rows(address).values())
    others = {"articles", "sightings", "annotations", "judgements", "sayso_version"}
    others |= {"accounts", "sessions"}
    of_others = {n for n in metadata.tables if re.match("linked|link_|vectors|watch_", n)}
    assert set(CONCLUDED) == metadata.tables.keys() - others - of_others


def test_writing_again_changes_no_row(store: Store, address: str) -> None:
    store.write(records(4))
    before = rows(address)
    store.write(records(4))
    assert rows(address) == before


def test_another_model_leaves_no_trace_of_the_first(store: Store, address: str) -> None:
    store.write(records(3, version=2))
    wanted = rows(address)
    store.write(records(3, version=1))
    assert rows(address) != wanted
    store.write(records(3, version=2))
    assert rows(address) == wanted


def test_what_one_article_forgets_others_keep(store: Store, address: str) -> None:
    store.write(records(2))
    store.write([plain(article(1), model=ModelInfo("tests", "2"))])
    assert store.record(article(0).id) == record(0)
    assert len(store.who("Hesk")) == 1
    store.write([plain(article(0), model=ModelInfo("tests", "2"))])
    assert {table for table, left in rows(address).items() if left} == {"runs"}
    assert store.who("Hesk") == []


def test_a_record_with_too_few_acts_is_refused(store: Store) -> None:
    with pytest.raises(ValueError, match="shorter"):
        store.write([record(0), replace(record(1), acts=())])
    assert store.counts().articles == 0
    assert store.write(records(2)).new == 2


@pytest.mark.parametrize("lost", ["a1", "a2", "a3", "a4", "a5"])
def test_a_record_that_names_an_actor_that_it_lacks_is_refused(store: Store, lost: str) -> None:
    of = record(1)
    left = tuple(actor for actor in of.actors if actor.id != lost)
    with pytest.raises(ValueError, match=f"has no actor '{lost}'"):
        store.write([record(0), replace(of, actors=left)])
    assert store.counts().articles == 0
