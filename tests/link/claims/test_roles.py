"""What of a statement is negated, and who does it."""

import pytest

from sayso.link.claims.roles import roles_of
from sayso.link.claims.words import words_of


def roles(text):
    return roles_of(text, words_of(text, False, ()).names)


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("The airport would not open", ["open"]),
        ("he owned no villa", ["villa"]),
        ("They don't threaten us", ["threaten"]),
        ("it would not open until Friday", []),
        ("the court declined to review it", ["review"]),
        ("not only soldiers died", []),
    ],
)
def test_a_negation_belongs_to_the_next_telling_word(text, negated):
    its = roles(text)
    assert [its.raw[at] for at in sorted(its.negated)] == negated


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("that Peru had fired the rockets", {"PE"}),
        ("The depot was bombed by Eritrean planes", {"ER"}),
        ("In Peru the army fired", None),
        ("Peru and Chile have fired", None),
        ("The depot was bombed", None),
        ("the agency was sure that Peru had fired", {"PE"}),
        ("Some gunmen attacked Peru", None),
    ],
)
def test_who_does_it_stands_before_the_verb_or_behind_by(text, marks):
    actor = roles(text).actor
    assert (actor and set(actor.marks)) == marks
