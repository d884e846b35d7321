"""Which judgements make sense."""

import pytest

from sayso.fitting import misfit
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
