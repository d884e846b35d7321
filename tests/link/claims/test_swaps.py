"""Who did it to whom, and the other way round."""

import pytest

from sayso.link.claims.decide import decide
from sayso.link.claims.features import Pair
from sayso.link.claims.swaps import exchanged, mirrored
from tests.link.claims.notation import point


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "Velmark attacked Torvesk's fuel depot on Sunday",
            "Torvesk attacked Velmark's fuel depot on Sunday",
        ),
        (
            "Ostravan jets bombed a Kelmarian hospital",
            "A hospital of Ostrava was bombed by Kelmarian jets",
        ),
        ("Skerra's frigate rammed Almis's cutter", "Almis's frigate rammed Skerra's cutter"),
    ],
)
def test_mirror_claims_are_rivals_though_no_table_knows_their_names(a, b):
    one, other = point(a), point(b, "bo")
    assert mirrored(Pair.of(one, other))
    assert mirrored(Pair.of(other, one))
    assert [each and each.kind for each in decide([(one, other)])] == ["conflicts"]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Velmark attacked Torvesk's depot", "Torvesk's depot was attacked by Velmark"),
        ("Skerra and Almis signed a truce", "Almis and Skerra signed a truce"),
        ("Skerra's border with Almis was closed", "Almis's border with Skerra was closed"),
        ("Velmark's men met Torvesk's men at Oder", "Torvesk's men met Velmark's men at Oder"),
    ],
)
def test_what_two_do_together_has_no_mirror(a, b):
    pair = Pair.of(point(a), point(b, "bo"))
    assert not mirrored(pair)
    assert not exchanged(pair)


def test_names_that_change_places_tell_something_else():
    a, b = "That Velmark heard Torvesk's envoy", "That Torvesk heard Velmark's envoy"
    assert exchanged(Pair.of(point(a), point(b, "bo")))
