"""Datelines at the start of a body."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.read.dateline import read_dateline, read_day

REST = " the ministry said on Friday that Velmark would stay in the region of Karsk for good."

DATELINES = {
    "KARSK, March 3 (NWA) - Velmark": "KARSK",
    "KARSK, 3 March (NWA) – Velmark": "KARSK",
    "KARSK (NWA) — Velmark": "KARSK",
    "KARSK (NWA) -- Velmark": "KARSK",
    "Karsk (NWA): Velmark": "Karsk",
    "KARSK, Velmark (NWA) — The": "KARSK, Velmark",
    "ILVANY, Karsk — The": "ILVANY, Karsk",
    "PORT ALMIS — The": "PORT ALMIS",
    "PORT-OF-KARSK (NWA) — A": "PORT-OF-KARSK",
    "VELMARK CITY/KARSK, March 14 (NWA) - A": "VELMARK CITY/KARSK",
    "St. Anne, Velmark (NWA) – The": "St. Anne, Velmark",
    "Karsk, 14 March: The": "Karsk",
    "KARSK, Friday: The": "KARSK",
    "KARSK: The": "KARSK",
    "TORVESK. The": "TORVESK",
    "Karsk: The": "Karsk",
    "New Karsk: The": "New Karsk",
    "Karsk – The": "Karsk",
}
NO_DATELINES = [
    "Text: The",
    "Title: The",
    "Update: The",
    "BREAKING — The",
    "EXCLUSIVE: The",
    "Analysis: The",
    "Q: The",
    "Minister: We",
    "Text: he",
    "Karsk: “We stay,”",
    "It was over: The",
    "The minister said: We",
    "Velmark — a state of five million — said",
    "Velmark (population five million) — said",
    "(NWA) - Velmark",
    "U.S. The",
    "14 March 2031: The",
    "“Karsk: The",
    "",
]


@pytest.mark.parametrize(("opening", "place"), DATELINES.items())
def test_datelines_name_their_place_as_written(opening, place):
    assert read_dateline([opening + REST], headed=True) == place


@pytest.mark.parametrize("opening", NO_DATELINES)
def test_other_openings_are_no_datelines(opening):
    assert read_dateline([opening + REST], headed=True) == ""


def test_the_turns_of_a_conversation_are_no_datelines():
    turns = ["Marlow: Would you give up the region of Karsk?", "Askel: No."]
    assert read_dateline(turns, headed=True) == ""


def test_a_short_line_without_headline_may_be_one_itself():
    assert read_dateline(["Vask: Velmark will stay", "He said more."], headed=False) == ""
    assert read_dateline(["Karsk: The" + 2 * REST], headed=False) == "Karsk"


@given(st.lists(st.text(max_size=80), max_size=3))
def test_a_dateline_stands_in_the_text(paragraphs):
    place = read_dateline(paragraphs, headed=True)
    assert not place or place in paragraphs[0]


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("KARSK, March 3, 2031 (NWA) -", "2031-03-03"),
        ("Karsk, Velmark, 14 March 2031:", "2031-03-14"),
        ("KARSK, March 3 (NWA) -", None),
        ("KARSK (NWA) -", None),
        ("On 3 March 2031", None),
    ],
)
def test_the_day_of_a_dateline_is_known_by_its_year(opening, day):
    paragraphs = [opening + REST]
    moment = read_day(paragraphs, read_dateline(paragraphs, headed=True))
    assert (moment and moment.start) == day
