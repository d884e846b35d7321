"""The word lists of chains, as they are asked for."""

import re

import pytest

from sayso.resolve.chain.words import either, listed, names_listed


def test_lists():
    assert {"letter", "memo"} <= listed("papers")
    assert "associated press" in listed("known")
    with pytest.raises(KeyError):
        listed("no such list")


def test_names_are_listed_as_they_are_compared():
    assert "el pais" in names_listed("known")
    assert not any("í" in name for name in names_listed("known"))


def test_a_list_as_a_pattern_takes_the_longest():
    assert re.match(either("platforms"), "state television tower")[0] == "state television"
