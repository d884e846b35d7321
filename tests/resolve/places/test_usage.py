"""How the name of a place is used: for the place, for who rules it, or before a noun."""

import pytest

from sayso.resolve.places.usage import use_of

USES = [
    ("Velmark", " said on Monday that", "metonym"),
    ("Velmark", " has repeatedly denied it", "metonym"),
    ("Velmark", ", which guards the dam, rejected it", "metonym"),
    ("Velmark", "'s foreign ministry", "metonym"),
    ("Velmark", " is ready to talk", "metonym"),
    ("Velmark", " forces crossed", "modifier"),
    ("Velmark", "-backed guards", "modifier"),
    ("Velmark", " is cold in winter", "literal"),
    ("Velmark", " and Ostrania", "literal"),
    ("Velmark", ".", "literal"),
]


@pytest.mark.parametrize(("name", "after", "use"), USES)
def test_use(name, after, use):
    assert use_of(name + after, 0, len(name), demonym=False, speaks=True) == use


def test_use_by_what_comes_before_and_by_what_it_is():
    text = "new sanctions on Velmark"
    assert use_of(text, 17, 24, demonym=False, speaks=True) == "metonym"
    assert use_of(text, 17, 24, demonym=False, speaks=False) == "literal"
    assert use_of("Velmark said", 0, 7, demonym=False, speaks=False) == "literal"
    assert use_of("Velmarkian plans", 0, 10, demonym=True, speaks=True) == "modifier"
