"""Variants of a quotation with what each changed marked."""

from sayso.linked import Change, Quotation, Variant
from sayso.records import Span
from sayso.view.across.quotations import Run, quotation_view

from .making import known, said

FIRST = (
    "“We will not sign until the candles are gone, and nobody in this house of ours is in a hurry”"
)
KNOWN = known(
    said(1, FIRST),
    said(2, FIRST.replace("“", '"'), outlet="Courier"),
    said(3, "“We will not sign until the soldiers are gone”", outlet="Banner"),
    said(4, "“we will not sign until the soldiers are gone,”", outlet="Echo"),
)
TEXTS = {each.article_id: each.words for each in KNOWN.values()}
CANDLES, SOLDIERS = FIRST.index("candles"), FIRST.index("candles")
CUT = Span(FIRST.index(", and"), len(FIRST) - 1)
CHANGES = (
    Change("misquotation", (Span(CANDLES, CANDLES + 7),), (Span(SOLDIERS, SOLDIERS + 8),), "st_3"),
    Change("cut", (CUT,), (), "st_3"),
)
QUOTATION = Quotation(
    "qu_1", "en_1", ("st_1", "st_2", "st_3", "st_4"), "st_1",
    (Variant("st_1", ()), Variant("st_2", ()), Variant("st_3", CHANGES), Variant("st_4", CHANGES)),
    "",
)  # fmt: skip


def test_changes_are_marked_and_named() -> None:
    view = quotation_view(QUOTATION, KNOWN, TEXTS, "Ilva Teren")
    (variant,) = view.variants
    assert [each.outlet for each in variant.tellings] == ["Banner", "Echo"]
    assert Run("soldiers", "misquoted") in variant.now
    assert Run("candles", "misquoted") in variant.was
    assert Run(", and nobody in … is in a hurry", "cut") in variant.was
    assert variant.labels == ("misquoted", "cut")
    assert variant.followed == ""
    assert [each.outlet for each in view.faithful] == ["Courier"]
    assert view.summary == "4 reports, 4 articles, 2 with other words, 2 misquotations"


def test_who_made_a_change_first_is_named() -> None:
    alone = Quotation("qu_1", "", ("st_1", "st_4"), "st_1", QUOTATION.variants[3:], "")
    view = quotation_view(alone, KNOWN, TEXTS, "")
    assert view.speaker == "Ilva Teren"
    assert view.variants[0].followed == "; ".join(
        f"{label} first by Banner, 2031-03-03" for label in ("misquoted", "cut")
    )
