"""Headline, paragraphs and what is known beside them -> an Article, its text laid out."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.errors import ReadError
from sayso.read.byline import Byline, read_byline, read_names
from sayso.read.dateline import read_dateline
from sayso.records import Article, Moment, Span

LAST_BYLINE = 5  # paragraphs among which byline and date stand; a standfirst may come before
SAMPLE = 40  # paragraphs by which a chronicle is told


@dataclass(frozen=True, slots=True)
class About:
    """What a source says about its article, beside the text."""

    title: str = ""
    published: Moment | None = None
    publisher: str = ""
    byline: tuple[str, ...] = ()
    url: str = ""
    lang: str = ""


def compose(about: About, paragraphs: Sequence[str], source: str) -> Article:
    """Return the article: the title, a blank line, the paragraphs with blank lines between.

    Raises ReadError of kind "empty" without a title and a paragraph.
    """
    blocks = [about.title, *paragraphs] if about.title else list(paragraphs)
    if not blocks:
        raise ReadError(source, "empty", "holds no text")
    return Article(
        text="\n\n".join(blocks),
        source=source,
        title=about.title,
        title_span=Span(0, len(about.title)) if about.title else None,
        published=about.published,
        publisher=about.publisher,
        byline=about.byline,
        dateline=read_dateline(paragraphs, headed=bool(about.title)),
        url=about.url,
        lang=about.lang,
    )


def take_bylines(about: About, paragraphs: Sequence[str]) -> tuple[About, list[str]]:
    """Return what the byline and date lines at the top of a body add, and the body without them.

    What is known already is kept; the lines go either way.
    """
    kept = list(paragraphs)
    days = {found.published for found in map(read_byline, paragraphs[:SAMPLE]) if found}
    chronicle = len(days - {None}) > 1  # its dates are headings of what happened on them
    for line in paragraphs[:LAST_BYLINE]:
        found = read_byline(line)
        if found and chronicle and not found.names:
            continue
        if not found and about.byline and read_names(line) == about.byline:
            found = Byline(about.byline)  # the name alone, where we know whose it is
        if found:
            kept.remove(line)
            about = replace(
                about,
                byline=about.byline or found.names,
                published=about.published or found.published,
            )
    return about, kept
