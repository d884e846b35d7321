"""Whom a pronoun or a title may stand for, and whom it most likely does."""

import pytest

from sayso.records import Span
from sayso.resolve.actors.antecedents import NAMES, Cluster, choose, fits, kind_of, weights
from sayso.resolve.actors.references import reference
from tests.notation import read
from tests.resolve.who_is_who import who_is_who


def referring(pronoun):
    """Return the reference that a pronoun is, at the opening of a text."""
    return reference(f"{pronoun} said so.", Span(0, len(pronoun)), [])


WOMAN = Cluster(0, type="person", sex="f", name="Ana Ruel", names=["Ana Ruel"])
MAN = Cluster(1, type="person", sex="m", name="Bo Tarn", names=["Bo Tarn"])
GROUP = Cluster(2, type="group", many=True, name="farmers")
STATE = Cluster(3, type="government", name="Velmark", names=["Velmark"])


@pytest.mark.parametrize(
    ("pronoun", "fitting"),
    [("She", [WOMAN]), ("He", [MAN]), ("It", [STATE]), ("They", [GROUP, STATE])],
)
def test_sex_number_and_type_must_fit(pronoun, fitting):
    made = referring(pronoun)
    assert [c for c in (WOMAN, MAN, GROUP, STATE) if fits(made, c)] == fitting


@pytest.mark.parametrize(("pronoun", "kind"), [("She", "he"), ("It", "it"), ("They", "they")])
def test_the_weights_that_judge_a_pronoun(pronoun, kind):
    assert kind_of(referring(pronoun), f"{pronoun} said so.") == kind


def test_every_kind_has_a_weight_for_each_number():
    for kind, numbers in weights().items():
        assert set(numbers) == {*NAMES, "nobody"}, kind


def test_where_nobody_stands_before_nobody_is_chosen():
    who = who_is_who(*read("{S1:<p:Ana Ruel>} {C1:said} {T1:so}. {S2:<=:She>} {C2:said} {T2:no}."))
    (ana,) = who.entities.clusters
    she = ana.references[-1]
    assert choose(she, [], who.layout).cluster is None
    assert choose(she, [ana], who.layout).cluster is ana
