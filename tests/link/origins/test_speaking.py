"""For which bodies somebody speaks by his office, and for which not."""

import pytest

from sayso.link.origins.speaking import body_keys, spoken, state
from sayso.records import Actor, Role, Span

NO_SPAN = Span(0, 0)


def actor(name, kind="person", *roles):
    return Actor("a1", name, kind, (), tuple(Role(each, NO_SPAN) for each in roles), "", None, "")


def keys(*roles, above=None):
    return {each.key for each in spoken(actor("Ana Ruel", "person", *roles), above, "")}


def of(name):
    return set(body_keys(actor(name, "government"), ""))


@pytest.mark.parametrize(
    ("role", "whose"),
    [
        ("Velmark's president", "The Velmark government"),
        ("president of Velmark", "Velmark's government"),
        ("French foreign minister", "Government of France"),
        ("Velmarkian foreign minister", "Velmark's government"),
        ("Sudan's army chief", "Sudan's army"),
        ("commander of the Northern League", "Northern League"),
        ("Northern League spokeswoman", "Northern League"),
        ("head of the Dockers' Union", "Dockers' Union"),
        ("Energy Minister of Velmark", "Energy Ministry of Velmark"),
    ],
)
def test_whoever_leads_a_body_speaks_for_it(role, whose):
    assert any(
        key == other or set(other.split()) <= set(key.split())
        for key in keys(role)
        for other in of(whose)
    )


@pytest.mark.parametrize(
    "role",
    [
        "former president of Velmark",
        "Velmark's opposition leader",
        "rebel commander in Velmark",
        "exiled president of Velmark",
        "Velmark senator",
        "candidate for president of Velmark",
        "engineer",
    ],
)
def test_whoever_is_set_against_it_or_no_longer_of_it_does_not(role):
    government = actor("Government of Velmark", "government")
    assert not keys(role) & of("Government of Velmark")
    assert not keys(role, above=government) & of("Government of Velmark")


def test_whoever_only_serves_does_not_speak_for_it():
    army = actor("Velmark army", "government")
    assert keys("soldier of the Velmark army", above=army) == set()
    assert keys("general", above=army) == of("Velmark army")
    assert keys(above=army) == of("Velmark army")


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("the French military", "state:FR"),
        ("The Velmark government", "state:?velma"),
        ("Velmarkian officials", "state:?velma"),
        ("Syrian rebels", ""),
        ("the French Tennis Federation", ""),
        ("Northern League", ""),
        ("the defence ministry", ""),
        ("rebel army", ""),
    ],
)
def test_organs_are_of_their_state_where_no_table_knows_it_either(name, key):
    assert state(name) == key


def test_ministries_of_two_states_are_two():
    assert of("Energy Ministry of Velmark").isdisjoint(of("Energy Ministry of Ostrania"))
