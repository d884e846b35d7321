"""Names of places that the gazetteer alone finds."""

import pytest

from sayso.resolve.places.places import Places

PLACES = Places()

RECOGNISED = [
    ("Rain fell in France and in Aleppo.", ["France", "Aleppo"]),
    ("A fair in Velmark", []),
    ("Chuck Washington sang. President Lincoln did not.", []),
    ("The United States and the U.S. market", ["United States", "U.S."]),
    ("Rapides Parish lies in Louisiana.", ["Rapides Parish", "Louisiana"]),
    ("It costs US$5.", []),
    ("He may march in Reading", ["Reading"]),
    ("Reading is fun, and so is france", []),
    ("Germany's north", ["Germany"]),
    ("", []),
]


@pytest.mark.parametrize(("text", "names"), RECOGNISED)
def test_toponyms(text, names):
    assert [span.of(text) for span in PLACES.toponyms(text)] == names
