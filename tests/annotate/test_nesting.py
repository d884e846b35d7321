"""Which candidates count as statements inside others."""

from sayso.annotate.nesting import with_nested
from sayso.annotate.statements import Read
from sayso.records import UNREAD
from tests.notation import read


def candidates(marked):
    _, annotation = read(marked)
    return [Read(statement, UNREAD) for statement in annotation.statements]


def test_a_statement_in_the_content_of_another_follows_it():
    outer, inner, later = candidates(
        "{S1:Ana} {C1:said} {T1:that {S2:Bo} {C2:had denied} {T2:that it was late}, and left}."
        " {S3:Cy} {C3:said} {T3:it was early}."
    )
    assert with_nested([outer, later], [inner]) == [outer, inner, later]
    assert with_nested([outer], [later]) == [outer]


def test_what_reaches_out_of_the_content_is_left_out():
    outer, reaching = candidates(
        "{S1:Ana} {C1:said} {T1:that {S2:Bo} {C2:had denied} {T2:that it was late}}{T2:, and left}."
    )
    assert with_nested([outer], [reaching]) == [outer]


def test_the_same_content_is_not_inside_itself():
    (outer,) = candidates("{S:Ana} {C:said} {T:it was late}.")
    assert with_nested([outer], [outer]) == [outer]
