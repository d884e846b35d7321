"""Anchors: the words of a judgement find what a new model or new rules make of them."""

from dataclasses import replace
from importlib.resources import files

import pytest

from sayso.judgements import Anchor, Judgement, attached
from sayso.read import read_sources
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
from sayso.settings import Settings

TEXT = "x" * 200
ARTICLE = Article(TEXT, "-")


def statement(*content, source=(), cue=()):
    spans = tuple(tuple(Span(*span) for span in role) for role in (source, cue, content))
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
        ([[(10, 30)], [(30, 50)]], None),  # split in two halves: either may be meant
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


HE = [(60, 62)]
SAID = statement((10, 50), source=HE, cue=[(63, 67)])
ADDING = statement((80, 100), source=HE, cue=[(70, 76)])


def test_one_of_two_statements_of_a_source_is_meant():
    both = record(SAID, ADDING)
    for meant, other in ((SAID, ADDING), (ADDING, SAID)):
        by_source = Anchor.of(ARTICLE.id, meant, "source")
        assert by_source.span == Span(60, 62)
        assert attached(by_source, both) == meant
        assert attached(by_source, record(other)) is None
    assert attached(anchor(60, 62, "source"), both) is None  # words alone do not tell which


def test_one_of_two_statements_of_a_content_is_meant():
    aide = statement((10, 50), source=[(70, 80)], cue=[(63, 67)])
    assert attached(anchor(10, 50), record(SAID, aide)) is None
    for meant in (SAID, aide):
        assert attached(Anchor.of(ARTICLE.id, meant), record(SAID, aide)) == meant
    piece, whole = statement((10, 20), source=HE), statement((10, 20), (30, 35), source=HE)
    for meant in (piece, whole):
        assert attached(Anchor.of(ARTICLE.id, meant), record(whole, piece)) == meant


@pytest.mark.parametrize(
    ("now", "fits"),
    [
        (statement((12, 53), source=[(55, 62)], cue=[(62, 67)]), True),  # shifted
        (statement((10, 50), (80, 100), source=HE, cue=[(63, 67)]), True),  # merged
        (statement((10, 50), source=HE), True),  # its cue is not told any more
        (statement((10, 50), source=[(70, 80)], cue=[(63, 67)]), True),  # another source
        (statement((10, 50), source=[(70, 80)], cue=[(82, 88)]), False),  # and another cue
        (statement((0, 58), source=[(70, 80)], cue=[(82, 88)]), False),  # all around it
        (statement((40, 60), source=HE, cue=[(63, 67)]), False),  # says little of it
    ],
)
def test_a_statement_that_is_named_is_known_by_all_its_parts(now, fits):
    assert attached(Anchor.of(ARTICLE.id, SAID), record(now)) == (now if fits else None)


def test_a_quotation_on_its_own_is_not_what_stands_around_it():
    alone = Anchor.of(ARTICLE.id, statement((10, 50)))
    assert attached(alone, record(statement((0, 110)))) is None
    grown = statement((0, 60))
    assert attached(alone, record(grown)) == grown


def test_only_what_a_statement_has_is_an_anchor():
    for role in ("cue", "why"):
        with pytest.raises(ValueError, match=f"has no {role}"):
            Anchor.of(ARTICLE.id, statement((10, 50)), role)


def changed(statement, article, by):
    """Return a statement whose parts other rules begin and end elsewhere, or one of them."""
    parts = [tuple(by(*span) for span in getattr(statement, role)) for role in PARTS]
    now = dict(zip(PARTS, parts, strict=True))
    return replace(statement, id=statement_id(article.id, parts), **now)


PARTS = ("source", "cue", "content")
CHANGES = {
    "none": Span,
    "narrower": lambda start, end: Span(start + (end - start > 3), end - (end - start > 3)),
    "wider": lambda start, end: Span(max(start - 1, 0), end + 1),
    "later": lambda start, end: Span(start + (end - start) // 4, end + (end - start) // 4),
}


@pytest.fixture(scope="module")
def denial(engine):
    """Return the record of the sample of the README: “he” is one source of two statements in it."""
    path = files("sayso") / "data" / "sample" / "2031-03-20-northwire-askel-denial.txt"
    (article,) = read_sources([str(path)], settings=Settings())
    (made,) = engine([article])
    sources = [statement.source for statement in made.statements if statement.source]
    assert len(set(sources)) < len(sources)
    return made


@pytest.mark.parametrize("change", CHANGES)
def test_a_judgement_stays_with_its_statement(denial, change):
    now = tuple(changed(s, denial.article, CHANGES[change]) for s in denial.statements)
    other = replace(denial, statements=now)
    for statement, it_is_now in zip(denial.statements, now, strict=True):
        for role in PARTS:
            if getattr(statement, role):
                judged = Anchor.of(denial.article.id, statement, role)
                assert attached(judged, other) == it_is_now


def test_a_judgement_of_a_statement_that_is_gone_holds_of_no_other(denial):
    for gone in denial.statements:
        rest = denial.only(lambda statement, gone=gone: statement != gone)
        for role in PARTS:
            if getattr(gone, role):
                assert attached(Anchor.of(denial.article.id, gone, role), rest) is None


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
    of_one = replace(one, subject=Anchor.of(ARTICLE.id, statement((1, 2))))
    assert of_one.id != one.id


def test_an_id_of_words_alone_is_what_it_was_before_anchors_named_statements():
    words = Anchor("sha256:0", "content", Span(1, 2))
    made = Judgement("act", words, {"act": "denies"}, "Ana", "2031-03-01", "-")
    assert made.id == "jd_fcd52c77efd748a1"


def test_no_other_kind_is_a_judgement():
    with pytest.raises(ValueError, match="'opinion'"):
        Judgement("opinion", anchor(1, 2), {}, "Ana", "2031-03-01")
