"""Finding articles by name, and listing them."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from sayso.errors import StoreError
from sayso.records import Article, Moment, Record
from sayso.store import Counts, Store

from .samples import article, plain, record, records


def bare(text: str, source: str = "-", **given: str) -> Record:
    return plain(Article(text=text, source=source, **given))  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def asked(apart: str) -> Iterator[Store]:
    """Return a record of a few articles, one of them nameless, to ask and not to write to."""
    with Store.open(apart) as store:
        store.write([*records(4), bare("It has neither given id nor address.")])
        yield store


@pytest.mark.parametrize(
    "name",
    [
        article(2).id,
        article(2).id[:15],
        article(2).id.removeprefix("sha256:"),
        article(2).id.removeprefix("sha256:")[:8],
        article(2).id.removeprefix("sha256:")[:8].upper(),
        "2",
        "velmark.jsonl:2",
        "https://outlet2.example/2",
    ],
)
def test_an_article_has_many_names(asked: Store, name: str) -> None:
    assert asked.article(name) == article(2)


@pytest.mark.parametrize("name", ["", "9", "sha256:", "abc", "sha256:zz", "%", "velmark.jsonl"])
def test_no_article_of_that_name(asked: Store, name: str) -> None:
    with pytest.raises(StoreError, match="no article in the record is named"):
        asked.article(name)


def test_a_whole_name_goes_before_the_beginning_of_an_id(store: Store) -> None:
    prefix = article(1).id.removeprefix("sha256:")[:6]
    named = bare("Named like another's id.", given_id=prefix)
    store.write([record(1), named])
    assert store.article(prefix) == named.article


def test_an_ambiguous_name_lists_the_candidates(store: Store) -> None:
    versions = [bare(f"Version {n}.", "https://a.example/", title=f"V\n{n}") for n in range(7)]
    dated = replace(versions[3].article, published=Moment("2031-01-05", "2031-01-05", "day"))
    store.write([*versions[:3], replace(versions[3], article=dated), *versions[4:]])
    with pytest.raises(StoreError) as caught:
        store.article("https://a.example/")
    message = str(caught.value)
    assert message.startswith('"https://a.example/" fits 7 articles: ')
    assert f'{dated.id[:19]} (2031-01-05, "V 3"); ' in message
    assert f'{versions[6].article.id[:19]} (no date, "V 6")' in message
    assert message.endswith("; and 2 more")
    assert "\n" not in message


def test_an_ambiguous_beginning_lists_the_candidates(store: Store) -> None:
    # Two texts whose hashes begin with the same four digits, found by trying.
    first, second = bare("Karsk 115"), bare("Karsk 533")
    assert first.article.id[:11] == second.article.id[:11]
    store.write([first, second])
    with pytest.raises(StoreError, match="fits 2 articles"):
        store.article(first.article.id[:11])
    assert store.article(first.article.id[:13]) == first.article


def test_a_record_needs_its_whole_id(store: Store) -> None:
    store.write([record(1)])
    with pytest.raises(StoreError, match="no article in the record has the id"):
        store.record(article(1).id[:15])


def test_articles_are_listed_newest_first(store: Store) -> None:
    undated = [bare("Read early.", "a"), bare("Read late.", "b")]
    store.write([undated[0], *records(14), undated[1]])
    rows = store.articles()
    assert [row.given_id for row in rows[:5]] == ["11", "10", "9", "8", "7"]
    assert [row.given_id for row in rows[-5:-2]] == ["1", "12", "0"]
    assert [row.source for row in rows[-2:]] == ["b", "a"]
    assert [row.id for row in store.articles(limit=3, offset=2)] == [r.id for r in rows[2:5]]
    assert [row.id for row in store.articles(offset=13)] == [row.id for row in rows[13:]]


def test_a_row_says_what_a_list_shows(store: Store) -> None:
    store.write([record(4), record(5, version=2), bare("Nothing said.")])
    row = store.articles(publisher="Outlet 1")[0]
    of = article(4)
    assert (row.id, row.given_id, row.source, row.title) == (of.id, "4", of.source, of.title)
    assert (row.published, row.publisher, row.url) == (of.published, of.publisher, of.url)
    assert row.read_at.endswith("Z")
    assert [r.statements for r in store.articles()] == [1, 2, 0]


def test_versions_of_one_address(store: Store) -> None:
    store.write(records(3))
    later = replace(article(1), text="Corrected.", title_span=None, source="again", skips=())
    store.write([plain(later)])
    rows = store.articles(url=article(1).url)
    assert [row.id for row in rows] == [later.id, article(1).id]
    assert store.articles(url="https://elsewhere.example/") == []


def test_counts(store: Store) -> None:
    assert store.counts() == Counts(0, 0, 0, 0)
    store.write([*records(5), bare("No publisher.")])
    store.see([replace(article(1), publisher="Elsewhere")])
    assert store.counts() == Counts(articles=6, sightings=7, statements=10, publishers=4)
