"""Chains of attribution, told by sentences of an invented dispute."""

import pytest

from sayso.records import LINK_KINDS
from tests.notation import read
from tests.resolve.chain.wording import ONE, chains_by_rules, chains_of, links_of

# A marked sentence -> links, speaker, addressee, channel.
LINKED = [
    ("{S:Halvard} {C:told} NWA {T:that the ferry would sail}.", "NWA told", ""),
    ("{S:Halvard} {C:told} Reuters {T:that the ferry would sail}.", "Reuters told", ""),
    (
        "{T:“We wait,”} {S:Halvard} {C:told} the Skerra Morning Post.",
        "Skerra Morning Post told",
        "",
    ),
    ("{T:“We wait,”} {S:she} {C:told} the newspaper Lantern.", "Lantern told", ""),
    (
        "{T:“We wait,”} {S:she} {C:told} Velmark's state television.",
        "Velmark's state television told",
        "",
    ),
    ("{S:The governor} {C:told} Radio Ilvany {T:he would stay}.", "Radio Ilvany told", ""),
    (
        "{S:The governor} {C:told} the daily Karsk Beacon {T:he would stay}.",
        "Karsk Beacon told",
        "",
    ),
    (
        "{S:The governor} {C:told} a reporter for Corvane Six {T:he would stay}.",
        "Corvane Six told",
        "",
    ),
    (
        "{S:The governor} {C:told} reporters from the Almis Post {T:he would stay}.",
        "Almis Post told",
        "",
    ),
    (
        "{S:The governor} {C:told} the Almis Post and Corvane Six {T:he would stay}.",
        "Almis Post told; Corvane Six told",
        "",
    ),
    (
        "{S:The governor} {C:told} both the Courier and this newspaper {T:he would stay}.",
        "Courier told; this newspaper told",
        "",
    ),
    ("{T:“I counted them,”} {S:she} {C:told} me.", "me told", ""),
    ("{S:Halvard} {C:told} parliament {T:that the ferry would sail}.", "", "parliament"),
    (
        "{S:Halvard} {C:told} the Northern Compact {T:that the ferry would sail}.",
        "",
        "the Northern Compact",
    ),
    ("{S:Halvard} {C:told} reporters {T:that the ferry would sail}.", "", "reporters"),
    (
        "{S:Halvard} {C:told} a meeting of farmers on Sunday {T:that it would rain}.",
        "",
        "a meeting of farmers",
    ),
    (
        "{S:Halvard} {C:told} President Casimir Orlach {T:that it would rain}.",
        "",
        "President Casimir Orlach",
    ),
    ("{S:The Compact} {C:warned} Torvesk {T:that crossings must stay open}.", "", "Torvesk"),
    ("{S:The mayor} {C:assured} the families {T:that the bridge would hold}.", "", "the families"),
    ("{S:Tarsova} {C:wrote} to the council {T:that the map was old}.", "", "the council"),
    ("{S:Tarsova} {C:complained} to Port Almis {T:that the map was old}.", "", "Port Almis"),
    (
        "{S:Tarsova} {C:said} to the Sarnholt Courier {T:that the map was old}.",
        "Sarnholt Courier told",
        "",
    ),
    (
        "Interviewed by the Sarnholt Courier, {S:Tarsova} {C:said} {T:the map was old}.",
        "Sarnholt Courier told",
        "",
    ),
    (
        "Asked about it by the Sarnholt Courier, {S:Tarsova} {C:said} {T:the map was old}.",
        "Sarnholt Courier told",
        "",
    ),
    (
        "In response to questions from Skerra Today, {S:she} {C:denied} {T:it}.",
        "Skerra Today told",
        "",
    ),
    ("{S:Dunov} {C:said} on Radio Velna {T:that the page was printed}.", "Radio Velna told", ""),
    (
        "{S:Dunov} {C:wrote} in the Torvesk Banner {T:that the page was printed}.",
        "Torvesk Banner told",
        "",
    ),
    ("{S:Dunov} sent word through an aide and {C:refused} {T:to come}.", "an aide told", ""),
]

REPORTED = [
    (
        "{T:The bridge is mined}, {S:officials} {C:said}, the Torvesk Banner reported.",
        "Torvesk Banner reported",
    ),
    (
        "The Torvesk Banner reported that {S:Tarsova} {C:had called} {T:the offer a stage prop}.",
        "Torvesk Banner reported",
    ),
    (
        "The agency OTA, for its part, reported that {S:Tarsova} {C:rejected} {T:the offer}.",
        "OTA reported",
    ),
    (
        "The Torvesk Banner, a daily close to the Citadel, reported that {S:she} "
        "{C:rejected} {T:it}.",
        "Torvesk Banner reported",
    ),
    ("{S:Two guards} {C:say} {T:the gate was open}, Meridian reports.", "Meridian reported"),
    (
        "As Corvane Six reported, {S:the mediator} {C:promised} {T:a text by Sunday}.",
        "Corvane Six reported",
    ),
    (
        "{S:The mediator} {C:promised} {T:a text by Sunday}, wrote the Almis Post.",
        "Almis Post reported",
    ),
    (
        "{S:The mediator} {C:promised} {T:a text}, NWA and the Almis Post reported.",
        "NWA reported; Almis Post reported",
    ),
    (
        "{S:The ministry} {C:said} in a note published by the Sarnholt Courier {T:that it waits}.",
        "Sarnholt Courier reported",
    ),
    (
        "{S:The ministry} {C:said} in a note carried by the state agency, Norrpress, "
        "{T:that it waits}.",
        "Norrpress reported",
    ),
    (
        "{S:The ministry} {C:said} in a note that the Ostranian Telegraph Agency "
        "published in full {T:that it waits}.",
        "Ostranian Telegraph Agency reported",
    ),
    (
        "In a decree read out on state television, {S:Orlach} {C:promised} {T:to send inspectors}.",
        "state television reported",
    ),
    (
        "In a survey by the fanzine Wet Bank, {S:half} {C:said} {T:they would swim}.",
        "Wet Bank reported",
    ),
    (
        "{S:A report by surveyors, leaked to the weekly Lantern,} {C:put} {T:the "
        "risk at one in nine}.",
        "Lantern reported",
    ),
    (
        "{S:A table, which the Sarnholt Courier published in July,} {C:says} {T:five}.",
        "Sarnholt Courier reported",
    ),
    (
        "{T:“They shoot,”} {C:reported} {S:Radio Velna’s own correspondent in Ilvany, Mila Dorn}.",
        "Radio Velna reported",
    ),
    ("{S:She} {C:fears} {T:for her job}, the paper explains.", "the paper reported"),
    (
        "According to the Almis Post, {S:Orlach} {C:threatened} {T:to close the crossings}.",
        "Almis Post according",
    ),
    (
        "According to a report in the Almis Post, {S:Orlach} {C:threatened} {T:to close them}.",
        "Almis Post according",
    ),
    (
        "According to a transcript published by Meridian, {S:she} {C:said} {T:they were the best}.",
        "Meridian according",
    ),
    ("{S:Stavin} {C:denied} {T:the rumour}, according to Tarsova.", "Tarsova according"),
    (
        "In a letter quoted by the Sarnholt Courier, {S:Halvard} {C:asked for} {T:a table}.",
        "Sarnholt Courier quoted",
    ),
    (
        "In a note cited by Corvane Six, {S:the ministry} {C:said} {T:it would wait}.",
        "Corvane Six quoted",
    ),
    (
        "{S:Friends of the minister}, quoted in the Lantern, {C:say} {T:she packed}.",
        "Lantern quoted",
    ),
    (
        "Corvanese radio {C:quoted} {S:an aide} {C:as saying} {T:a chair would be kept}.",
        "Corvanese radio quoted",
    ),
    ("It {C:quotes} {S:a clerk} {C:as saying} {T:she signed forty}.", "It quoted"),
    (
        "{S:Orlach} {C:told} his council {T:he would lose the talks}, the Northwire "
        "Agency (NWA) reported on Thursday, citing two people who were in the room.",
        "two people who were in the room citing; Northwire Agency reported",
    ),
    (
        "Skerra Morning, citing OTA, reported that {S:Tarsova} {C:rejected} {T:the offer}.",
        "OTA citing; Skerra Morning reported",
    ),
    (
        "{S:The governor} {C:told} OTA {T:he would stay}, the Almis Post reported.",
        "OTA told; Almis Post reported",
    ),
    ("{S:Halvard} {C:said} {T:it would rain}, citing two shepherds.", ""),
    ("{S:Ostrania} {C:reported} {T:twelve dead}.", ""),
    ("{S:Skerra} and Elmarch {C:said} {T:they would wait}.", ""),
    ("{S:The Almis Post} {C:reported} {T:that the bridge was mined}.", ""),
]


@pytest.mark.parametrize(("marked", "links", "to"), LINKED)
def test_told(marked, links, to):
    ((found_links, _, found_to, _),) = chains_of(marked)
    assert (found_links, found_to) == (links, to)


@pytest.mark.parametrize(("marked", "links"), REPORTED)
def test_reported(marked, links):
    assert links_of(marked) == [links]


def test_every_link_has_a_kind_of_the_record():
    for row in (*LINKED, *REPORTED):
        article, annotation = read(row[0])
        for chain in chains_by_rules(article, annotation.statements):
            assert all(link.kind in LINK_KINDS for link in chain.links)


ODD = [
    "",
    "{T:…}",
    "{T:told} told told told told",
    "{T:(((}(((((((((((((((NWA",
    "{T:“}\n\n\n“",
    "{T:According} to ",
    "\u2028NWA reported \U0001f600 {T:that it rained}, NWA reported",
    "{T:A}" + "A" * 5000,
    "{T:Velmark}'s " + "Velmark's " * 500,
    "{T:the} state " + "the state " * 500,
    "{T:(NW}A) " + "(NWA) " * 800,
]


@pytest.mark.parametrize("marked", ODD, ids=range(len(ODD)))
def test_odd_texts_give_spans_of_the_text(marked):
    article, annotation = read(marked)
    every = chains_by_rules(article, annotation.statements)
    assert len(every) == len(annotation.statements)
    for chain in every:
        for span in (*(link.span for link in chain.links), chain.addressee, chain.channel):
            assert span is None or 0 <= span.start < span.end <= len(article.text)


def test_every_statement_has_a_chain():
    article, annotation = read(ONE + "{T2:“Rooms.”} {S3:Dunov} {C3:told} parliament {T3:no}.")
    assert len(chains_by_rules(article, annotation.statements)) == 3
    assert chains_by_rules(article, []) == []


def test_two_statements_that_hold_each_other_do_not_loop():
    article, annotation = read("{T1:{T2:{S1:She} {C1:said} {S2:he} {C2:said} it.}}")
    assert len(chains_by_rules(article, annotation.statements)) == 2
