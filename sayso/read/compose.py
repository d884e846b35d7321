"""Headline, paragraphs and what is known beside them -> an Article, its text laid out."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.errors import ReadError
from sayso.read.byline import Byline, read_byline, read_names
from sayso.read.dateline import read_dateline, read_day
from sayso.read.leftovers import without_skips
from sayso.records import Article, Moment, Span

CONCLUDED = ("url", "publisher", "published")  # of a page or a text: nothing is given beside it
LAST_BYLINE = 5  # paragraphs among which byline and date stand; a standfirst may come before
MOST_ABOVE = 6  # paragraphs, such as "Karsk conflict", that may stand above the headline
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


def language_code(tag: str) -> str:
    """Return the code of the language that a tag names: "en" of "en-GB", or of "en_GB"."""
    return tag.replace("_", "-").partition("-")[0].lower()[:3]


def compose(about: About, paragraphs: Sequence[str], source: str) -> Article:
    """Return the article: the title, a blank line, the paragraphs with blank lines between.

    Raises ReadError of kind "empty" without a title and a paragraph.
    """
    blocks = [about.title, *paragraphs] if about.title else list(paragraphs)
    if not blocks:
        raise ReadError(source, "empty", "holds no text")
    dateline = read_dateline(paragraphs, headed=bool(about.title))
    return Article(
        text="\n\n".join(blocks),
        source=source,
        title=about.title,
        title_span=Span(0, len(about.title)) if about.title else None,
        published=about.published or read_day(paragraphs, dateline),
        publisher=about.publisher,
        byline=about.byline,
        dateline=dateline,
        url=about.url,
        lang=about.lang,
        concluded=CONCLUDED,
    )


def compose_given(
    about: About, paragraphs: Sequence[str], source: str, *, given_id: str = ""
) -> Article:
    """Return the article whose particulars are given beside its paragraphs, as feeds give them.

    Raises ReadError of kind "empty".
    """
    fuller, body = take_bylines(about, cleaned(about.title, paragraphs))
    concluded = () if about.published else ("published",)
    return replace(compose(fuller, body, source), given_id=given_id, concluded=concluded)


def cleaned(title: str, paragraphs: Sequence[str]) -> list[str]:
    """Return the paragraphs below the headline, once each, without what a crawl left behind."""
    head = f"{title}\n" if title else ""
    paragraphs = list(paragraphs)
    above = paragraphs.index(title) if title in paragraphs[:MOST_ABOVE] else 0
    kept = [text for text in paragraphs[above:] if text != title]
    kept = [text for text, before in zip(kept, ["", *kept], strict=False) if text != before]
    lines = without_skips(head + "\n".join(kept), start=len(head)).split("\n")
    return [line.strip() for line in lines if line.strip()]


def take_bylines(about: About, paragraphs: Sequence[str]) -> tuple[About, list[str]]:
    """Return what the byline and date lines at the top of a body add, and the body without them.

    What is known already is kept; the lines go either way.
    """
    kept = list(paragraphs)
    bylines = filter(None, map(read_byline, paragraphs[:SAMPLE]))
    days = {byline.published for byline in bylines}
    chronicle = len(days - {None}) > 1  # its dates are headings of what happened on them
    for line in paragraphs[:LAST_BYLINE]:
        byline = read_byline(line)
        if byline and chronicle and not byline.names:
            continue
        if not byline and about.byline and read_names(line) == about.byline:
            byline = Byline(about.byline)  # the name alone, where we know whose it is
        if byline:
            kept.remove(line)
            about = replace(
                about,
                byline=about.byline or byline.names,
                published=about.published or byline.published,
            )
    return about, kept
