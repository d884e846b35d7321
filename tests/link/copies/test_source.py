"""Who shared text comes from, and which was copied."""

import pytest

from sayso.link.copies.evidence import evidence
from sayso.link.copies.source import source
from tests.link.copies.notation import OTHER, STORY, words

EARLY, LATE = "2031-03-14", "2031-03-16"


def taken_from(one, other):
    return source(one, other, evidence(one, other))


def test_the_agency_that_one_credits_is_the_origin():
    one = words("KARSK (AP) — " + STORY[0], *STORY[1:], publisher="Almis Post", published=LATE)
    other = words(*STORY, publisher="Karsk Beacon", published=EARLY)
    seen = taken_from(one, other)
    assert seen.name == "AP"
    assert "(AP)" in seen.why


def test_what_an_agency_published_was_copied_whatever_the_dates():
    one = words(*STORY, publisher="Associated Press", published=LATE)
    other = words(*STORY, publisher="Karsk Beacon", published=EARLY)
    assert taken_from(one, other)[:2] == ("AP", one.article.id)


def test_the_outlet_that_the_other_names_is_the_origin():
    one = words(OTHER[0], f"As Politico reports, “{STORY[1]}”", publisher="Almis Post")
    other = words(*STORY, publisher="Politico")
    assert taken_from(one, other)[:2] == ("Politico", other.article.id)


def test_two_of_one_outlet_have_it_from_there():
    one, other = (words(*STORY, *more, publisher="CNN", published=day) for more, day in
                  (((), LATE), (OTHER[:1], EARLY)))  # fmt: skip
    assert taken_from(one, other)[:2] == ("CNN", other.article.id)


def test_a_text_that_speaks_as_an_agency_does_is_of_it():
    line = "Orsk told The Associated Press that the board had known of the crack for two winters."
    one = words(line, *STORY[:2], publisher="Almis Post")
    other = words(OTHER[0], line, *STORY[:2], publisher="Karsk Beacon")
    assert taken_from(one, other).name == "AP"


def test_without_any_credit_the_earlier_has_it_first():
    one = words(*STORY, publisher="Almis Post", published=EARLY)
    other = words(*STORY, OTHER[0], publisher="Karsk Beacon", published=LATE)
    assert taken_from(one, other)[:2] == ("Almis Post", one.article.id)


@pytest.mark.parametrize("dates", [(EARLY, EARLY), ("", LATE), ("", "")])
def test_where_nothing_tells_it_is_unknown(dates):
    one = words(*STORY, publisher="Almis Post", published=dates[0])
    other = words(*STORY, OTHER[0], publisher="Karsk Beacon", published=dates[1])
    assert taken_from(one, other)[:2] == ("", "")
