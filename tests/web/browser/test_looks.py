"""Every page, wide and narrow, light and dark: nobody is kept out, and nothing runs over."""

import pytest

from tests.web.browser.conftest import PHONE, WIDE, Open
from tests.web.browser.looking import barriers_to_all, first

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
    shown = tab(WIDE)
    shown.goto(sample + path(sample, page))
    assert barriers_to_all(shown, PHONE) == []
