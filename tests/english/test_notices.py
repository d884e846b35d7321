"""What notices of corrections are worded with."""

import re

import pytest

from sayso.english.notices import notice_words


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("nouns", "Editor’s note"),
        ("nouns", "editors note"),
        ("nouns", "erratum"),
        ("righted", "amended"),
        ("renewed", "refiled"),
        ("printed", "dispatch"),
        ("earlier", "previous"),
        ("mistaken", "in error"),
    ],
)
def test_words_of_notices(kind, words):
    assert re.fullmatch(notice_words(kind), words, re.IGNORECASE)
    assert not re.fullmatch(notice_words(kind), "ferry")


def test_lists_may_be_asked_together():
    both = notice_words("righted", "mistaken")
    assert all(re.fullmatch(both, word) for word in ("corrected", "wrongly"))
