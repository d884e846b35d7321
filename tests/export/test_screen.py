"""Lines on a terminal: their width, and nothing that commands it."""

import io

from rich.console import Console
from rich.text import Text

from sayso.export.screen import NO_BREAK, is_plain, put, width_of


def test_lines_are_wrapped_and_harmless() -> None:
    file = io.StringIO()
    console = Console(file=file, width=200, color_system=None)
    assert width_of(console) == 88
    assert is_plain(console)
    put(console, Text(f"\x1b[2J one two three{NO_BREAK}four"), 12, "> ")
    assert file.getvalue() == "> ␛[2J one\n  two\n  three four\n"
