"""To whom a statement was said, and by what channel."""

import pytest

from tests.resolve.chain.wording import chains_of

CHANNELS = [
    ("{S:The ministry} {C:said} in a statement {T:that it waits}.", "in a statement"),
    (
        "{S:Stavin} {C:wrote} on the messaging service Tern {T:that it rained}.",
        "on the messaging service Tern",
    ),
    ("{S:Stavin} {C:wrote} on Tern {T:that it rained}.", "on Tern"),
    ("{S:Stavin} {C:wrote} on Telegram {T:that it rained}.", "on Telegram"),
    ("{S:Stavin} {C:said} in a post on X {T:that it rained}.", "in a post"),
    ("{T:“We heard it,”} {S:she} {C:said} by telephone.", "by telephone"),
    ("In a televised address {S:Halvard} {C:promised} {T:patience}.", "In a televised address"),
    ("{S:Halvard} {C:said} at a news conference {T:that it waits}.", "at a news conference"),
    (
        "In an interview with Corvane Six, {S:Askel} {C:conceded} {T:that everything has a price}.",
        "In an interview",
    ),
    ("{S:Orlach} {C:said} on state television {T:that it waits}.", "on state television"),
    ("{S:Orlach} {C:said} in a video address {T:that it waits}.", "in a video address"),
    ("On Tuesday {S:Orlach} {C:said} {T:that it waits}.", ""),
    ("{S:Orlach} {C:said} in Torvesk {T:that it waits}.", ""),
]


@pytest.mark.parametrize(("marked", "channel"), CHANNELS)
def test_channel(marked, channel):
    ((*_, shown_channel),) = chains_of(marked)
    assert shown_channel == channel


ADDRESSEES = [
    ("{S:Halvard} {C:told} parliament {T:that it waits}.", "parliament"),
    (
        "{S:Halvard} {C:told} the head of the board for dams, Col. Bo Tarn, {T:that it waits}.",
        "the head of the board for dams, Col. Bo Tarn",
    ),
    ("{S:Halvard} {C:wrote} to the council on Friday {T:that it waits}.", "the council"),
    ("In a letter to the mayor, {S:Halvard} {C:said} {T:it waits}.", "the mayor"),
    ("Speaking to farmers in Almis, {S:Halvard} {C:said} {T:it waits}.", "farmers"),
    ("{S:Halvard} {C:told} us {T:that it waits}.", "us"),
    ("{S:Halvard} {C:told} it {T:that it waits}.", ""),
    ("{S:Halvard} {C:said} {T:that it waits}.", ""),
]


@pytest.mark.parametrize(("marked", "addressee"), ADDRESSEES)
def test_addressee(marked, addressee):
    ((_, _, shown_addressee, _),) = chains_of(marked)
    assert shown_addressee == addressee
