"""What actors and places are found by."""

import pytest

from sayso.records import Actor, Location, Place, Role, Span
from sayso.store.names import actor_keys, key, place_keys


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Ilva Teren", "ilva teren"),
        ("  ILVA  Téren ", "ilva teren"),
        ("the Meridian Courier", "meridian courier"),
        ("The", "the"),
        ("Bank of the North", "bank of the north"),
        ("Almis-Post", "almis post"),
        ("O’Neill", "oneill"),
        ("the U.S.", "us"),
        ("—", ""),
        ("", ""),
        ("the " + "word " * 101, ("word " * 50).strip()),
    ],
)
def test_key(name: str, folded: str) -> None:
    assert key(name) == folded


def actor(name: str, mention: str, *roles: str, kind: str = "person") -> tuple[Actor, str]:
    """Return an actor with one mention, and a text that holds it."""
    text = f"{mention} said so."
    spans = (Span(text.index(r), text.index(r) + len(r)) for r in roles)
    stated = tuple(Role(r, span) for r, span in zip(roles, spans, strict=True))
    return Actor("a1", name, kind, (Span(0, len(mention)),), stated, "", None, ""), text


@pytest.mark.parametrize(
    ("mention", "roles", "keys"),
    [
        ("Teren", (), {"teren"}),
        ("Mr. Teren", (), {"mr teren"}),
        ("Ilva Teren, the foreign minister", ("foreign minister",), set()),
        ("the foreign minister, I. Teren", ("foreign minister",), {"i teren"}),
        ("Citadel spokesman Teren", ("Citadel spokesman",), {"teren"}),
        ("The political scientist Teren, 44,", ("political scientist",), {"teren"}),
        ("Foreign Minister Teren (left)", ("Foreign Minister",), {"teren"}),
        ("Teren of the Citadel", (), {"teren of the citadel"}),
        ("al-Teren", (), {"al teren"}),
        ("the minister", ("minister",), set()),
        ("The minister", (), set()),
        ("Two senior aides", (), set()),
        ("Two", (), set()),
        ("She", (), set()),
        ("OTHERS", (), set()),
        ("her", (), set()),
        ("who\nspoke", (), set()),
        ("", (), set()),
        ("–", (), set()),
    ],
)
def test_the_names_of_a_person(mention: str, roles: tuple[str, ...], keys: set[str]) -> None:
    assert actor_keys(*actor("Ilva Teren", mention, *roles)) == {"ilva teren"} | keys


@pytest.mark.parametrize(
    ("mention", "keys"),
    [
        ("the Citadel", {"citadel"}),
        ("Ostrania", {"ostrania"}),
        ("US", {"us"}),
        ("us", set()),
        ("the Ministry of Trade", {"ministry of trade"}),
        ("the Ostranian Agency (OA", {"ostranian agency"}),
        ("its government", set()),
    ],
)
def test_the_names_of_a_government(mention: str, keys: set[str]) -> None:
    of, text = actor("Government of Ostrania", mention, kind="government")
    assert actor_keys(of, text) == {"government of ostrania"} | keys


def test_somebody_unnamed_has_only_the_description() -> None:
    of, text = actor("an official in Karsk", "Official", kind="unnamed")
    assert actor_keys(of, text) == {"an official in karsk"}


@pytest.mark.parametrize(
    ("name", "words", "keys"),
    [
        ("Karsk Oblast", "Karsk", {"karsk oblast", "karsk"}),
        ("", "the Citadel", {"citadel"}),
        ("Karsk", "KARSK", {"karsk"}),
        ("", "–", set()),
    ],
)
def test_the_names_of_a_place(name: str, words: str, keys: set[str]) -> None:
    place = Place(Span(0, 1), "literal", Location(name=name), 0.0, "")
    assert place_keys(place, words) == keys
