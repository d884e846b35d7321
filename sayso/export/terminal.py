"""Record -> a terminal: the article with its statements marked in place, then their list.

Where colour may be used, colour and slant tell the parts apart; elsewhere, as in a pipe or under
NO_COLOR, brackets do: `[1 who: Ilse Marn] [1 says: said] [1 what: the talks had failed]`.
"""

import re
from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from sayso.export.marks import Block, Mark, blocks
from sayso.export.wording import LABELS, day, excerpt, one_line, percent, visible
from sayso.records import Article, Record, Statement

_WIDEST = 88  # columns; longer lines are hard to read back from
_NARROWEST = 30  # columns that an entry of the list needs beside its kind and score
_EXCERPT = 200  # characters of a statement's content shown in the list
_NAME = 60  # characters of its source and of its cue

# The base colours alone: the reader's own scheme makes them legible on light and on dark.
_STYLES = {"source": "bold cyan", "cue": "italic magenta", "content": "green"}
_BY_WEIGHT = ("source", "cue", "content")  # where parts overlap, the first one gives the colour
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")

# Stands for the space inside a bracket's label until lines are broken. A noncharacter, which no
# text brings along: `visible` has replaced them all.
_NO_BREAK = "\ufdd0"

# What an article could write to pass for one of our brackets.
_FORGED = re.compile(r"\[(?=\d+…? (?:who|says|what):|skipped:)")


def show(record: Record, console: Console) -> None:
    """Print the record to the console, wrapped to its width.

    Nothing in the text is taken for markup or for a command to the terminal: control characters
    are shown as symbols.
    """
    plain = console.color_system is None or console.no_color
    width = min(console.width, _WIDEST)
    article = record.article
    _put(console, Text(_facts(article), "dim"), width)
    if article.title_span is None and article.title:
        _put(console, Text(one_line(article.title), "bold"), width)
    for block in blocks(record):
        if block.kind == "gap":
            continue
        if block.kind != "line":
            console.print()
        draw = _bracketed if plain else _coloured
        _put(console, draw(block, article.text), width)
    console.print()
    _list(record, console, width)
    console.print()
    model = f"{record.model.name} {record.model.version} · {article.id}"
    _put(console, Text(visible(model), "dim"), width)


def summary(record: Record, console: Console) -> None:
    """Print what the record says without the article's text: its facts, title and statements."""
    width = min(console.width, _WIDEST)
    article = record.article
    console.print()
    _put(console, Text(_facts(article), "dim"), width)
    _put(console, Text(one_line(article.title) or visible(article.source), "bold"), width)
    _list(record, console, width)


def _put(console: Console, text: Text, width: int, lead: str = "") -> None:
    """Print text wrapped to the width, its later lines set in as far as its lead."""
    first = lead
    for line in text.wrap(console, max(1, width - len(lead)), tab_size=4, overflow="fold"):
        line.rstrip()
        whole = Text(first) + line
        # A console of a smaller character set shows a question mark instead of failing.
        code = console.encoding
        whole.plain = whole.plain.replace(_NO_BREAK, " ").encode(code, "replace").decode(code)
        console.print(whole, no_wrap=True, overflow="ignore", crop=False, highlight=False)
        first = " " * len(lead)


def _facts(article: Article) -> str:
    facts = [article.publisher, day(article.published) if article.published else ""]
    facts += [", ".join(article.byline), article.url or article.source]
    return " · ".join(one_line(fact) for fact in facts if fact)


def _harmless(block: Block, text: str) -> str:
    """Return the block's words, made fit for a terminal one character for one."""
    words = visible(block.span.of(text)).translate({9: " ", 10: " ", 13: " "})
    return _FORGED.sub("(", words)


def _coloured(block: Block, text: str) -> Text:
    words = _harmless(block, text)
    drawn = Text(style="bold" if block.kind == "title" else "")
    for piece in block.pieces:
        start, end = (edge - block.span.start for edge in piece.span)
        roles = {mark.role for mark in piece.marks}
        style = next((_STYLES[role] for role in _BY_WEIGHT if role in roles), "")
        drawn.append(words[start:end], f"{style} dim" if piece.skipped else style)
        for number in piece.numbers:
            drawn.append(str(number).translate(_SUPERSCRIPTS), "bold")
    return drawn


def _bracketed(block: Block, text: str) -> Text:
    """Return the block with brackets, which always nest: a part that crosses another is reopened.

    `[1…` continues what an earlier bracket of the same part began.
    """
    words = _harmless(block, text)
    drawn: list[str] = []
    stack: list[Mark] = []
    skipped = False
    for piece in block.pieces:
        if skipped and not piece.skipped:
            drawn.append("]")
        kept = next((i for i, mark in enumerate(stack) if mark not in piece.marks), len(stack))
        drawn.append("]" * (len(stack) - kept))
        missing = [mark for mark in piece.marks if mark not in stack[:kept]]
        missing.sort(key=lambda mark: -mark.span.end)
        drawn.extend(_opening(mark, piece.span.start) for mark in missing)
        stack[kept:] = missing
        if piece.skipped and not skipped:
            drawn.append("[skipped: ")
        skipped = piece.skipped
        start, end = (edge - block.span.start for edge in piece.span)
        drawn.append(words[start:end])
    drawn.append("]" * (len(stack) + skipped))
    return Text("".join(drawn))


def _opening(mark: Mark, at: int) -> str:
    more = "…" if mark.span.start < at else ""
    return f"[{mark.number}{more}{_NO_BREAK}{LABELS[mark.role]}: "


def _list(record: Record, console: Console, width: int) -> None:
    count = len(record.statements)
    if not count:
        _put(console, Text("No statement was found in this text."), width)
        return
    _put(console, Text(f"{count} statement{'' if count == 1 else 's'}", "bold"), width)
    digits = len(str(count))
    for number, statement in enumerate(record.statements, 1):
        head = f"{number:>{digits}}  {statement.kind:<8}  {percent(statement.score):>4}  "
        body = _entry(statement, record.article.text)
        if width - len(head) >= _NARROWEST:
            _put(console, body, width, head)
        else:
            _put(console, Text(head.rstrip()), width)
            _put(console, body, width, "    ")


def _entry(statement: Statement, text: str) -> Text:
    """Return who — the reporting words — what, as far as the text gives them."""
    parts: Sequence[tuple[str, str]] = (
        (excerpt(text, statement.source, _NAME) or "(no one named here)", _STYLES["source"]),
        (excerpt(text, statement.cue, _NAME), _STYLES["cue"]),
        (excerpt(text, statement.content, _EXCERPT), _STYLES["content"]),
    )
    return Text(" — ").join(Text(words, style) for words, style in parts if words)
