"""Record -> one self-contained HTML page: the text with its statements marked, and their list.

The page holds no script and loads nothing; its links and CSS alone tie the lists to the text.
"""

import base64
import hashlib
import html
import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple
from urllib.parse import urlsplit

from sayso.export.marks import Block, Piece, blocks
from sayso.export.markup import anchor, aside, lang, plain, safe, spot
from sayso.export.page_entries import entries, spots, titles
from sayso.export.page_statements import listed
from sayso.export.wording import LABELS, ODD, day, one_line, visible
from sayso.records import Article, Record, Span

_SPACED = re.compile(r"[ \t][ \t]|\t")  # spaces that mean something, as in a table
# Browsers look through all of `:root` once for each statement; over this many (a page then opens
# in about two seconds) the light keeps to the paragraph, and what is out of sight is not laid out.
_MANY = 300


class _Notes(NamedTuple):
    """What stands beside the statements in the text: titles by kind and number, first mentions."""

    titles: dict[tuple[str, int], str]
    first: frozenset[Span]


def page(record: Record) -> str:
    """Return the record as one HTML page that needs nothing but itself."""
    article = record.article
    name = one_line(article.title) or "Untitled article"
    style = _style(len(record.statements))
    long = ' class="long"' if len(record.statements) > _MANY else ""
    return "".join(
        (
            "<!doctype html>\n",
            '<html lang="en">\n<head>\n<meta charset="utf-8">\n',
            f'<meta http-equiv="Content-Security-Policy" content="{_policy(style)}">\n',
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
            '<meta name="referrer" content="no-referrer">\n',
            '<meta name="color-scheme" content="light dark">\n',
            f"<title>{html.escape(name)} — who said what</title>\n",
            f"<style>{style}</style>\n</head>\n<body{long}>\n",
            *_top(record),
            "<main>\n",
            *_text(record),
            *listed(record),
            *entries(record),
            "</main>\n",
            *_foot(record),
            '<span id="shut"></span>\n</body>\n</html>\n',
        )
    )


# --- the style, and the policy that admits only it ---


@cache
def _stylesheet() -> str:
    return files("sayso.export").joinpath("page.css").read_text("utf-8")


def _style(statements: int) -> str:
    """Return the style sheet, ending with a rule that lights up the statement that is linked to.

    `.k3` is every part of statement 3 and its row. A browser without `:has` drops the one rule;
    there the plain `:target` rules of the sheet still mark the place that was jumped to.
    """
    if not statements:
        return _stylesheet()
    scope = ":root" if statements <= _MANY else "p"
    lit = ",\n".join(f"{scope}:has(.k{n}:target) .k{n}" for n in range(1, statements + 1))
    return f"{_stylesheet()}{lit} {{ --lit: var(--glow); --row: var(--tint) }}\n"


def _policy(style: str) -> str:
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


# --- what stands above the text ---


def _top(record: Record) -> Iterator[str]:
    """Yield the page's header: where the article comes from, and how to read the marks."""
    article = record.article
    yield '<header id="top">\n<p class="brand">sayso <span>who said what</span></p>\n'
    if article.title_span is None:
        untitled = "" if article.title else ' class="none"'
        yield f'<h1{untitled} dir="auto"{lang(article)}>'
        yield f"{safe(one_line(article.title)) or 'An article without a headline'}</h1>\n"
    facts = list(_facts(article))
    if facts:
        yield f'<p class="facts">{" · ".join(facts)}</p>\n'
    if record.statements:
        yield (
            '<p class="key"><mark class="who">who</mark> <mark class="says">says</mark> '
            '<mark class="what">what</mark>: each small number names a statement, and leads to '
            f'it in <a href="#statements">the list of {len(record.statements)}</a>.'
            f"{''.join(_below(record))}</p>\n"
        )
    yield "</header>\n"


def _below(record: Record) -> Iterator[str]:
    """Yield what else the page holds, as links."""
    sections = (
        (record.places, '<a href="#places">places</a>'),
        (record.times, '<a href="#times">times</a>'),
    )
    dotted = [link for found, link in sections if found]
    if dotted:
        yield f' <span class="place">Dotted words</span> are {" and ".join(dotted)}.'
    if record.actors:
        yield ' See also <a href="#who">who speaks</a>.'


def _facts(article: Article) -> Iterator[str]:
    if article.publisher:
        yield f"<b>{aside(article.publisher)}</b>"
    if article.published:
        start = html.escape(visible(article.published.start))
        yield f'<time datetime="{start}">{safe(day(article.published))}</time>'
    if article.byline:
        yield "by " + ", ".join(map(aside, article.byline))
    if article.dateline:
        yield aside(article.dateline)
    host = _host(article.url)
    if host:
        address = html.escape(article.url)
        yield f'<a class="out" href="{address}" rel="noreferrer">{aside(host)}</a>'


def _host(url: str) -> str:
    """Return the host of a web address that may be linked to, else nothing."""
    if ODD.search(url) or any(map(str.isspace, url)):
        return ""
    try:
        parts = urlsplit(url)
        return (parts.hostname or "") if parts.scheme in ("http", "https") else ""
    except ValueError:
        return ""


# --- the text ---


def _text(record: Record) -> Iterator[str]:
    """Yield the article element; its text content is the article's text, symbols aside."""
    text = record.article.text
    beside = spots(record)
    first: dict[tuple[str, int], Span] = {}
    for note in sorted(beside):
        if note.number:
            first.setdefault((note.kind, note.number), note.span)
    notes = _Notes(titles(record), frozenset(first.values()))
    yield f'<article id="text" dir="auto"{lang(record.article)}>'
    for block in blocks(record, beside):
        words = "".join(w for piece in block.pieces for w in _piece(piece, text, block, notes))
        yield words if block.kind == "gap" else _paragraph(block, text, words)
    yield "</article>\n"


def _paragraph(block: Block, text: str, words: str) -> str:
    if block.kind == "title":
        return f'<h1 dir="auto">{words}</h1>'
    names = ["line"] if block.kind == "line" else []
    if _SPACED.search(text, *block.span):
        names.append("spaced")
    named = f' class="{" ".join(names)}"' if names else ""
    return f'<p{named} dir="auto">{words}</p>'


def _piece(piece: Piece, text: str, block: Block, notes: _Notes) -> Iterator[str]:
    """Yield a place to jump to for each part that begins here, the words, and the numbers."""
    for mark in piece.marks:
        if mark.span.start == piece.span.start:
            yield f'<span class="at k{mark.number}" id="{anchor(mark)}"></span>'
    words = safe(piece.span.of(text))
    if piece.skipped:
        words = f'<span class="skip" title="not searched for statements">{words}</span>'
    words = _noted(piece, words, notes)
    numbers = "".join(map(_number, piece.numbers))
    linked = _linked(piece, words, notes)
    if block.kind == "gap":
        yield words + numbers
    elif piece.marks:
        yield _marked(piece, linked, numbers)
    else:
        yield linked + numbers


def _noted(piece: Piece, words: str, notes: _Notes) -> str:
    """Return words inside what says which place or time they mean, and where links end."""
    for note in reversed(piece.notes):
        if note.kind != "words":
            title = plain(notes.titles[note.kind, note.number])
            words = f'<span class="{note.kind}" title="{title}" data-is="{title}">{words}</span>'
        elif note.span.start == piece.span.start:
            words = f'<span class="at spot" id="{spot(note.span)}">{words}</span>'
    return words


def _linked(piece: Piece, words: str, notes: _Notes) -> str:
    """Return words as a link: who speaks to the statement, else a place or time to its entry."""
    entry = next((note for note in reversed(piece.notes) if note.number), None)
    speaks = any(mark.role != "content" for mark in piece.marks)
    if entry and not speaks:
        # One stop for the keyboard at the first mention of each; more would only tire.
        stop = "" if entry.span in notes.first else ' tabindex="-1"'
        return f'<a class="entry" href="#{entry.kind}-{entry.number}"{stop}>{words}</a>'
    if not piece.marks:
        return words
    nearest = min(piece.marks, key=lambda mark: (mark.span.end - mark.span.start, -mark.number))
    # The number is the way for a keyboard.
    return f'<a href="#s{nearest.number}" tabindex="-1" draggable="false">{words}</a>'


def _number(number: int) -> str:
    """Return a statement's number, drawn by the style sheet: the text itself gains no character."""
    return (
        f'<a class="n k{number}" href="#s{number}" data-n="{number}"'
        f' aria-label="statement {number}"></a>'
    )


def _marked(piece: Piece, words: str, numbers: str) -> str:
    """Return words with all their roles."""
    roles = [mark.role for mark in piece.marks]
    names = [LABELS[role] for role in LABELS if role in roles]
    if roles.count("content") > 1:
        names.append("deep")
    names.extend(f"k{number}" for number in dict.fromkeys(mark.number for mark in piece.marks))
    title = "; ".join(f"statement {mark.number}: {LABELS[mark.role]}" for mark in piece.marks)
    goes_on = any(m.role == "content" and m.span.end > piece.span.end for m in piece.marks)
    return f'<mark class="{" ".join(names)}" title="{title}">{words}' + (
        f"{numbers}</mark>" if goes_on else f"</mark>{numbers}"
    )


# --- what stands below ---


def _foot(record: Record) -> Iterator[str]:
    """Yield what made the record, of which text, and how to read its numbers."""
    article = record.article
    yield "<footer>\n<h2>About this record</h2>\n<dl>\n"
    facts: Sequence[tuple[str, str]] = (
        ("Model", f"{record.model.name} {record.model.version}"),
        ("Article", article.id),
        ("Given id", article.given_id),
        ("Read from", article.source),
        ("Address", article.url),
    )
    for name, value in facts:
        if value:
            yield f"<dt>{name}</dt><dd>{aside(value)}</dd>\n"
    yield (
        "</dl>\n<p>The record says who says what. It takes no side, and does not say whether "
        "what was said is so.</p>\n"
        "<p>A percentage is how sure sayso is that it read the words rightly. Two numbers such "
        "as 12–40 are the place of the words in the text: from character 12 up to, and without, "
        "character 40, counted from 0 in Unicode code points. A machine made the marks; the "
        "words are the article’s own.</p>\n</footer>\n"
    )
