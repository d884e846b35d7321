"""Positions and who holds a place on a terminal."""

import pytest
from rich.console import Console

from sayso.export.across.standing import holdings, positions
from tests.view.across.test_standing import POSITION, held


def printed(draw, values, width):
    console = Console(width=width, color_system=None)
    with console.capture() as capture:
        draw(values, console)
    return capture.get()


@pytest.mark.parametrize("width", [40, 80, 120])
def test_a_path_fits_the_width_and_names_the_turn(width):
    shown = printed(positions, [("Ilva Teren", [POSITION])], width)
    assert shown.startswith("Ilva Teren · 1 position")
    assert all(len(line) <= width for line in shown.splitlines())
    assert "-> changed: why" in shown
    assert "condition: if it rains" in " ".join(shown.split())
    assert "\x1b" not in shown


def test_each_holding_keeps_its_claimant():
    shown = printed(holdings, [held("holds", "pos", "Ana"), held("claims", "neg", "Bo")], 80)
    assert shown.index("Said to hold it  1") < shown.index("Said to have no claim to it  1")
    assert "according to Bo: w" in shown
    assert "the army has no claim to it" in shown
