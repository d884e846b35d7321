"""What stands in folds: opened, on a phone, it runs over nothing and keeps nobody out."""

from typing import Any

import pytest

from tests.web.browser.conftest import Open
from tests.web.browser.looking import asked, barriers, overflow
from tests.web.browser.test_hostile import hostile

__all__ = ["hostile"]
NARROW = 320
KINDS = {"articles": "article", "claims": "claim", "entities": "entity"}
OPEN = "document.querySelectorAll('details').forEach(each => { each.open = true })"
# What makes a page wider than its window, without what is scrolled by itself.
WIDE = """() => [...document.querySelectorAll('body *')].filter(each => each.checkVisibility() &&
  each.getBoundingClientRect().right > innerWidth + 1 && !each.closest('.scroll, .unseen, svg')
).map(each => `${each.tagName} ${each.className} ${each.name || ''}`).slice(0, 5)"""


def broken(page: Any, address: str) -> list[str]:
    """Return what is wrong with a page whose folds are all open."""
    page.goto(address)
    page.evaluate(OPEN)
    over = (
        [f"it runs over by {overflow(page)}: {page.evaluate(WIDE)}"] if overflow(page) > 0 else []
    )
    return [*over, *barriers(page)]


@pytest.mark.parametrize("kind", KINDS)
def test_folds_of_the_sample(sample: str, tab: Open, kind: str) -> None:
    page = tab(NARROW)
    for row in asked(f"{sample}/{kind}.json")[:2]:
        assert broken(page, f"{sample}/{KINDS[kind]}/{row['id']}") == []


@pytest.mark.parametrize("kind", KINDS)
def test_folds_beside_long_names(hostile: str, tab: Open, kind: str) -> None:
    page = tab(NARROW, color_scheme="dark")
    for row in asked(f"{hostile}/{kind}.json")[:6]:
        assert broken(page, f"{hostile}/{KINDS[kind]}/{row['id']}") == []
