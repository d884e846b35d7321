"""Searching: what is found, in which order, and where exactly."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from sayso.records import Article, Moment, Record
from sayso.store import Hit, Store
from sayso.store.words import words
from tests.notation import read

from .samples import article, plain, record, records

ANY = settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def bare(text: str, title: str = "", day: str = "") -> Record:
    published = Moment(day, day, "day") if day else None
    return plain(Article(text=text, source="-", title=title, published=published))


def shown(hit: Hit, text: str) -> list[tuple[bool, list[str]]]:
    """Return for each passage whether it is a statement, and the matched words as written."""
    for passage in hit.passages:
        assert passage.text == passage.span.of(text)
        assert all(
            passage.span.start <= w.start and w.end <= passage.span.end for w in passage.words
        )
    return [(p.statement_id is not None, [word.of(text) for word in p.words]) for p in hit.passages]


def test_words_are_found_in_statements_and_around_them(store: Store) -> None:
    store.write(records(3))
    hits = store.search("karsk LEAVE")
    assert [hit.article.given_id for hit in hits] == ["2", "1", "0"]
    text = article(2).text
    assert shown(hits[0], text) == [(False, ["Karsk"]), (True, ["leave", "Karsk"])]
    assert [w.of(article(2).title) for w in hits[0].title_words] == ["Karsk"]
    passage = hits[0].passages[1]
    assert passage.statement_id == record(2).statements[1].id
    assert passage.text.startswith("We will not leave Karsk,” envoy")
    assert passage.text.endswith("not on day 2")


def test_a_word_in_two_statements_is_shown_in_both(store: Store) -> None:
    of, annotation = read("{S1:Ana} {C1:said} {T1:that {S2:Bo} {C2:saw} {T2:the corridor}}.")
    store.write([plain(of, *annotation.statements)])
    [hit] = store.search("corridor")
    assert {p.statement_id for p in hit.passages} == {s.id for s in annotation.statements}


def test_a_word_between_two_contents_is_outside_the_statement(store: Store) -> None:
    store.write([record(1)])
    [hit] = store.search("envoy")
    assert shown(hit, article(1).text) == [(False, ["envoy"])]


def test_replaced_statements_are_no_longer_shown(store: Store) -> None:
    store.write([record(1)])
    store.write([record(1, version=2)])
    [hit] = store.search("corridor leave")
    ids = [p.statement_id for p in hit.passages]
    assert ids == [None, record(1, version=2).statements[0].id]


TEXTS = {
    "apart": "The corridor of Łódź is about grain.",
    "together": "The grain\n\ncorridor is open.",
    "hyphen": "The Grain-Corridor Cafe\u0301 opens.",
}
LABELS = {bare(text).article.id: label for label, text in TEXTS.items()}


@pytest.fixture(scope="module")
def asked(apart: str) -> Iterator[Store]:
    """Return a record of these texts, to ask and not to write to."""
    with Store.open(apart) as store:
        store.write(map(bare, TEXTS.values()))
        yield store


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("grain corridor", ["apart", "together", "hyphen"]),
        ('"grain corridor"', ["together", "hyphen"]),
        ("grain-corridor", ["together", "hyphen"]),
        ('"corridor grain"', []),
        ("graincorridor", []),
        ("grain cafe", ["hyphen"]),
        ("CAFÉ", ["hyphen"]),
        ("łodz", ["apart"]),
        ("grain NOT corridor", []),
        ("missing", []),
        ("", []),
        ("*", []),
    ],
)
def test_what_is_found(asked: Store, query: str, wanted: list[str]) -> None:
    assert sorted(LABELS[hit.article.id] for hit in asked.search(query)) == sorted(wanted)


def test_the_best_comes_first_and_the_newest_of_equals(store: Store) -> None:
    store.write(
        [
            bare(
                "A grain of sand, and then many more words about something else.", day="2031-09-09"
            ),
            bare("Grain here.", day="2031-01-01"),
            bare("Grain now.", day="2031-03-03"),
            bare("Grain then."),
            *(bare(f"Nothing of it {n}.") for n in range(9)),
        ]
    )
    hits = store.search("grain")
    days = [hit.article.published.start if hit.article.published else "" for hit in hits]
    assert days == ["2031-03-03", "2031-01-01", "", "2031-09-09"]
    assert store.search("grain", limit=2) == hits[:2]


def test_a_title_beside_the_text_is_searched_too(store: Store) -> None:
    store.write([bare("Nothing changed.", title="Karsk “waits”"), bare("Karsk changed.")])
    [hit] = store.search("waits changed")
    assert [word.of(hit.article.title) for word in hit.title_words] == ["waits"]
    assert shown(hit, "Nothing changed.") == [(False, ["changed"])]
    [hit] = store.search("waits")
    assert hit.passages == ()


def test_surroundings_are_whole_words_of_one_paragraph(store: Store) -> None:
    long = " ".join(f"word{n}" for n in range(60))
    text = f"Before.\n{long} Karsk {long}\nKarsk\n{'x' * 200} Hesk {'y' * 200}"
    store.write([bare(text)])
    first, second = store.search("Karsk")[0].passages
    assert first.text.startswith("word")
    assert first.text.split("Karsk")[0].endswith("word59 ")
    assert 60 < len(first.text.split("Karsk")[0]) <= 80
    assert 60 < len(first.text.split("Karsk")[1]) <= 80
    assert set(first.text.split()) <= set(text.split())
    assert second.text == "Karsk"
    assert store.search("Hesk")[0].passages[0].text == "Hesk"


def test_close_words_share_their_surroundings(store: Store) -> None:
    text = "Karsk waits. Hesk waits." + " So it goes." * 40 + " Karsk still waits."
    store.write([bare(text)])
    [hit] = store.search("karsk hesk")
    assert shown(hit, text) == [(False, ["Karsk", "Hesk"]), (False, ["Karsk"])]


@ANY
@given(query=st.text() | st.text(alphabet="ab\"'-*^:(){}+ \x00\ud800ANDORNOTNEAR"))
def test_no_query_is_an_error(store: Store, query: str) -> None:
    store.search(query)


def test_a_very_long_query_is_no_error(store: Store) -> None:
    text = " ".join(f"word{n}" for n in range(5000))
    store.write([bare(text)])
    assert len(store.search(text)[0].passages[0].words) == 5000
    assert len(store.search(f'"{text}"')[0].passages[0].words) == 5000
    assert store.search(f"{text} missing") == []


@ANY
@given(text=st.text(min_size=1), which=st.integers(0, 99))
@example(text="⑴ ﷺ 1", which=0)  # a letter whose folded form has marks
def test_every_word_is_found_at_its_place(store: Store, text: str, which: int) -> None:
    there = list(words(text))
    if not there:
        return
    stored = bare(text)
    store.write([stored])
    word = there[which % len(there)]
    hits = {hit.article.id: hit for hit in store.search(word.span.of(text), limit=10_000)}
    marked = [w for passage in hits[stored.article.id].passages for w in passage.words]
    assert word.span in marked
    assert {each.key for w in marked for each in words(w.of(text))} == {word.key}


def test_a_hit_carries_the_row_of_its_article(store: Store) -> None:
    store.write([record(1).only(lambda _: False)])
    [hit] = store.search("Hesk")
    assert [hit.article] == store.articles()
