"""What two statements are to each other."""

import pytest

from sayso.link.claims.decide import decide
from sayso.linked import AGAINST
from tests.link.claims.notation import point

DAM = "Ostrania had blown up the dam at Velmark on purpose"


def kind(a, b):
    (one,), (other,) = decide([(a, b)]), decide([(b, a)])
    assert (one and one.kind) == (other and other.kind)
    assert one is None or one.way == -other.way
    return one and one.kind


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (point(DAM), point(DAM, "bo")),
        (point('"The dam is gone for good"'), point('that "the dam is gone for good"')),
        (point(DAM), point("that Ostrania blew up the Velmark dam on purpose")),
    ],
)
def test_the_same_words_say_the_same(a, b):
    assert kind(a, b) == "same"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (point(DAM), point("Ostrania would rebuild the school at Almis")),
        (point("12 people were killed at Almis"), point("40 people were killed at Almis")),
        (point(DAM), point(DAM, "bo", act="denies", polarity="neg")),
    ],
)
def test_near_misses_stay_apart(a, b):
    assert kind(a, b) != "same"


def test_a_denial_of_the_same_words_turns_against_them():
    said, denied = point(DAM), point(DAM, "bo", act="denies", polarity="neg")
    (decision,) = decide([(denied, said)])
    assert decision.kind in AGAINST
    assert decision.way == 1
    assert decision.why


def test_two_who_deny_the_same_say_the_same():
    one, other = (point(DAM, who, act="denies", polarity="neg") for who in ("bo", "bo"))
    assert kind(one, other) == "same"
