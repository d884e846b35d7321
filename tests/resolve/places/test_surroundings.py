"""What the words around a name speak for."""

import pytest

from sayso.records import Span
from sayso.resolve.places.surroundings import (
    has_had,
    is_body,
    is_taken,
    speaking,
    speaks_against,
    speaks_for,
)


def around(text):
    """Return a text and where Tarvolsk stands in it."""
    at = text.index("Tarvolsk")
    return text, Span(at, at + len("Tarvolsk"))


@pytest.mark.parametrize(
    ("asked", "yes", "no"),
    [
        (speaks_for, "in Tarvolsk", "with Tarvolsk"),
        (speaks_for, "Tarvolsk's mayor", "Tarvolsk's wife"),
        (speaks_for, "Tarvolsk, west of it", "Tarvolsk, west"),
        (speaks_against, "Mr Tarvolsk", "to Tarvolsk"),
        (speaks_against, "Tarvolsk, 34, left", "Tarvolsk, 340 miles off"),
        (speaks_against, "Tren de Tarvolsk", "Trains for Tarvolsk"),
        (is_taken, "Tarvolsk was heavily shelled", "Tarvolsk was heavily fined"),
        (is_taken, "rockets struck Tarvolsk", "lightning struck Tarvolsk"),
        (is_taken, "Tarvolsk had changed hands", "Tarvolsk shook hands"),
        (is_taken, "troops besieged Tarvolsk", "reporters met Tarvolsk"),
        (has_had, "the mayor of Tarvolsk", "the wife of Tarvolsk"),
        (speaking, "Tarvolsk has denied it", "Tarvolsk has it"),
        (is_body, "the Tarvolsk", "a Tarvolsk"),
        (is_body, "Tarvolsk fighters", "Tarvolsk burned"),
    ],
)
def test_words_around_a_name(asked, yes, no):
    assert asked(*around(yes))
    assert not asked(*around(no))
