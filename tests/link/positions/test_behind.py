"""What stands behind a place."""

import pytest

from sayso.link.positions.behind import behind
from sayso.link.positions.worded import tokens
from sayso.records import Span


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("fell to the army", ("holds", "the army", False)),
        ("was not captured by the army", ("holds", "the army", True)),
        ("is no longer in rebel hands", ("lost", "rebel", False)),
        ("is no longer part of Velmark", ("claims", "Velmark", True)),
        ("was never Skerran territory", ("claims", "Skerran", True)),
    ],
)
def test_who_is_told_behind_a_place(text, wanted):
    made = behind(text, tokens(text, Span(0, len(text))))
    assert made
    assert made.holder
    assert (made.kind, made.holder.of(text), made.negative) == wanted


@pytest.mark.parametrize(
    "text", ["could fall to the army", "is Skerran style", "is Christian", "was nearly taken by us"]
)
def test_what_is_open_or_of_another_kind_tells_nothing(text):
    assert behind(text, tokens(text, Span(0, len(text)))) is None
