"""Names in the form in which they are compared."""

import pytest

from sayso.english.names import folded, in_small, levelled, owns, unowned

LEVELLED = [
    ("Karsk", "karsk"),
    ("KARSK", "karsk"),
    ("Łódź", "lodz"),
    ("Kılıç", "kilic"),
    ("cafe\u0301", "cafe"),
    ("cease\u00adfire", "ceasefire"),
    ("STRASSE", "strasse"),
    ("Straße", "strasse"),
    ("İzmir", "izmir"),
    ("Þór", "tor"),
    ("ΟΔΟΣ", "οδοσ"),
    ("Київ", "киів"),
]
FOLDED = [
    ("Ana Ruel", "ana ruel"),
    ("The Torvesk Banner", "torvesk banner"),
    ("the", "the"),
    ("O’Neill", "oneill"),
    ("O'Neill", "oneill"),
    ("al-Sarn", "al sarn"),
    ("J.K. Ruel", "j k ruel"),
    ("Smith & Sons", "smith and sons"),
    ("“Radio” (Fen)", "radio fen"),
    ("U. S. Senate", "u s senate"),
    ("—", ""),
]
INITIALS = [
    ("U.S.", "us"),
    ("U. S.", "us"),
    ("US", "us"),
    ("U.N. Security Council", "un security council"),
    ("Plan B", "plan b"),
]
UNOWNED = [
    ("Karsk's", "Karsk"),
    ("Karsk’s army", "Karsk army"),
    ("the Lamos’", "the Lamos"),
    ("‘Karsk’", "‘Karsk’"),
    ("Karsk", "Karsk"),
]


@pytest.mark.parametrize(("text", "letters"), LEVELLED)
def test_letters_are_levelled(text, letters):
    assert levelled(text) == letters


@pytest.mark.parametrize(("name", "words"), FOLDED)
def test_a_name_is_folded(name, words):
    assert folded(name) == words


@pytest.mark.parametrize(("name", "words"), INITIALS)
def test_initials_are_one_word_where_asked(name, words):
    assert folded(name, initials=True) == words


@pytest.mark.parametrize(("words", "bare"), UNOWNED)
def test_endings_of_possession_are_taken_off(words, bare):
    assert unowned(words) == bare


@pytest.mark.parametrize(
    ("text", "at", "is_owner"),
    [
        ("Karsk's mayor", 5, True),
        ("the Lamos’ mayor", 9, True),
        ("Karsk mayor", 5, False),
        ("Lamos’s", 5, True),
    ],
)
def test_what_owns_something_is_told(text, at, is_owner):
    assert owns(text, at) is is_owner


SMALL = [
    ("ANA RUEL", "Ana Ruel"),
    ("TARIQ AL-SARN", "Tariq al-Sarn"),
    ("JEAN-PAUL VAN DER MOLL", "Jean-Paul van der Moll"),
    ("J.K. O'RUEL", "J.K. O'Ruel"),
    ("IAN MCTARN", "Ian McTarn"),
    ("Ana RUEL", "Ana RUEL"),
    ("RUEL", "RUEL"),
    ("", ""),
]


@pytest.mark.parametrize(("name", "small"), SMALL)
def test_a_name_in_capitals_as_it_is_written_elsewhere(name, small):
    assert in_small(name) == small
