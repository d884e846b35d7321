"""How the words around a passage put it."""

import pytest

from sayso.link.positions.framing import NOT_SO, UNSURE, denies, framing
from sayso.records import Span

PASSAGE = "Skerra holds Hadrov"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (f"It is not true that {PASSAGE}.", NOT_SO),
        (f"She denied on Monday that {PASSAGE}.", NOT_SO),
        (f"Reports that {PASSAGE} were simply false.", NOT_SO),
        (f"There is no proof that {PASSAGE}.", UNSURE),
        (f"If {PASSAGE}, we leave.", UNSURE),
        (f"She asked whether {PASSAGE}.", UNSURE),
        (f"She said that {PASSAGE}.", ""),
        (f"{PASSAGE}, and that is false.", ""),
    ],
)
def test_how_a_passage_is_put(text, wanted):
    at = text.index(PASSAGE)
    assert framing(text, Span(0, len(text)), Span(at, at + len(PASSAGE))) == wanted


def test_a_cue_that_denies():
    assert denies("has Denied")
    assert not denies("said")
