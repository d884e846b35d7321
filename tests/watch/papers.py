"""The articles of the bundled sample, as the pages of a site that publishes them day by day."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from html import escape

from sayso.read import read_sources
from sayso.records import Article
from sayso.settings import Settings
from tests.cli.commands import SAMPLE

from .sites import FEED, Site, article, item, rss


def sample() -> list[Article]:
    """Return the articles of the sample by their days."""
    every = read_sources([str(SAMPLE)], settings=Settings())
    its = [each for each in every if isinstance(each, Article) and each.published]
    return sorted(its, key=lambda each: (each.published.start, each.source))


def days(articles: Sequence[Article]) -> Iterator[list[Article]]:
    """Yield all that is published up to each day."""
    for day in sorted({each.published.start for each in articles}):
        yield [each for each in articles if each.published.start <= day]


def publish(site: Site, articles: Sequence[Article]) -> str:
    """Put articles on a site, with a feed of them; return its address."""
    items = []
    for number, each in enumerate(articles):
        title, *body = each.text.split("\n\n")
        day, path = each.published.start, f"/{number}"
        words = [escape(paragraph) for paragraph in body]
        site.put(path, article(escape(title), *words, day=day, outlet=escape(each.publisher)))
        at = datetime.fromisoformat(f"{day}T09:00:00+00:00").timestamp()
        items.append(item(site.address + path, escape(title), day=at))
    site.put("/feed", rss(*items), FEED)
    return f"{site.address}/feed"
