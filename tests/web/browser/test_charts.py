"""Drawn pages in a browser: nobody is kept out, and one of both widths is seen."""

import pytest

from tests.web.browser.conftest import PHONE, WIDE, Open
from tests.web.browser.looking import barriers_to_all, first, overflow

PAGES = ("/timeline", "/timeline?who=Tarsova", "/timeline?who=Nobody", "/network", "/map")


@pytest.mark.parametrize("page", PAGES)
def test_nobody_is_kept_out(sample: str, tab: Open, page: str) -> None:
    shown = tab(WIDE)
    shown.goto(sample + page)
    assert barriers_to_all(shown, PHONE) == []


def test_a_mark_leads_to_the_statements_that_it_counts(sample: str, tab: Open) -> None:
    for width, name in ((WIDE, "wide"), (PHONE, "narrow")):
        page = tab(width)
        page.goto(f"{sample}/timeline")
        assert page.locator("figure > svg:visible").evaluate_all(
            "all => all.map(each => each.className.baseVal)"
        ) == [name]
        bar = page.locator(f"svg.{name} .column.denies").first
        number = bar.locator("title").text_content().split(": ")[-1]
        bar.click()
        assert page.locator("#said").count() == 1
        assert page.locator("header").inner_text().count(number) >= 1


def test_a_page_of_a_claim_is_drawn_on_paper(sample: str, tab: Open) -> None:
    page = tab(WIDE)
    page.goto(sample + first(sample, "claims", "claim"))
    page.emulate_media(media="print")
    assert page.locator("figure.chart > svg:visible").count() == 1
    assert page.locator(".figures table").first.is_visible()


def test_columns_stand_on_paper_too(sample: str, tab: Open) -> None:
    page = tab(800)
    page.goto(f"{sample}/timeline")
    page.emulate_media(media="print")
    assert page.locator("svg.wide .column.says").first.is_visible()
    assert overflow(page) <= 0
