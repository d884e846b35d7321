"""Byline and date lines, told from running text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.read.byline import read_byline, read_names

LINES = {
    "By Mira Tolland": (["Mira Tolland"], None),
    "BY MIRA TOLLAND": (["MIRA TOLLAND"], None),
    "By Mira Tolland, 14 March 2031": (["Mira Tolland"], "2031-03-14"),
    "By Mira Tolland in Karsk, 14 March 2031": (["Mira Tolland"], "2031-03-14"),
    "By Mira Tolland and Petra Dunne": (["Mira Tolland", "Petra Dunne"], None),
    "By Mira Tolland, Petra Dunne and Ivo Lahr": (
        ["Mira Tolland", "Petra Dunne", "Ivo Lahr"],
        None,
    ),
    "By Ada Prowse and agencies, 15 March 2031": (["Ada Prowse"], "2031-03-15"),
    "By Mira Tolland, diplomatic correspondent": (["Mira Tolland"], None),
    "By Mira Tolland Diplomatic Correspondent": (["Mira Tolland"], None),
    "By Mira Tolland for The Northern Ledger": (["Mira Tolland"], None),
    "By Mira Tolland | The Northern Ledger | March 14, 2031": (["Mira Tolland"], "2031-03-14"),
    "Written by Anna de la Cruz": (["Anna de la Cruz"], None),
    "Author: Mira Tolland": (["Mira Tolland"], None),
    "By NWA": (["NWA"], None),
    "14 March 2031 | By Mira Tolland": (["Mira Tolland"], "2031-03-14"),
    "Posted on March 14, 2031 by Mira Tolland": (["Mira Tolland"], "2031-03-14"),
    "14 March 2031": ([], "2031-03-14"),
    "2031-03-14": ([], "2031-03-14"),
    "Published 14 March 2031": ([], "2031-03-14"),
    "Published: March 14, 2031 09:30 GMT": ([], "2031-03-14"),
    "Friday, 14 March 2031, 10:30 GMT": ([], "2031-03-14"),
    "14 March 2031 – 10:30": ([], "2031-03-14"),
    "Updated 15 March 2031, published 14 March 2031": ([], "2031-03-14"),
    "Last updated: 15 March 2031": ([], None),
}
RUNNING_TEXT = [
    "By Friday the bridge was gone",
    "By Friday, Velmark Had Left",
    "By Design",
    "BY MS. TOLLAND:",
    "By the numbers",
    "By land, sea and air",
    "By Mira Tolland, who lost her home in Karsk",
    "By 14 March 2031 the army had left",
    "On 14 March 2031, the army left.",
    "Karsk fell on 14 March 2031",
    "The talks of 14 March 2031",
    "KARSK, 14 March 2031",
    "Mira Tolland",
    "Friday",
    "Vask resigned on Monday, 14 March 2031, after a vote",
    "“By Mira Tolland”, the note said",
    "",
    "By Mira Tolland " * 20,
]


@pytest.mark.parametrize(("line", "expected"), LINES.items())
def test_bylines_and_dates_are_read(line, expected):
    byline = read_byline(line)
    published = byline.published.start if byline.published else None
    assert (list(byline.names), published) == expected


@pytest.mark.parametrize("line", RUNNING_TEXT)
def test_running_text_is_no_byline(line):
    assert read_byline(line) is None


@pytest.mark.parametrize(
    ("field", "names"),
    [
        ("By Mira Tolland", ("Mira Tolland",)),
        ("Mira Tolland; Petra Dunne", ("Mira Tolland", "Petra Dunne")),
        ("Mira Tolland, Petra Dunne and Ivo Lahr", ("Mira Tolland", "Petra Dunne", "Ivo Lahr")),
        ("Mira Tolland, Diplomatic Correspondent", ("Mira Tolland",)),
        ("Mira Tolland (NWA)", ("Mira Tolland",)),
        ("mira@ledger.example, Mira Tolland", ("Mira Tolland",)),
        ("https://ledger.example/staff/mira", ()),
        ("Staff reporter", ()),
        ("", ()),
    ],
)
def test_names_are_taken_from_author_fields(field, names):
    assert read_names(field) == names


@given(st.text(max_size=200))
def test_any_line_is_a_byline_or_not(line):
    byline = read_byline(line)
    assert byline is None or all(name.strip() for name in byline.names)
