"""Words of an article -> HTML that cannot be more than words, and links to places in the text.

An article is hostile input: every word of it passes through `safe`.
"""

import html
import re
from collections.abc import Iterable, Sequence

from sayso.export.marks import Mark
from sayso.export.wording import LABELS, ODD, one_line, symbol, visible
from sayso.records import Article, Span

SHOWN = 12  # mentions of one actor, place or time that are linked
_LANG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
CLOSE = '<a class="shut" href="#shut">Close</a>'
"""Closes whatever a link opened: it leads to an element that stands still on the screen."""


def safe(text: str) -> str:
    """Return text as HTML that shows odd characters as symbols and holds no markup of its own."""
    escaped = ODD.sub(
        lambda found: f'<span class="odd" title="U+{ord(found[0]):04X}">{symbol(found[0])}</span>',
        html.escape(text),
    )
    return escaped.replace("\r", "&#13;")  # a bare one would be read as a line feed


def plain(text: str) -> str:
    """Return text on one line, fit for an attribute."""
    return html.escape(one_line(visible(text)))


def aside(text: str) -> str:
    """Return words as HTML that cannot disorder the line around them."""
    return f"<bdi>{safe(' '.join(text.split()))}</bdi>"


def lang(article: Article) -> str:
    """Return the attribute that names the article's language, if it is one that can be named."""
    return f' lang="{article.lang}"' if _LANG.fullmatch(article.lang) else ""


def anchor(mark: Mark) -> str:
    """Return the id of the place where a part of a statement begins."""
    return f"s{mark.number}-{LABELS[mark.role]}-{mark.part}"


def spot(span: Span) -> str:
    """Return the id of the place where words stand that something else points at."""
    return f"w{span.start}-{span.end}"


def to_text(span: Span, shown: str) -> str:
    """Return HTML as a link to words of the text."""
    return f'<a class="to" href="#{spot(span)}">{shown}</a>'


def mentions(text: str, found: Iterable[tuple[Span, str]]) -> str:
    """Return mentions as links, those of the same words and the same note side by side.

    The first of them bears the words, the others a count; after `SHOWN` mentions comes a number.
    """
    every = list(found)
    same: dict[tuple[str, str], list[Span]] = {}
    for span, note in every[:SHOWN]:
        same.setdefault((one_line(span.of(text)), note), []).append(span)
    parts = [_same(words, note, spans) for (words, note), spans in same.items()]
    if len(every) > SHOWN:
        parts.append(f"and {len(every) - SHOWN} more")
    return ", ".join(parts)


def _same(words: str, note: str, spans: Sequence[Span]) -> str:
    first = to_text(spans[0], aside(words))
    others = "".join(
        f' <a class="to again" href="#{spot(span)}" aria-label="{plain(words)}, again">{n}</a>'
        for n, span in enumerate(spans[1:], 2)
    )
    return f"{first}{others}" + (f" <i>({safe(note)})</i>" if note else "")


def statements(numbers: Iterable[int]) -> str:
    """Return links to statements by their indices; after twice `SHOWN` comes a number."""
    every = list(numbers)
    links = [f'<a href="#s{n + 1}">{n + 1}</a>' for n in every[: 2 * SHOWN]]
    more = [f"and {len(every) - 2 * SHOWN} more"] if len(every) > 2 * SHOWN else []
    return ", ".join(links + more)
