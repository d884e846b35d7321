"""Rows of lists in words."""

from dataclasses import replace
from typing import NamedTuple

import pytest

from sayso.records import Act, Actor, Moment, Sighting, Span, Spans, Statement, Timex
from sayso.view.articles import sighting_view
from sayso.view.leads import Lead, plain
from sayso.view.lists import ArticleLine, Run, StatementLine, article_line, runs, statement_line


class Passed(NamedTuple):
    """Whoever passed a statement on."""

    name: str
    kind: str
    entity: str = ""


class Place(NamedTuple):
    """A place by its name."""

    name: str


DAY = Moment("2031-03-14", "2031-03-15", "day")
OWN = Sighting("talks.txt", "Northwire", published=DAY, read_at="2031-04-01T09:00:00Z")
COURIER = Sighting("courier.html", "Sarnholt Courier", "https://courier.example/1", published=DAY)


SURE = Statement("s1", "indirect", 0.93, (), (), (Span(0, 1),), "")


class Row(NamedTuple):
    """What a store answers with."""

    article_id: str = "sha256:3f9a0123456789"
    title: str = "Ready\nfor talks"
    publisher: str = "Northwire"
    published: Moment | None = DAY
    url: str = ""
    sightings: tuple[Sighting, ...] = (OWN, COURIER)
    statement: Statement = SURE
    source: str = "he"
    content: str = "to go\x1b"
    act: Act = Act("refuses", "neg", "certain", (), "")
    speaker: Actor | None = Actor("a1", "Marek Dunov", "person", (), (), "", None, "")
    speaker_score: float = 0.9
    chain: tuple[Passed, ...] = (Passed("Northwire", "told", "en_1"), Passed("the Post", "citing"))
    addressee: str = "parliament"
    said_at: Timex | None = Timex(Span(0, 1), "DATE", "", "2031-03-14", "2031-03-14", "")
    places: tuple[Place, ...] = (Place("Torvesk"),)
    speaker_entity: str = "en_2"
    addressee_entity: str = ""


UNSAID = replace(Row().act, said="no")


def test_a_row_in_words() -> None:
    assert statement_line(Row()) == StatementLine(
        article=ArticleLine(
            id="3f9a01234567",
            date="2031-03-14",
            outlet="Northwire",
            title="Ready for talks",
            elsewhere=(sighting_view(COURIER),),
            moment="2031-03-14",
            order="2031-03-14",
        ),
        speaker="Marek Dunov",
        source="he",
        act="refuses",
        content="to go␛",
        passed=(
            Lead("→ told ", "Northwire", "entity", "en_1"),
            Lead(" → cited by ", "the Post", "entity"),
            Lead(" · to ", "parliament", "entity"),
            Lead(" · ", "said 14 March 2031"),
        ),
        spots=(Lead("where: ", "Torvesk", "place", "Torvesk"),),
        entity="en_2",
    )


def test_how_words_came_is_one_line_with_pages_of_its_names() -> None:
    line = statement_line(Row())
    way = "→ told Northwire → cited by the Post · to parliament · said 14 March 2031"
    assert line.way == f"{way} · where: Torvesk"
    assert [each.address for each in line.leads if each.id] == ["/entity/en_1", "/place/Torvesk"]
    assert line.who.address == "/entity/en_2"
    alone = statement_line(Row(chain=(), addressee="", said_at=None))
    assert alone.way == "where: Torvesk"


@pytest.mark.parametrize(
    ("row", "doubts"),
    [
        (Row(), []),
        (Row(speaker_score=0.62), ["speaker doubtful (62%)"]),
        (Row(speaker=None, speaker_score=0.0), []),
        (
            Row(statement=replace(SURE, score=0.41), speaker_score=0.5),
            ["statement doubtful (41%)", "speaker doubtful (50%)"],
        ),
    ],
)
def test_a_row_tells_what_is_doubtful(row: Row, doubts: list[str]) -> None:
    assert [each.words for each in statement_line(row).doubts] == doubts


@pytest.mark.parametrize(
    ("row", "field", "words"),
    [
        (Row(speaker=None), "speaker", ""),
        (Row(source="Marek  Dunov"), "source", ""),
        (Row(act=UNSAID), "act", "not said"),
        (Row(act=UNSAID), "said", "no"),
        (
            Row(act=UNSAID, places=()),
            "way",
            "→ to Northwire → cited by the Post · to parliament · when: 14 March 2031",
        ),
        (
            Row(said_at=replace(Row().said_at, start=None, end=None), chain=(), places=()),
            "way",
            "to parliament",
        ),
    ],
)
def test_what_is_not_known_or_not_said(row: Row, field: str, words: object) -> None:
    assert getattr(statement_line(row), field) == words


@pytest.mark.parametrize(
    ("row", "field", "words"),
    [
        (Row(published=None), "date", "no date"),
        (Row(title=" "), "title", "talks.txt"),
        (Row(sightings=(OWN,)), "elsewhere", ()),
        (Row(sightings=(OWN, replace(OWN, given_id="again"))), "elsewhere", ()),
    ],
)
def test_an_article_that_lacks_something(row: Row, field: str, words: object) -> None:
    assert getattr(article_line(row, row.article_id, "talks.txt"), field) == words


class Passage(NamedTuple):
    """A passage that a search finds."""

    span: Span
    text: str
    words: Spans


@pytest.mark.parametrize(
    ("text", "words", "wanted"),
    [
        ("to Karsk and\nback", (Span(13, 18),), ["to ", "*Karsk", " and back"]),
        ("Karsk", (Span(10, 15),), ["*Karsk"]),
        ("a b", (Span(10, 11), Span(12, 13)), ["*a", " ", "*b"]),
        ("\x1b[2J", (), ["␛[2J"]),
    ],
)
def test_words_searched_for_stand_on_their_own(text: str, words: Spans, wanted: list[str]) -> None:
    passage = Passage(Span(10, 10 + len(text)), text, words)
    assert runs(passage) == tuple(Run(w.removeprefix("*"), w.startswith("*")) for w in wanted)


@pytest.mark.parametrize(
    ("lead", "address"),
    [
        (Lead("", "Ilva Teren", "entity", "en_1"), "/entity/en_1"),
        (Lead("", "Ilva Teren", "entity"), ""),
        (Lead("", "of Karsk/Velna?", "place", "of Karsk/Velna?"), "/place/of%20Karsk%2FVelna%3F"),
    ],
)
def test_a_page_has_an_address(lead: Lead, address: str) -> None:
    assert lead.address == address


def test_a_line_reads_without_its_pages() -> None:
    assert plain([Lead("→ told ", "Northwire", "entity", "en_1"), Lead(" · ", "Friday")]) == (
        "→ told Northwire · Friday"
    )
