"""Chains of attribution, told by sentences of an invented dispute."""

import pytest

from sayso.records import LINK_KINDS
from tests.notation import read
from tests.resolve.chain.wording import ONE, chains_by_rules, chains_of, links_of, shown

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

# A marked sentence -> who speaks instead of the source, and the links.
SPEAKERS = [
    (
        "{S:The Northwire Agency} {C:reported} {T:that a deal was near}, citing two officials.",
        "two officials",
        "Northwire Agency reported",
    ),
    (
        "{S:NWA}, citing two officials in Torvesk, {C:reported} {T:that a deal was near}.",
        "two officials in Torvesk",
        "NWA reported",
    ),
    (
        "According to {S:state television}, which quoted the minister, {T:turnout "
        "was high}. {C:According to}",
        "the minister",
        None,
    ),
    (
        "{S:The Island Voice}, quoting hospital staff, {C:says} {T:three men were treated}.",
        "hospital staff",
        "Island Voice reported",
    ),
    ("{S:OTA} {C:quoted} Tarsova as saying {T:that the map was old}.", "Tarsova", "OTA quoted"),
    (
        "{S:Radio Velna}, which spoke to the cook, {C:said} {T:it began in a pan}.",
        "the cook",
        "Radio Velna reported",
    ),
    ("{S:The ministry} {C:said} {T:it would wait}, citing two officials.", "", ""),
    ("{S:NWA} {C:reported} {T:that flights had stopped}, citing security concerns.", "", ""),
    ("{S:NWA} {C:reported} {T:that flights had stopped}.", "", ""),
]

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


@pytest.mark.parametrize(("marked", "links", "to"), LINKED)
def test_told(marked, links, to):
    ((found_links, _, found_to, _),) = chains_of(marked)
    assert (found_links, found_to) == (links, to)


@pytest.mark.parametrize(("marked", "links"), REPORTED)
def test_reported(marked, links):
    assert links_of(marked) == [links]


@pytest.mark.parametrize(("marked", "speaker", "links"), SPEAKERS)
def test_who_speaks(marked, speaker, links):
    ((found_links, found_speaker, *_),) = chains_of(marked)
    assert found_speaker == speaker
    assert links is None or found_links == links


@pytest.mark.parametrize(("marked", "channel"), CHANNELS)
def test_channel(marked, channel):
    ((*_, shown_channel),) = chains_of(marked)
    assert shown_channel == channel


SAID = "{S:Halvard} {C:said} {T:that it waits}."
CREDITS = [
    ("TORVESK, March 14 (NWA) — " + SAID, {}, "NWA dateline"),
    ("TORVESK (Reuters) - " + SAID, {}, "Reuters dateline"),
    ("By Northwire Agency\n\n" + SAID, {}, "Northwire Agency byline"),
    ("By Mira Tolland, Northwire Agency\n\n" + SAID, {}, "Northwire Agency byline"),
    ("By Mira Tolland\n\n" + SAID, {}, ""),
    (
        "The Northwire Agency has moved house.\n\n" + SAID,
        {"byline": ("Northwire Agency",)},
        "Northwire Agency byline",
    ),
    (SAID + "\n\nAdditional material: NWA", {}, "NWA credit"),
    (SAID + "\n\n(Reporting by Henrik Sool; Reuters contributed)", {}, "Reuters credit"),
    (SAID + "\n\nFerrant contributed to this report.", {}, "Ferrant credit"),
    (SAID + "\n\nFerrant contributed to this report.", {"publisher": "Ferrant"}, "Ferrant credit"),
    (SAID + "\n\n(Reporting by Henrik Sool; editing by Mira Tolland)", {}, ""),
    (SAID + " (Reuters)", {}, "Reuters credit"),
    (SAID + " (NWA) (*The Almis Post*)", {}, "NWA credit; The Almis Post credit"),
    (SAID + " (NWA via Corvane Six)", {}, "NWA credit; Corvane Six credit"),
    (SAID + " (RFE/RL)", {}, "RFE/RL credit"),
    (SAID + " (NWA/Meridian)", {}, "NWA credit; Meridian credit"),
    (SAID + " (NWA / * / Meridian)", {}, "NWA credit; Meridian credit"),
    (SAID + " (pictured)", {}, ""),
    (SAID + "\n\nIt rained in Hadrov. (Meridian)", {}, ""),
    ("It rained. (Meridian) " + SAID + " (NWA)", {}, "NWA credit"),
    ("TORVESK (NWA) — {S:Halvard} {C:told} NWA {T:that it waits}.", {}, "NWA told"),
    (
        "TORVESK (NWA) — {S:Halvard} {C:told} the Banner {T:that it waits}.",
        {},
        "Banner told; NWA dateline",
    ),
    ("TORVESK (NWA) — {S:NWA} {C:said} {T:that it waits}.", {}, ""),
]


@pytest.mark.parametrize(("marked", "article", "links"), CREDITS)
def test_what_the_article_credits(marked, article, links):
    assert links_of(marked, **article) == [links]


def test_the_article_itself_tells_what_its_names_are():
    marked = "{S:Halvard} {C:told} the Ledgerline {T:that it waits}."
    assert links_of(marked) == [""]
    assert links_of(marked + " The Ledgerline, a weekly in Ilvany, is poor.") == ["Ledgerline told"]
    assert links_of(marked, publisher="Ledgerline") == ["Ledgerline told"]


HANDED_ON = [
    ("(Island Voice via Meridian)", True),
    ("A list was published by Meridian.", True),
    ("Meridian contributed to this report.", True),
    ("Ana Meridian contributed to this report.", False),
    ("Ana Meridian contributed much.", False),
]


@pytest.mark.parametrize(("words", "is_outlet"), HANDED_ON)
def test_who_hands_news_on_is_an_outlet_whatever_the_tagger_says(words, is_outlet):
    marked = "{S:Halvard} {C:told} <p:Meridian> {T:that it waits}.\n\nIt rained.\n\n" + words
    assert links_of(marked)[0].startswith("Meridian told") == is_outlet


def test_mentions_tell_people_and_places_from_outlets():
    named = (
        ("<p:Marek>", ""),
        ("<p:Ana Meridian>", ""),
        ("<l:Meridian>", ""),
        ("<o:Meridian>", "Meridian told"),
        ("<p:Meridian>", "Meridian told"),  # one word, and nobody's given name
    )
    for name, links in named:
        article, annotation = read(f"{{S:Halvard}} {{C:told}} {name} {{T:that it waits}}.")
        (chain,) = chains_by_rules(article, annotation.statements, annotation.mentions)
        assert shown(article.text, chain)[0] == links


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
