"""Pages that stay open: told when the record has changed, and following long work."""

from pathlib import Path
from typing import Any

import pytest

from sayso.store import Store
from tests.store.samples import record
from tests.web.browser.conftest import PHONE, WIDE, Open
from tests.web.browser.looking import barriers, first, overflow
from tests.web.serving import serving

CHANGED = "The record has changed"
# What the server tells of work, one after the other.
RUNS = """<tr id="work-7" data-words="Read 2 sources: running" data-going><th>Read 2 sources</th>
<td>running, reading: {done} of 2 articles <progress max="2" value="{done}"></progress></td>
<td><button id="stop-7">Stop</button></td></tr>"""
ENDED = (
    '<tr id="work-7" data-words="Read 2 sources: done"><th>Read 2 sources</th><td>done</td></tr>'
)


def opened(tab: Open, address: str, width: int = WIDE, **options: object) -> Any:
    """Return a page whose clock the test winds on."""
    page = tab(width, **options)
    page.clock.install()
    page.goto(address)
    return page


@pytest.mark.parametrize("kind", [None, "article"])
def test_a_page_tells_that_the_record_has_changed(
    served: str, path: Path, tab: Open, kind: str | None
) -> None:
    address = served + (first(served, "articles", "article") if kind else "/claims?page=2")
    wide, phone = opened(tab, address), opened(tab, address, PHONE, color_scheme="dark")
    for page in (wide, phone):
        with page.expect_response("**/changes.json"):
            page.clock.run_for(16_000)
        assert page.get_by_role("status").last.inner_text() == ""
    with Store.open(path) as store:
        store.write([record(1)])
    for page in (wide, phone):
        page.clock.run_for(60_000)
        note = page.locator("#changes")
        note.get_by_text(CHANGED).wait_for()
        assert barriers(page) == []
        assert overflow(page) <= 0
        note.get_by_role("link", name="Show it anew").click()
        page.wait_for_load_state()
        assert page.url == address
        assert CHANGED not in page.inner_text("body")


def test_what_is_told_can_be_put_away(served: str, path: Path, tab: Open) -> None:
    page = opened(tab, f"{served}/claims")
    with Store.open(path) as store:
        store.write([record(1)])
    page.clock.run_for(16_000)
    page.get_by_role("button", name="Not now").click()
    assert page.get_by_text(CHANGED).count() == 0


def test_a_record_that_is_replaced_is_told(served: str, path: Path, tab: Open) -> None:
    page = opened(tab, f"{served}/claims")
    path.rename(path.with_suffix(".old"))
    page.clock.run_for(16_000)
    page.get_by_text("it was removed or replaced since it was opened").wait_for()


def test_a_server_that_is_gone_is_told(path: Path, tab: Open) -> None:
    with serving(path) as address:
        page = opened(tab, f"{address}/claims")
    for _ in range(6):
        page.clock.run_for(60_000)
        page.wait_for_timeout(50)
    page.get_by_text("does not answer any more").wait_for()


def test_nobody_is_asked_while_the_tab_is_hidden(served: str, tab: Open) -> None:
    page = opened(tab, f"{served}/claims")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.evaluate("Object.defineProperty(document, 'hidden', {get: () => window.away ?? true})")
    page.clock.run_for(600_000)
    assert asked == []
    with page.expect_response("**/changes.json"):
        page.evaluate("window.away = false; document.dispatchEvent(new Event('visibilitychange'))")


def test_the_page_of_work_follows_it(served: str, tab: Open) -> None:
    """Focus stays on the button, what was typed stays, and the end is told."""
    page, rows = tab(), [RUNS.format(done=0), RUNS.format(done=1), ENDED]

    def answer(route: Any) -> None:
        whole = route.fetch().text()
        row = rows.pop(0) if len(rows) > 1 else rows[0]
        route.fulfill(
            body=whole.replace('<p class="soft">Nothing yet.</p>', f"<table>{row}</table>"),
            content_type="text/html",
        )

    page.route("**/work", answer)
    page.clock.install()
    page.goto(f"{served}/work")
    page.get_by_label("or a text").fill("Half a text")
    page.locator("#stop-7").focus()
    page.clock.run_for(3000)
    page.get_by_text("1 of 2 articles").wait_for()
    assert page.evaluate("document.activeElement.id") == "stop-7"
    page.clock.run_for(10_000)
    page.locator("#going td", has_text="done").wait_for()
    assert page.evaluate("document.activeElement.id") == "going"
    assert page.locator("#ended").inner_text() == "Read 2 sources: done"
    assert page.get_by_label("or a text").input_value() == "Half a text"


def test_work_is_followed_to_its_end(served: str, tab: Open) -> None:
    page = tab(PHONE)
    page.goto(f"{served}/work")
    page.get_by_label("or a text").fill("A mayor of Askel denied that the dam broke.")
    with page.expect_navigation():
        page.get_by_role("button", name="Read").click()
    page.locator("#going", has_text="Read: 1 new").wait_for(timeout=120_000)
    assert barriers(page) == []
    assert overflow(page) <= 0
