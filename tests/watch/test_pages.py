"""What becomes of a page: read, unchanged, waiting, failed; and when it is asked for again."""

from dataclasses import replace

import pytest

from sayso.errors import FetchError
from sayso.read.fetch import Answer
from sayso.settings import Settings
from sayso.store.watching import PageRow, at
from sayso.watch.manners import HOUR, Manners, seconds_of
from sayso.watch.pages import in_full, paged

from .sites import article

NOW = 1.9e9
OWN = Manners()
PAGE = "https://courier.example/1"
ROW = PageRow(PAGE, source="https://courier.example/feed", due=at(NOW))
WORDS = "“We will not leave Karsk,” the foreign minister of Ostrania said on Friday in Velmark."


def its(answer, row=ROW, now=NOW, manners=OWN):
    if isinstance(answer, str):
        answer = Answer(PAGE, 200, "OK", {"etag": '"1"'}, answer.encode())
    return paged(row, answer, Settings(), manners, now)


def test_a_page_is_read_and_asked_for_again_in_an_hour():
    read = its(article("Talks go on", WORDS))
    (one,) = read.articles
    assert one.text == f"Talks go on\n\n{WORDS}"
    assert (one.source, one.url, one.publisher) == (PAGE, PAGE, "Skerra Courier")
    assert (read.row.etag, read.row.since, read.row.tries) == ('"1"', at(NOW), 0)
    assert seconds_of(read.row.due) - NOW == HOUR


def test_what_was_there_before_is_quiet_once():
    first = its(article("Talks go on", WORDS), replace(ROW, quiet=True))
    assert first.quiet
    second = its(article("Talks go on", WORDS + " So it was."), first.row)
    assert not second.quiet
    (one,) = first.articles
    assert in_full(replace(ROW, quiet=True), one, NOW).quiet
    assert its(Answer(PAGE, 500, "Oh", {}), replace(ROW, quiet=True)).row.quiet


def test_the_longer_ago_it_was_read_the_later_it_is_asked_for_again():
    row, now, gaps = its(article("Talks go on", WORDS)).row, NOW, []
    while row.due:
        gaps.append(round((seconds_of(row.due) - now) / HOUR))
        now = seconds_of(row.due)
        again = its(Answer(PAGE, 304, "", {}), row, now)
        assert again.unchanged
        row = again.row
    assert gaps == [1, 1, 2, 4, 8, 16]
    assert row.since == at(NOW)
    assert its(article("Talks", WORDS), manners=Manners(revisit=0)).row.due == ""


@pytest.mark.parametrize(
    ("answer", "tries"),
    [
        (FetchError(PAGE, "timeout", "does not answer in time"), 6),
        (Answer(PAGE, 500, "Oh", {}), 6),
        (Answer(PAGE, 404, "Not Found", {}), 1),
        (Answer(PAGE, 410, "Gone", {}), 1),
        (FetchError(PAGE, "private", "is private"), 1),
        (FetchError(PAGE, "robots", "is forbidden"), 1),
        ("<html><body></body></html>", 1),
    ],
)
def test_what_may_pass_is_tried_again_some_times(answer, tries):
    row, count = ROW, 0
    while row.due:
        failed = its(answer, row)
        row, count = failed.row, count + 1
        assert len(failed.outcomes) == 1
        assert row.tries == count
        assert row.why.startswith(PAGE)
    assert count == tries


def test_one_whose_host_waits_is_left_as_it_is():
    waits = its(FetchError(PAGE, "later", "its host is not asked"))
    assert waits.waits
    assert (waits.row, waits.outcomes) == (ROW, ())


def test_a_page_in_another_language_is_kept():
    words = "El ministro dijo el viernes que la frontera se abre y que no habrá más cambios. " * 5
    (one,) = its(article("Talks", words)).articles
    assert "ministro" in one.text


def test_what_a_feed_has_in_full_is_never_asked_for():
    (one,) = its(article("Talks go on", WORDS)).articles
    whole = in_full(replace(ROW, tries=2, why="x"), one, NOW)
    assert (whole.row.due, whole.row.since, whole.row.tries) == ("", at(NOW), 0)
    assert list(whole.articles) == [one]
