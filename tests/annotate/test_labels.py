"""Labels of a transcript are told from what else stands before a colon."""

import pytest

from sayso.annotate.annotator import _unseen
from sayso.annotate.labels import labels_of
from sayso.records import Article

# A text, and the labels in it.
TEXTS = [
    ("RUEL: Hm.\n\nDECE: No.\n\nRUEL: Yes.", ["RUEL: ", "DECE: ", "RUEL: "]),
    ("ANA RUEL, HOST: Hm.\n\nMR. DECE (aside): No.\n\nRUEL: Yes.",
     ["ANA RUEL, HOST: ", "MR. DECE (aside): ", "RUEL: "]),
    ("Q: Late?\n\nA: No.\n\nQ: So?\n\nA: So.", ["Q: ", "A: ", "Q: ", "A: "]),
    ("Ana Ruel (Karsk): Hm.\n\nOren Dece: No.\n\nAna Ruel: Yes.\n\nAna Ruel: Well.",
     ["Ana Ruel (Karsk): ", "Ana Ruel: ", "Ana Ruel: "]),
    ("Mr. DECE. I rise.\n\nMr. RUEL. No.\n\nMr. DECE. Yes.",
     ["Mr. DECE. ", "Mr. RUEL. ", "Mr. DECE. "]),
    ("RUEL: Hm.\n\nDECE: No.", []),
    ("DATE: May.\n\nPLACE: Karsk.\n\nCOST: 9 crowns.", []),
    ("RUEL: Hm." + "\n\nIt rained." * 5 + "\n\nDECE: No.\n\nRUEL: Yes.", []),
    ("Ruel said: “Hm.” Ruel said: “No.”", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "labels"), TEXTS)
def test_labels(text, labels):
    assert [span.of(text) for span in labels_of(Article(text, "test"))] == labels


def test_what_is_not_shown_does_not_overlap():
    text = "KARSK: Hm.\n\nDECE: No.\n\nKARSK: Yes."
    unseen = _unseen(Article(text, "test", dateline="KARSK"))
    assert [span.of(text) for span in unseen] == ["KARSK: ", "DECE: ", "KARSK: "]
