"""Articles that harm pages: markup in every field, names from right to left, very long names."""

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest

from tests.cli.commands import sayso
from tests.web.browser.conftest import PHONE, WIDE, Open
from tests.web.browser.looking import asked, barriers, overflow
from tests.web.serving import serving

MARKUP = '"><script>window.hit = 1</script><img src=x onerror="window.hit = 2"><svg onload=hit=3>'
HEBREW, ARABIC = "אילנה בן־דוד", "ياسمين الخطيب"
LONG = "Wolfgang" + "maximilian" * 30
LONG_HEBREW = "אילנהבןדודכתבה" * 15
URL = f"https://courier.example/{LONG}/{LONG}?q={LONG}"
# What rows that stand below each other on a phone would be scrolled for: a column that is too wide.
WIDER = """() => [...document.querySelectorAll('.scroll')].filter(
  each => each.querySelector('.stack') && each.scrollWidth > each.clientWidth + 1
).map(each => each.innerText.slice(0, 80))"""
LISTS = (
    "/",
    "/articles",
    "/claims",
    "/disputes",
    "/copies",
    "/entities",
    "/quotations",
    "/timeline",
    "/network",
    "/map",
)
KINDS = {"articles": "article", "claims": "claim", "entities": "entity"}
# What is written from right to left and would disorder the line around it: neither isolated, nor in
# an element that takes its direction from its words.
DISORDERED = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const lost = [];
  for (let node; (node = walker.nextNode());) {
    if (!/[\\u0590-\\u06ff]/.test(node.data)) continue;
    const near = node.parentElement.closest('[dir=auto], bdi, svg, option, textarea');
    let isolated = false;
    for (let at = node.parentElement; at; at = at.parentElement) {
      isolated ||= getComputedStyle(at).unicodeBidi === 'plaintext';
    }
    if (!near && !isolated) lost.push(node.parentElement.outerHTML.slice(0, 160));
  }
  return lost;
}"""


def article(name: str, outlet: str, title: str, more: str) -> dict[str, object]:
    """Return an article in which somebody of a name says and denies something."""
    text = (
        f"“We never agreed to close the bridge at Karsk,” {name} said on Monday.\n\n"
        f"{name} denied that the bridge at Karsk was closed by soldiers of Velmark. {more}\n\n"
        f"Minister Teren said the bridge at Karsk was closed by soldiers of Velmark, {name} added."
    )
    fields = {"title": title, "publisher": outlet, "byline": [name], "published": "2031-04-13"}
    return {"id": title, "text": text, "url": URL, **fields}


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of the reader of such articles, linked."""
    folder = tmp_path_factory.mktemp("hostile")
    rows = [
        article(f"Ilva {MARKUP} Teren", MARKUP, MARKUP, ""),
        article(HEBREW, f"עיתון {HEBREW}", f"{HEBREW}: הגשר", "It was seen twice."),
        article(ARABIC, f"صحيفة {ARABIC}", f"{ARABIC}: الجسر", "It was seen again."),
        article(LONG, LONG, f"{LONG} {LONG}", "Nobody saw it."),
        article(f"{LONG_HEBREW} {LONG}", LONG_HEBREW + LONG, LONG, f"A bridge at {LONG}."),
    ]
    source, path = folder / "articles.jsonl", folder / "hostile.db"
    source.write_text("\n".join(map(json.dumps, rows)))
    assert sayso("read", source, "--record", path).exit_code == 0
    assert sayso("link", "--record", path).exit_code == 0
    with serving(path) as address:
        yield address


def paths(base: str) -> list[str]:
    """Return the addresses of all lists, and of the first few things of each kind."""
    every = list(LISTS)
    for kind, one in KINDS.items():
        every += [f"/{one}/{row['id']}" for row in asked(f"{base}/{kind}.json")[:4]]
    more = ["/place/Karsk", f"/search?q={HEBREW}", f"/search?q={LONG}", "/search?q=bridge"]
    return [*every, *more, "/review"]


class Shown(NamedTuple):
    """What a browser makes of a page."""

    hit: object
    images: int
    disordered: list[str]
    overflows: dict[int, int]
    wider: list[str]
    has_hebrew: bool


@pytest.fixture(scope="module")
def shown(hostile: str, browser: Any) -> dict[str, Shown]:
    """Return what a browser makes of each page, in windows of three widths."""
    context = browser.new_context()
    page = context.new_page()
    made = {}
    for path in paths(hostile):
        page.set_viewport_size({"width": WIDE, "height": 800})
        page.goto(hostile + path)
        hit, images = page.evaluate("window.hit"), page.locator("img").count()
        disordered = page.evaluate(DISORDERED)
        overflows, wider = {}, []
        for width in (WIDE, PHONE, 320):
            page.set_viewport_size({"width": width, "height": 800})
            overflows[width] = overflow(page)
            wider += page.evaluate(WIDER)
        made[path] = Shown(hit, images, disordered, overflows, wider, HEBREW in page.content())
    page.goto(f"{hostile}/articles")
    assert MARKUP in page.locator("main").inner_text()
    context.close()
    return made


def test_markup_is_text_and_runs_nothing(shown: dict[str, Shown]) -> None:
    assert {path: (its.hit, its.images) for path, its in shown.items()} == dict.fromkeys(
        shown, (None, 0)
    )


def test_words_from_right_to_left_leave_their_line_in_order(shown: dict[str, Shown]) -> None:
    assert {path: its.disordered for path, its in shown.items() if its.disordered} == {}
    assert sum(its.has_hebrew for its in shown.values()) > 4


def test_long_names_run_over_nothing(shown: dict[str, Shown]) -> None:
    over = {path: its.overflows for path, its in shown.items() if max(its.overflows.values()) > 0}
    assert over == {}


def test_long_names_make_no_column_wide(shown: dict[str, Shown]) -> None:
    assert {path: its.wider for path, its in shown.items() if its.wider} == {}


@pytest.mark.parametrize("path", ["/timeline", "/place/Karsk", "/search?q=bridge", "/articles"])
def test_nobody_is_kept_out_by_long_names(hostile: str, tab: Open, path: str) -> None:
    for page in (tab(WIDE), tab(PHONE, color_scheme="dark")):
        page.goto(hostile + path)
        assert barriers(page) == []


def test_nobody_is_kept_out_of_such_an_article(hostile: str, tab: Open) -> None:
    page = tab(PHONE)
    for row in asked(f"{hostile}/articles.json")[:2]:
        page.goto(f"{hostile}/article/{row['id']}")
        assert barriers(page) == []
