"""Who somebody is, on a terminal: names and roles, the first of many."""

import pytest
from rich.console import Console

from sayso.export.across.voices import speaking, voices
from sayso.view.across.voices import Card, CardRole, VoiceView


def printed(draw, values, width):
    console = Console(width=width, record=True, file=None, color_system=None)
    with console.capture() as capture:
        draw(values, console)
    return capture.get()


@pytest.mark.parametrize("width", [40, 80, 120])
def test_a_card_fits_the_width(width):
    names = tuple(f"Teren {n}" for n in range(20))
    roles = (CardRole("foreign minister of Ostrania", "2031-03-01 to 2031-04-01"),)
    card = Card("en_1", "Ilva Teren", "person · 2 statements", names, roles, "Ostrania")
    words = printed(speaking, [card], width)
    assert all(len(line) <= width for line in words.splitlines())
    assert "and 14 more" in " ".join(words.split())
    assert "foreign minister of Ostrania (2031-03-01" in " ".join(words.split())


def test_what_is_left_out_is_told_and_names_are_no_commands():
    view = VoiceView(Card("en_1", "Ilva\x1b[31m", "person"), (), 3)
    words = printed(voices, [view, view], 80)
    assert words.count("and 3 statements more") == 2
    assert "\x1b" not in words
