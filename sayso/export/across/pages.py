"""Claims, disputes, quotations and lists -> self-contained HTML pages.

A page holds no script and loads nothing. The words of the articles are hostile input: the templates
escape every one of them.
"""

from collections.abc import Mapping, Sequence
from functools import cache

from sayso.english.excerpts import shorten
from sayso.export.templating import Environment, environment, policy
from sayso.linked import Holding, Position
from sayso.view.across.claims import ClaimView
from sayso.view.across.course import Course
from sayso.view.across.disputes import DisputeView
from sayso.view.across.quotations import GAP, QuotationView
from sayso.view.across.standing import KINDS, RivalView, holding_lines, stood
from sayso.view.across.voices import Card, VoiceView
from sayso.view.articles import short
from sayso.view.characters import one_line
from sayso.view.charts.ranges import ranges
from sayso.view.charts.timeline import Timeline
from sayso.view.words import counted, joined

SHEETS = ("across.css", "charts.css")
"""The style sheets of these pages, and of the same in the reader."""

_TITLES = {
    "claims": "What is claimed",
    "quotations": "What was said, and how it is quoted",
    "copies": "Who reprints whom",
    "entities": "Who is who",
}
_EXCERPT = 400  # characters of what was said


def claim_page(view: ClaimView, course: Course, timeline: Timeline | None = None) -> str:
    """Return a claim as a page, with how it went, and that as a chart."""
    values = {"view": view, "course": course, "timeline": timeline, "title": view.words}
    return _render("claim.html", values)


def disputes_page(views: Sequence[DisputeView], more: int, rivals: Sequence[RivalView] = ()) -> str:
    """Return disputes as a page; `more` are left out, `rivals` are said to hold one place."""
    values = {"views": views, "more": more, "rivals": rivals, "title": "Disputes"}
    return _render("disputes.html", values)


def quotation_page(view: QuotationView) -> str:
    """Return a quotation as a page."""
    return _render("quotation.html", {"view": view, "title": f"{view.speaker}: one quotation"})


def list_page(kind: str, lines: Sequence[object], more: int) -> str:
    """Return a list of one kind as a page; `more` are left out."""
    return _render(
        "list.html", {"kind": kind, "lines": lines, "more": more, "title": _TITLES[kind]}
    )


def position_page(asked: str, stands: Sequence[tuple[str, Sequence[Position]]]) -> str:
    """Return what some people want as a page: the name of each, with its positions."""
    views = [(name, len(positions), stood(positions)) for name, positions in stands]
    return _render("position.html", {"title": asked, "stands": views})


def control_page(asked: str, holdings: Sequence[Holding]) -> str:
    """Return who is said to hold a place as a page."""
    values = {"title": asked, "number": len(holdings), "kinds": KINDS}
    return _render("control.html", values | {"lines": holding_lines(holdings)})


def who_page(asked: str, views: Sequence[VoiceView]) -> str:
    """Return what those say who are called so as a page."""
    return _render("who.html", {"title": asked, "views": views})


def speaking_page(cards: Sequence[Card], more: int) -> str:
    """Return who says most as a page; `more` are left out."""
    return _render("speaking.html", {"title": "Who says most", "cards": cards, "more": more})


def _render(template: str, values: Mapping[str, object]) -> str:
    style = "\n".join(_environment().get_template(name).render() for name in SHEETS)
    page = _environment().get_template(template)
    return page.render(style=style, policy=policy(style), **values)


@cache
def _environment() -> Environment:
    return furnished(environment(("sayso.export", "templates/across")))


def furnished(made: Environment) -> Environment:
    """Return an environment with what the templates of this folder ask for."""
    made.filters |= {"counted": counted, "joined": joined, "shorten": shorten}
    made.filters |= {"one_line": one_line, "short": short, "ranges": ranges}
    made.globals |= {"gap": GAP, "excerpt": _EXCERPT}
    return made
