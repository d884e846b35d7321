"""Crawls: pages of news go in, the rest is counted, what is damaged is told by its record."""

import gzip
import importlib.util

import pytest

from sayso.read.formats.warc import TEXT_ALONE
from tests.read.formats import samples
from tests.read.formats.samples import WORDS

PLACES = [("file:3", "article"), ("file:5", "article"), ("file:6", "article")]


@pytest.mark.parametrize("packed", [True, False])
def test_pages_of_a_crawl_are_read_by_the_page_reader(reading, packed):
    read = reading(samples.warc(packed=packed))
    assert read.kinds == PLACES
    first, _, last = read.articles
    assert (first.title, first.url) == ("Velmark stays 0", "http://courier.example/0")
    assert first.text.endswith("\n\n".join(WORDS))
    assert last.title == "Packed"  # gzip in chunks, as servers send it
    assert read.skipped == {
        "crawl records that are no answers (warcinfo)": 1,
        "crawl records that are no answers (request)": 2,
        "answers of crawls that are no pages (status 404)": 1,
        "answers of crawls that are no pages (image/png)": 1,
        "pages of crawls without an article": 1,
    }


@pytest.mark.parametrize("packed", [True, False])
def test_a_crawl_that_is_cut_gives_what_is_whole_and_an_error(reading, packed):
    data = samples.warc(packed=packed, titles=("Velmark stays",))
    whole = reading(data).kinds
    for end in range(150, len(data) - 1, 131):
        cut = reading(data[:end]).kinds
        there = [each for each in cut if each[1] == "article"]
        assert there == whole[: len(there)]
        assert {kind for _, kind in cut[len(there) :]} == {"warc"}


def test_a_crawl_that_is_damaged_says_where(reading):
    data = bytearray(samples.warc(packed=False))
    place = data.index(b"WARC/1.0", 2000)
    data[place : place + 8] = b"CRAWL!!!"
    read = reading(bytes(data))
    assert sorted(kind for _, kind in read.kinds) == ["article", "article", "warc"]


def test_behind_a_record_that_is_damaged_the_others_are_read(reading):
    names = [*(f"Velmark {number}" for number in range(6)), "Packed"]
    data = bytearray(samples.warc(titles=tuple(names[:-1])))
    data[len(data) // 2] ^= 0xFF
    read = reading(bytes(data))
    titles = [article.title for article in read.articles]
    assert len(titles) >= len(names) - 1
    assert titles == [name for name in names if name in titles]
    assert [kind for _, kind in read.kinds if kind != "article"] == ["warc"]


def test_a_page_over_the_limit_is_an_error_and_the_others_go_on(reading):
    crawl = samples.warc(titles=("Velmark stays", "Velmark " * 50, "Velmark goes"))
    kinds = ["article", "size", "article", "article"]
    assert [kind for _, kind in reading(crawl, max_bytes=600).kinds] == kinds


def test_without_the_extra_it_says_what_to_install(reading, monkeypatch):
    real = importlib.util.find_spec
    hidden = lambda name, *rest: None if name == "fastwarc" else real(name, *rest)  # noqa: E731
    monkeypatch.setattr("sayso.read.formats.warc.find_spec", hidden)
    read = reading(samples.warc())
    assert read.kinds == [("file", "extra")]
    assert 'pip install "sayso[warc]"' in str(read.outcomes[0])


def test_a_crawl_inside_gzip_of_one_member_is_read_too(reading):
    assert reading(gzip.compress(samples.warc(packed=False))).kinds == PLACES


def test_texts_without_their_pages_are_counted_as_such(reading):
    read = reading(samples.wet(), "crawl.warc.wet.gz")
    assert (read.outcomes, read.skipped) == ([], {TEXT_ALONE: 1})
