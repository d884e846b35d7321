"""Which candidates count as statements inside others."""

from sayso.annotate.nesting import with_nested
from sayso.annotate.statements import Read
from sayso.records import UNREAD, Span, Statement

TEXT = "Ana said that Bo had denied that it was late, and left. Cy said it was early."


def made(source, cue, content):
    def spans(words):
        return (Span(TEXT.index(words), TEXT.index(words) + len(words)),)

    parts = spans(source), spans(cue), spans(content)
    return Read(Statement(content, "indirect", 0.9, *parts, ""), UNREAD)


OUTER = made("Ana", "said", "that Bo had denied that it was late")
LATER = made("Cy", "said", "it was early")
INNER = made("Bo", "had denied", "that it was late")


def test_a_statement_in_the_content_of_another_follows_it():
    assert list(with_nested([OUTER, LATER], [INNER])) == [OUTER, INNER, LATER]


def test_what_stands_outside_every_content_is_left_out():
    outside = made("Cy", "said", "it was early")
    assert list(with_nested([OUTER], [outside])) == [OUTER]


def test_what_reaches_out_of_the_content_is_left_out():
    reaching = made("Bo", "had denied", "that it was late, and left")
    assert list(with_nested([OUTER, LATER], [reaching])) == [OUTER, LATER]


def test_the_same_content_is_not_inside_itself():
    assert list(with_nested([OUTER], [OUTER])) == [OUTER]
