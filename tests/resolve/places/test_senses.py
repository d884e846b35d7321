"""Which mentions of a name mean the same place."""

from dataclasses import replace

import numpy as np
import pytest

from sayso.records import Mention, Span
from sayso.resolve.places.candidates import Candidates
from sayso.resolve.places.senses import APART, HOLDING, Read, senses


def mention(name, *inside):
    """Return a mention of a name that lies, by the text, in places with some rows."""
    nothing = np.zeros(0, dtype=np.int64)
    candidates = Candidates(nothing, nothing, frozenset(), "", demonym=False)
    seen = Mention(Span(0, len(name)), "place", "name", 0.9)
    return Read(seen, name, name, candidates, frozenset(inside))


def holding(name):
    """Return a mention of a name as that of what a town lies in."""
    return replace(mention(name), holding=True)


@pytest.mark.parametrize(
    ("read", "apart", "numbers"),
    [
        ([mention("karsk"), mention("karsk")], (), [0, 0]),
        ([mention("karsk", 1), mention("karsk", 2), mention("karsk")], (), [0, 1, 1]),
        ([mention("karsk", 1), mention("karsk", 1, 3), mention("karsk", 3)], (), [0, 0, 0]),
        ([mention("karsk", 1), mention("almis", 2)], (), [0, 0]),
        ([mention("karsk", 1), mention("karsk")], ("karsk",), [0, APART]),
        ([holding("karsk"), mention("karsk")], ("karsk",), [HOLDING, APART]),
        ([], (), []),
    ],
)
def test_senses(read, apart, numbers):
    assert senses(read, apart) == numbers
