"""Names in headlines, without what the headline says of those who are named."""

import pytest

from sayso.records import Span
from sayso.resolve.actors.names.headlines import cut_in_headline, headlines, in_headline

TEXT = """Oram Scoffs at Truce Offer From Kessar

Lidia Oram, the governor, said the offer was a joke. What Kessar wants is time.
Talks with Kessar go on, as they did in spring
"""
NAMES = [
    ("Oram Scoffs", "Oram"),
    ("Lidia Oram", "Lidia Oram"),
    ("Oram", "Oram"),
    ("What Kessar", "Kessar"),
]


@pytest.mark.parametrize(("words", "wanted"), NAMES)
def test_a_name_without_what_a_headline_says_of_it(words, wanted):
    start = TEXT.index(words)
    assert cut_in_headline(TEXT, Span(start, start + len(words))).of(TEXT) == wanted


def test_a_headline_is_a_line_whose_words_have_capitals():
    assert [line.of(TEXT) for line in headlines(TEXT)] == TEXT.splitlines()[:1]
    assert in_headline(TEXT, 0)
    assert not in_headline(TEXT, TEXT.index("Talks"))
    assert headlines("") == ()
