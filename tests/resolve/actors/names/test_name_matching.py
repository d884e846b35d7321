"""Two names -> one actor or two: tables of people and of bodies, and the pieces they rest on."""

import pytest

from sayso.resolve.actors.names.name_matching import (
    acronym,
    body_words,
    generation,
    is_surname_of,
    person_words,
    same_body,
    same_person,
)
from sayso.resolve.actors.names.spellings import same_word, spelt

ONE_PERSON = """
Ana Ruel | Ana Ruel
Ana Ruel | ANA RUEL
Ana Ruel | Ruel
Ana Ruel | Ana
Ana Ruel | Mrs. Ruel
Ana Ruel | President Ruel
Ana Ruel | Prime Minister Ana Ruel
Ana Ruel | A. Ruel
Ana Ruel | A Ruel
Ana Maria Ruel | Ana Ruel
Ana Maria Ruel | Maria Ruel
Ana Maria Ruel | A. M. Ruel
Ana M. Ruel | Ana Ruel
J.D. Tarn | J. D. Tarn
J. D. Tarn | John Tarn
Jon Tarn | Jonathan Tarn
Robert “Bo” Tarn | Bo Tarn
Robert “Bo” Tarn | Robert Tarn
Robert "Bo" Tarn | Bo
Robert (Bo) Tarn | Tarn
Bo Tarn Jr. | Bo Tarn
Bo Tarn Jr. | Bo Tarn, Jr.
Bo Tarn Sr. | Tarn
Bo Tarn II | Bo Tarn
Bo Tarn, PhD | Bo Tarn
Gen. Bo Tarn | Bo Tarn
Jan van der Berg | van der Berg
Jan van der Berg | Van der Berg
Jan van der Berg | Berg
Abu Sarif al-Hadrovi | al-Hadrovi
Karim al-Hadrovi | Karim Al Hadrovi
Mikhail Khordov | Mihail Hordov
Yuri Tarsov | Iurii Tarsov
Yury Tarsov | Yuriy Tarsov
Dmitriy Stavin | Dmitry Stavin
Sergey Zhukhov | Sergei Jukhov
Casimir Orlach | Kasimir Orlach
Milena Tarsova | Milena Tarsowa
Tarsov | Tarssov
Élise Corrant | Elise Corrant
José Marín | Jose Marin
Livia Corrant | Corrant’s
Livia Corrant | Corrant's
Halvard-Quist | Halvard Quist
Signe Halvard-Quist | Halvard-Quist
"""

TWO_PEOPLE = """
Ana Ruel | Bo Ruel
Ana Ruel | B. Ruel
Ana Ruel | Ana Tarn
Ana Ruel | Tarn
Ana Ruel | Ruelle
Ana M. Ruel | Maria Ruel
Bo Tarn | Robert “Bob” Tarn
Bo Tarn Jr. | Bo Tarn Sr.
Bo Tarn II | Bo Tarn III
Marek Dunov | Milena Dunov
Marek Dunov | Marta Dunov
M. Dunov | N. Dunov
Dunov | Danov
Signe Halvard | Signe Halvorsen
Gregor Stavin | Gregor Slavin
Livia Corrant | Livia Current
Mr | Mrs
"""

ONE_BODY = """
NWA | NWA
Northwire News Agency | NNA
Observer Mission | OM
Ministry of Foreign Affairs | MFA
Ministry of Foreign Affairs | MOFA
United Front for Karsk | UFK
United Front for Karsk | UFFK
U.K.F. | United Karsk Front
the Observer Mission | Observer Mission
Observer Mission in Karsk | Observer Mission
Harbour Union of Almis | Harbour Union
Almis Harbour Union | Harbour Union
Almis Post | Almis Post Inc.
Almis Post Group | Almis Post
Corvane Review Ltd | The Corvane Review
Elmarch Dispatch | Elmarch Despatch
Ostranian Telegraph Agency | Ostranian Telegraph Agency’s
"""

TWO_BODIES = """
OTA | OTB
Northwire Agency | NNA
Ostranian Telegraph Agency | Velmark Telegraph Agency
Almis Post | Almis Times
Almis Post | Post
Torvesk Banner | Torvesk
Velmark Bank | Bank
Ministry of Health | Ministry of Defence
Ready | REA
the | the
"""


def pairs(table):
    return [tuple(line.split(" | ")) for line in table.strip().splitlines()]


@pytest.mark.parametrize(("a", "b"), pairs(ONE_PERSON))
def test_one_person(a, b):
    assert same_person(a, b)
    assert same_person(b, a)


@pytest.mark.parametrize(("a", "b"), [*pairs(TWO_PEOPLE), ("Ana Ruel", ""), ("", "")])
def test_two_people(a, b):
    assert not same_person(a, b)
    assert not same_person(b, a)


@pytest.mark.parametrize(("a", "b"), pairs(ONE_BODY))
def test_one_body(a, b):
    assert same_body(a, b)
    assert same_body(b, a)


@pytest.mark.parametrize(("a", "b"), [*pairs(TWO_BODIES), ("Almis Post", "")])
def test_two_bodies(a, b):
    assert not same_body(a, b)
    assert not same_body(b, a)


@pytest.mark.parametrize(
    ("short", "full", "is_one"),
    [
        ("Ruel", "Ana Ruel", True),
        ("Mrs. Ruel", "Ana Ruel", True),
        ("van der Berg", "Jan van der Berg", True),
        ("Halvard-Quist", "Signe Halvard-Quist", True),
        ("Ana", "Ana Ruel", False),
        ("Ana Ruel", "Ana Ruel", False),
        ("Ana Ruel", "Ruel", False),
        ("", "Ana Ruel", False),
    ],
)
def test_surnames(short, full, is_one):
    assert is_surname_of(short, full) is is_one


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("President Ana Ruel", ("ana", "ruel")),
        ("Robert “Bo” Tarn Jr.", ("robert", "tarn")),
        ("Judge", ("judge",)),
        ("Prime Minister", ("minister",)),
    ],
)
def test_words_of_a_person(name, words):
    assert person_words(name) == words


def test_words_of_a_body():
    assert body_words("The Almis Post Holdings Ltd.") == ("almis", "post")
    assert body_words("The Group") == ("group",)


@pytest.mark.parametrize(
    ("name", "which"),
    [("Bo Tarn Jr.", "jr"), ("Bo Tarn III", "iii"), ("Bo Tarn PhD", ""), ("", "")],
)
def test_generations(name, which):
    assert generation(name) == which


@pytest.mark.parametrize(
    ("short", "full", "is_one"),
    [
        ("OTA", "Ostranian Telegraph Agency", True),
        ("O.T.A.", "Ostranian Telegraph Agency", True),
        ("Ota", "Ostranian Telegraph Agency", False),
        ("OTA", "Ostranian Agency", False),
        ("A", "Agency", False),
        ("OTAOTAOTA", "Ostranian Telegraph Agency", False),
    ],
)
def test_acronyms(short, full, is_one):
    assert acronym(short, full) is is_one


@pytest.mark.parametrize(
    ("a", "b", "is_one"),
    [
        ("tarsov", "tarsow", True),
        ("orlach", "orlack", True),
        ("halvardsen", "halvardson", True),
        ("ruel", "ruhl", False),
        ("tarn", "tern", False),
        ("oskarin", "askarin", False),
    ],
)
def test_words_spelt_nearly_alike(a, b, is_one):
    assert same_word(a, b) is is_one
    assert same_word(b, a) is is_one


def test_levelled_spelling_has_no_doubled_letters():
    assert spelt("khorddov") == spelt("hordov")
    assert spelt("yuriy") == spelt("iurii")
