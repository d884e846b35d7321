"""Words, their folding and their places."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sayso.english.names import levelled
from sayso.records import Span
from sayso.store.words import find, has_all, keys, phrases, words


@given(st.text())
def test_composed_and_decomposed_fold_the_same(text: str) -> None:
    composed, decomposed = (keys(unicodedata.normalize(f, text)) for f in ("NFC", "NFD"))
    assert composed.replace(" ", "") == decomposed.replace(" ", "")


@given(st.text())
@example("⑴")
def test_keys_hold_nothing_that_a_tokenizer_would_split(text: str) -> None:
    for word in words(text):
        assert word.key
        assert all(c.isalnum() or ord(c) > 127 for c in word.key)


@given(st.text(), st.text())
@example("the cease-fire", "“The cease—fire” held")
@example("karsk's", "KARSK\u00a0S")
@example('"b c"', "a_b c")
@example("zolw", "żółw")
def test_a_text_has_all_where_all_are_found(query: str, text: str) -> None:
    wanted = phrases(query)
    assert has_all(wanted, text) is all(find([phrase], text) for phrase in wanted)


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("grain corridor", [("grain",), ("corridor",)]),
        ('"grain corridor" Karsk', [("grain", "corridor"), ("karsk",)]),
        ("“grain corridor”", [("grain", "corridor")]),
        ("cease-fire", [("cease", "fire")]),
        ("Karsk's", [("karsk", "s")]),
        ("AND OR NOT NEAR(a b)", [("and",), ("or",), ("not",), ("near", "a"), ("b",)]),
        ("title:karsk ^karsk kar*", [("title", "karsk"), ("karsk",), ("kar",)]),
        ('"never closed', [("never",), ("closed",)]),
        ("karsk KARSK", [("karsk",)]),
        ('"" - " " _ ; --', []),
        ("", []),
    ],
)
def test_phrases(query: str, wanted: list[tuple[str, ...]]) -> None:
    assert phrases(query) == wanted


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("KARSK", ["Karsk", "Karsk"]),
        ("we leave", ["We", "leave"]),
        ('"not leave"', ["not", "leave"]),
        ('"leave not"', []),
        ("leave not", ["not", "leave"]),
        ("cafe", ["café"]),
        ("will-not", ["will", "not"]),
        ("ars", []),
    ],
)
def test_find(query: str, wanted: list[str]) -> None:
    text = "Karsk, they said at the café: “We will not\nleave Karsk.”"
    assert [span.of(text) for span in find(phrases(query), text)] == wanted


def test_find_counts_code_points() -> None:
    assert find([("karsk",)], "🙂\ud800\x00İß Karsk") == (Span(6, 11),)


@given(st.text(), st.data())
def test_every_word_is_found_where_it_stands(text: str, data: st.DataObject) -> None:
    there = list(words(text))
    if not there:
        return
    word = data.draw(st.sampled_from(there))
    assert word.span in find([(word.key,)], text)
    assert all(levelled(span.of(text)) == word.key for span in find([(word.key,)], text))
