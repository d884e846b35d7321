"""Two sides face to face, and figures as ranges."""

from typing import NamedTuple

import pytest

from sayso.view.across.disputes import Figure, dispute_view, disputes, needed

from .making import answer, claim, known, said

KNOWN = known(
    said(1, "at least 20 were killed", who="the army"),
    said(2, "at least 20 were killed", who="the army", outlet="Courier"),
    said(3, "none of ours was killed", who="Irna Vask", act="denies"),
    said(4, "23 were killed", who="the mission"),
)
CLAIM = claim("st_1", "st_2", answers=(answer("st_3"), answer("st_4", "conflicts", 0.5)))


class Amount(NamedTuple):
    """A number as a statement gives it."""

    low: float | None
    high: float | None
    of: str = "killed"
    unit: str = "soldiers"


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [(20, None, "20 or more"), (23, 23, "23"), (10, 12, "10 to 12"), (None, 5, "5 at most"),
     (0, 0, "0"), (1200.5, None, "1,200.5 or more"), (None, None, "no number")],
)  # fmt: skip
def test_a_range_in_words(low: float | None, high: float | None, words: str) -> None:
    assert Figure("killed", low, high).words == words


def test_two_sides_and_their_figures() -> None:
    numbers = {
        "st_1": [Amount(20, None)], "st_2": [Amount(20, None)], "st_3": [Amount(0, 0)],
        "st_4": [Amount(23, 23, unit="people"), Amount(4, 4, of="fled")],
    }  # fmt: skip
    view = dispute_view(CLAIM, KNOWN, numbers)
    assert [position.articles for position in view.side.positions] == [2]
    assert [position.verb for position in view.other.positions] == ["denied it", "said otherwise"]
    assert [each.figure.words for each in view.figures] == ["0", "20 or more", "23"]
    assert view.figures[1].claimants == ("the army",)
    assert view.figures[1].to_json()["statements"] == ["st_1", "st_2"]
    assert (view.first, view.last) == ("2031-03-01", "2031-03-04")


def test_what_is_denied_is_disputed_once() -> None:
    other = claim("st_3", answers=(answer("st_1"),))
    doubtful = claim("st_8", answers=(answer("st_9", score=0.1),))
    alone = claim("st_7")
    assert list(disputes([CLAIM, other, alone, doubtful])) == [CLAIM]
    assert needed([CLAIM]) == ["st_1", "st_2", "st_3", "st_4"]


def test_of_very_many_statements_a_few_are_asked_for_and_all_are_counted() -> None:
    answers = tuple(answer(f"st_{n}", score=n / 100) for n in range(50, 60))
    large = claim(*(f"st_{n}" for n in range(1, 10)), answers=answers)
    assert needed([large], most=2) == ["st_1", "st_2", "st_58", "st_59"]
    view = dispute_view(large, KNOWN, {}, most=2)
    assert view.side.summary == "9 articles, 9 outlets, origins unknown"
    assert view.other.summary == "10 statements"
    assert dispute_view(CLAIM, KNOWN, {}, most=2) == dispute_view(CLAIM, KNOWN, {})
