"""Carriers that hold for the next statements, and statements inside statements."""

import pytest

from tests.resolve.chain.wording import ONE, chains_of, links_of

OCCASIONS = [
    (ONE + "{T2:“We have rooms,”} {S2:she} {C2:said}.", "Almis Post told"),
    (ONE + "{T2:“We have rooms.”}", "Almis Post told"),
    (ONE + "{S2:Corrant} {C2:added} {T2:that rooms were free}.", "Almis Post told"),
    (ONE + "\n\n{T2:“We have rooms,”} {S2:she} {C2:said}.", "Almis Post told"),
    (ONE + "\n\nIt rained.\n\n{T2:“We have rooms,”} {S2:she} {C2:said}.", ""),
    (ONE + "{S2:Dunov} {C2:said} {T2:the door was open}.", ""),
    (ONE + "{S2:She} {C2:asked} {T2:that her car not be named}.", ""),
    (ONE + "{S2:She} {C2:told} parliament {T2:that rooms were free}.", ""),
    (ONE + "Later {S2:she} {C2:wrote} on Tern {T2:that rooms were free}.", ""),
    (ONE + "{S2:She} {C2:told} NWA {T2:that rooms were free}.", "NWA told"),
    (ONE + "{S2:It} {C2:is feared} {T2:that it will rain}.", ""),
    (ONE + "<p:Teo Valdin> leads the opposition. {S2:He} {C2:called} {T2:it a show}.", ""),
    (ONE + "<p:Dunov> came. {S2:He} {C2:said} {T2:it was late}.", ""),
    (
        "{S1:<p:Corrant>} {C1:told} NWA {T1:yes}. {S2:<p:Livia Corrant>} {C2:said} {T2:no}.",
        "NWA told",
    ),
    (
        "{S1:Two people} {C1:told} NWA {T1:it was late}. {S2:One of them} {C2:said} "
        "{T2:two hours}.",
        "NWA told",
    ),
    (
        "{S1:Two people} {C1:told} NWA {T1:it was late}. {S2:The other} {C2:said} {T2:two hours}.",
        "NWA told",
    ),
    (
        "{S1:The governor, <p:Gregor Stavin>,} {C1:told} NWA {T1:yes}. {S2:Mr <p:Stavin>} "
        "{C2:smiled} {T2:no}.",
        "NWA told",
    ),
    (
        "{S1:A source at the club} {C1:told} NWA {T1:yes}. {S2:The source} {C2:said} {T2:no}.",
        "NWA told",
    ),
    (
        "{S1:Gregor Stavin} {C1:told} NWA {T1:yes}. {S2:A person close to Stavin} "
        "{C2:said} {T2:no}.",
        "",
    ),
    (
        "{S1:NWA} {C1:reported} {T1:rain}, citing two men. {S2:NWA} {C2:said} "
        "{T2:the wind was up}.",
        "",
    ),
]


@pytest.mark.parametrize(("marked", "links"), OCCASIONS)
def test_what_carries_over_to_the_second_statement(marked, links):
    assert links_of(marked)[1] == links


def test_addressee_and_channel_last_for_the_paragraph():
    marked = (
        "{S1:Halvard} {C1:told} parliament in a letter {T1:that it waits}. {S2:She} {C2:added} "
        "{T2:that it rains}.\n\n{S3:She} {C3:went on} {T3:that it snows}."
    )
    ways = [(to, channel) for _, _, to, channel in chains_of(marked)]
    assert ways == [("parliament", "in a letter")] * 2 + [("", "")]


# Two statements, the second inside the first -> the links of the second.
NESTED = [
    ("{S1:She} {C1:told} NWA {T1:that {S2:<p:Tarn>} {C2:said} {T2:no}}.", ""),
    ("{C1:According to} {S1:two guards}, {T1:{S2:Tarsova} {C2:threatened} {T2:to leave}}.", ""),
    ("{S1:The ministry} {C1:denied} {T1:that {S2:<p:Tarn>} {C2:had offered} {T2:a deal}}.", ""),
    (
        "{S1:He} {C1:denied} {T1:a report in the Torvesk Banner that {S2:she} "
        "{C2:offered} {T2:land}}.",
        "Torvesk Banner reported",
    ),
    ("{S1:Dunning} {C1:recalls} {T1:{S2:Mr Starr’s} {C2:saying} {T2:that it was safe}}.", ""),
    (
        "{S1:The Press Agency official} {C1:said} {T1:that {S2:<p:Tarn>} {C2:offered} {T2:land}}.",
        "",
    ),
    (
        "{S1:The Torvesk Banner} {C1:writes} {T1:that {S2:police} {C2:suspect} {T2:arson}}.",
        "The Torvesk Banner reported",
    ),
    (
        "{S1:Our correspondent} {C1:says} {T1:that {S2:<p:Tarn>} {C2:offered} {T2:land}}.",
        "Our correspondent reported",
    ),
]


@pytest.mark.parametrize(("marked", "links"), NESTED)
def test_an_outlet_carries_what_others_say_in_its_words_and_a_party_does_not(marked, links):
    assert links_of(marked)[1] == links
