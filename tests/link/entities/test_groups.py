"""Who is who over many articles."""

import random
from dataclasses import replace

import pytest

from sayso.link.entities.groups import Group, Judged, families, groups
from sayso.link.entities.offices import unknown_land
from tests.link.entities.making import card, setting

TALKS = "Dovan Petrak|Mira Tolan|Osk Varel"


def together(made: list[Group]) -> set[frozenset[str]]:
    """Return the groups of more than one, by article."""
    return {
        frozenset(c.setting.article for c in group.cards) for group in made if len(group.cards) > 1
    }


def test_spellings_and_short_forms_of_one_person_are_one():
    names = [
        "Volodymyr Zelenskyy",
        "Vladimir Zelensky",
        "Volodymyr Zelenskiy",
        "President Zelensky",
    ]
    cards = [
        card(name, "Ukrainian President", at=setting(f"{n}", beside=TALKS))
        for n, name in enumerate(names)
    ]
    assert together(groups(cards)) == {frozenset("0123")}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (("John Smith", "senator"), ("John Smith", "general")),
        (("Dovan Petrak", "striker"), ("Dovan Petrak", "Ostranian general")),
        (("Dovan Petrak", "goalkeeper"), ("Dovan Petrak", "foreign minister")),
        (("Dovan Petrak", "who runs a bakery"), ("Dovan Petrak", "Colonel")),
        (("Dovan Petrak", "biologist"), ("Dovan Petrak", "driver accused of theft")),
        (("Bill Clinton", "former president"), ("Hillary Clinton", "former president")),
        (("Dovan Petrak", "minister"), ("Dovan Petrak Jr.", "minister's son")),
        (("George W. Bush", "President"), ("George H. W. Bush", "President")),
        (("Smith", ""), ("John Smith", "senator")),
        (("Teren", ""), ("Ilva Teren", "")),
    ],
)
def test_namesakes_stay_apart(a: tuple[str, str], b: tuple[str, str]):
    assert not together(groups([card(*a, at=setting("one")), card(*b, at=setting("two"))]))


def test_a_surname_alone_joins_whom_its_company_makes_clear():
    cards = [
        card("Hillary Clinton", "Secretary of State", at=setting("1", beside=TALKS)),
        card("Bill Clinton", "former president", at=setting("2", beside="Ona Brell|Teg Askel")),
        card("Clinton", at=setting("3", beside=TALKS)),
        card("Clinton", at=setting("4", beside="Ilva Teren")),
    ]
    assert together(groups(cards)) == {frozenset("13")}


def test_two_names_of_one_article_are_two_people():
    at = setting("1", beside=TALKS)
    cards = [
        card("Jon Brell", "minister", at=at),
        card("Jonathan Brell", "minister", at=at),
    ]
    assert not together(groups(cards))


def test_a_name_that_fits_two_who_are_two_joins_neither():
    cards = [
        card("George W. Bush", "President", at=setting("1", beside=TALKS)),
        card("George H. W. Bush", "President", at=setting("2", beside=TALKS)),
        card("George Bush", "President", at=setting("3", beside=TALKS)),
    ]
    assert not together(groups(cards))


def test_bodies_join_by_name_and_country():
    cards = [
        card("Turkish foreign ministry", at=setting("1"), type="government"),
        card("Syrian foreign ministry", at=setting("2"), type="government"),
        card("Turkey's Foreign Ministry", at=setting("3"), type="government"),
        card("the foreign ministry", at=setting("4"), type="government"),
        card("the government", at=setting("5"), type="government"),
        card("the government", at=setting("6"), type="government"),
    ]
    assert together(groups(cards)) == {frozenset("13")}


def test_an_acronym_joins_the_long_form_that_an_article_ties_it_to():
    tied = card(
        "Harbour Police Complaints Board", at=setting("1"), type="organisation", also="HPCB"
    )
    short = card("HPCB", at=setting("2"), type="organisation")
    assert together(groups([tied, short])) == {frozenset("12")}
    untied = card("Harbour Police Complaints Board", at=setting("1"), type="organisation")
    assert not together(groups([untied, short]))


def test_an_acronym_of_two_bodies_joins_neither():
    cards = [
        card("Harbour Police Complaints Board", at=setting("1"), type="organisation", also="HPCB"),
        card("Hill Park City Band", at=setting("2"), type="organisation", also="HPCB"),
        card("HPCB", at=setting("3"), type="organisation"),
    ]
    assert not together(groups(cards))


def test_who_is_not_named_is_never_joined():
    cards = [
        card("a senior official", at=setting(f"{n}", beside=TALKS), type="unnamed") for n in "12"
    ]
    assert len(groups(cards)) == 2


def test_judgements_win_and_join_what_shares_no_key():
    a = card("Ilva Teren", "minister", at=setting("1", beside=TALKS))
    b = card("Ilva Teren", "minister", at=setting("2", beside=TALKS))
    c = card("Mrs. Osk", at=setting("3"))
    assert together(groups([a, b, c])) == {frozenset("12")}
    two = Judged(different=frozenset({frozenset({a.ref, b.ref})}))
    assert not together(groups([a, b, c], two))
    one = Judged(same=frozenset({frozenset({a.ref, c.ref})}))
    assert together(groups([a, b, c], one)) == {frozenset("123")}
    d = card("Osk", at=setting("4"))
    three = frozenset({frozenset({a.ref, c.ref}), frozenset({c.ref, d.ref})})
    apart = frozenset({frozenset({b.ref, d.ref})})
    assert together(groups([a, b, c, d], Judged(three, apart))) == {frozenset("134")}


def crowd() -> list:
    """Return cards of several families, with namesakes, surnames alone and spellings."""
    names = [
        "Ilva Teren",
        "I. Teren",
        "Ilva M. Teren",
        "Teren",
        "Ms. Teren",
        "Jon Teren",
        "Teren Jr.",
    ]
    names += [
        "Dovan Petrak",
        "Dovan Petrak Jr.",
        "Petrak",
        "John Smith",
        "Smith",
        "Smyth",
        "J. Smith",
    ]
    roles = ["minister", "general", "", "Ostranian President", "striker", ""]
    draw = random.Random(7)
    cards = []
    for number in range(120):
        beside = "|".join(draw.sample([*TALKS.split("|"), "Ona Brell", "Teg Askel"], 2))
        at = setting(f"{number:03}", date=f"20{draw.randint(10, 40)}-01-01", beside=beside)
        cards += [card(n, draw.choice(roles), at=at) for n in draw.sample(names, 2)]
    return cards


def test_groups_do_not_depend_on_the_order_of_reading():
    cards = crowd()
    first = groups(cards)
    assert any(len(group.cards) > 3 for group in first)
    for seed in range(5):
        shuffled = random.Random(seed).sample(cards, len(cards))
        assert groups(shuffled) == first


def test_groups_of_families_are_the_groups_of_all():
    cards = crowd()
    parts = [group for family in families(cards) for group in groups(family)]
    assert {g.cards for g in parts} == {g.cards for g in groups(cards)}


def test_a_word_that_one_article_takes_for_a_person_is_the_body_of_others():
    body, other = (card("Skerra", type="government", at=setting(a)) for a in "ab")
    taken = card("Skerra", at=setting("c"))
    for order in ([body, other, taken], [taken, other, body]):
        assert together(groups(order)) == {frozenset("abc")}
    alone = [card("Skerra", "minister", at=setting("c")), card("Ida Skerra", at=setting("d"))]
    for person in alone:
        assert together(groups([body, other, person])) == {frozenset("ab")}


def test_presidents_of_two_countries_that_no_table_knows_are_two():
    one, other = (
        replace(card("Ruta Sandel", at=setting(a)), roles=((role, unknown_land(land)),))
        for a, role, land in (("a", "President", "Skerra"), ("b", "Torvesk's minister", "Torvesk"))
    )
    assert together(groups([one, other])) == set()
    same = replace(other, roles=(("President", unknown_land("Skerra")),))
    assert together(groups([one, same])) == {frozenset("ab")}


def test_a_calling_that_one_may_change_into_parts_those_who_have_nothing_else_in_common():
    def both(beside: str) -> list[Group]:
        roles = {"a": "governor", "b": "pianist"}
        made = [
            card("Dalia Merrow", role, at=setting(a, beside=beside)) for a, role in roles.items()
        ]
        return groups(made)

    assert together(both("")) == set()
    assert together(both(TALKS)) == {frozenset("ab")}
