"""What is followed comes back as it was kept, on both databases."""

from dataclasses import replace

from sayso.store import Store
from sayso.store.watching import HostRow, PageRow, at

FEED = "https://courier.example/feed.xml"
LONG = "https://courier.example/" + "a" * 9000
NOW, LATER = at(2e9), at(2e9 + 60)


def page(address: str, **more: object) -> PageRow:
    return replace(PageRow(address, source=FEED, due=NOW), **more)  # type: ignore[arg-type]


def test_times_are_in_utc_and_in_order():
    assert at(0) == "1970-01-01T00:00:00Z"
    assert NOW < LATER


def test_pages_come_back_and_the_last_of_an_address_stays(store: Store) -> None:
    every = [PageRow(FEED, is_source=True), page(LONG, etag='W/"ü"'), page(LONG, tries=2)]
    store.follows.save(every)
    assert store.follows.pages([FEED, LONG, "https://x.example/"]) == {
        FEED: every[0],
        LONG: every[2],
    }
    store.follows.save([page(LONG, why="gone")])
    assert store.follows.pages([LONG])[LONG].why == "gone"


def test_what_is_due_comes_the_newest_first(store: Store) -> None:
    store.follows.save([
        page("https://courier.example/1", day="2031-03-14"),
        page("https://courier.example/2", day="2031-03-15"),
        page("https://courier.example/3", due=LATER),
        page("https://courier.example/4", due=""),
        page("https://courier.example/map.xml", is_source=True),
        page("https://monitor.example/1", source="https://monitor.example/feed"),
    ])  # fmt: skip
    first, other = store.follows.named_by([FEED], due=NOW, limit=9)
    assert (first.day, other.day) == ("2031-03-15", "2031-03-14")
    assert store.follows.named_by([FEED], due=NOW, limit=1) == [first]
    assert store.follows.waiting([FEED], due=NOW) == 2
    assert store.follows.waiting([FEED], due=LATER) == 3
    assert [each.address for each in store.follows.inside([FEED])] == [
        "https://courier.example/map.xml"
    ]


def test_hosts_come_back(store: Store) -> None:
    host = HostRow("https://courier.example", "User-agent: *\n", NOW, LATER, 3)
    store.follows.save_hosts([host, HostRow("http://monitor.example:8080")])
    store.follows.save_hosts([replace(host, tries=0)])
    store.follows.save_hosts([])
    assert {each.host: each.tries for each in store.follows.hosts()} == {
        "https://courier.example": 0,
        "http://monitor.example:8080": 0,
    }
