"""Whose text an article says it is."""

import pytest

from sayso.link.copies.credits import credit, introduces, itself
from sayso.records import Article
from tests.link.copies.notation import STORY, article

TOP = {
    "KARSK (AP) — The ferry stopped.": "AP",
    "March 14 (Reuters) - The ferry stopped.": "Reuters",
    "KARSK, Velmark (AFP) – The ferry stopped.": "AFP",
    "By The Associated Press": "AP",
    "/ Source: Associated Press": "AP",
    "By Mira Tolland, Associated Press": "AP",
    "Mira Tolland, Bloomberg": "Bloomberg",
    "AP March 14, 2031, 10:35 PM": "AP",
}
BOTTOM = {
    "© 2031 The Associated Press. All Rights Reserved.": "AP",
    "Copyright 2031 by King Features Syndicate": "King Features",
    "(Reporting by Mira Tolland; editing by Jon Ask)": "Reuters",
    "The-CNN-Wire ™ & © 2031 Cable News Network": "CNN",
    "This article first appeared in the Almis Post.": "Almis Post",
    "Republished with permission from the Torvesk Banner.": "Torvesk Banner",
    "Associated Press writer Jon Ask contributed to this report.": "AP",
}


@pytest.mark.parametrize(("line", "wanted"), TOP.items())
def test_signs_at_the_top(line, wanted):
    given = credit(article(line, *STORY))
    assert given
    assert given.outlet.name == wanted


def test_a_dateline_names_an_agency_that_the_table_does_not_have():
    line = "KARSK, March 14 (NWA) — The dam holds, the governor said."
    given = credit(article(line, *STORY, "(Reporting by Mira Tolland; editing by Jon Ask)"))
    assert given
    assert given.outlet.name == "NWA"


@pytest.mark.parametrize(("line", "wanted"), BOTTOM.items())
def test_signs_at_the_bottom(line, wanted):
    given = credit(article(*STORY, line))
    assert given
    assert given.outlet.name == wanted
    assert given.words in line


NONE = (
    "Orsk told the Associated Press that she slept on her bag.",
    "A boat lies at the quay. (AP Photo/Mira Tolland)",
    "Copyright 2031 Karsk Beacon",
    "Bloomberg:",
)


@pytest.mark.parametrize("line", NONE)
def test_what_is_no_credit(line):
    assert credit(article(STORY[0], line, *STORY[1:])) is None


def test_an_agency_is_credited_with_what_it_publishes():
    assert credit(article(*STORY, publisher="Associated Press")).outlet.name == "AP"


def test_what_media_of_a_government_publish_is_less_surely_theirs():
    given = credit(article(*STORY, publisher="Al Jazeera"))
    assert given.score < credit(article("KARSK (AP) — It rained.")).score


@pytest.mark.parametrize(
    "fields", [{"byline": ("Mira Tolland", "Associated Press")}, {"url": "https://apnews.com/1"}]
)
def test_byline_and_address_are_signs(fields):
    assert credit(Article(STORY[0], "", publisher="Karsk Beacon", **fields)).outlet.name == "AP"


def test_a_contribution_is_only_a_hint():
    given = credit(article(*STORY, "Jon Ask and the Associated Press contributed to this report."))
    assert given.score < 0.75


def test_a_dateline_behind_captions_is_found():
    captions = [f"A boat lies at the quay, the {n}th of them." for n in range(80)]
    given = credit(article(*captions, "KARSK (AP) — The ferry stopped."))
    assert given.outlet.name == "AP"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("She told The Associated Press that it rained.", "AP"),
        ("an email obtained by Reuters", "Reuters"),
        ("AP has learned that the board met.", "AP"),
        ("The press was told.", None),
    ],
)
def test_how_an_agency_speaks_of_itself(text, wanted):
    seen = itself(text)
    assert (seen.name if seen else None) == wanted


def test_who_introduces_a_passage():
    assert introduces("It rained. Details from the Associated Press:\n\n").name == "AP"
    assert introduces("It rained.") is None
