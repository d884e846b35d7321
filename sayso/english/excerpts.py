"""Words of a text -> as much of them as fits into a line or a sentence about them."""

from collections.abc import Iterable

from sayso.records import Span

GAP = " … "  # stands for what a text has between two spans
REASON = 60  # characters of a text's own words within a reason


def shorten(words: str, most: int = REASON) -> str:
    """Return words on one line of at most `most` characters, cut at a space, with an ellipsis."""
    line = " ".join(words.split())
    if len(line) <= most:
        return line
    kept = line[: most - 2]
    space = kept.rfind(" ")
    return (kept[:space] if space > most // 2 else kept) + " …"


def excerpt(text: str, spans: Iterable[Span], most: int = REASON) -> str:
    """Return the words of some spans, shortened, an ellipsis between each two."""
    return shorten(GAP.join(span.of(text) for span in spans), most)
