"""Who said what, and what was said of a place: whom and what is found, and in which order."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.records import (
    Actor,
    Link,
    Location,
    Moment,
    Place,
    Provenance,
    Record,
    Span,
)
from sayso.store import Passed, Said, Spot, Store
from tests.notation import read

from .samples import ACT, MODEL, article, at, day, places, plain, record, records, unsaid


def speech(
    text: str,
    *actors: tuple[str, str, str],
    day: str = "",
    said: Iterable[str] = (),
    places: Iterable[tuple[str, str | None, int | None]] = (),
) -> Record:
    """Return a record of an article whose lines are statements.

    `actors` are name, type and mention; `said` has for each line the ids of who speaks it;
    `places` are mention, resolved name and GeoNames id.
    """
    published = Moment(day, day, "day") if day else None
    lines = (f"{{T{n}:{line}}}" for n, line in enumerate(text.splitlines()))
    of, annotation = read("\n".join(lines), published=published, title=text[:9])
    statements = annotation.statements
    first = ("a1",) if actors else ()
    speakers = [tuple(ids.split()) for ids in said] or [first] * len(statements)
    return Record(
        article=of,
        statements=statements,
        acts=(ACT,) * len(statements),
        provenance=tuple(Provenance(who, 1.0, (), "", None, None, "", "") for who in speakers),
        actors=tuple(
            Actor(f"a{n}", name, kind, (at(of, mention),), (), "", None, "")
            for n, (name, kind, mention) in enumerate(actors, 1)
        ),
        places=tuple(
            Place(at(of, words), "literal", Location(geonames, name or ""), 0.5, "")
            for words, name, geonames in places
        ),
        times=(),
        model=MODEL,
    )


def contents(rows: list[Said]) -> list[str]:
    return [said.content for said in rows]


def test_all_that_is_known_about_a_statement(store: Store) -> None:
    store.write(records(2))
    of, made = article(1), record(1)
    answer = store.who("Doran Hesk")[1]
    spoken = f"{made.statements[1].content[0].of(of.text)} … not on day 1"
    assert answer == Said(
        article_id=of.id,
        title=of.title,
        publisher=of.publisher,
        published=of.published,
        url=of.url,
        sightings=store.sightings(of.id),
        statement=made.statements[1],
        source="Doran Hesk",
        cue="told",
        content=spoken,
        act=made.acts[1],
        speaker=made.actors[2],
        speaker_score=made.provenance[1].score,
        chain=(Passed("Meridian Courier", "told"), Passed("talks", "citing")),
        addressee="",
        said_at=day(of, 1),
        places=(Spot("Karsk Oblast", 1707),),
    )
    other = store.who("Ilva Teren")[2]
    assert (other.addressee, other.chain, other.said_at) == ("Meridian Courier", (), None)
    assert (other.speaker, other.places) == (made.actors[0], ())


def test_what_somebody_passed_on_is_one_question(store: Store) -> None:
    store.write([*records(2), plain(article(2))])
    carried = store.carried("Meridian Courier")
    assert contents(carried) == [f"We will not leave Karsk … not on day {n}" for n in (0, 1)]
    assert [said.speaker.name for said in carried if said.speaker] == ["Doran Hesk"] * 2
    assert contents(store.carried("meridian", limit=1)) == contents(carried)[:1]
    assert contents(store.carried("talks")) == contents(carried)  # described, never named
    assert store.carried("Teren") == []  # spoken to and speaking, but passing nothing on
    assert store.carried("?") == []
    assert store.matching_carriers("meridian") == {"Meridian Courier": len(carried)}
    assert store.matching_carriers("Teren") == {}


def test_whoever_is_asked_for_is_shown_of_several_speakers(store: Store) -> None:
    store.write([record(0)])
    joint = record(0).statements[1].id
    shown = {
        name: said.speaker.name
        for name in ("Teren", "Hesk")
        for said in store.who(name)
        if said.statement.id == joint and said.speaker
    }
    assert shown == {"Teren": "Ilva Teren", "Hesk": "Doran Hesk"}


def test_a_statement_of_two_who_are_called_so_is_found_once(store: Store) -> None:
    made = speech(
        "We agree.", ("Ana Sarn", "person", "-"), ("Bo Sarn", "person", "-"), said=["a2 a1"]
    )
    store.write([made])
    [said] = store.who("Sarn")
    assert said.speaker == made.actors[1]
    assert store.matching_actors("Sarn") == {"Ana Sarn": 1, "Bo Sarn": 1}


PEOPLE = {
    "full": speech("We stay.", ("Doran Hesk", "person", "-")),
    "given": speech("We go.", ("Doran Teren", "person", "-")),
    "surname": speech("Hesk goes.", ("Hesk", "person", "Hesk")),
    "metonym": speech("The Citadel waits.", ("Government of Velmark", "government", "The Citadel")),
    "accents": speech("It is cold.", ("Jože Łoś-Hesk", "person", "-")),
    "unnamed": speech("It is hot.", ("two officials in Karsk", "unnamed", "-")),
    "roles": speech("So be it.", ("Citadel spokeswoman", "unnamed", "-")),
}


SPOTS = {
    "resolved": speech("Karsk holds.", places=[("Karsk", "Karsk Oblast", 1707)]),
    "renamed": speech("Old Harbour waits.", places=[("Old Harbour", "Karsk Oblast", 1707)]),
    "unresolved": speech("The Citadel sleeps.", places=[("The Citadel", None, None)]),
    "other": speech("North Karsk froze.", places=[("North Karsk", "North Karsk", 8)]),
    "far": speech("It was in Lower Sarn.", places=[("Lower Sarn", None, None)]),
    "twice": speech("Mar, or Mar.", places=[("Mar", "Mar", 9), ("Mar.", "Mar", 9)]),
    "none": speech("Karsk holds?"),
}
LABELS = {made.article.id: label for label, made in [*PEOPLE.items(), *SPOTS.items()]}


@pytest.fixture(scope="module")
def asked(apart: str) -> Iterator[Store]:
    """Return a record of these people and places, to ask and not to write to."""
    with Store.open(apart) as store:
        store.write([*PEOPLE.values(), *SPOTS.values()])
        yield store


@pytest.mark.parametrize(
    ("name", "articles"),
    [
        ("Hesk", {"full", "surname", "accents"}),
        ("hesk", {"full", "surname", "accents"}),
        ("Doran Hesk", {"full"}),
        ("Hesk, Doran", {"full"}),
        ("Doran", {"full", "given"}),
        ("Dora", set()),
        ("Doran Hesk Teren", set()),
        ("the Citadel", {"metonym", "roles"}),
        ("government of velmark", {"metonym"}),
        ("Velmark", {"metonym"}),
        ("Citadel Velmark", set()),  # words of two names
        ("joze los-hesk", {"accents"}),
        ("Łoś", {"accents"}),
        ("officials", {"unnamed"}),
        ("Karsk", {"unnamed"}),
        ("the", set()),
        ("% _ *", set()),
        ("", set()),
    ],
)
def test_who_is_found(asked: Store, name: str, articles: set[str]) -> None:
    said = asked.who(name)
    assert {LABELS[each.article_id] for each in said} == articles
    assert len(said) == len(articles)
    counted = asked.matching_actors(name)
    assert sum(counted.values()) == len(articles)
    assert set(counted) == {each.speaker.name for each in said if each.speaker}


def test_only_those_who_speak_are_found(store: Store) -> None:
    actors = (("Ana Sarn", "person", "-"), ("Bo Hesk", "person", "-"))
    store.write([speech("One.\nTwo.\nThree.", *actors, said=["a1", "", "a2"])])
    assert contents(store.who("Sarn")) == ["One."]
    assert contents(store.who("Hesk")) == ["Three."]
    assert store.matching_actors("Hesk") == {"Bo Hesk": 1}


def test_matching_names_come_with_the_most_statements_first(store: Store) -> None:
    hesk, sarn = ("Ana Hesk", "person", "-"), ("Bo Hesk", "person", "-")
    store.write(
        [
            speech("1\n2\n3", hesk, sarn, said=["a1", "a2", "a2"]),
            speech("4\n5\n6", ("Hesk", "person", "-"), sarn, said=["a1", "a2", ""]),
        ]
    )
    counts = store.matching_actors("Hesk")
    assert list(counts.items()) == [("Bo Hesk", 3), ("Ana Hesk", 1), ("Hesk", 1)]


def test_statements_come_by_date_then_in_text_order_and_undated_last(store: Store) -> None:
    teren = ("Ilva Teren", "person", "-")
    store.write(
        [
            speech("no date a\nno date b", teren),
            speech("March a\nMarch b", teren, day="2031-03-01"),
            speech("month", teren, day="2031-02"),
            speech("January a\nJanuary b", teren, day="2031-01-09"),
            speech("March again", teren, day="2031-03-01"),
        ]
    )
    wanted = [
        *("January a", "January b", "month", "March a", "March b", "March again"),
        *("no date a", "no date b"),
    ]
    assert contents(store.who("Teren")) == wanted
    assert contents(store.who("Teren", limit=3)) == wanted[:3]
    assert store.who("Teren", limit=0) == []


def test_more_statements_than_are_put_together_at_once(store: Store) -> None:
    lines = [f"line {n}" for n in range(1234)]
    store.write([speech("\n".join(lines), ("Ilva Teren", "person", "-"))])
    assert contents(store.who("Teren")) == lines


@pytest.mark.parametrize(
    ("place", "names"),
    [
        ("Karsk", {"resolved": "Karsk Oblast"}),
        ("KARSK OBLAST", {"resolved": "Karsk Oblast", "renamed": "Karsk Oblast"}),
        ("1707", {"resolved": "Karsk Oblast", "renamed": "Karsk Oblast"}),
        (" 8 ", {"other": "North Karsk"}),
        ("1", {}),
        ("9" * 30, {}),
        ("old harbour", {"renamed": "Karsk Oblast"}),
        ("Citadel", {"unresolved": "The Citadel"}),
        ("the citadel", {"unresolved": "The Citadel"}),
        ("Mar", {"twice": "Mar"}),
        ("Sarn", {"far": "Lower Sarn"}),  # nothing is named exactly so
        ("sarn lower", {"far": "Lower Sarn"}),
        ("Oblast", {"resolved": "Karsk Oblast", "renamed": "Karsk Oblast"}),
        ("Kars", {}),
        ("%", {}),
        ("", {}),
    ],
)
def test_where_is_found(asked: Store, place: str, names: dict[str, str]) -> None:
    said = asked.mentioning(place)
    assert {LABELS[each.article_id]: each.places[0].name for each in said} == names
    assert len(said) == len(names)
    counted = asked.matching_places(place)
    assert sum(counted.values()) == len(names)
    assert set(counted) == set(names.values())


def test_only_places_inside_the_content_count(store: Store) -> None:
    store.write([record(0), plain(article(1))])
    assert contents(store.mentioning("Karsk")) == ["We will not leave Karsk … not on day 0"]
    assert store.mentioning("Ostrania") == []
    assert store.matching_places("Ostrania") == {}


def test_a_place_named_exactly_so_outside_all_contents_hides_no_other(store: Store) -> None:
    title = plain(article(0))
    store.write([replace(title, places=places(article(0))[:1]), SPOTS["other"]])
    assert contents(store.mentioning("Karsk")) == ["North Karsk froze."]


def test_whoever_speaks_of_a_place_is_shown(store: Store) -> None:
    store.write([record(0), speech("Karsk!", places=[("Karsk", None, None)], said=[""])])
    first, second = store.mentioning("Karsk")
    assert first.speaker
    assert first.speaker.name == "Doran Hesk"
    assert second.speaker is None
    assert second.places == (Spot("Karsk", None),)
    assert contents(store.mentioning("Karsk", limit=1)) == [first.content]


def test_places_of_a_statement_are_listed_once_in_text_order(store: Store) -> None:
    spots = [("Sarn", None, None), ("Karsk", "Karsk Oblast", 1707), ("Mar", "Karsk Oblast", 1707)]
    store.write([speech("Sarn, Karsk, Mar", places=spots)])
    assert store.mentioning("Sarn")[0].places == (Spot("Sarn", None), Spot("Karsk Oblast", 1707))


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(name=st.text() | st.text(alphabet="ab\"'-*%_:(){}+ \x00\ud8000123"))
def test_no_name_is_an_error(store: Store, name: str) -> None:
    store.write([record(0)])
    answers = store.who(name), store.mentioning(name)
    counted = store.matching_actors(name), store.matching_places(name)
    assert [bool(each) for each in answers] == [bool(each) for each in counted]


def test_very_long_names_are_no_error(store: Store) -> None:
    long = " ".join(f"word{n}" for n in range(5000))
    actor = (long, "organisation", "-")
    store.write([speech(f"Yes.\n{long}", actor, places=[(long, None, None)])])
    assert len(store.who(long)) == 2
    assert len(store.mentioning(long)) == 1
    assert store.who(f"missing {long}") == []


def test_an_odd_name_is_shown_as_it_is(store: Store) -> None:
    store.write([speech("Odd\ud800.", ("\ud83dKarsk\x00", "person", "Odd\ud800"))])
    [said] = store.who("karsk")
    assert said.speaker
    assert said.speaker.name == "\ud83dKarsk\x00"
    assert said.content == "Odd\ud800."


def test_names_are_found_after_opening_again(address: str) -> None:
    with Store.open(address) as store:
        store.write(records(2))
    with Store.open(address, create=False) as store:
        assert len(store.who("Teren")) == 4


BY_SAID = {"yes": "Karsk a", "no": "Karsk b", "if": "Karsk c", "asked": "Karsk d"}


@pytest.mark.parametrize(
    ("said", "wanted"),
    [({}, ["Karsk a"]), *(({"said": each}, [words]) for each, words in BY_SAID.items()),
     ({"said": "any"}, list(BY_SAID.values()))],
)  # fmt: skip
def test_lists_take_what_was_said_unless_asked_for_more(
    store: Store, said: dict[str, str], wanted: list[str]
) -> None:
    places = [(words, "Karsk", 1707) for words in BY_SAID.values()]
    made = speech("\n".join(BY_SAID.values()), ("Ilva Teren", "person", "-"), places=places)
    link = Link("a1", Span(0, 1), "told")
    passed = tuple(replace(each, links=(link,)) for each in made.provenance)
    store.write([unsaid(replace(made, provenance=passed), *BY_SAID)])
    number = len(wanted)
    assert contents(store.who("Teren", **said)) == wanted
    assert contents(store.carried("Teren", **said)) == wanted
    assert contents(store.mentioning("1707", **said)) == wanted
    assert store.matching_actors("Teren", **said) == {"Ilva Teren": number}
    assert store.matching_carriers("Teren", **said) == {"Ilva Teren": number}
    assert store.matching_places("1707", **said) == {"Karsk": number}
    assert store.counts(**said).statements == number
    assert [row.statements for row in store.articles(**said)] == [number]
    [hit] = store.search("karsk", **said)
    assert hit.article.statements == number
    inside = [passage for passage in hit.passages if passage.statement_id]
    assert [passage.text for passage in inside] == wanted
    assert [BY_SAID[passage.said] for passage in inside] == wanted
    assert sum(len(passage.words) for passage in hit.passages) == len(BY_SAID)


def test_a_place_named_only_in_what_was_not_said_hides_no_other(store: Store) -> None:
    store.write([unsaid(SPOTS["far"], "no"), speech("To Lower Sarn Port.",
                 places=[("Lower Sarn Port", None, None)])])  # fmt: skip
    assert contents(store.mentioning("Lower Sarn")) == ["To Lower Sarn Port."]
    assert contents(store.mentioning("Lower Sarn", said="any")) == ["It was in Lower Sarn."]


def test_what_was_not_said_is_counted_neither_when_written(store: Store) -> None:
    assert store.write([unsaid(record(1), "no", "yes")]).statements == 1
    assert store.record(article(1).id) == unsaid(record(1), "no", "yes")
