"""Sitemaps and news sitemaps -> nothing but how many addresses they name: none is fetched.

Whoever follows one asks for its `entries`.
"""

from collections.abc import Iterator
from typing import NamedTuple

from sayso.errors import ReadError
from sayso.read.dates import parse_date
from sayso.read.formats.opening import How, Opened
from sayso.read.formats.trees import elements, inner, local, words
from sayso.records import Article

NAMED = "addresses that a sitemap names (none is fetched unless you name it)"


class Entry(NamedTuple):
    """An address in a sitemap, of a page or of another sitemap, with all that is `said` of it.

    `source` is its place, `SITEMAP:NUMBER`; `day` when it was published, else changed, or empty.
    """

    address: str
    source: str
    day: str
    said: tuple[str, ...]
    is_sitemap: bool


def read_sitemap(opened: Opened, how: How) -> Iterator[Article | ReadError]:
    """Count what is named."""
    for _ in elements(opened, ("url", "sitemap"), limit=how.limit):
        how.skip(NAMED)
    yield from ()


def entries(opened: Opened, how: How) -> Iterator[Entry | ReadError]:
    """Yield what is named; one that is broken in the middle ends with an error."""
    try:
        its = elements(opened, ("url", "sitemap"), limit=how.limit)
        for number, each in enumerate(its, start=1):
            changed = words(inner(each, "lastmod"))
            printed = words(inner(each, "news", "publication_date"))
            title = words(inner(each, "news", "title"))
            day = parse_date(printed) or parse_date(changed)
            yield Entry(
                address=words(inner(each, "loc")),
                source=opened.at(number),
                day=day.start if day else "",
                said=(changed, printed, title),
                is_sitemap=local(each) == "sitemap",
            )
    except ReadError as error:
        yield error
