"""Folded words as PostgreSQL takes them: parts that keep every place, and pieces of phrases."""

import re
from itertools import pairwise

import pytest

from sayso.store.databases.tsvector import SHARED, queries, vectors


def places(vector: str) -> dict[int, str]:
    """Return the words of a vector by their places."""
    entries = re.findall(r"'((?:[^']|'')*)':([\d,]+)", vector)
    return {int(place): word for word, its in entries for place in its.split(",")}


def parts(words: list[str]) -> list[list[str]]:
    each = [places(vector) for vector in vectors(words)]
    return [[part[n] for n in range(1, len(part) + 1)] for part in each]


@pytest.mark.parametrize(
    ("words", "vector"),
    [
        (["grain"], "'grain':1"),
        (["a", "b", "a"], "'a':1,3 'b':2"),
        (["o'neil", "back\\slash"], "'o''neil':1 'back\\\\slash':2"),
        (["x" * 9000], f"'{'x' * 500}':1"),
    ],
)
def test_a_vector_holds_every_place(words: list[str], vector: str) -> None:
    assert list(vectors(words)) == [vector]


def test_nothing_has_no_vector() -> None:
    assert list(vectors([])) == []


@pytest.mark.parametrize(
    "words",
    [
        ["the", "corridor"] * 1000,
        [f"word{n}" for n in range(25_000)],
        [f"{n:05}" * 99 for n in range(3_000)],
        ["same"] * 1000,
    ],
    ids=["common word", "many words", "long words", "one word"],
)
def test_long_texts_are_cut_into_parts_that_overlap(words: list[str]) -> None:
    cut = parts(words)
    assert len(cut) > 1
    for part in cut:
        assert max(map(part.count, {*part[:5], *part[-5:]})) <= 255
        assert len(part) <= 10_000
        assert sum(len(word) for word in set(part)) < 1_000_000
    for before, after in pairwise(cut):
        assert before[-SHARED:] == after[:SHARED]
    whole = cut[0] + [word for part in cut[1:] for word in part[SHARED:]]
    assert whole == [word[:500] for word in words]


def test_phrases_are_looked_for_whole_or_in_pieces_that_hang_together() -> None:
    assert queries([("grain",), ("not", "leave")]) == ["'grain'", "'not' <-> 'leave'"]
    long = tuple(f"w{n}" for n in range(120))
    pieces = [re.findall(r"'(\w+)'", query) for query in queries([long])]
    assert [(piece[0], piece[-1]) for piece in pieces] == [
        ("w0", "w49"),
        ("w49", "w98"),
        ("w98", "w119"),
    ]
