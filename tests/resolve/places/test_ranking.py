"""How likely each place is that a name may mean."""

import numpy as np
import pytest

from sayso.resolve.places.candidates import look_up
from sayso.resolve.places.countries import Countries
from sayso.resolve.places.gazetteer import Gazetteer
from sayso.resolve.places.ranking import Name, Table, World, rank, softmax, weights

GAZETTEER, COUNTRIES = Gazetteer(), Countries()
WORLD = World({}, frozenset())


def named(name, **fields):
    known = look_up(GAZETTEER, COUNTRIES, name)
    return Name(name, known.rows, known.by_name, **fields)


def likeliest(*names, world=WORLD):
    likely = rank(GAZETTEER, names, world, weights())
    return [GAZETTEER.entry(int(n.rows[np.argmax(p)])) for n, p in zip(names, likely, strict=True)]


def test_what_is_left_is_for_none_of_them():
    nothing = np.zeros((0, 0))
    table = Table(np.arange(3), np.array([0, 0, 1]), np.array([0, 2]), nothing, nothing)
    likely = softmax(np.array([0.0, 0.0, np.log(3.0)]), table)
    assert likely == pytest.approx([1 / 3, 1 / 3, 3 / 4])


def test_probabilities_of_each_name():
    for likely in rank(GAZETTEER, [named("Paris"), named("Lyon")], WORLD, weights()):
        assert 0 < likely.sum() <= 1
    assert rank(GAZETTEER, [], WORLD, weights()) == []


def test_other_names_and_countries_decide_between_namesakes():
    (alone,) = likeliest(named("Tripoli"))
    _, beside = likeliest(named("Beirut"), named("Tripoli"))
    lebanon = GAZETTEER.codes.index("LB")
    (seen,) = likeliest(named("Tripoli"), world=World({lebanon: 9}, frozenset()))
    assert (alone.country, beside.country, seen.country) == ("LY", "LB", "LB")
