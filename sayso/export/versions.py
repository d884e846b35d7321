"""What was changed between two states of a text -> a terminal."""

from rich.console import Console
from rich.text import Text

from sayso.export.screen import put
from sayso.view.versions import EditView, VersionView

_LOST = "strike red"
_NEW = "bold green"
_LABELS = {True: ("was", "now"), False: ("one", "other")}


def draw_version(view: VersionView, console: Console, width: int) -> None:
    """Print what an editor says of two states of a text, and what was changed between them."""
    if view.note:
        put(console, Text(view.note, "bold"), width, "  ", "    ")
    one, other = _LABELS[view.known]
    for each in view.edits:
        if each.was:
            put(console, _side(each, each.was, "[]", _LOST), width, f"  {one:<5}  ", " " * 9)
        if each.now:
            put(console, _side(each, each.now, "{}", _NEW), width, f"  {other:<5}  ", " " * 9)
    if view.more:
        put(console, Text(f"and {view.more} more changes", "dim"), width, "  ")


def _side(edit: EditView, words: str, brackets: str, style: str) -> Text:
    line = Text(edit.before)
    line.append(brackets[0]).append(words, style).append(brackets[1])
    return line.append(edit.after)
