"""What groups are called."""

from sayso.link.entities.entities import entities, entity
from sayso.link.entities.groups import groups
from sayso.linked import DatedRole
from tests.link.entities.making import card, setting

TALKS = "Dovan Petrak|Mira Tolan|Osk Varel"


def made():
    one, two = setting("1", beside=TALKS), setting("2", date="2032-05-01", beside=TALKS)
    trust = card("Harbour Trust", at=one, type="organisation")
    return entities(
        groups(
            [
                card("Ilva Teren", "Minister", at=one, also="Ms. Teren", of=trust.actor),
                card("Ilva Teren", "minister|leader", at=two),
                card("Ilva M. Teren", at=setting("3", beside=TALKS)),
                trust,
            ]
        )
    )


def test_an_entity_has_its_commonest_full_name_all_names_and_dated_roles():
    _, teren = made()
    assert (teren.name, teren.type) == ("Ilva Teren", "person")
    assert teren.names == ("Ilva Teren", "Ilva M. Teren", "Ms. Teren")
    assert teren.roles == (
        DatedRole("Minister", "2031-03-14", "2032-05-01"),
        DatedRole("leader", "2032-05-01", "2032-05-01"),
    )
    assert [article for article, _ in teren.actors] == ["1", "3", "2"]


def test_an_entity_says_whom_it_is_for_and_why():
    trust, teren = made()
    assert teren.of == trust.id
    assert teren.why.startswith("In 3 articles: ")
    assert trust.why == "In one article."


def test_ids_come_from_the_earliest_actor():
    assert made() == made()
    assert len({entity.id for entity in made()}) == 2


def test_what_some_take_for_a_person_is_of_the_type_of_the_body():
    cards = [card("Skerra", at=setting(a)) for a in "abc"]
    cards.append(card("Skerra", type="government", at=setting("d")))
    (group,) = groups(cards)
    assert entity(group, {}).type == "government"
