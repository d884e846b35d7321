"""Names above, below and behind quotations, in posts and under letters."""

import pytest

from sayso.records import Article
from sayso.resolve.forms.captions import captions_of, signed
from sayso.resolve.forms.lines import lines_of


def captions(text, people=()):
    ends = {text.index(name) + len(name): "person" for name in people}
    made = captions_of(lines_of(Article(text, "test")), ends)
    return [(c.who.of(text), *(span.of(text) for span in c.words)) for c in made]


ONE, TWO = "“It rattles.”", "“It is quiet.”"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"{ONE}\n\n— Ana Ruel, baker\n\n{TWO}\n\n— Orlan Dece",
            [("Ana Ruel", ONE), ("Orlan Dece", TWO)],
        ),
        (
            f"{ONE}\n\nAna Ruel, baker\n\n{TWO}\n\nOrlan Dece, 41",
            [("Ana Ruel", ONE), ("Orlan Dece", TWO)],
        ),
        (
            f"Ana Ruel (Greens):\n\n{ONE}\n\nOrlan Dece (Lab):\n\n{TWO}",
            [("Ana Ruel", ONE), ("Orlan Dece", TWO)],
        ),
        (
            f"{ONE}\n— Dr Ana al-Ruel, baker\n\n{TWO}\n— Orlan Dece",
            [("Dr Ana al-Ruel", ONE), ("Orlan Dece", TWO)],
        ),
        (
            f"{ONE}\n\n(Ana Ruel, baker)\n\n{TWO}\n\n(Orlan Dece)",
            [("Ana Ruel", ONE), ("Orlan Dece", TWO)],
        ),
        (
            f"Olena, 41, from Karsk\n\n{ONE}\n\nA border guard, off duty\n\n{TWO}",
            [("Olena", ONE), ("A border guard", TWO)],
        ),
        (
            f"{ONE}\n\nAna Ruel, baker\n\n{TWO}\n\n— Selam, 11\n\nOrlan Dece, driver:\n\n“No.”",
            [("Ana Ruel", ONE), ("Selam", TWO), ("Orlan Dece", "“No.”")],
        ),
        (
            f"{ONE}\nAna Ruel, baker\n\nOrlan Dece, driver\n{TWO}",
            [("Ana Ruel", ONE), ("Orlan Dece", TWO)],
        ),
        (f"{ONE}\n\n– the governor's press office", [("the governor's press office", ONE)]),
        (f"{ONE} – Ana Ruel, Governor of Karsk.", [("Ana Ruel", ONE)]),
        ("I was there.\n\n— Ana Ruel (@anaruel) June 15, 2031", [("Ana Ruel", "I was there.")]),
        (
            "Ana Ruel\n\n@anaruel\n\nI was there.\n\n6:02 PM · Mar 8, 2031",
            [("Ana Ruel", "I was there.")],
        ),
    ],
)
def test_captions(text, expected):
    assert captions(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        f"{ONE}\n\nAna Ruel reported from Karsk.",
        f"{ONE}\n\nAna Ruel, who walks nine miles, laughed.",
        f"Ready to quiz Ruel\n\n{ONE}",
        "The war goes on.\n\n– Chapter Two –\n\nIt went on.",
        f"{ONE} – Using Ana Ruel?",
    ],
)
def test_what_is_no_caption(text):
    assert captions(text) == []


def test_a_letter_is_signed():
    text = "Dear all,\n\nI am sure.\n\nYours sincerely,\n\nAna Ruel\n\nChairman"
    name = signed(lines_of(Article(text, "test")))
    assert name is not None
    assert name.of(text) == "Ana Ruel"
    assert signed(lines_of(Article("I am sure.\n\nAna Ruel", "test"))) is None
