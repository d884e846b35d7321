"""Judgements made in a browser: two clicks and a reason, seen at once, and taken back."""

from pathlib import Path
from typing import Any

import pytest

from sayso.judgements import Judgement
from sayso.store import Store
from tests.web.browser.conftest import Open
from tests.web.browser.looking import asked, barriers, first, go

# Selects words as a mouse does; they may begin in one element and end in another.
SELECT = """words => {
  const text = document.getElementById('text');
  const start = text.textContent.indexOf(words);
  const ends = [start, start + words.length];
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  const points = [];
  for (let at = 0, node; (node = walker.nextNode()); at += node.data.length) {
    while (points.length < 2 && ends[points.length] <= at + node.data.length) {
      points.push([node, ends[points.length] - at]);
    }
  }
  getSelection().setBaseAndExtent(...points[0], ...points[1]);
}"""


def judged(path: Path) -> list[Judgement]:
    with Store.open(path) as store:
        return store.judgements()


def sign(form: Any, why: str) -> None:
    """Give a reason and a name."""
    form.get_by_label("Why").fill(why)
    form.get_by_label("Your name").fill("Ada Ruel")


@pytest.mark.parametrize("script", [True, False])
def test_the_words_of_a_statement_are_selected_or_typed(
    served: str, path: Path, tab: Open, script: bool
) -> None:
    article = first(served, "articles", "article")
    given = asked(f"{served}{article}.json")
    its = given["statements"][0]
    start, end = its["content"][0]
    text = given["article"]["text"]
    words = text[start:end].partition(" ")[2].split(",")[0]
    page = tab(java_script_enabled=script)
    page.goto(served + article)
    card = page.locator("#s1")
    card.locator("summary", has_text="Correct it").click()
    card.locator("summary", has_text="The words are wrong").click()
    form = card.locator("form.words")
    if script:
        page.evaluate(SELECT, words)
        form.get_by_role("button", name="Use the selected words").first.click()
        assert form.get_by_label("What is said").input_value() == words
    else:
        form.get_by_label("What is said").fill(f"  {words} ")
    sign(form, "it begins later")
    go(page, form.get_by_role("button", name="These are the words"))
    (kept,) = judged(path)
    assert (kept.kind, kept.by, kept.why) == ("span", "Ada Ruel", "it begins later")
    ((start, end),) = kept.object["content"]
    assert text[start:end] == words
    assert "Ada Ruel" in page.locator("#s1").inner_text()
    assert "Take it back" in page.locator("#s1").inner_text()
    now = asked(f"{served}{article}.json")["statements"][0]
    assert now["content"] == [[start, end]]


def test_a_judgement_is_made_seen_and_taken_back(served: str, path: Path, tab: Open) -> None:
    page = tab()
    page.goto(served + first(served, "articles", "article"))
    card = page.locator("#s1")
    card.locator("summary", has_text="Correct it").click()
    form = card.locator("form").first
    form.get_by_label("or somebody else").fill("Doran Hesk")
    sign(form, "the caption")
    go(page, form.get_by_role("button", name="This is who says it"))
    assert "Doran Hesk" in page.locator("#s1 .head").inner_text()
    assert "judged by Ada Ruel" in page.locator("#s1").inner_text()
    assert "the caption" in page.locator("#decided").inner_text()
    assert barriers(page) == []
    page.locator("#s1 summary", has_text="Take it back").click()
    undo = page.locator("#s1 form[action='/withdraw']")
    assert undo.get_by_label("Your name").input_value() == "Ada Ruel"
    go(page, undo.get_by_role("button"))
    assert "Doran Hesk" not in page.locator("#s1 .head").inner_text()
    assert "taken back" in page.locator("#decided").inner_text()
    assert judged(path)[0].withdrawn_by == "Ada Ruel"


def test_people_who_disagree_are_both_seen(served: str, tab: Open) -> None:
    page = tab()
    page.goto(served + first(served, "articles", "article"))
    for name, act in (("Ada Ruel", "denies"), ("Bo Senn", "offers")):
        page.locator("#s1 summary", has_text="Correct it").click()
        form = page.locator("#s1 details.judge form").first
        form.get_by_label("What it does").select_option(act)
        form.get_by_label("Your name").fill(name)
        go(page, form.get_by_role("button", name="This is what it does"))
    shown = page.locator("#decided").inner_text()
    assert "people disagree; the later holds: " in shown
    assert "people disagree; it holds against " in shown
    assert shown.count("Ada Ruel") == shown.count("Bo Senn") == 2


@pytest.mark.parametrize(
    ("things", "button", "kind"),
    [
        (("entities", "entity"), "The same", "same_entity"),
        (("entities", "entity"), "Somebody else", "different_entity"),
        (("claims", "claim"), "It says the same", "same_claim"),
        (("claims", "claim"), "Something else", "different_claim"),
        (("articles", "article"), "They share one text", "copy"),
    ],
)
def test_two_things_are_said_to_be_one_or_not(
    served: str, path: Path, tab: Open, things: tuple[str, str], button: str, kind: str
) -> None:
    page = tab(390, java_script_enabled=False)
    page.goto(served + first(served, *things))
    page.locator("#others input").fill("Karsk" if things[1] != "entity" else "Quintel")
    go(page, page.locator("#others").get_by_role("button"))
    form = page.locator("form", has=page.get_by_role("button", name=button)).first
    sign(form, "it is plain")
    go(page, form.get_by_role("button", name=button, exact=True))
    (kept,) = judged(path)
    assert (kept.kind, kept.by, kept.why) == (kind, "Ada Ruel", "it is plain")
    assert "Kept." in page.get_by_role("status").first.inner_text()
    assert "it is plain" in page.locator("main").inner_text()


def test_who_is_somebody_else_is_parted(served: str, path: Path, tab: Open) -> None:
    page = tab()
    page.goto(served + first(served, "entities", "entity"))
    go(page, page.get_by_role("link", name="What each article calls"))
    page.locator("summary", has_text="This is somebody else").nth(1).click()
    form = page.locator("details[open] form")
    sign(form, "a namesake")
    go(page, form.get_by_role("button", name="Keep that"))
    (kept,) = judged(path)
    assert (kept.kind, kept.why) == ("different_entity", "a namesake")
    assert "a namesake" in page.locator("main").inner_text()
    assert barriers(page) == []


def test_a_pair_is_no_copy(served: str, path: Path, tab: Open) -> None:
    page = tab()
    page.goto(f"{served}/copies")
    page.locator("summary", has_text="It is no copy").first.click()
    form = page.locator("details[open] form")
    sign(form, "two reporters")
    go(page, form.get_by_role("button", name="Keep that"))
    (kept,) = judged(path)
    assert (kept.kind, kept.why) == ("not_copy", "two reporters")
    assert "two reporters" in page.locator("main li").first.inner_text()


def test_enter_decides_nothing(served: str, path: Path, tab: Open) -> None:
    """Else it would press the first of several buttons, whatever was filled in."""
    page = tab()
    page.goto(served + first(served, "articles", "article"))
    card = page.locator("#s1")
    card.locator("summary", has_text="Correct it").click()
    form = card.locator("form").first
    form.get_by_label("or somebody else").fill("Doran Hesk")
    sign(form, "the caption")
    form.get_by_label("Why").press("Enter")
    page.wait_for_timeout(300)
    assert page.url.endswith(first(served, "articles", "article"))
    assert judged(path) == []
