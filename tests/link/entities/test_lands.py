"""Countries in the words of roles and names."""

import pytest

from sayso.link.entities.lands import country_names, parted


@pytest.mark.parametrize(
    ("words", "rest", "code"),
    [
        ("Russia's Foreign Ministry", "foreign ministry", "RU"),
        ("Foreign Ministry of Russia", "foreign ministry", "RU"),
        ("Kremlin spokesman", "spokesman", "RU"),
        ("President of the United States", "president", "US"),
        ("Georgia secretary of state", "georgia secretary of state", ""),
        ("Harbour Trust", "harbour trust", ""),
    ],
)
def test_the_country_is_told_and_taken_out(words: str, rest: str, code: str):
    assert parted(words) == (tuple(rest.split()), code)


def test_countries_have_names():
    assert country_names()["GE"] == "Georgia"
