"""Whose side a holder is of."""

from dataclasses import replace

import pytest

from sayso.link.positions.sides import is_told, key, side_of, side_of_roles
from sayso.records import Actor, Role, Span
from tests.link.positions.test_control import record

BODY = Actor("a2", "Skerra's army", "government", (), (), "", None, "")
MINISTRY = Actor("a2", "Velmark's defence ministry", "government", (), (), "", None, "")


def said(speaker: Actor, *others: Actor, text: str = "{S:Ana Ruel} {C:said} {T:it is ours}."):
    """Return a record in which somebody says something."""
    made = record(text, "it")
    return replace(made, actors=(replace(speaker, id="a1"), *others))


ANA = Actor("a1", "Ana Ruel", "person", (Span(0, 8),), (), "", None, "")
CASES = {
    "a body": (said(BODY), "Skerra's army"),
    "whom it speaks for": (said(replace(ANA, of="a2"), BODY), "Skerra's army"),
    "a role's country": (
        said(replace(ANA, roles=(Role("Ostranian foreign minister", Span(0, 3)),))), "Ostranian",
    ),
    "a role's body": (
        said(replace(ANA, roles=(Role("ministry's spokeswoman", Span(0, 3)),)), MINISTRY),
        "Velmark's defence ministry",
    ),
    "behind the name": (
        said(ANA, text="{S:Ana Ruel of the Skerran army} {C:said} {T:it is ours}."), "Skerran army",
    ),
    "nobody tells": (said(replace(ANA, roles=(Role("Foreign Minister", Span(0, 3)),))), ""),
}  # fmt: skip


@pytest.mark.parametrize(("made", "side"), CASES.values(), ids=CASES)
@pytest.mark.parametrize("holder", ["us", "Our forces", "we", "its marines", "his navy", "my men"])
def test_ours_is_the_speakers(made, side, holder):
    assert not is_told(holder)
    assert side_of(made, 0, holder) == side


def test_words_that_name_a_holder_are_its_side():
    assert is_told("Ostranian forces")
    assert is_told("US troops")
    assert side_of(said(BODY), 0, "Ostranian forces") == "Ostranian forces"
    assert side_of(said(BODY), None, "its marines") == ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ostrania", "Ostranian troops"),
        ("Velmark's marines", "the Velmark army"),
        ("Russia", "Russian forces"),
    ],
)
def test_a_country_and_its_people_are_one_side(one, other):
    assert key(one) == key(other)
    assert key(one) != key("Skerra")


def test_offices_alone_tell_no_side():
    assert side_of_roles(["Foreign Minister", "Colonel", "General"]) == ""
    assert side_of_roles(["Colonel", "Brendovan foreign minister"]) == "Brendovan"
