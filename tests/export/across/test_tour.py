"""The tour on a terminal."""

import io

from rich.console import Console

from sayso.export.across.tour import tour
from sayso.view.across.claims import claim_view
from sayso.view.across.quotations import quotation_view
from sayso.view.across.tour import Stand, Tour
from tests.view.across.test_quotations import KNOWN as WORDINGS
from tests.view.across.test_quotations import QUOTATION, TEXTS
from tests.view.across.test_standing import POSITION

from .test_terminal import CLAIM, KNOWN


def printed(view: Tour) -> str:
    file = io.StringIO()
    tour(view, Console(file=file, width=80, color_system=None))
    return file.getvalue()


def test_a_tour_shows_what_there_is() -> None:
    whole = Tour(
        *(33, 500, claim_view(CLAIM, KNOWN), quotation_view(QUOTATION, WORDINGS, TEXTS, "")),
        Stand("Ilva Teren", POSITION),
    )
    output = printed(whole)
    for words in (
        "33 articles",
        "└─ Courier",
        "Ana Ruel denied it",
        "misquoted",
        "WHO CHANGED POSITION  Ilva Teren",
        "-> changed: why",
    ):
        assert words in output
    assert printed(Tour(1, 2, None, None, None)).count("\n") == 1
