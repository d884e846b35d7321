"""Captions, lists and notices that belong to the page."""

import pytest

from sayso.link.copies.furniture import captions, furniture

FURNITURE = {
    "a gallery": "Karsk under water – A boat on the square. Hide Caption 3 of 20 Photos",
    "rights": "Copyright 2031 Karsk Beacon",
    "all rights": "© 2031 Karsk Beacon. All rights reserved.",
    "a link": "RELATED: Ruel denies it",
    "a list of names": "Mira Tolland, Jon Ask, Lena Orsk, Ana Ruel, Bo Karst, Ina Vask, Per Almis",
}


@pytest.mark.parametrize("line", FURNITURE.values(), ids=FURNITURE)
def test_furniture_is_told_whole(line):
    text = f"The ferry stopped.\n\n{line}\n\nIt rained."
    covered = {at for span in furniture(text) for at in range(*span)}
    begin = text.index(line)
    assert covered >= set(range(begin, begin + len(line)))
    assert not covered & set(range(15))


@pytest.mark.parametrize(
    "line", ["The writer left.", "It rained in 3 of 20 towns.", "Photos lied."]
)
def test_narration_is_none(line):
    assert list(furniture(f"{line}\n\nIt rained.")) == []


def test_captions_of_single_pictures_are_told():
    text = "It rained.\n\nIn this file photo, a boat lies there. (NWA Photo/Ask)\n\nFILE - A boat."
    assert [span.of(text)[:7] for span in captions(text)] == ["In this", "FILE - "]


def test_a_mark_of_a_gallery_reaches_to_the_one_before():
    text = "One boat. Hide Caption 1 of 2 Photos Another boat. Hide Caption 2 of 2 Photos"
    assert [span.of(text) for span in furniture(text)] == [
        "One boat. Hide Caption 1 of 2 Photos",
        " Another boat. Hide Caption 2 of 2 Photos",
    ]
