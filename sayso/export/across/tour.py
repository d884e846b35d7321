"""A few things that linking found -> a terminal, for whoever meets it for the first time."""

from rich.console import Console
from rich.text import Text

from sayso.export.across.standing import path as draw_position_path
from sayso.export.across.terminal import (
    draw_origin,
    draw_position,
    draw_runs,
    heading,
)
from sayso.export.screen import put, width_of
from sayso.view.across.claims import ClaimView
from sayso.view.across.quotations import QuotationView
from sayso.view.across.tellings import Telling
from sayso.view.across.tour import Stand, Tour
from sayso.view.words import counted

_ANSWERS = 3  # denials that are shown
_MISQUOTED = "misquoted"


def tour(view: Tour, console: Console) -> None:
    """Print a claim with its origins and denials, a misquotation and a changed position."""
    width = width_of(console)
    counts = f"{counted(view.articles, 'article')}, {counted(view.statements, 'statement')}"
    put(console, Text(f"Invented news about an invented dispute: {counts}."), width)
    if view.claim:
        _claim(view.claim, console, width)
    if view.quotation:
        _quotation(view.quotation, console, width)
    if view.turn:
        _turn(view.turn, console, width)


def _claim(view: ClaimView, console: Console, width: int) -> None:
    articles = sum(origin.articles for origin in view.origins)
    many = f"{counted(articles, 'article')}, {view.origin_count or 'origins unknown'}"
    heading(console, width, "One claim", many)
    put(console, Text(f"“{view.words}”", "bold green"), width, "  ")
    for origin in view.origins:
        draw_origin(origin, console, width)
    denials = sum(each.articles for each in view.against)
    heading(console, width, "Who denies it", f"{counted(denials, 'time')} in all")
    likeliest = sorted(view.against, key=lambda each: -each.articles)
    for each in (*likeliest[:_ANSWERS], *view.rivals[:1]):
        line = draw_position(each).append(f" — {counted(each.articles, 'article')}", "not bold dim")
        put(console, line, width, "  ", "    ")


def _quotation(view: QuotationView, console: Console, width: int) -> None:
    heading(console, width, "What was said, and what became of it")
    put(console, Text(f"{view.speaker}:", "bold cyan"), width, "  ")
    put(console, draw_runs(view.earliest_runs), width, "  ")
    put(console, _place(view.earliest), width, "  ")
    for variant in view.variants:
        if _MISQUOTED in variant.labels:
            console.print()
            put(console, draw_runs(variant.was, "[]"), width, "  was  ")
            put(console, draw_runs(variant.now, "{}"), width, "  now  ")
            put(console, _place(variant.tellings[0]), width, "       ")
            return


def _turn(turn: Stand, console: Console, width: int) -> None:
    heading(console, width, "Who changed position", turn.name)
    draw_position_path(turn.position, console, width)


def _place(telling: Telling) -> Text:
    return Text(f"{telling.outlet} · {telling.article.date} · {telling.place.words}", "dim")
