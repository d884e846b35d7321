"""Cards: names, roles by date, and numbers in words."""

from dataclasses import dataclass

from sayso.linked import DatedRole, Entity
from sayso.view.across.voices import CardRole, speaking_card, voice_view

TEREN = Entity(
    id="en_1",
    name="Ilva Teren",
    type="person",
    actors=(("sha256:1", "a1"),),
    names=("Teren", "Ilva Teren", "Ms. Teren", "Ilva\nTeren"),
    roles=(
        DatedRole("envoy", "2031-05-01", "2031-05-03"),
        DatedRole("Envoy", "2031-04-01", "2031-05-01"),
        DatedRole("minister", "2030-01-01", "2030-01-01"),
        DatedRole("mayor", "", ""),
    ),
    of="en_2",
    why="one name",
)


@dataclass
class Speaking:
    """Somebody with numbers."""

    entity: Entity
    statements: int
    articles: int


@dataclass
class Voice:
    """Somebody with statements."""

    entity: Entity | None
    said: tuple
    total: int


def test_a_card_has_each_name_and_role_once_by_date():
    card = speaking_card(Speaking(TEREN, 3, 1), {"en_2": "Government of Ostrania"})
    assert card.summary == "person · 3 statements in 1 article"
    assert card.names == ("Teren", "Ms. Teren")
    assert card.roles == (
        CardRole("minister", "2030-01-01"),
        CardRole("envoy", "2031-04-01 to 2031-05-03"),
        CardRole("mayor", "no date"),
    )
    assert card.of == "Government of Ostrania"
    silent = speaking_card(Speaking(TEREN, 0, 0), {})
    assert silent.summary == "person · no statement of their own"


def test_what_is_left_out_is_counted():
    view = voice_view(Voice(TEREN, (), 4), {}, carried=True)
    assert (view.more, view.card.summary) == (4, "person · 4 statements passed on")


def test_actors_that_are_not_linked_have_no_id():
    card = voice_view(Voice(None, (), 0), {}).card
    assert (card.id, card.name) == ("", "Articles that are not linked yet")
