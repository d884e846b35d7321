"""Articles that harm pages: markup in every field, names from right to left, very long names."""

import json
from collections.abc import Iterator

import pytest

from tests.cli.commands import sayso
from tests.web.browser.conftest import PHONE, WIDE, Open
from tests.web.browser.looking import asked, barriers, overflow
from tests.web.serving import serving

MARKUP = '"><script>window.hit = 1</script><img src=x onerror="window.hit = 2"><svg onload=hit=3>'
HEBREW, ARABIC = "אילנה בן־דוד", "ياسمين الخطيب"
LONG = "Wolfgang" + "maximilian" * 30
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
    return {"id": title, "text": text, "url": "https://courier.example/1", **fields}


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of the reader of such articles, linked."""
    folder = tmp_path_factory.mktemp("hostile")
    rows = [
        article(f"Ilva {MARKUP} Teren", MARKUP, MARKUP, ""),
        article(HEBREW, f"עיתון {HEBREW}", f"{HEBREW}: הגשר", "It was seen twice."),
        article(ARABIC, f"صحيفة {ARABIC}", f"{ARABIC}: الجسر", "It was seen again."),
        article(LONG, LONG, f"{LONG} {LONG}", "Nobody saw it."),
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
    return [*every, "/place/Karsk", f"/search?q={HEBREW}", "/review"]


def test_markup_is_text_and_runs_nothing(hostile: str, tab: Open) -> None:
    page = tab()
    for path in paths(hostile):
        page.goto(hostile + path)
        assert page.evaluate("window.hit") is None, path
        assert page.locator("img").count() == 0, path
    page.goto(f"{hostile}/articles")
    assert MARKUP in page.locator("main").inner_text()


def test_words_from_right_to_left_leave_their_line_in_order(hostile: str, tab: Open) -> None:
    page = tab()
    seen = 0
    for path in paths(hostile):
        page.goto(hostile + path)
        assert page.evaluate(DISORDERED) == [], path
        seen += HEBREW in page.content()
    assert seen > 4


@pytest.mark.parametrize("width", [WIDE, PHONE, 320])
def test_long_names_run_over_nothing(hostile: str, tab: Open, width: int) -> None:
    page = tab(width)
    for path in paths(hostile):
        page.goto(hostile + path)
        assert overflow(page) <= 0, path


def test_nobody_is_kept_out_of_such_an_article(hostile: str, tab: Open) -> None:
    page = tab(PHONE)
    for row in asked(f"{hostile}/articles.json")[:2]:
        page.goto(f"{hostile}/article/{row['id']}")
        assert barriers(page) == []
