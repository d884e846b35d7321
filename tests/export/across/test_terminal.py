"""What holds across articles on a terminal: every width, and no text that commands it."""

import io
from collections.abc import Callable
from dataclasses import replace

import pytest
from rich.console import Console

from sayso.export.across import terminal
from sayso.linked import Fold, Origin
from sayso.view.across.claims import claim_view
from sayso.view.across.course import course
from sayso.view.across.disputes import dispute_view
from sayso.view.across.lists import claim_line
from sayso.view.across.quotations import quotation_view
from tests.view.across.making import answer, claim, known, said
from tests.view.across.test_quotations import KNOWN as WORDINGS
from tests.view.across.test_quotations import QUOTATION, TEXTS

HOSTILE = "the dam \x1b[31mholds [bold]"
KNOWN = known(
    said(1, HOSTILE),
    said(2, "the dam holds", outlet="Courier"),
    said(3, "“that it holds”", who="Ana Ruel", act="denies"),
)
FOLDS = (
    Fold("sha256:" + "1".zfill(64), "own", "", "says it in its own voice"),
    Fold("sha256:" + "2".zfill(64), "copy", "sha256:" + "1".zfill(64), "one text"),
)
ORIGIN = Origin("article", "Northwire", tuple(fold.article for fold in FOLDS), "it says so", FOLDS)
CLAIM = replace(
    claim("st_1", "st_2", answers=(answer("st_3"),), text=HOSTILE), origins=(ORIGIN,), independent=1
)


def printed(draw: Callable[[Console], None], width: int = 80) -> str:
    file = io.StringIO()
    draw(Console(file=file, width=width, color_system=None))
    return file.getvalue()


@pytest.mark.parametrize("width", [30, 80, 120])
def test_everything_fits_and_nothing_commands(width: int) -> None:
    dispute = dispute_view(CLAIM, KNOWN, {})
    drawings: list[Callable[[Console], None]] = [
        lambda console: terminal.claim(claim_view(CLAIM, KNOWN), course(CLAIM, KNOWN), console),
        lambda console: terminal.disputes([dispute, dispute], console),
        lambda console: terminal.claims([claim_line(CLAIM)], console),
        lambda console: terminal.quotation(
            quotation_view(QUOTATION, WORDINGS, TEXTS, "Teren"), console
        ),
    ]
    for draw in drawings:
        output = printed(draw, width)
        assert "\x1b" not in output
        assert max(map(len, output.splitlines())) <= min(width, 88)


def test_a_claim_shows_its_tree_and_who_denies_it() -> None:
    output = printed(
        lambda console: terminal.claim(claim_view(CLAIM, KNOWN), course(CLAIM, KNOWN), console)
    )
    assert "1 independent origin" in output
    assert "└─ Northwire 2031-03-01: in its own voice" in output
    assert "└─ Courier 2031-03-02: reprints Northwire, 2031-03-01" in output
    assert "Ana Ruel denied it: “that it holds”" in output
    assert "[bold]" in output


def test_changes_are_named_without_colour() -> None:
    view = quotation_view(QUOTATION, WORDINGS, TEXTS, "Teren")
    output = printed(lambda console: terminal.quotation(view, console))
    assert "[candles (misquoted)]" in output
    assert "{soldiers (misquoted)}" in " ".join(output.split())
