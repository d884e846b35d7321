"""Phrases that may name an outlet, by their form alone."""

import pytest

from sayso.resolve.chain.phrases import names_in, nouns_in


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Yesterday Ana Ruel told the Almis Post.", ["Ana Ruel", "Almis Post"]),
        ("Velmark’s Banner said so.", ["Velmark", "Banner"]),
        ("On Monday it rained.", []),
        ("The Voice of Hadrov said so.", ["Voice of Hadrov"]),
        ("it rained", []),
    ],
)
def test_names(text, names):
    assert [phrase.span.of(text) for phrase in names_in(text)] == names


@pytest.mark.parametrize(
    ("text", "nouns"),
    [
        ("She told an independent daily so.", ["an independent daily"]),
        ("It was on state television.", ["state television"]),
        ("She told the press so.", []),
        ("The magazine team left.", []),
        ("It rained.", []),
    ],
)
def test_descriptions(text, nouns):
    assert [phrase.span.of(text) for phrase in nouns_in(text)] == nouns


def test_a_phrase_takes_in_its_determiner_and_may_be_moved():
    phrase, *_ = names_in("We asked the Banner (TBN).")
    assert (phrase.left, phrase.span.start, phrase.right) == (9, 13, 25)
    assert phrase.moved(10).span.start == 23
