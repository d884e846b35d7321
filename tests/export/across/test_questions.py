"""A question on a terminal: both things, what both have, the keys."""

import pytest
from rich.console import Console

from sayso.export.across.questions import ask, more
from tests.view.across.test_questions import QUESTION


@pytest.mark.parametrize("width", [40, 80, 120])
def test_a_question_fits_the_width_and_names_the_keys(width):
    console = Console(width=width, color_system=None)
    with console.capture() as capture:
        ask(QUESTION, 3, console)
        more(QUESTION, console)
    shown = capture.get()
    assert "3. Do these say the same thing?" in shown
    assert all(len(line) <= width for line in shown.splitlines())
    flat = " ".join(shown.split())
    assert all(words in flat for words in ("A Teren", "B Hesk", "y yes", "n no", "q quit", "st_2"))
    assert "50% sure of yes: alike" in flat
