"""Given names."""

import pytest

from sayso.english.given_names import sexes


@pytest.mark.parametrize(("name", "sex"), [("maria", "f"), ("peter", "m"), ("velmark", None)])
def test_sexes(name, sex):
    assert sexes().get(name) == sex


def test_names_are_folded():
    assert all(name == name.lower() for name in sexes())
    assert set(sexes().values()) == {"m", "f"}
