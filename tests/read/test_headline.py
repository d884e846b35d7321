"""Which first lines are headlines."""

import pytest

from sayso.read.headline import is_headline

BODY = ["KARSK (NWA) — Velmark will never give up the region of Karsk, its minister said." * 3]

HEADLINES = [
    "Velmark will not leave Karsk, minister says",
    "Open to talks, won't give up annexed region: Velmark",
    "“Tea in the house they took”: minister scorns offer",
    "Minister: ‘We will stay’",
    "Who will hold Karsk?",
    "Karsk",
    "Velmark Minister Rejects Offer of Talks Over Karsk.",
    "Old Hands Help Ostrania Win 'The War of Words.'",
    "Талых переговоров не будет",
]
NOT_HEADLINES = [
    "The minister said no.",
    "“We stay.”",
    '"We stay," said Vask, "and that is all."',
    "Velmark will stay, the minister said,",
    "The minister said:",
    "He left the hall –",
    "* * *",
    "",
    "Velmark said " * 30,
]


@pytest.mark.parametrize("line", HEADLINES)
def test_headlines(line):
    assert is_headline(line, BODY)


@pytest.mark.parametrize("line", NOT_HEADLINES)
def test_running_text(line):
    assert not is_headline(line, BODY)


def test_a_line_with_nothing_below_it_is_no_headline():
    assert not is_headline("Velmark will not leave Karsk", [])
    assert not is_headline("Velmark will not leave Karsk", ["He said so."])
