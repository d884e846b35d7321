"""Which judgements make sense."""

from dataclasses import replace

import pytest

from sayso.fitting import flaw, misfit
from sayso.judgements import Anchor, Judgement
from sayso.packing import plain
from sayso.records import Span

WORDS = Span(4, 9)
STATEMENT = Anchor("sha256:a", "content", WORDS, (), (), (WORDS,))
OTHER = Anchor("sha256:b", "content", WORDS, (), (), (WORDS,))
ACTOR = Anchor("sha256:a", "mention", WORDS)
PLACE = Anchor("sha256:a", "place", WORDS)
ARTICLE = Anchor("sha256:a")


def reason(kind, subject, object_):
    return misfit(Judgement(kind, subject, object_, "Ana", "2031-03-14T00:00:00Z"))


@pytest.mark.parametrize(
    ("kind", "subject", "object_"),
    [
        ("act", STATEMENT, {"act": "denies", "polarity": "neg"}),
        ("speaker", STATEMENT, {"name": "Ana Ruel"}),
        ("speaker", STATEMENT, plain(ACTOR)),
        ("span", STATEMENT, {"content": [[0, 4], [6, 9]], "source": []}),
        ("not_statement", STATEMENT, {}),
        ("place", PLACE, {"name": "Karsk", "lat": None}),
        ("same_entity", ACTOR, plain(Anchor("sha256:b", "mention", WORDS))),
        ("denies", STATEMENT, plain(OTHER)),
        ("copy", ARTICLE, plain(Anchor("sha256:b"))),
    ],
)
def test_what_makes_sense(kind, subject, object_):
    assert reason(kind, subject, object_) == ""


@pytest.mark.parametrize(
    ("kind", "subject", "object_"),
    [
        ("place", STATEMENT, {"name": "Karsk"}),
        ("act", ACTOR, {"act": "denies"}),
        ("not_statement", ARTICLE, {}),
        ("act", STATEMENT, {"act": "frobs"}),
        ("act", STATEMENT, {"act": ["denies"]}),
        ("act", STATEMENT, {"act": "denies", "polarity": "odd"}),
        ("speaker", STATEMENT, {"name": ""}),
        ("speaker", STATEMENT, {"name": "Ana\nRuel"}),
        ("speaker", STATEMENT, {"name": "— !"}),
        ("speaker", STATEMENT, {"name": "Ana " * 31}),
        ("speaker", STATEMENT, {"name": "Ana", "type": "ship"}),
        ("speaker", STATEMENT, plain(PLACE)),
        ("span", STATEMENT, {"foo": 1}),
        ("span", STATEMENT, {}),
        ("span", STATEMENT, {"content": [["a", 1]]}),
        ("span", STATEMENT, {"content": []}),
        ("span", STATEMENT, {"content": [[4, 4]]}),
        ("span", STATEMENT, {"content": [[0, 5], [3, 9]]}),
        ("place", PLACE, {"name": 1}),
        ("place", PLACE, {}),
        ("place", PLACE, {"colour": "red"}),
        ("not_statement", STATEMENT, {"a": 1}),
        ("copy", ARTICLE, plain(ARTICLE)),
        ("denies", STATEMENT, plain(ACTOR)),
        ("same_claim", STATEMENT, {}),
    ],
)
def test_what_makes_none_is_told(kind, subject, object_):
    assert reason(kind, subject, object_)


SENSIBLE = Judgement("speaker", STATEMENT, {"name": "Ana Ruel"}, "Ana", "2031-03-14T00:00:00Z")


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({}, ""),
        ({"at": ""}, ""),
        ({"withdrawn": "2031-03-15", "withdrawn_by": "Bo"}, ""),
        ({"why": "two\nlines"}, ""),
        ({"at": "yesterday"}, "its at is no time"),
        ({"at": "9999-99-99T99:99:99Z"}, "its at is no time"),
        ({"at": "1" * 100_000}, "its at is no time"),
        ({"withdrawn": "x"}, "its withdrawn is no time"),
        ({"withdrawn_by": "Bo"}, "not when"),
        ({"withdrawn_why": "no"}, "not when"),
        ({"by": "A\udfff"}, "its by is not written in UTF-8"),
        ({"why": "\udcff"}, "its why is not written in UTF-8"),
        ({"by": "a" * 201}, "its by has more than 200 characters"),
        ({"object": {"name": "\ud800 Ruel"}}, "a text of its object is not written in UTF-8"),
        ({"object": {"a": [{"\ud800": 1}]}}, "a text of its object is not written in UTF-8"),
        ({"object": {"name": "x" * 1_000_000}}, "more than 10,000 characters"),
        ({"object": {"name": "\x00\x1b[31m"}}, "control characters"),
        ({"subject": Anchor("<script>\x1b[31m")}, "names no article"),
        ({"subject": Anchor("sha256:\ud800")}, "names no article"),
        ({"subject": Anchor("")}, "names no article"),
    ],
)
def test_what_cannot_be_told_has_a_flaw(change, why):
    its = flaw(replace(SENSIBLE, **change))
    assert its == "" if not why else why in its
    assert len(its) < 120
