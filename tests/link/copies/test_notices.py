"""Notices that something was put right."""

import pytest

from sayso.link.copies.notices import notice
from tests.link.copies.notation import STORY, article

NOTICES = {
    "Correction: An earlier version gave the wrong year.": "correction",
    "CORRECTION (March 15): The ferry is older.": "correction",
    "Clarification: the board is not a court.": "correction",
    "This story has been corrected to show that there are three ferries.": "correction",
    "An earlier version of this article misstated the age of the ferry.": "correction",
    "Editor’s note: This story has been retracted.": "retraction",
    "This article was withdrawn on 15 March.": "retraction",
    "UPDATE: The board has met.": "update",
    "This story has been updated with a statement of the owners.": "update",
}


@pytest.mark.parametrize(("line", "kind"), NOTICES.items())
def test_notices_are_told_with_their_line(line, kind):
    read = article(*STORY[:2], line, STORY[3])
    assert (seen := notice(read))
    assert (seen[0], seen[1].of(read.text)) == (kind, line)


@pytest.mark.parametrize("line", [*STORY, "Updated: 10:31 am, March 14, 2031"])
def test_narration_is_no_notice(line):
    assert notice(article(line)) is None


def test_the_gravest_comes_first():
    read = article("Update: the board met.", "This story has been retracted.")
    assert (seen := notice(read))
    assert seen[0] == "retraction"
