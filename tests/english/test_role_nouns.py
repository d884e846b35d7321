"""What the nouns of a description stand for, and whose given names are."""

import pytest

from sayso.english.given_names import sexes
from sayso.english.role_nouns import heads, marked

NOUNS = [
    ("minister", "person", "", False),
    ("spokeswoman", "person", "f", False),
    ("officials", "person", "", True),
    ("ministry", "government", "", False),
    ("communiqué", "document", "", False),
    ("newspaper", "organisation", "", False),
]


@pytest.mark.parametrize(("noun", "type_", "sex", "many"), NOUNS)
def test_a_noun_tells_what_it_stands_for(noun, type_, sex, many):
    head = heads()[noun]
    assert (head.type, head.sex, head.many) == (type_, sex, many)


@pytest.mark.parametrize(
    ("mark", "noun"),
    [
        ("label", "minister"),
        ("job", "correspondent"),
        ("general", "leader"),
        ("state", "spokeswoman"),
        ("official", "spokeswoman"),
        ("apart", "historian"),
        ("belonging", "aides"),
        ("paper", "communique"),
        ("issued", "lawsuit"),
        ("country", "regime"),
        ("ruler", "cabinet"),
        ("place", "troops"),
        ("institution", "ministry"),
        ("outlet", "newspaper"),
        ("staff", "reporter"),
        ("channel", "letter"),
    ],
)
def test_a_mark_says_what_else_is_asked_of_a_noun(mark, noun):
    assert noun in marked(mark)
    assert "grandfather" not in marked(mark)


@pytest.mark.parametrize(("name", "sex"), [("milena", "f"), ("anton", "m")])
def test_a_given_name_tells_the_sex(name, sex):
    assert sexes()[name] == sex


def test_a_name_of_both_sexes_tells_nothing():
    assert "kim" not in sexes()


def test_nouns_of_one_person_are_there_in_their_plural_too():
    assert heads()["bakers"].many
    assert heads()["bakers"].type == "person"
    assert heads()["secretaries"].many
    assert not heads()["baker"].many
    assert "spokesmans" not in heads()
