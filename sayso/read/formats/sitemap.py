"""Sitemaps and news sitemaps -> nothing but how many addresses they name: none is fetched."""

from collections.abc import Iterator

from sayso.errors import ReadError
from sayso.read.formats.opening import How, Opened
from sayso.read.formats.trees import elements
from sayso.records import Article

NAMED = "addresses that a sitemap names (none is fetched unless you name it)"


def read_sitemap(opened: Opened, how: How) -> Iterator[Article | ReadError]:
    """Count what is named."""
    for _ in elements(opened, ("url", "sitemap"), limit=how.limit):
        how.skip(NAMED)
    yield from ()
