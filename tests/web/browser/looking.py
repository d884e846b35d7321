"""What is wrong with a page that a browser shows: by axe, and by how wide it is."""

import json
import urllib.request
from collections.abc import Sequence
from functools import cache
from importlib import resources
from typing import Any

RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
# What another width or other colours may break, where the whole page was looked at before.
LOOKS = ("color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size")
# Takes away what stands further down in lists, tables and drawings: it looks as what is left does.
SHORTEN = """most => document.querySelectorAll('main :is(ol, ul, dl, tbody, g, svg)').forEach(
  each => [...each.children].slice(most, -1).forEach(child => child.remove())
)"""
MOST = 12


@cache
def axe() -> str:
    """Return the program that finds what keeps people from using a page."""
    return (resources.files("axe_playwright_python") / "axe.min.js").read_text("utf-8")


def barriers(page: Any, rules: Sequence[str] = RULES) -> list[str]:
    """Return what of WCAG 2.2 AA and of good practice a page breaks, each with an example."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(axe())
    kind = "tag" if rules is RULES else "rule"
    only = {"runOnly": {"type": kind, "values": list(rules)}, "resultTypes": ["violations"]}
    result = page.evaluate("options => axe.run(document, options)", only)
    return [
        f"{each['id']} ({len(each['nodes'])}): {node['html'][:160]}: {node['failureSummary']}"
        for each in result["violations"]
        for node in each["nodes"][:1]
    ]


def overflow(page: Any) -> int:
    """Return by how many pixels a page is wider than its window."""
    return int(page.evaluate("document.documentElement.scrollWidth - innerWidth"))


def barriers_to_all(page: Any, phone: int) -> list[str]:
    """Return what a page breaks, and what it breaks as a narrow one in dark colours, or runs over.

    All of it is looked at in light colours, the first of each list in dark ones, which it is left
    with.
    """
    broken = barriers(page)
    widths = [overflow(page)]
    page.emulate_media(color_scheme="dark")
    for width in (320, phone):
        page.set_viewport_size({"width": width, "height": 800})
        widths.append(overflow(page))
    page.evaluate(SHORTEN, MOST)
    over = [f"it runs over by {width} pixels" for width in widths if width > 0]
    return [*broken, *barriers(page, LOOKS), *over]


def go(page: Any, what: Any) -> None:
    """Click on what leads to another page, or sends a form, and wait until that page is there."""
    with page.expect_navigation():
        what.click()


def asked(address: str) -> Any:
    """Return what an address answers as JSON."""
    with urllib.request.urlopen(address, timeout=30) as answer:  # noqa: S310
        return json.load(answer)


def first(base: str, kind: str, named: str) -> str:
    """Return the path of the first thing of a list."""
    return f"/{named}/{asked(f'{base}/{kind}.json')[0]['id']}"
