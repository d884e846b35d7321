"""Anchors: the words of a judgement find what a new model or new rules make of them."""

from dataclasses import replace

import pytest

from sayso.judgements import Anchor, Judgement, attached
from sayso.records import (
    NOWHERE,
    Act,
    Actor,
    Article,
    ModelInfo,
    Place,
    Provenance,
    Record,
    Span,
    Statement,
    Timex,
    statement_id,
)

TEXT = "x" * 200
ARTICLE = Article(TEXT, "-")


def statement(*content, source=()):
    spans = tuple(tuple(Span(*span) for span in role) for role in (source, (), content))
    return Statement(statement_id(ARTICLE.id, spans), "direct", 0.5, *spans, "")


def record(*statements, actors=(), places=(), times=()):
    act = Act("asserts", "pos", "certain", (), "")
    untold = Provenance((), 0.0, (), "", None, None, "", "")
    number = len(statements)
    made = (act,) * number, (untold,) * number, actors, places, times
    return Record(ARTICLE, statements, *made, ModelInfo("tests", "1"))


def anchor(start, end, role="content"):
    return Anchor(ARTICLE.id, role, Span(start, end))


@pytest.mark.parametrize(
    ("contents", "chosen"),
    [
        ([[(10, 50)]], 0),
        ([[(60, 90)], [(10, 50)]], 1),
        ([[(14, 54)]], 0),  # shifted
        ([[(35, 75)]], None),  # shifted by more than half
        ([[(10, 20)], [(20, 50)]], 1),  # split: the larger piece
        ([[(10, 30)], [(30, 50)]], 0),  # split in two halves: the earlier
        ([[(30, 50)], [(10, 30)]], 1),  # the earlier in the text, whatever their order
        ([[(10, 23)], [(23, 36)], [(36, 50)]], None),  # split in three: none is the one meant
        ([[(0, 100)]], 0),  # merged with what stands around it
        ([[(0, 100)], [(8, 52)]], 1),  # the one that has less beside it
        ([[(10, 20), (30, 50)]], 0),  # interrupted now: its pieces count together
        ([[(10, 22)], [(5, 20), (30, 60)]], 1),
        ([[(50, 60)], [(0, 10)]], None),  # vanished: what only touches it is another
        ([], None),
    ],
)
def test_a_content_finds_the_statement_that_it_is_now(contents, chosen):
    statements = [statement(*content) for content in contents]
    reattached = attached(anchor(10, 50), record(*statements))
    assert reattached == (None if chosen is None else statements[chosen])


def test_of_equals_the_first_is_taken():
    same = [statement((10, 50), source=[(n, n + 1)]) for n in (60, 70)]
    assert attached(anchor(10, 50), record(*same)) == same[0]


def test_a_role_finds_its_like_alone():
    spoken = statement((10, 50), source=[(60, 70)])
    actor = Actor("a1", "X", "person", (Span(0, 5), Span(61, 70)), (), "", None, "")
    place = Place(Span(60, 66), "literal", NOWHERE, 0.0, "")
    time = Timex(Span(100, 110), "DATE", "", None, None, "")
    made = record(spoken, actors=(actor,), places=(place,), times=(time,))
    assert attached(anchor(60, 70, "source"), made) == spoken
    assert attached(anchor(60, 70, "mention"), made) == actor
    assert attached(anchor(60, 70, "place"), made) == place
    assert attached(anchor(101, 109, "time"), made) == time
    assert attached(anchor(60, 70, "cue"), made) is None
    assert attached(anchor(60, 70), made) is None


def test_an_anchor_of_another_article_or_of_all_of_one_is_attached_to_nothing():
    made = record(statement((10, 50)))
    assert attached(replace(anchor(10, 50), article="sha256:other"), made) is None
    assert attached(Anchor(ARTICLE.id), made) is None


def test_an_id_is_of_what_was_decided():
    one = Judgement("act", anchor(1, 2), {"act": "denies", "why": "x"}, "Ana", "2031-03-01", "-")
    assert replace(one, withdrawn="2031-04-01").id == one.id
    assert replace(one, object={"why": "x", "act": "denies"}).id == one.id
    others = (replace(one, by="Bo"), replace(one, at="2031"), replace(one, subject=anchor(1, 3)))
    assert len({one.id, *(other.id for other in others)}) == 4


def test_no_other_kind_is_a_judgement():
    with pytest.raises(ValueError, match="'opinion'"):
        Judgement("opinion", anchor(1, 2), {}, "Ana", "2031-03-01")
