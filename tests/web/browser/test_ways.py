"""Ways to use the reader: by keyboard, without script, by search, on paper."""

import pytest

from tests.web.browser.conftest import Open
from tests.web.browser.looking import asked, first, go

# Whether what has the focus shows it: an outline that is as wide as a hair at least.
SHOWS_FOCUS = """() => {
  const style = getComputedStyle(document.activeElement);
  return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
}"""

# Which of all that the keyboard reaches has the focus.
PLACE = """[...document.querySelectorAll('a, input, button, summary')].indexOf(
  document.activeElement
)"""


@pytest.mark.parametrize("kind", [None, "article"])
def test_the_keyboard_leads_to_the_content_first(sample: str, tab: Open, kind: str | None) -> None:
    page = tab()
    page.goto(sample + (first(sample, "articles", "article") if kind else "/"))
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    assert skip.inner_text().startswith("To the")
    assert skip.is_visible()
    assert page.evaluate(SHOWS_FOCUS)
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.locator("main :focus").count() == 1
    assert page.evaluate(SHOWS_FOCUS)


def test_the_focus_goes_as_the_page_reads(sample: str, tab: Open) -> None:
    page = tab()
    page.goto(f"{sample}/claims")
    places = []
    for _ in range(30):
        page.keyboard.press("Tab")
        assert page.evaluate(SHOWS_FOCUS)
        places.append(page.evaluate(PLACE))
    assert places == sorted(places)
    assert len(set(places)) == len(places)


def test_a_statement_is_corrected_by_keyboard_alone(sample: str, tab: Open) -> None:
    page = tab()
    page.goto(sample + first(sample, "articles", "article"))
    summary = page.locator("#s1 summary", has_text="Correct it")
    summary.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.locator(":focus").get_attribute("name") == "why"
    assert page.evaluate(SHOWS_FOCUS)


def test_all_is_read_and_found_without_script(sample: str, tab: Open) -> None:
    page = tab(390, java_script_enabled=False)
    page.goto(f"{sample}/")
    page.get_by_label("Search").fill("Orvel cannery")
    go(page, page.get_by_role("button", name="Search"))
    assert page.url == f"{sample}/search?q=Orvel+cannery"
    assert page.locator("mark").first.inner_text() in ("Orvel", "cannery")
    go(page, page.locator("#claims + ol a").first)
    assert "/claim/" in page.url
    go(page, page.locator("a[href^='/statement/'] >> visible=true").first)
    assert "/article/" in page.url
    assert page.url.partition("#")[2].startswith("st_")
    page.locator("li:has(> :target)").wait_for(state="visible")


def test_the_words_of_a_claim_are_one_click_away(sample: str, tab: Open) -> None:
    page = tab()
    claim = first(sample, "claims", "claim")
    page.goto(sample + claim)
    said = asked(f"{sample}{claim}.json")["said"][0]["statement"]["id"]
    go(page, page.locator(f"a[href='/statement/{said}'] >> visible=true").first)
    number = page.locator("li:has(> :target)").get_attribute("value")
    assert page.locator(f"#text .k{number}").count()


def test_reasons_and_numbers_open_on_demand(sample: str, tab: Open) -> None:
    page = tab()
    page.goto(sample + first(sample, "claims", "claim"))
    why = page.locator("details.why").first
    assert "%" not in why.inner_text()
    why.locator("summary").click()
    assert "% sure" in why.inner_text()


@pytest.mark.parametrize("kind", ["article", "claim"])
def test_paper_has_the_words_and_not_the_forms(sample: str, tab: Open, kind: str) -> None:
    page = tab(color_scheme="dark")
    page.goto(sample + first(sample, f"{kind}s", kind))
    page.emulate_media(media="print")
    assert page.locator("h1").is_visible()
    for each in ("nav.bar", "details.judge", "details.apart", ".skip-to"):
        assert not any(one.is_visible() for one in page.locator(each).all()), each
    colour = "getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(colour) in ("rgb(255, 255, 255)", "rgba(0, 0, 0, 0)")
    assert page.pdf().startswith(b"%PDF")
