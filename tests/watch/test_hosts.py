"""Hosts are asked one request at a time, as they let, and left alone where they ask for it."""

import time
from itertools import pairwise
from threading import Thread

import pytest

from sayso.errors import FetchError
from sayso.read.fetch import Request
from sayso.settings import Settings
from sayso.store.watching import HostRow, at
from sayso.watch.hosts import USER_AGENT, Hosts, host_of
from sayso.watch.manners import DAY, Clock, seconds_of

from .conftest import SETTINGS, Later
from .sites import Served, Site


def hosts(later, known=(), settings=SETTINGS, pause=0.0):
    return Hosts(known, settings, later.clock(), pause=pause)


def failure(its, address):
    with pytest.raises(FetchError) as error:
        its.visit(address, Request())
    return error.value


def test_the_agent_says_what_it_is_and_robots_are_asked_once(courier: Site, later: Later):
    courier.put("/a", "one")
    its = hosts(later)
    assert its.visit(f"{courier.address}/a", Request()).body == b"one"
    assert its.visit(f"{courier.address}/b", Request()).status == 404
    assert [each.path for each in courier.asked] == ["/robots.txt", "/a", "/b"]
    assert {each.headers["User-Agent"] for each in courier.asked} == {USER_AGENT}


def test_what_robots_forbid_is_not_asked_for(courier: Site, later: Later):
    courier.put("/robots.txt", "\ufeffUser-agent: *\nDisallow: /secret", "text/plain")
    error = failure(hosts(later), f"{courier.address}/secret/1")
    assert error.kind == "robots"
    assert courier.paths() == []


def test_robots_are_known_for_a_day(courier: Site, later: Later):
    courier.put("/a", "one")
    first = hosts(later)
    first.visit(f"{courier.address}/a", Request())
    (row,) = first.changed()
    assert first.changed() == []
    hosts(later, [row]).visit(f"{courier.address}/a", Request())
    assert courier.counts()["/robots.txt"] == 1
    later.seconds += DAY + 60
    hosts(later, [row]).visit(f"{courier.address}/a", Request())
    assert courier.counts()["/robots.txt"] == 2


@pytest.mark.parametrize("status", [500, 502, 503, 429])
def test_a_site_whose_robots_fail_is_left_alone(courier: Site, later: Later, status: int):
    courier.put("/a", "one")
    courier.pages["/robots.txt"] = Served(status=status)
    its = hosts(later)
    assert failure(its, f"{courier.address}/a").kind == "later"
    assert failure(its, f"{courier.address}/a").kind == "later"
    assert courier.counts() == {"/robots.txt": 1}
    del courier.pages["/robots.txt"]
    later.seconds += 90
    assert its.visit(f"{courier.address}/a", Request()).ok
    assert its.changed()[0].until == ""


def test_robots_known_before_hold_where_they_fail(courier: Site, later: Later):
    courier.put("/a", "one")
    courier.pages["/robots.txt"] = Served(status=500)
    rules = "User-agent: *\nDisallow: /b"
    its = hosts(later, [HostRow(courier.address, rules, at(later.seconds - 2 * DAY))])
    assert its.visit(f"{courier.address}/a", Request()).ok
    assert failure(its, f"{courier.address}/b").kind == "robots"
    assert courier.counts()["/robots.txt"] == 1


@pytest.mark.parametrize("status", [301, 404, 403])
def test_a_site_without_robots_lets_all_be_read(courier: Site, later: Later, status: int):
    courier.put("/a", "one")
    moved = {"Location": "/robots/moved.txt"}
    courier.pages["/robots.txt"] = Served(status=status, headers=moved)
    assert hosts(later).visit(f"{courier.address}/a", Request()).ok


@pytest.mark.parametrize(("given", "least"), [("300", 300), ("", 45)])
@pytest.mark.parametrize("status", [429, 503])
def test_a_host_that_is_asked_too_much_is_left_alone(
    courier: Site, later: Later, status: int, given: str, least: int
):
    headers = {"Retry-After": given} if given else {}
    courier.pages["/a"] = Served(status=status, headers=headers)
    its = hosts(later)
    assert its.visit(f"{courier.address}/a", Request()).status == status
    assert failure(its, f"{courier.address}/b").kind == "later"
    (row,) = its.changed()
    assert least <= seconds_of(row.until) - later.seconds <= max(302, 2 * least)
    assert failure(hosts(later, [row]), f"{courier.address}/b").kind == "later"
    assert courier.paths() == ["/a"]


def test_a_host_of_which_two_addresses_do_not_answer_is_left_alone(courier: Site, later: Later):
    slow = Served(seconds=1.5)
    courier.pages |= {"/a": slow, "/c": slow}
    courier.put("/b", "one")
    its = hosts(later, settings=Settings(allow_private=True, timeout=0.3))
    for path in ("/a", "/a"):  # it alone is slow, however often it is asked
        assert failure(its, f"{courier.address}{path}").kind == "timeout"
    assert its.visit(f"{courier.address}/b", Request()).ok
    for path in ("/a", "/c"):
        assert failure(its, f"{courier.address}{path}").kind == "timeout"
    assert failure(its, f"{courier.address}/b").kind == "later"
    later.seconds += 90
    assert failure(its, f"{courier.address}/a").kind == "timeout"  # it has not come back
    assert failure(its, f"{courier.address}/b").kind == "later"


def test_a_host_whose_robots_do_not_come_is_left_alone(courier: Site, later: Later):
    courier.pages["/robots.txt"] = Served(seconds=1.5)
    its = hosts(later, settings=Settings(allow_private=True, timeout=0.3))
    assert failure(its, f"{courier.address}/a").kind == "timeout"
    assert failure(its, f"{courier.address}/b").kind == "later"


def test_redirects_are_followed_each_as_its_host_lets(courier: Site, monitor: Site, later: Later):
    monitor.put("/robots.txt", "User-agent: *\nDisallow: /b", "text/plain")
    monitor.put("/a", "one")
    for path in ("/a", "/b"):
        courier.pages[path] = Served(status=302, headers={"Location": monitor.address + path})
    courier.pages["/round"] = Served(status=302, headers={"Location": "/round"})
    its = hosts(later)
    assert its.visit(f"{courier.address}/a", Request()).url == f"{monitor.address}/a"
    assert failure(its, f"{courier.address}/b").kind == "robots"
    assert failure(its, f"{courier.address}/round").kind == "redirects"
    assert monitor.paths() == ["/a"]


def test_private_addresses_are_refused(courier: Site, later: Later):
    its = hosts(later, settings=Settings())
    error = failure(its, f"{courier.address}/a")
    assert error.kind == "private"
    assert "--allow-private" in str(error)
    assert its.changed() == []
    assert courier.asked == []


def test_one_request_at_a_time_with_a_pause_between(courier: Site):
    courier.put("/robots.txt", "User-agent: *\nCrawl-delay: 0.2", "text/plain")
    courier.put("/a", "one", seconds=0.1)
    its = Hosts([], SETTINGS, Clock(), pause=0.05)
    threads = [Thread(target=its.visit, args=(f"{courier.address}/a", Request())) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    first, *pages = courier.asked
    assert pages[0].start - first.end > 0.04  # what robots.txt asks for is not known before
    gaps = [b.start - a.end for a, b in pairwise(pages)]
    assert len(gaps) == 2
    assert min(gaps) > 0.15


def test_whoever_stops_asks_no_more(courier: Site):
    clock = Clock()
    its = Hosts([], SETTINGS, clock, pause=1000)
    clock.stop.set()
    began = time.monotonic()
    assert failure(its, f"{courier.address}/a").kind == "later"
    assert time.monotonic() - began < 5
    assert courier.asked == []


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://Courier.example:443/a?b", "https://courier.example"),
        ("HTTP://courier.example:8080", "http://courier.example:8080"),
        ("http://[::1]:80/a", "http://[::1]"),
        ("ftp://x.example/", "ftp://x.example/"),
        ("http://x:99999/", "http://x:99999/"),
    ],
)
def test_hosts_by_name_and_port(address, host):
    assert host_of(address) == host
