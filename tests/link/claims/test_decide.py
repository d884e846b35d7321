"""What two statements are to each other."""

from dataclasses import dataclass, field

import pytest

from sayso.link.claims.decide import decide, weigh_pair
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


KILLED = "20 soldiers were killed in the shelling of Almis"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            point(KILLED, spots=(("almis",),)),
            point(KILLED.replace("Almis", "Karsk"), spots=(("karsk",),)),
        ),
        (
            point(f"{KILLED} on Monday", days=("2031-03-10",)),
            point(f"{KILLED} on Thursday", days=("2031-03-13",)),
        ),
        (point(KILLED), point(KILLED.replace("soldiers", "civilians"))),
        (
            point(KILLED.replace("soldiers", "Velmark soldiers")),
            point(KILLED.replace("soldiers", "Torvesk soldiers")),
        ),
        (
            point(f"{KILLED} on Monday", days=("2031-03-10",), topics=("almis",)),
            point(f"{KILLED} on Tuesday", days=("2031-03-11",), topics=("almis",)),
        ),
        (
            point("The storm left 62 bridges of the northern army in ruins"),
            point("The storm left 40 barns of the northern army in ruins"),
        ),
    ],
    ids=["place", "day", "people", "side", "next day in one text", "numbers of other things"],
)
def test_what_differs_in_one_thing_that_both_tell_is_neither_the_same_nor_against(a, b):
    assert kind(a, b) == "otherwise"


def test_numbers_of_two_places_are_no_rivals():
    one = point(KILLED, spots=(("almis",),))
    other = point("23 soldiers were killed in the raid on Karsk", "bo", spots=(("karsk",),))
    assert kind(one, other) == "otherwise"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            point(KILLED, spots=(("almis",),)),
            point(f"{KILLED} and of Karsk", spots=(("almis",), ("karsk",))),
        ),
        (
            point(f"{KILLED} on Monday", days=("2031-03-10",)),
            point(f"{KILLED} on Tuesday", days=("2031-03-11",)),
        ),
        (point(KILLED, spots=(("almis",),)), point(KILLED)),
    ],
    ids=["one of two places", "by night", "told by one alone"],
)
def test_what_may_be_the_same_place_or_day_keeps_nothing_apart(a, b):
    assert kind(a, b) == "same"


@pytest.mark.parametrize(
    ("a", "b", "wanted"),
    [
        (KILLED, f"at least {KILLED}", "same"),
        (f"at least {KILLED}", KILLED.replace("20", "23"), "same"),
        (KILLED, KILLED.replace("20", "23"), "conflicts"),
        (KILLED, KILLED.replace("20 soldiers were", "not one soldier was"), "conflicts"),
        (
            "at least 20 people died in Almis when the dam of the miners broke",
            "23 people died in Almis on the square before the town hall",
            "akin",
        ),
    ],
)
def test_numbers_compare_as_ranges(a, b, wanted):
    assert kind(point(a), point(b, "bo")) == wanted


def test_a_denial_of_the_same_words_turns_against_them():
    said, denied = point(DAM), point(DAM, "bo", act="denies", polarity="neg")
    (decision,) = decide([(denied, said)])
    assert decision.kind in AGAINST
    assert decision.way == 1
    assert decision.why


def test_two_who_deny_the_same_say_the_same():
    one, other = (point(DAM, who, act="denies", polarity="neg") for who in ("bo", "bo"))
    assert kind(one, other) == "same"


@dataclass(frozen=True)
class Sure:
    """A model that is sure of one thing, and notes what it was asked."""

    same: float
    denies: float = 0.0
    conflicts: float = 0.0
    asked: list[tuple[str, str]] = field(default_factory=list)

    @property
    def unrelated(self):
        """Return what is left."""
        return 1 - self.same - self.denies - self.conflicts

    def compare(self, pairs):
        """Return the same of every pair."""
        self.asked.extend(pairs)
        return [self for _ in pairs]


def test_a_model_is_asked_of_what_features_leave_open_alone():
    one = point("the dam at Velmark was blown up by soldiers in the night")
    other = point("explosives ruined a dam upstream, and villages were flooded in the night", "bo")
    open_ = weigh_pair(one, other)
    assert open_.is_open
    for model in (yes := Sure(0.98), no := Sure(0.01)):
        decide([(one, other), (point(DAM), point(DAM, "bo"))], model)
        assert model.asked == [(one.reading, other.reading)]
    (agreed,), (denied,) = decide([(one, other)], yes), decide([(one, other)], no)
    assert agreed.score > (denied.score if denied else -99)
