"""On whose side somebody speaks."""

import pytest

from sayso.link.claims.sides import is_official, marks, sides
from sayso.records import Actor, Role, Span


def actor(name, type_="person", role="", of="", id_="a1"):
    roles = (Role(role, Span(0, len(role))),) if role else ()
    return Actor(id_, name, type_, (), roles, of, None, "")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (actor("the Velmark army", "organisation"), actor("Velmark", "government"), True),
        (actor("Ruel", role="spokesman of the Skerran army"), actor("Skerra", "government"), True),
        (actor("Ruel", role="Skerran farmer"), actor("Skerra", "government"), False),
        (actor("Ruel", role="former Skerran minister"), actor("Skerra", "government"), False),
        (actor("Velmark", "government"), actor("Skerra", "government"), False),
        (actor("Ana Ruel"), actor("Bo Ruel"), False),
    ],
)
def test_who_speaks_for_a_body_is_on_its_side(one, other, same):
    assert sides(one, {}).isdisjoint(sides(other, {})) != same


def test_whom_he_speaks_for_stands_above():
    every = {
        "a1": actor("Ana Ruel", of="a2"),
        "a2": actor("Ministry of Defence", "government", of="a3", id_="a2"),
        "a3": actor("Velmark", "government", of="a2", id_="a3"),
    }
    assert sides(every["a1"], every) == sides(every["a3"], every) == marks("Velmark")


def test_a_land_is_told_by_its_adjective_too():
    assert marks("Russian foreign ministry") == marks("Government of Russia") == {"RU"}
    assert not marks("foreign ministry")
    assert not is_official("Skerran journalist")
