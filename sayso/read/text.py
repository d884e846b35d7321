"""Plain text -> Article: its paragraphs, and the headline, byline and date above the body."""

from dataclasses import replace

from sayso.read.compose import About, compose, take_bylines
from sayso.read.headline import is_headline
from sayso.read.leftovers import without_skips
from sayso.read.paragraphs import split_paragraphs
from sayso.records import Article


def read_text(text: str, source: str) -> Article:
    """Return the article that a plain text, with line feeds for line ends, is.

    What a crawl left behind, and lines that are only byline and date, are no part of its text.
    Raises ReadError of kind "empty".
    """
    about, paragraphs = About(), split_paragraphs(without_skips(text))
    if len(paragraphs) > 1:
        about, paragraphs = take_bylines(about, paragraphs)
    if paragraphs and is_headline(paragraphs[0], paragraphs[1:]):
        title = paragraphs[0]
        below = [text for text in paragraphs[1:] if text != title]
        about, paragraphs = take_bylines(replace(about, title=title), below)
    return compose(about, paragraphs, source)
