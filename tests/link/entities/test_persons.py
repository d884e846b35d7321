"""Parts of a person's name."""

import pytest

from sayso.link.entities.persons import may_be_one, person

FIT = [
    ("Donal J. Brell", "Donal Brell"),
    ("Brell, Donal", "Donal Brell"),
    ("Mr. Brell", "Donal Brell"),
    ("Kim Jong Un", "Kim Jong-un"),
    ("Kim", "Kim Jong-un"),
    ("Volodymyr Zelenskyy", "Vladimir Zelensky"),
    ("Владимир Зеленский", "Volodymyr Zelenskyy"),
    ("Viktor Orban", "Orbán Viktor"),
    ("Mohammed ElBaradei", "Mohamed el-Baradei"),
    ("Bashar al-Assad", "Bashar Assad"),
    ("Aung San Suu Kyi", "Suu Kyi"),
    ("Karsk’s Ilva Teren", "Teren"),
    ('Michael "Mick" Dunn', "Mick Dunn"),
    ("George HW Bush", "George H. W. Bush"),
]
CONTRADICT = [
    ("Bill Clinton", "Hillary Clinton"),
    ("George W. Bush", "George H. W. Bush"),
    ("Dovan Petrak Jr.", "Dovan Petrak Sr."),
    ("Christine Smith", "Christina Smith"),
    ("James David", "David James"),
    ("John Q. Smith", "John A. Smith"),
    ("Kim Darroch", "Kim"),
]


@pytest.mark.parametrize(("a", "b"), FIT)
def test_names_of_one_person_fit(a: str, b: str):
    one, other = person(a), person(b)
    assert may_be_one(one, other) == may_be_one(other, one) > 0.8


@pytest.mark.parametrize(("a", "b"), CONTRADICT)
def test_names_of_two_people_contradict_each_other(a: str, b: str):
    assert may_be_one(person(a), person(b)) == may_be_one(person(b), person(a)) == 0


def test_a_son_is_told_from_his_father_by_less_than_a_contradiction():
    assert 0 < may_be_one(person("Dovan Petrak"), person("Dovan Petrak Jr.")) < 0.7


def test_words_alone_make_no_name():
    assert person("...") is None
