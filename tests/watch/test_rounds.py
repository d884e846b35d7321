"""Rounds over a site of our own: what is new is read once, whatever fails, is slow or is killed."""

from dataclasses import replace
from itertools import count

import pytest

from sayso.store import Store
from sayso.store.watching import Follows

from .conftest import MANNERS, Later, Reader
from .sites import FEED, Asked, Served, Site, article, item, rss

WORDS = "“We will not leave Karsk,” the foreign minister of Ostrania, Ilva Teren, said on Friday."
MORE = "The government of Velmark said that its army had never been in Karsk."
WHOLE = f"<content:encoded><![CDATA[<p>{WORDS}</p><p>{MORE}</p>]]></content:encoded>"


def put(site: Site, *numbers: int, path: str = "/feed", **served: object) -> str:
    """Put articles on a site, and a feed that names them; return its address."""
    for n in numbers:
        site.put(f"/{n}", article(f"Talks {n}", WORDS, f"{MORE} That was on day {n}."))
    items = [item(f"{site.address}/{n}", f"Talks {n}", day=1.9e9 + n) for n in numbers]
    site.put(path, rss(*items), FEED, **served)
    return site.address + path


def later_still(later: Later) -> None:
    later.seconds += 120


@pytest.fixture(autouse=True)
def then(later: Later) -> None:
    """Let all of it be on the day of the feeds."""
    later.seconds = 1.9e9 + 1000


def test_what_is_new_is_read_once(courier: Site, read: Reader, store: Store) -> None:
    feed = put(courier, 1, 2)
    done = read(feed)
    assert (done.sources, done.named, done.read.new, done.read.failed) == (1, 2, 2, 0)
    assert done.read.statements >= 4
    assert store.unlinked() == 0
    again = read(feed)
    assert (again.unchanged, again.named, again.read.new, again.read.known) == (1, 0, 0, 0)
    put(courier, 1, 2, 3)
    assert read(feed).read.new == 1
    assert courier.counts() == {"/robots.txt": 1, "/feed": 3, "/1": 1, "/2": 1, "/3": 1}
    assert read.said == []


def test_a_feed_that_has_it_in_full_is_enough(courier: Site, read: Reader, store: Store) -> None:
    address = f"{courier.address}/1"
    courier.put("/feed", rss(item(address, "Talks", more=WHOLE, day=1.9e9)), FEED)
    assert read(f"{courier.address}/feed").read.new == 1
    assert courier.paths() == ["/feed"]
    (row,) = store.articles()
    assert (row.source, row.url, row.publisher) == (address, address, "Skerra Courier")
    changed = WHOLE.replace("Karsk,”", "Velmark,”")
    courier.put("/feed", rss(item(address, "Talks", more=changed, day=1.9e9)), FEED)
    assert read(f"{courier.address}/feed").read.new == 1
    assert [each.relation for each in store.copies(row.id)] == ["version"]


def test_sitemaps_and_sitemaps_in_sitemaps(courier: Site, read: Reader) -> None:
    put(courier, 1, 2, 3)

    def sitemap(*numbers: int) -> str:
        urls = "".join(
            f"<url><loc>{courier.address}/{n}</loc><lastmod>2030-03-17</lastmod></url>"
            for n in numbers
        )
        return f'<urlset xmlns="x">{urls}</urlset>'

    def index(*names: str) -> str:
        maps = "".join(f"<sitemap><loc>{courier.address}{name}</loc></sitemap>" for name in names)
        return f'<sitemapindex xmlns="x">{maps}</sitemapindex>'

    courier.put("/index", index("/a.xml", "/b.xml"), "text/xml")
    courier.put("/a.xml", sitemap(1), "text/xml")
    courier.put("/b.xml", sitemap(2), "application/octet-stream")
    done = read(f"{courier.address}/index")
    assert (done.sources, done.named, done.read.new) == (3, 2, 2)
    courier.put("/b.xml", sitemap(2, 3), "text/xml")
    done = read(f"{courier.address}/index")
    assert (done.sources, done.unchanged, done.read.new) == (3, 2, 1)
    courier.put("/index", index("/a.xml"), "text/xml")
    read(f"{courier.address}/index")
    assert read(f"{courier.address}/index").sources == 2


def test_a_later_version_of_a_page_is_read(
    courier: Site, read: Reader, later: Later, store: Store
) -> None:
    feed = put(courier, 1)
    read(feed)
    later.seconds += 3700
    assert read(feed).unchanged_pages == 1
    courier.put("/1", article("Talks 1", WORDS, f"{MORE} That was on day 2."))
    later.seconds += 3700
    done = read(feed)
    assert (done.read.new, done.named) == (1, 0)
    assert {each.url for each in store.articles()} == {f"{courier.address}/1"}


def test_what_the_source_says_of_a_page_lets_it_be_asked_for(courier: Site, read: Reader) -> None:
    feed = put(courier, 1)
    read(feed)
    courier.put("/1", article("Talks 1", WORDS, f"{MORE} That was on day 2."))
    courier.put("/feed", rss(item(f"{courier.address}/1", "Talks 1 (corrected)", day=1.9e9)), FEED)
    assert read(feed).read.new == 1


def test_whatever_fails_stops_no_other(
    courier: Site, monitor: Site, read: Reader, later: Later
) -> None:
    feed = put(courier, 1, 2, 3)
    other = put(monitor, 4)
    courier.pages["/1"] = Served(status=500)
    courier.pages["/2"] = Served(b"half of it", cut=500)
    gone = f"{courier.address}/gone"
    done = read(gone, other, feed, "http://127.0.0.1:1/feed")
    assert (done.sources, done.failed) == (4, 2)
    assert (done.read.new, done.read.failed, done.left) == (2, 2, 0)
    assert f"{gone}: answers 404 Not Found" in read.said
    assert "http://127.0.0.1:1/feed: cannot be connected to" in read.said
    put(courier, 1, 2, 3)
    later_still(later)
    later_still(later)
    assert done.read.new + read(other, feed).read.new == 4


def test_a_page_that_its_site_forbids_is_counted(courier: Site, read: Reader) -> None:
    feed = put(courier, 1, 2)
    courier.put("/robots.txt", "User-agent: *\nDisallow: /2", "text/plain")
    done = read(feed)
    assert (done.read.new, done.forbidden, done.read.failed) == (1, 1, 0)
    assert read(feed).forbidden == 0
    assert "/2" not in courier.paths()


def test_a_source_that_is_asked_too_much_is_left_alone(
    courier: Site, read: Reader, later: Later
) -> None:
    feed = put(courier, 1)
    courier.pages["/feed"] = Served(status=429, headers={"Retry-After": "600"})
    assert read(feed).failed == 1
    for _ in range(3):
        later_still(later)
        assert (read(feed).sources, len(read.said)) == (0, 1)
    assert "not asked before" in read.said[0]
    assert courier.paths() == ["/feed"]
    put(courier, 1)
    later.seconds += 400
    assert read(feed).read.new == 1


def test_pages_wait_for_their_host(courier: Site, read: Reader, later: Later) -> None:
    feed = put(courier, 1, 2, 3)
    courier.pages["/3"] = Served(status=503, headers={"Retry-After": "60"})
    done = read(feed)
    assert (done.read.new + done.left, done.read.failed) == (2, 1)
    put(courier, 1, 2, 3)
    later.seconds += 90
    assert done.read.new + read(feed).read.new == 3


def test_a_broken_feed_gives_what_it_has_and_the_rest_later(courier: Site, read: Reader) -> None:
    feed = put(courier, *range(1, 9))
    whole = courier.pages["/feed"]
    assert isinstance(whole, Served)
    courier.pages["/feed"] = replace(whole, body=whole.body[: len(whole.body) // 2])
    done = read(feed)
    assert 0 < done.read.new < 8
    assert any("is cut off" in each for each in read.said)
    courier.pages["/feed"] = whole
    assert done.read.new + read(feed).read.new == 8


def test_no_more_than_some_are_read_in_a_round(courier: Site, read: Reader) -> None:
    feed = put(courier, 1, 2, 3, 4, 5)
    few = replace(MANNERS, most=2)
    assert [(d.read.new, d.left) for d in (read(feed, manners=few) for _ in range(3))] == [
        (2, 3),
        (2, 1),
        (1, 0),
    ]


def test_what_two_sources_name_is_read_once(courier: Site, read: Reader) -> None:
    feed, other = put(courier, 1, 2), put(courier, 1, 2, path="/other")
    assert read(feed, other).read.new == 2
    assert read(feed, other).named == 0
    assert courier.counts()["/1"] == 1


class KilledError(BaseException):
    """What ends a process wherever it is."""


def killed_after(left: int, patch: pytest.MonkeyPatch) -> None:
    """Let a process end where it asks its record about pages for the so many-th time."""
    real = Store.follows.fget
    calls = count()

    def follows(self: Store) -> Follows:
        if next(calls) >= left:
            raise KilledError
        return real(self)

    patch.setattr(Store, "follows", property(follows))


def test_a_process_that_is_killed_is_gone_on_with(
    courier: Site, read: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At whatever place it is killed, all is read in the end, and nothing twice."""
    for place in count():
        feed, ended = put(courier, *range(place * 10, place * 10 + 3)), True
        with monkeypatch.context() as patch:
            killed_after(place, patch)
            try:
                read(feed)
            except KilledError:
                ended = False
        read(feed)
        urls = [each.url for each in read.store.articles()]
        assert len(urls) == len(set(urls)) == 3 * (place + 1)
        if ended:
            break
    assert place > 5


def test_whoever_stops_keeps_what_was_read(courier: Site, read: Reader) -> None:
    feed = put(courier, 1, 2, 3)
    clock = read.later.clock()

    def stop(_: Asked) -> Served:
        clock.stop.set()
        return Served(status=500)

    courier.pages["/2"] = stop
    done = read.rounds(clock=clock).round([feed], read.tell)
    assert done.read.new <= 2
    put(courier, 1, 2, 3)
    read.later.seconds += 900
    assert done.read.new + read(feed).read.new == 3
