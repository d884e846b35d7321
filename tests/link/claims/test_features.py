"""What speaks for two statements to say the same."""

from itertools import product

import pytest

from sayso.link.claims.features import FEATURES, Pair, same_speaker
from tests.link.claims.notation import point

TEXTS = [
    point("the dam of Velmark was blown up by 20 men"),
    point("Velmark's dam had burst by itself", "bo", polarity="neg", act="denies"),
    point('"At least 30 men blew up the dam"', "", date="2031-03-20"),
    point("it", "almis", date=""),
]


@pytest.mark.parametrize("name", FEATURES)
def test_features_do_not_depend_on_the_order_of_two(name):
    for a, b in product(TEXTS, TEXTS):
        assert FEATURES[name](Pair.of(a, b)) == FEATURES[name](Pair.of(b, a))


@pytest.mark.parametrize("name", FEATURES)
def test_features_lie_between_none_and_one(name):
    assert all(-0.001 <= FEATURES[name](Pair.of(a, b)) <= 1.001 for a, b in product(TEXTS, TEXTS))


def test_a_speaker_is_known_by_part_of_a_name():
    ruel, ana, bo, nobody = (point("x", name) for name in ("ruel", "ana", "bo", ""))
    both = point("x", speakers=(("ana", "ruel"),))
    assert same_speaker(ruel, both) == same_speaker(ana, both) == 1.0
    assert same_speaker(ruel, bo) == -1.0
    assert same_speaker(ruel, nobody) == 0.0
