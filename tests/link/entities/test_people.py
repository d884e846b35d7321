"""Persons of one surname."""

from sayso.link.entities.people import by_name, people
from sayso.link.entities.persons import person
from tests.link.entities.making import card, setting

TALKS = "Mira Tolan|Osk Varel"


def sizes(*cards) -> list[int]:
    return sorted(len(cluster.cards) for cluster in people([[each] for each in cards]))


def test_a_rare_name_is_one_persons_and_a_common_one_needs_more():
    assert sizes(*(card("Ilva Teren", at=setting(n)) for n in "123")) == [3]
    assert sizes(*(card("John Smith", at=setting(n)) for n in "123")) == [1, 1, 1]
    assert sizes(*(card("John Smith", at=setting(n, beside=TALKS)) for n in "123")) == [3]


def test_cards_of_which_nothing_is_known_join_whose_company_they_keep():
    general = card("John Smith", "general", at=setting("1", beside=TALKS))
    striker = card("John Smith", "striker", at=setting("2", beside="Ona Brell|Teg Askel"))
    plain = card("John Smith", at=setting("3", beside="Ona Brell|Teg Askel"))
    made = people([[general], [striker], [plain]])
    assert sorted("".join(c.setting.article for c in each.cards) for each in made) == ["1", "23"]


def test_one_article_tells_a_father_from_a_son_in_all_others():
    cards = [
        card("Dovan Petrak", "French minister", at=setting("1", beside=TALKS)),
        card("Dovan Petrak Jr.", at=setting("1", beside=TALKS)),
        card("Dovan Petrak Jr.", "French minister", at=setting("2", beside=TALKS)),
    ]
    assert sizes(*cards) == [1, 2]


def test_surnames_alone_join_each_other_by_office_or_company():
    assert sizes(*(card("Teren", "French president", at=setting(n)) for n in "12")) == [2]
    assert sizes(*(card("Teren", at=setting(n, beside=TALKS)) for n in "12")) == [2]
    assert sizes(*(card("Smith", at=setting(n)) for n in "12")) == [1, 1]


def test_a_name_tells_how_many_have_it():
    for name, kind in [("Ilva Teren", "rare"), ("John Smith", "common"), ("Zorvan Smith", "known")]:
        assert by_name(person(name), person(name), 1.0)[0].name == kind
