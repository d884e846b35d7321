"""Every page, wide and narrow, light and dark: nobody is kept out, and nothing runs over."""

import pytest

from tests.web.browser.conftest import PHONE, WIDE, Open
from tests.web.browser.looking import LOOKS, RULES, barriers, first, overflow, turn_dark

LISTS = ("/", "/articles", "/claims", "/disputes", "/quotations", "/entities", "/copies")
OTHERS = (
    "/work",
    "/openapi",
    "/place/Karsk",
    "/review",
    "/judgements",
    "/search?q=Karsk",
    "/search",
    "/nothing",
)
THINGS = {
    "article": "articles", "claim": "claims", "dispute": "disputes", "entity": "entities",
    "quotation": "quotations",
}  # fmt: skip


def path(base: str, page: str) -> str:
    """Return the address of a page, of a thing that of the first one of its list."""
    return page if page.startswith("/") else first(base, THINGS[page], page)


@pytest.mark.parametrize("page", [*LISTS, *OTHERS, *THINGS])
def test_nobody_is_kept_out(sample: str, tab: Open, page: str) -> None:
    address = sample + path(sample, page)
    shown = tab(WIDE)
    shown.goto(address)
    assert barriers(shown, RULES) == []
    assert overflow(shown) <= 0
    turn_dark(shown, PHONE)
    assert barriers(shown, LOOKS) == []
    assert overflow(shown) <= 0
    shown.set_viewport_size({"width": 320, "height": 640})
    assert overflow(shown) <= 0
