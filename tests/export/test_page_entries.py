"""Below the text: who speaks, the places and the times, each with its mentions and its reason."""

import re
from dataclasses import replace

from sayso.export.page import page
from sayso.records import Record, Span, Unnamed
from sayso.view.mentions import SHOWN
from tests.export.browsing import Read
from tests.view.drafting import TALKS, first, talks, unsaid_bridge


def entries(record: Record, name: str) -> list[str]:
    """Return the words of each entry of a section."""
    inside = page(record).partition(f'<section id="{name}"')[2].partition("</section>")[0]
    rows = re.findall(r"<li.*?</li>", inside, re.DOTALL)
    apart = (re.sub("</(p|summary|details)>", r" </\1>", row) for row in rows)
    return [" ".join(Read(row).text("li").split()) for row in apart]


def test_who_speaks_lists_speakers_first_with_their_statements() -> None:
    listed = entries(talks(), "who")
    assert listed[0].startswith(
        "Marek Dunov person · the president's spokesman · for Government of Ostrania "
        "· 3 statements: 1, 2, 3 the president's spokesman, he, Marek Dunov"
    )
    assert "Why Named “Marek Dunov”; mentioned 3 times." in listed[0]
    names = [
        re.match(r"[\w ]+?(?= (?:person|government|group|organisation|unnamed))", e)[0]
        for e in listed
    ]  # type: ignore[index]
    assert names.index("Milena Tarsova") < names.index("Ostranian Telegraph Agency")
    assert names.index("Ostranian Telegraph Agency") < names.index("Northwire")
    tarsova = listed[names.index("Milena Tarsova")]
    assert "1 statement: 5 · passes on 1: 6" in tarsova


def test_somebody_unnamed_is_described() -> None:
    record = talks()
    why = first(TALKS, "ruled out any discussion")
    about = Unnamed("3", "reporters", "the Citadel", "Torvesk", why)
    actors = tuple(
        replace(actor, unnamed=about) if actor.name == "reporters" else actor
        for actor in record.actors
    )
    listed = entries(replace(record, actors=actors), "who")
    described = next(entry for entry in listed if entry.startswith("reporters"))
    assert (
        "reporters · 3 · with the Citadel · in Torvesk · no name: ruled out any discussion"
        in described
    )


def test_places_say_what_they_were_resolved_to_and_why() -> None:
    listed = entries(talks(), "places")
    assert listed[0].startswith("Torvesk city in Low Country, Portugal · 38.72° N, 9.14° W Torvesk")
    assert "is the only place of that name (91%)" in listed[0]
    assert listed[-1].startswith("no place found Karsk, Ostrania (speaks or acts), Hadrov Why")
    assert listed[-1].count("the gazetteer knows no place of this name") == 1


def test_times_say_value_interval_and_why() -> None:
    listed = entries(talks(), "times")
    assert listed[0].startswith("14 March 2031 date 2031-03-14 Friday Why The Friday of the")
    assert listed[2].startswith("2 months duration P2M two months")
    same = replace(talks().times[0], mention=first(TALKS, "any day"), why="Another reason.")
    merged = entries(replace(talks(), times=(*talks().times, same)), "times")
    assert len(merged) == len(listed)
    assert "Friday, any day Why “Friday”: The Friday of" in merged[0]
    assert "“any day”: Another reason." in merged[0]


def test_an_empty_section_is_not_shown() -> None:
    bare = page(replace(talks(), places=(), times=()))
    assert 'id="who"' in bare
    assert 'id="places"' not in bare
    assert 'href="#places"' not in bare


def test_many_mentions_end_with_a_number() -> None:
    record = talks()
    many = tuple(Span(n, n + 1) for n in range(SHOWN + 5))
    actors = (replace(record.actors[0], mentions=many), *record.actors[1:])
    assert "and 5 more" in entries(replace(record, actors=actors), "who")[0]


def test_the_same_words_are_written_once() -> None:
    record = talks()
    karsk = [Span(*match.span()) for match in re.finditer("Karsk", TALKS)][:3]
    places = tuple(replace(record.places[-1], mention=span) for span in karsk)
    source = page(replace(record, places=places))
    entry = source.partition('<li id="place-1">')[2].partition("</li>")[0]
    assert re.findall(r'href="#w\d+-\d+"[^>]*>(?:<bdi>)?(\w+)', entry) == ["Karsk", "2", "3"]


def test_what_was_not_said_does_not_count_as_a_statement() -> None:
    ruel = entries(unsaid_bridge(), "who")[0]
    counts = "1 statement: 1 · not said 1: 2 · may be said 1: 3 · asked whether 1: 6"
    assert " ".join(ruel.split()).startswith(f"Ruel person · {counts}")
