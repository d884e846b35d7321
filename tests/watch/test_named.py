"""What feeds and sitemaps name, whole, packed, broken."""

import gzip

import pytest

from sayso.errors import ReadError
from sayso.read.fetch import Page
from sayso.read.formats.opening import How
from sayso.settings import Settings
from sayso.watch.named import Named, named
from tests.read.formats import samples
from tests.watch.sites import item, rss

ADDRESS = "https://courier.example/feed"
NEWS = """<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc>https://courier.example/1</loc><news:news><news:publication><news:name>Courier</news:name>
</news:publication><news:publication_date>2031-03-14T09:30:00Z</news:publication_date>
<news:title>Velmark stays</news:title></news:news></url>
<url><loc> https://courier.example/2#top </loc><lastmod>2031-03-15</lastmod></url>
<url><loc>ftp://courier.example/3</loc></url>
<url><loc>https://courier.example/1</loc></url></urlset>"""
INDEX = """<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap>
<loc>https://courier.example/news.xml</loc><lastmod>2031-03-14</lastmod></sitemap></sitemapindex>"""


def names(body: str | bytes, **settings: int) -> list[Named | ReadError]:
    data = body.encode() if isinstance(body, str) else body
    page = Page(ADDRESS, data, "text/xml", "")
    return list(named(page, How(Settings(**settings))))


@pytest.mark.parametrize("kind", ["rss", "atom"])
def test_items_of_a_feed(kind: str) -> None:
    summary, full, _ = names(samples.feed(kind))
    assert (summary.address, summary.day) == ("http://courier.example/0", "2031-03-14")
    assert summary.article is None
    assert full.article.text.startswith("Velmark stays & waits 1\n\n")
    assert full.article.source == full.address == "http://courier.example/1"
    assert len({summary.stamp, full.stamp}) == 2


def test_whatever_is_said_of_an_item_changes_its_stamp() -> None:
    given = [("Talks", 1.9e9), ("Talks", 1.9e9), ("Talks end", 1.9e9), ("Talks", 1.9e9 + 60)]
    stamps = [names(rss(item("https://x.example/", t, day=d)))[0].stamp for t, d in given]
    assert stamps[0] == stamps[1]
    assert len(set(stamps)) == 3


def test_an_item_without_an_address_needs_its_content() -> None:
    whole = "<item><guid>a7</guid><description>" + "He says so. " * 60 + "</description></item>"
    bare, full = names(rss("<item><title>Talks</title></item>", whole))
    assert (bare.source, bare.kind) == (f"{ADDRESS}:1", "address")
    assert full.address == full.article.source == f"{ADDRESS}#a7"


def test_a_news_sitemap() -> None:
    first, second, wrong = names(NEWS)
    assert (first.address, first.day) == ("https://courier.example/1", "2031-03-14")
    assert (second.address, second.day) == ("https://courier.example/2", "2031-03-15")
    assert wrong.kind == "address"


def test_a_sitemap_of_sitemaps() -> None:
    (inside,) = names(INDEX)
    assert inside.is_source
    assert inside.address == "https://courier.example/news.xml"


def test_a_packed_sitemap() -> None:
    assert names(gzip.compress(NEWS.encode()))[:2] == names(NEWS)[:2]
    with pytest.raises(ReadError, match="size limit"):
        names(gzip.compress(NEWS.encode()), max_bytes=100)
    with pytest.raises(ReadError, match="is broken"):
        names(b"\x1f\x8bnothing")


def test_of_a_broken_feed_all_before_the_break_is_named() -> None:
    whole = rss(*(item(f"https://x.example/{n}", f"Talks {n}", day=1.9e9) for n in range(9)))
    *first, error = names(whole[: len(whole) // 2])
    assert 2 < len(first) < 9
    assert all(isinstance(each, Named) for each in first)
    assert (error.kind, error.source) == ("xml", ADDRESS)


@pytest.mark.parametrize("body", ["<html><body>no feed</body></html>", "", "{}", "\x00\x01"])
def test_what_is_no_feed(body: str) -> None:
    with pytest.raises(ReadError, match=f"{ADDRESS}: is neither a feed nor a sitemap"):
        names(body)
