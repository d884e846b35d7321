"""Turns of transcripts, debates and interviews are told from lines that only look like them."""

import pytest

from sayso.records import Article
from sayso.resolve.forms.lines import lines_of
from sayso.resolve.forms.turns import notices_of, turns_of


def turns(text, people=()):
    """Return label and words of each turn; `people` are names of persons in the text."""
    ends = {text.index(name) + len(name): "person" for name in people}
    made = turns_of(lines_of(Article(text, "test")), ends)
    return [(t.label.of(text) or t.part, *(span.of(text) for span in t.words)) for t in made]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "ANA RUEL, HOST: Good evening.\n\nORLAN DECE, MAYOR: It is.\n\n"
            "RUEL: Thanks.\n\nRUEL: Bye.",
            [
                ("ANA RUEL", "Good evening."),
                ("ORLAN DECE", "It is."),
                ("RUEL", "Thanks."),
                ("RUEL", "Bye."),
            ],
        ),
        (
            "Mr. DECE. I rise today.\n\nThe levy is wrong.\n\nMs. ANA RUEL of Karsk. I yield.",
            [("Mr. DECE", "I rise today.", "The levy is wrong."), ("Ms. ANA RUEL", "I yield.")],
        ),
        (
            "QUESTION: Are you late?\n\nANA RUEL: No.\n\nQUESTION: So?\n\nANA RUEL: So.",
            [
                ("QUESTION", "Are you late?"),
                ("ANA RUEL", "No."),
                ("QUESTION", "So?"),
                ("ANA RUEL", "So."),
            ],
        ),
        (
            "Mrs. Ruel, for the Green group. – We object.\n\nMr. Tarn (Karsk). – So do we.",
            [("Mrs. Ruel", "We object."), ("Mr. Tarn", "So do we.")],
        ),
        (
            "Mr. DECE. I rise.\n  The SPEAKER pro tempore (Mr. ORN). Why?\n  Mr. DECE. To sit.",
            [("Mr. DECE", "I rise."), ("The SPEAKER", "Why?"), ("Mr. DECE", "To sit.")],
        ),
        (
            "Q: Are you late?\n\nA: Never.\n\nThe ferry is.\n\nQ: And now?\n\nA: Now I pay.",
            [
                ("question", "Are you late?"),
                ("answer", "Never.", "The ferry is."),
                ("question", "And now?"),
                ("answer", "Now I pay."),
            ],
        ),
        (
            "Mr. Dece (Velmark): It is a line.\n\nThe President: I thank you.",
            [("Mr. Dece", "It is a line."), ("The President", "I thank you.")],
        ),
        (
            "The last words:\n\nPILOT: Turning.\n\nTOWER: Confirm.\n\n"
            "PILOT: It is bright.\n\nThe board said it knew nothing.",
            [("PILOT", "Turning."), ("TOWER", "Confirm."), ("PILOT", "It is bright.")],
        ),
        (
            "ANA RUEL, HOST: Good evening.\n\nBO TARN, BYLINE: It is.\n\n"
            "RUEL: Thanks.\n\nTARN: Bye.",
            [
                ("ANA RUEL", "Good evening."),
                ("BO TARN", "It is."),
                ("RUEL", "Thanks."),
                ("TARN", "Bye."),
            ],
        ),
        (
            "RUEL: Welcome.\n\n(COMMERCIAL BREAK)\n\nRUEL: Welcome back.",
            [("RUEL", "Welcome."), ("RUEL", "Welcome back.")],
        ),
    ],
)
def test_turns(text, expected):
    assert turns(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "UPDATE: The strait was reopened.\n\nNOTE: All times are local.\n\nUPDATE: It was closed.",
        "WHAT: Opening of the sluice\n\nWHERE: Gate house, Karsk\n\nWHO: Ana Ruel",
        "Dece: 547.\n\nRuel: 46.\n\nDece: 2,316.",
        "Only three stayed: Ruel. Dece. Orsk. They did not speak.\n\nThe rest left.",
        "STAT OF THE WEEK: It rained.\n\nSHORT READS: It rained again.",
    ],
)
def test_what_only_looks_like_turns(text):
    assert turns(text) == []


def test_who_asks_is_named_once_for_all_questions():
    text = "BY MS. ORSK:\n\nQ. Where were you?\n\nA. At home.\n\nQ. Alone?\n\nA. With a cat."
    made = turns_of(lines_of(Article(text, "test")), {})
    assert [turn.by.of(text) if turn.by else "" for turn in made] == [
        "MS. ORSK",
        "",
        "MS. ORSK",
        "",
    ]


def test_notices_name_nobody():
    text = "WARNING: Keep away.\n\nRUEL: Why?"
    assert [span.of(text) for span in notices_of(lines_of(Article(text, "test")))] == ["WARNING"]
