"""Lines of text -> a terminal: wrapped to its width, and nothing in them can command it."""

import re

from rich.console import Console
from rich.text import Text

from sayso.view.characters import in_line

WIDEST = 88
"""Columns; longer lines are hard to read back from."""

_BREAKS = re.compile(r"[\t\n\r]")

# Stands for a space at which no line may be broken until it is. A noncharacter, which no text
# brings along: `visible` has replaced them all.
NO_BREAK = "\ufdd0"


def width_of(console: Console) -> int:
    """Return how many columns of a console are used."""
    return min(console.width, WIDEST)


def is_plain(console: Console) -> bool:
    """Tell whether a console shows no colours, as a pipe, or under NO_COLOR."""
    return console.color_system is None or console.no_color


def put(console: Console, text: Text, width: int, lead: str = "", later: str | None = None) -> None:
    """Print text wrapped to the width, its later lines set in as far as its lead, or by `later`.

    Breaks in the text are spaces: what an article holds begins no line of its own.
    """
    rest = " " * len(lead) if later is None else later
    room = max(1, width - max(len(lead), len(rest)))
    first = lead
    text = text.copy()
    text.plain = _BREAKS.sub(" ", text.plain)
    for line in text.wrap(console, room, tab_size=4, overflow="fold"):
        line.rstrip()
        whole = Text(first) + line
        # A console of a smaller character set shows a question mark instead of failing.
        code = console.encoding
        words = in_line(whole.plain.replace(NO_BREAK, " "))
        whole.plain = words.encode(code, "replace").decode(code)
        console.print(whole, no_wrap=True, overflow="ignore", crop=False, highlight=False)
        first = rest
