"""Who somebody is, and what they say over all articles -> a terminal."""

from collections.abc import Iterable

from rich.console import Console
from rich.text import Text

from sayso.export.screen import put, width_of
from sayso.export.terminal import lines
from sayso.view.across.voices import Card, VoiceView
from sayso.view.words import counted

_WHO = "bold cyan"
_MOST = 12  # names, or roles, on a screen


def voices(views: Iterable[VoiceView], console: Console) -> None:
    """Print persons and bodies, each with its names and roles, and what it says by date."""
    for number, view in enumerate(views):
        if number:
            console.print()
        if number or view.card.id:
            _card(view.card, console, _MOST)
            console.print()
        lines((each.line for each in view.tellings), console)
        if view.more:
            more = Text(f"and {counted(view.more, 'statement')} more", "dim")
            put(console, more, width_of(console))


def speaking(cards: Iterable[Card], console: Console) -> None:
    """Print who says most."""
    for card in cards:
        _card(card, console, _MOST // 2)


def _card(card: Card, console: Console, most: int) -> None:
    width = width_of(console)
    put(console, Text(card.name, _WHO).append(f" · {card.summary}", "not bold"), width)
    roles = [f"{role.words} ({role.days})" for role in card.roles]
    for label, words in (("also", card.names), ("as", roles), ("of", [card.of] if card.of else [])):
        if words:
            its = "; ".join(words[:most])
            more = f"; and {len(words) - most} more" if len(words) > most else ""
            put(console, Text(its + more), width, f"  {label:<4} ", "       ")
    if card.id:
        put(console, Text(card.id, "dim"), width, "  ")
