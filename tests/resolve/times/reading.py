"""Times of marked sentences, as the tables of the tests write them."""

from sayso.records import Article, Moment, Span, Timex
from sayso.resolve.layout import Layout
from sayso.resolve.times.times import times
from sayso.resolve.times.tokens import Tokens, tokens
from tests import notation

DAY = "2023-03-01"  # a Wednesday
COLUMNS = ("marked", "kind", "value", "start", "end")
Row = tuple[str, str, str, str | None, str | None]


def rows(*tables: str) -> list[Row]:
    """Return the rows of tables of `expressions`."""
    return [_row(line) for table in tables for line in table.strip().split("\n")]


def _row(line: str) -> Row:
    marked, kind, value, start, end = (cell.strip() for cell in line.split("|"))
    return marked, kind, value, *(None if x == "-" else x for x in (start, end))


def read(text: str, published: str | None = DAY, skips: tuple[Span, ...] = ()) -> tuple[Timex, ...]:
    """Return the times of a text that was published on a day."""
    moment = Moment(published, published, "day") if published else None
    return times(Article(text=text, source="test", published=moment, skips=skips))


def tokens_of(text: str) -> Tokens:
    """Return the tokens of a text by its sentences."""
    return tokens(text, Layout.of(Article(text, "test"), ()).sentences)


def shown(text: str, published: str | None = DAY) -> list[str]:
    """Return the words of the times of a text."""
    return [t.mention.of(text) for t in read(text, published)]


def marked_words(marked: str) -> tuple[str, list[str]]:
    """Return the text, and the words that are marked in it."""
    article, annotation = notation.read(marked)
    return article.text, [m.span.of(article.text) for m in annotation.mentions]


def one(marked: str, published: str | None = DAY) -> tuple[str, str, str | None, str | None]:
    """Return what is told of the one marked expression."""
    text, (words,) = marked_words(marked)
    read_as = {t.mention.of(text): t for t in read(text, published)}
    assert words in read_as, f"found {list(read_as)}"
    timex = read_as[words]
    return timex.type, timex.value, timex.start, timex.end
