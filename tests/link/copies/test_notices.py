"""Notices that something was put right."""

from dataclasses import replace

import pytest

from sayso.link.copies.notices import notice
from tests.link.copies.notation import STORY, article

NOTICES = {
    "Correction: An earlier version gave the wrong year.": "correction",
    "CORRECTION (March 15): The ferry is older.": "correction",
    "(Corrects number of dead in paragraph 1 to five from seven)": "correction",
    "(Corrects spelling of the minister’s name.)": "correction",
    "(This March 14 story has been corrected to say that five were hurt)": "correction",
    "CORRECTED: The ferry is older.": "correction",
    "The Karsk Beacon regrets the error.": "correction",
    "This version corrects the name of the ferry.": "correction",
    "Our report of Tuesday wrongly said that the board had met.": "correction",
    "Clarification: the board is not a court.": "correction",
    "This story has been corrected to show that there are three ferries.": "correction",
    "An earlier version of this article misstated the age of the ferry.": "correction",
    "Editor’s note: This story has been retracted.": "retraction",
    "This article was withdrawn on 15 March.": "retraction",
    "Erratum: the ferry is older.": "correction",
    "Amended: the ferry is older.": "correction",
    "An original dispatch misattributed the words of the mayor.": "correction",
    "RETRACTED: Ferry sold": "retraction",
    "Our report of 14 March on the ferry is withdrawn.": "retraction",
    "UPDATE: The board has met.": "update",
    "(Updates with a statement of the owners)": "update",
    "(Adds what the board said)": "update",
    "(Refiles to mend the headline)": "update",
    "This story has been updated with a statement of the owners.": "update",
}


@pytest.mark.parametrize(("line", "kind"), NOTICES.items())
def test_notices_are_told_with_their_line(line, kind):
    read = article(*STORY[:2], line, STORY[3])
    assert (seen := notice(read))
    assert (seen.kind, seen.words) == (kind, line)
    assert seen.span
    assert seen.span.of(read.text) == line


HEADLINES = {
    "CORRECTED-Ferry struck, five hurt": "correction",
    "Correction: Ferry struck": "correction",
    "RETRACTED - Ferry sold": "retraction",
    "UPDATE 2-Ferry struck": "update",
}


@pytest.mark.parametrize(("title", "kind"), HEADLINES.items())
def test_headlines_are_notices(title, kind):
    read = replace(article(*STORY), title=title)
    assert notice(read) == (kind, title, None)


def test_the_words_of_the_text_come_before_the_headline():
    line = "(Corrects the number of hurt in paragraph 2)"
    read = replace(article(line, *STORY), title="CORRECTED-Ferry struck")
    assert (seen := notice(read))
    assert seen.words == line


NO_NOTICES = (
    *STORY,
    "Updated: 10:31 am, March 14, 2031",
    "The minister corrected himself on Friday.",
    "The board has withdrawn its offer, and the story spread fast.",
    "Adds up to a hundred boats a year.",
    "Corrects nothing, he thought.",
    "Update of the harbour maps takes years.",
)


@pytest.mark.parametrize("line", NO_NOTICES)
def test_narration_is_no_notice(line):
    assert notice(article(line)) is None


def test_the_gravest_comes_first():
    read = article("Update: the board met.", "This story has been retracted.")
    assert (seen := notice(read))
    assert seen[0] == "retraction"
