"""The tour on a terminal."""

import io

from rich.console import Console

from sayso.export.across.tour import tour
from sayso.view.across.claims import claim_view
from sayso.view.across.quotations import quotation_view
from sayso.view.across.tellings import telling
from sayso.view.across.tour import Tour, Turn
from tests.view.across.making import said
from tests.view.across.test_quotations import KNOWN as WORDINGS
from tests.view.across.test_quotations import QUOTATION, TEXTS

from .test_terminal import CLAIM, KNOWN


def printed(view: Tour) -> str:
    file = io.StringIO()
    tour(view, Console(file=file, width=80, color_system=None))
    return file.getvalue()


def test_a_tour_shows_what_there_is() -> None:
    offer = telling(said(5, "to admit observers", act="offers"))
    refusal = telling(said(1, "any observers", act="refuses"))
    whole = Tour(
        *(33, 500, claim_view(CLAIM, KNOWN), quotation_view(QUOTATION, WORDINGS, TEXTS, "")),
        Turn(refusal, offer),
    )
    output = printed(whole)
    for words in (
        "33 articles",
        "└─ Courier",
        "Ana Ruel denies it",
        "misquoted",
        "2031-03-05  offers",
    ):
        assert words in output
    assert printed(Tour(1, 2, None, None, None)).count("\n") == 1
