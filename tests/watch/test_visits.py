"""Many hosts at once, each in its order; whoever takes the answers may stop."""

import threading
import time

from sayso.errors import FetchError
from sayso.store.watching import PageRow
from sayso.watch.hosts import Hosts
from sayso.watch.manners import Clock
from sayso.watch.visits import visits

from .conftest import SETTINGS
from .sites import Site


def hosts():
    return Hosts([], SETTINGS, Clock(), pause=0.0)


def rows(site: Site, *paths: str):
    return [PageRow(site.address + path) for path in paths]


def test_hosts_are_asked_at_once_and_pages_of_each_in_their_order(courier: Site, monitor: Site):
    for path in ("/1", "/2", "/3"):
        courier.put(path, path, seconds=0.2)
        monitor.put(path, path, seconds=0.2)
    asked = [*rows(courier, "/1", "/2", "/3"), *rows(monitor, "/1", "/2", "/3")]
    got = list(visits(asked, hosts(), threading.Event()))
    assert {row.address for row, _ in got} == {row.address for row in asked}
    assert all(answer.body == row.address[-2:].encode() for row, answer in got)
    assert courier.paths() == monitor.paths() == ["/1", "/2", "/3"]
    assert monitor.asked[1].start < courier.asked[-1].start


def test_one_that_fails_stops_no_other(courier: Site):
    courier.put("/2", "two")
    asked = [PageRow("http://x:99999/"), *rows(courier, "/1", "/2")]
    got = {row.address: answer for row, answer in visits(asked, hosts(), threading.Event())}
    assert isinstance(got["http://x:99999/"], FetchError)
    assert [got[f"{courier.address}/{n}"].status for n in (1, 2)] == [404, 200]


def test_what_is_known_is_asked_by_what_its_server_gave(courier: Site):
    courier.put("/1", "one")
    row = PageRow(f"{courier.address}/1", etag='"x"', modified="Fri, 14 Mar 2031 09:30:00 GMT")
    list(visits([row], hosts(), threading.Event()))
    sent = courier.asked[-1].headers
    assert sent["If-None-Match"] == '"x"'
    assert sent["If-Modified-Since"] == "Fri, 14 Mar 2031 09:30:00 GMT"


def test_whoever_has_enough_waits_for_no_server(courier: Site):
    stop = threading.Event()
    for path in ("/1", "/2", "/3"):
        courier.put(path, path, seconds=0.5)
    began = time.monotonic()
    for _ in visits(rows(courier, "/1", "/2", "/3"), hosts(), stop):
        stop.set()
    assert time.monotonic() - began < 1.5
    time.sleep(0.7)
    assert len(courier.paths()) <= 2


def test_nothing_is_asked_of_nobody():
    assert list(visits([], hosts(), threading.Event())) == []
