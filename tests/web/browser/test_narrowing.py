"""Lists and charts are narrowed on the page, with or without script, and nobody is kept out."""

import pytest

from tests.web.browser.conftest import PHONE, Open
from tests.web.browser.looking import barriers, go, overflow

PAGES = ("/claims", "/disputes", "/quotations", "/copies", "/timeline", "/map", "/network")


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_narrowed_without_its_address(sample: str, tab: Open, page: str) -> None:
    shown = tab(PHONE, java_script_enabled=False)
    shown.goto(sample + page)
    shown.locator("details.narrowing > summary").click()
    form = shown.locator("details.narrowing form")
    form.get_by_label("Who speaks").fill("Velmark")
    form.get_by_label("What it does").select_option("asserts")
    go(shown, form.get_by_role("button", name="Show"))
    assert "entity=Velmark" in shown.url
    assert shown.locator("details.narrowing > summary").inner_text() == "Only Velmark · asserts"
    assert form.get_by_label("Who speaks").input_value() == "Velmark"
    assert overflow(shown) <= 0
    go(shown, form.get_by_role("link", name="Show all"))
    assert form.get_by_label("Who speaks").input_value() == ""


@pytest.mark.parametrize("page", ["/claims", "/map"])
def test_an_open_form_keeps_nobody_out(sample: str, tab: Open, page: str) -> None:
    for width in (1280, 320):
        shown = tab(width)
        shown.goto(f"{sample}{page}?entity=Velmark")
        assert barriers(shown) == []
        assert overflow(shown) <= 0
