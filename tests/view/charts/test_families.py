"""The four kinds of act that charts tell apart."""

import pytest

from sayso.records import ACTS
from sayso.view.charts.families import FAMILIES, acts_of, family_of


def test_every_act_is_of_one_family() -> None:
    assert sorted(act for family in FAMILIES for act in family.acts) == sorted(ACTS)


@pytest.mark.parametrize(
    ("act", "polarity", "family"),
    [("asserts", "pos", "says"), ("asserts", "neg", "denies"), ("denies", "neg", "denies"),
     ("demands", "neg", "asks"), ("threatens", "pos", "blames"), ("sings", "pos", "says")],
)  # fmt: skip
def test_what_is_said_not_to_be_so_is_denied(act: str, polarity: str, family: str) -> None:
    assert family_of(act, polarity) == family


def test_families_and_acts_have_names_in_addresses() -> None:
    assert ("asserts", "neg") in acts_of("denying")
    assert ("asserts", "neg") not in acts_of("saying")
    assert acts_of("offers") == {("offers", "pos"), ("offers", "neg")}
    assert acts_of("sings") == frozenset()
    every = [pair for family in FAMILIES for pair in acts_of(family.address)]
    assert len(every) == len(set(every)) == 2 * len(ACTS)
