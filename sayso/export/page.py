"""Record -> one self-contained HTML page: the text with its statements marked, and their list.

The page holds no script and loads nothing; its links and CSS alone tie the list to the text.
An article is hostile input: every word of it passes through `_safe`.
"""

import base64
import hashlib
import html
import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from urllib.parse import urlsplit

from sayso.export.marks import Block, Mark, Piece, blocks, marks_of
from sayso.export.wording import LABELS, ODD, day, excerpt, one_line, percent, symbol, visible
from sayso.records import Article, Record, Statement

_LANG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_SPACED = re.compile(r"[ \t][ \t]|\t")  # spaces that mean something, as in a table
_EXCERPT = 360  # characters of a statement's content shown in the list; the text holds the rest
_UNNAMED = '<span class="none">no one named here</span>'
# Browsers look through all of `:root` once for each statement; over this many (a page then opens
# in about two seconds) the light keeps to the paragraph, and what is out of sight is not laid out.
_MANY = 300
_NAME = 120  # characters of its source and of its cue


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
            *_text(record),
            *_list(record),
            *_foot(record),
            "</body>\n</html>\n",
        )
    )


def _safe(text: str) -> str:
    """Return text as HTML that shows odd characters as symbols and holds no markup of its own."""
    escaped = ODD.sub(
        lambda found: f'<span class="odd" title="U+{ord(found[0]):04X}">{symbol(found[0])}</span>',
        html.escape(text),
    )
    return escaped.replace("\r", "&#13;")  # a bare one would be read as a line feed


def _aside(text: str) -> str:
    """Return a piece of metadata as HTML that cannot disorder the line around it."""
    return f"<bdi>{_safe(' '.join(text.split()))}</bdi>"


def _lang(article: Article) -> str:
    return f' lang="{article.lang}"' if _LANG.fullmatch(article.lang) else ""


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
        yield f'<h1{untitled} dir="auto"{_lang(article)}>'
        yield f"{_safe(one_line(article.title)) or 'An article without a headline'}</h1>\n"
    facts = list(_facts(article))
    if facts:
        yield f'<p class="facts">{" · ".join(facts)}</p>\n'
    if record.statements:
        yield (
            '<p class="key"><mark class="who">who</mark> <mark class="says">says</mark> '
            '<mark class="what">what</mark>: each small number names a statement, and leads to '
            f'it in <a href="#statements">the list of {len(record.statements)}</a>.</p>\n'
        )
    yield "</header>\n<main>\n"


def _facts(article: Article) -> Iterator[str]:
    if article.publisher:
        yield f"<b>{_aside(article.publisher)}</b>"
    if article.published:
        start = html.escape(visible(article.published.start))
        yield f'<time datetime="{start}">{_safe(day(article.published))}</time>'
    if article.byline:
        yield "by " + ", ".join(map(_aside, article.byline))
    if article.dateline:
        yield _aside(article.dateline)
    host = _host(article.url)
    if host:
        address = html.escape(article.url)
        yield f'<a class="out" href="{address}" rel="noreferrer">{_aside(host)}</a>'


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
    yield f'<article id="text" dir="auto"{_lang(record.article)}>'
    for block in blocks(record):
        words = "".join(part for piece in block.pieces for part in _piece(piece, text, block))
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


def _piece(piece: Piece, text: str, block: Block) -> Iterator[str]:
    """Yield a place to jump to for each part that begins here, the words, and the numbers."""
    for mark in piece.marks:
        if mark.span.start == piece.span.start:
            yield f'<span class="at k{mark.number}" id="{_anchor(mark)}"></span>'
    words = _safe(piece.span.of(text))
    if piece.skipped:
        words = f'<span class="skip" title="not searched for statements">{words}</span>'
    numbers = "".join(map(_number, piece.numbers))
    if piece.marks and block.kind != "gap":
        yield _marked(piece, words, numbers)
    else:
        yield words + numbers


def _number(number: int) -> str:
    """Return a statement's number, drawn by the style sheet: the text itself gains no character."""
    return (
        f'<a class="n k{number}" href="#s{number}" data-n="{number}"'
        f' aria-label="statement {number}"></a>'
    )


def _marked(piece: Piece, words: str, numbers: str) -> str:
    """Return words with all their roles, linked to the row of the innermost statement."""
    roles = [mark.role for mark in piece.marks]
    names = [LABELS[role] for role in LABELS if role in roles]
    if roles.count("content") > 1:
        names.append("deep")
    names.extend(f"k{number}" for number in dict.fromkeys(mark.number for mark in piece.marks))
    title = "; ".join(f"statement {mark.number}: {LABELS[mark.role]}" for mark in piece.marks)
    nearest = min(piece.marks, key=lambda mark: (mark.span.end - mark.span.start, -mark.number))
    goes_on = any(m.role == "content" and m.span.end > piece.span.end for m in piece.marks)
    # The number is the way for a keyboard; a second stop at every part would only tire.
    return (
        f'<mark class="{" ".join(names)}" title="{title}">'
        f'<a href="#s{nearest.number}" tabindex="-1" draggable="false">{words}</a>'
        + (f"{numbers}</mark>" if goes_on else f"</mark>{numbers}")
    )


def _anchor(mark: Mark) -> str:
    return f"s{mark.number}-{LABELS[mark.role]}-{mark.part}"


# --- the list ---


def _list(record: Record) -> Iterator[str]:
    """Yield the list of statements."""
    yield '<section id="statements" aria-labelledby="heading" tabindex="-1">\n'
    count = len(record.statements)
    yield f'<h2 id="heading">{count} {"statement" if count == 1 else "statements"}</h2>\n'
    if count:
        yield '<ol role="list">\n'
        for number, statement in enumerate(record.statements, 1):
            yield _row(number, statement, record.article)
        yield "</ol>\n"
    else:
        yield "<p>No statement was found in this text.</p>\n"
    yield "</section>\n</main>\n"


def _row(number: int, statement: Statement, article: Article) -> str:
    marks = marks_of(number, statement)
    place = _anchor(marks[0]) if marks else "text"
    return (
        f'<li id="s{number}" class="k{number}" value="{number}">'
        f'<a class="go" href="#{place}" title="show it in the text">'
        f'<span class="head"><b class="number">{number}</b> {html.escape(statement.kind)} · '
        f'{percent(statement.score)} <span class="show">Show in the text</span></span>'
        f"{_quote(statement, article)}</a>"
        f'<div class="proof"><p>{_proof(marks)}</p>{_why(statement)}</div></li>\n'
    )


def _quote(statement: Statement, article: Article) -> str:
    """Return who, the reporting words and what, as far as the text gives them."""
    who = excerpt(article.text, statement.source, _NAME)
    says = excerpt(article.text, statement.cue, _NAME)
    what = excerpt(article.text, statement.content, _EXCERPT)
    lang = _lang(article)
    speaker = f'<span class="who">{_safe(who)}</span>' if who else _UNNAMED
    cue = f' <span class="says">{_safe(says)}</span>' if says else ""
    return (
        f'<span class="speaks" dir="auto"{lang if who else ""}>{speaker}{cue}</span>'
        f'<span class="what" dir="auto"{lang}>{_safe(what)}</span>'
    )


def _proof(marks: Iterable[Mark]) -> str:
    """Return the exact offsets of each part, each a link to its words."""
    places: dict[str, list[str]] = {}
    for mark in marks:
        link = f'<a href="#{_anchor(mark)}">{mark.span.start}–{mark.span.end}</a>'
        places.setdefault(mark.role, []).append(link)
    return " ".join(
        f"<span>{label} {', '.join(places[role])}</span>"
        for role, label in LABELS.items()
        if role in places
    )


def _why(statement: Statement) -> str:
    reason = _safe(statement.why) or "No reason was given."
    return (
        f'<details><summary>Why</summary><p dir="auto">{reason}</p>'
        f"<p><code>{html.escape(statement.id)}</code></p></details>"
    )


# --- what stands below ---


def _foot(record: Record) -> Iterator[str]:
    """Yield what made the record, of which text, and how to read its numbers."""
    article = record.article
    yield "<footer>\n<h2>About this record</h2>\n<dl>\n"
    facts = (
        ("Model", f"{record.model.name} {record.model.version}"),
        ("Article", article.id),
        ("Given id", article.given_id),
        ("Read from", article.source),
        ("Address", article.url),
    )
    for name, value in facts:
        if value:
            yield f"<dt>{name}</dt><dd>{_aside(value)}</dd>\n"
    yield (
        "</dl>\n<p>The record says who says what. It takes no side, and does not say whether "
        "what was said is so.</p>\n"
        "<p>A percentage is how sure the model is that it read the statement rightly. Two "
        "numbers such as 12–40 are the place of the words in the text: from character 12 up to, "
        "and without, character 40, counted from 0 in Unicode code points. A machine made the "
        "marks; the words are the article’s own.</p>\n</footer>\n"
    )
