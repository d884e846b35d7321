"""What becomes of a source: read, unchanged, waiting, broken, failed."""

from dataclasses import replace

import pytest

from sayso.errors import FetchError
from sayso.read.fetch import Answer
from sayso.settings import Settings
from sayso.store.watching import PageRow, at
from sayso.watch.manners import Manners, seconds_of
from sayso.watch.sources import sourced

from .sites import item, rss

NOW = 1.9e9
OWN = Manners()
FEED = "https://courier.example/feed"
ROW = PageRow(FEED, is_source=True, quiet=True)
GIVEN = {"etag": '"7"', "last-modified": "Sun, 17 Mar 2030 09:30:00 GMT"}


def its(answer, row=ROW, manners=OWN):
    if not isinstance(answer, Answer | FetchError):
        answer = Answer(FEED, 200, "OK", GIVEN, answer.encode())
    return sourced(row, answer, Settings(), manners, NOW)


def feed(*days: float) -> str:
    return rss(*(item(f"https://courier.example/{n}", f"T{n}", day=d) for n, d in enumerate(days)))


def test_what_is_named_first_was_there_before():
    first = its(feed(NOW, NOW - 60))
    assert [each.quiet for each in first.pages] == [True, True]
    assert {each.source for each in first.pages} == {FEED}
    assert (first.row.etag, first.row.modified) == tuple(GIVEN.values())
    assert (first.row.since, first.row.due) == (at(NOW), at(NOW))
    second = its(feed(NOW), first.row)
    assert [each.quiet for each in second.pages] == [False]


def test_what_is_older_is_passed_over_and_counted():
    day = 86400.0
    some = its(feed(NOW, NOW - 6 * day, NOW - 9 * day, NOW - 99 * day))
    assert (len(some.pages), some.old) == (2, 2)
    assert its(feed(NOW - 99 * day), manners=Manners(days=100)).old == 0


def test_nothing_new():
    before = replace(ROW, etag='"7"', tries=3, why="answers 500")
    same = its(Answer(FEED, 304, "Not Modified", {}), before)
    assert same.unchanged
    assert not same.failed
    assert (same.row.etag, same.row.tries, same.row.why) == ('"7"', 0, "")


def test_of_a_broken_one_all_before_is_taken_and_all_is_asked_for_again():
    whole = feed(*[NOW] * 9)
    some = its(whole[: len(whole) // 2], replace(ROW, etag='"6"', modified="x"))
    assert 2 < len(some.pages) < 9
    assert [each.kind for each in some.errors] == ["xml"]
    assert (some.row.etag, some.row.modified) == ("", "")
    assert not some.failed


@pytest.mark.parametrize(
    "answer",
    [
        Answer(FEED, 404, "Not Found", {}),
        Answer(FEED, 500, "Oh", {}),
        FetchError(FEED, "timeout", "does not answer in time"),
        "<html>no feed</html>",
        "<rss><channel>",
    ],
)
def test_one_that_fails_is_asked_later_and_later(answer):
    row = ROW
    for tries, wait in ((1, 60), (2, 120), (3, 240)):
        some = its(answer, row)
        assert some.failed
        assert len(some.errors) == 1
        assert FEED in str(some.errors[0])
        row = some.row
        assert (row.tries, row.quiet) == (tries, True)
        assert row.why
        assert 0.7 * wait < seconds_of(row.due) - NOW < 1.3 * wait


def test_one_whose_host_waits_is_left_as_it_is():
    some = its(FetchError(FEED, "later", "its host is not asked"))
    assert some.waits
    assert some.row == ROW


def test_of_many_sitemaps_the_newest_are_followed():
    day = ["2030-03-17", "2030-03-16"]
    inside = "".join(
        f"<sitemap><loc>https://x.example/{n}.xml</loc><lastmod>{day[n % 2]}</lastmod></sitemap>"
        for n in range(120)
    )
    some = its(f'<sitemapindex xmlns="x">{inside}</sitemapindex>')
    assert (len(some.sources), some.old) == (50, 70)
    assert {each.day for each in some.sources} == {day[0]}
    assert all(each.is_source and each.quiet for each in some.sources)
