"""Fingerprints: which wordings meet, and which never do."""

import pytest

from sayso.link.quotations.keys import keys
from sayso.link.quotations.wordings import Wording

LONG = "Our engineers repaired the cranes of the harbour before the storm reached Karsk"
COURT = "we shall bring it to the court before the end of the month"
WAR = "they will feel it on the battlefield before the end of the month"


def wording(text, *names, kind="direct", day=1000):
    return Wording(kind, (text,), names, bool(names), (day, day) if day else None)


@pytest.mark.parametrize(
    ("one", "other", "meets"),
    [
        (wording(LONG), wording(LONG), True),
        (wording(LONG), wording(LONG, day=4000), True),
        (wording(LONG), wording("the engineers had repaired cranes of harbours"), True),
        (wording(LONG), wording(LONG, kind="indirect"), False),
        (wording(LONG, "ana ruel"), wording(LONG, "ruel", kind="indirect"), True),
        (wording("judge and jury", "ruel"), wording("we play judge and jury", "ana ruel"), True),
        (wording("judge and jury"), wording("we play judge and jury"), False),
        (wording("judge and jury", "ruel"), wording("judge and jury", "tolan"), False),
        (wording("judge and jury", "ruel"), wording("judge and jury", "ruel", day=1100), False),
        (wording("all out war", "ruel"), wording("all out war", "ruel"), True),
        (wording("it was bad"), wording("it was bad"), False),
        (wording(COURT, "ruel"), wording(WAR, "ruel"), True),
        (wording(COURT, "ruel"), wording(WAR, "tolan"), False),
        (wording(COURT, "ruel"), wording(WAR, "ruel", day=1100), False),
    ],
)
def test_which_wordings_meet(one, other, meets):
    assert bool(keys(one) & keys(other)) is meets


@pytest.mark.parametrize("apart", range(4))
@pytest.mark.parametrize("day", range(1000, 1014))
def test_near_days_share_a_week(day, apart):
    one, other = (wording("judge and jury", "ruel", day=d) for d in (day, day + apart))
    assert keys(one) & keys(other)


def test_keys_are_63_bits_and_the_same_every_time():
    made = keys(wording(LONG, "ana ruel"))
    assert all(0 <= key < 1 << 63 for key in made)
    assert made == keys(wording(LONG, "ana ruel"))
