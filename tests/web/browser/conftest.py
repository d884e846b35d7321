"""A real browser, and the reader of the linked sample on a socket.

The browser is Debian's Chromium, the package without windows where that is there, or what $CHROMIUM
names; where there is none, or no Playwright to drive it, the tests of this folder are skipped and
say so.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.web.serving import serving

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
WIDE, PHONE = 1280, 390


def program() -> str:
    """Return where a browser is. Skips the test where there is none."""
    named = [os.environ["CHROMIUM"]] if "CHROMIUM" in os.environ else NAMES
    known = next(filter(None, map(shutil.which, named)), None)
    if known is None:
        pytest.skip("no browser: apt-get install chromium, or name one in $CHROMIUM")
    return known


# Playwright holds a running event loop in its thread, which other tests may not share: so a folder.
@pytest.fixture(scope="package")
def browser() -> Iterator[Any]:
    """Return a browser without a window."""
    path = program()
    playwright = pytest.importorskip("playwright.sync_api", reason="no Playwright to drive it")
    with playwright.sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture(scope="session")
def sample(linked_record: Path) -> Iterator[str]:
    """Return the address of the reader of the linked sample, to ask, not to write to."""
    with serving(linked_record) as address:
        yield address


@pytest.fixture
def served(path: Path) -> Iterator[str]:
    """Return the address of the reader of a copy of it, to write to."""
    with serving(path) as address:
        yield address


Open = Callable[..., Any]


@pytest.fixture
def tab(browser: Any) -> Iterator[Open]:
    """Return what opens a tab: how wide, and with what else of a browser's context."""
    opened = []

    def made(width: int = WIDE, **options: object) -> Any:
        context = browser.new_context(viewport={"width": width, "height": 800}, **options)
        opened.append(context)
        return context.new_page()

    yield made
    for each in opened:
        each.close()
