"""What two articles share, counted."""

import pytest

from sayso.link.copies.evidence import evidence
from tests.link.copies.notation import OTHER, STORY, words


def test_narration_is_counted_apart_from_speech():
    seen = evidence(words(*STORY), words(*STORY))
    quoted = sum(words(*STORY).quoted)
    assert (seen.speech, seen.narration) == (quoted, len(words(*STORY)) - quoted)
    assert (seen.cover_a, seen.cover_b, seen.edits_a) == (1.0, 1.0, 0)


def test_narration_that_the_other_quotes_is_lifted():
    seen = evidence(words(*STORY), words(OTHER[0], f"“{STORY[1]}”"))
    assert (seen.narration, seen.lifted) == (0, len(words(STORY[1])))


def test_what_somebody_says_in_a_column_is_not_lifted_from_it():
    column = ("I have watched the ferry for years.", STORY[1], "We all should ask who pays.")
    seen = evidence(words(*column), words(OTHER[0], f"“{STORY[1]}”"))
    assert (seen.narration, seen.lifted) == (0, 0)
    assert seen.speech == len(words(STORY[1]))


def test_furniture_covers_nothing():
    caption = f"{STORY[0]} Hide Caption 1 of 3 Photos"
    seen = evidence(words(OTHER[0], caption), words(STORY[4], caption))
    assert (seen.narration, seen.cover_a) == (0, 0.0)
    assert seen.fixed > 20


def test_cover_and_edits_are_of_each_text():
    seen = evidence(words(STORY[0], OTHER[0], STORY[1]), words(STORY[0], STORY[1]))
    assert seen.cover_b == 1.0
    assert 0.5 < seen.cover_a < 1.0
    assert (seen.edits_a, seen.edits_b) == (len(words(OTHER[0])), 0)


def test_a_short_quotation_of_both_is_seen():
    one = words("The board spoke of “reckless disregard for travellers” on Friday.")
    other = words("What “a reckless disregard for travellers and staff” means is open.")
    seen = evidence(one, other)
    assert seen.passages == ()
    assert seen.quotation
    assert one.article.text[slice(*seen.quotation.a)] == "reckless disregard for travellers"


PHRASE = "reckless disregard for travellers"
NO_QUOTATION = {
    "small words": ("“it was one of the”", "“and it was one of the most”"),
    "not quoted in either": (
        "reckless disregard for travellers",
        "reckless disregard for travellers",
    ),
    "narration in one": (
        "reckless disregard for travellers",
        "“reckless disregard for travellers”",
    ),
}


@pytest.mark.parametrize(("one", "other"), NO_QUOTATION.values(), ids=NO_QUOTATION)
def test_what_is_no_quotation_of_both(one, other):
    assert evidence(words(f"There {one} here."), words(f"Then {other} came.")).quotation is None


def test_an_outlet_named_beside_a_passage_is_seen():
    one = words(OTHER[0], f"The Karsk Beacon reports: “{STORY[1]}”", publisher="Almis Post")
    seen = evidence(one, words(*STORY, publisher="Karsk Beacon"))
    assert (seen.a_names_b, seen.b_names_a, seen.named) == (True, False, True)


def test_two_of_one_supplier_are_seen():
    one = words("KARSK (AP) — " + STORY[0], publisher="Almis Post")
    other = words("By The Associated Press", STORY[0], publisher="Karsk Beacon")
    assert evidence(one, other).one_supplier


@pytest.mark.parametrize(
    ("one", "other", "days"),
    [("2031-03-14", "2031-03-16", 2), ("2031-03-14", "", 99), ("2031-03-14", "2031-03-14", 0)],
)
def test_days_apart(one, other, days):
    seen = evidence(words(STORY[0], published=one), words(STORY[0], published=other))
    assert seen.days == days


def test_nothing_shares_nothing():
    seen = evidence(words(""), words(*STORY))
    assert (seen.passages, seen.narration, seen.most) == ((), 0, 0.0)
