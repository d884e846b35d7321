"""What is picked to show what linking is good for."""

from dataclasses import replace

from sayso.linked import Position, Stance, Turn
from sayso.view.across.tour import misquoted, telling_claim, turn

from .making import answer, claim
from .test_quotations import QUOTATION


def test_the_denied_claim_of_most_articles_and_fewest_origins() -> None:
    denied = (answer("st_9"),)
    two = replace(claim("st_1", "st_2", "st_3", answers=denied), independent=2)
    one = replace(claim("st_4", "st_5", "st_6", answers=denied), independent=1)
    undisputed = replace(claim("st_7", "st_8", "st_10", "st_11"), independent=1)
    assert telling_claim([two, one, undisputed]) is one
    assert telling_claim([undisputed]) is None


def test_a_quotation_that_is_misquoted() -> None:
    faithful = replace(QUOTATION, variants=QUOTATION.variants[:2])
    assert misquoted([faithful, QUOTATION]) is QUOTATION
    assert misquoted([faithful]) is None


def stand(why: str, number: int) -> Position:
    stances = tuple(
        Stance("refuses", "refuses", f"st_{n}", "sha256:a", "to talk", "", "", "2031-03-14")
        for n in range(number)
    )
    return Position(("talk",), stances, (Turn("st_0", "st_1", why),) if why else ())


def test_the_longest_position_that_turned_from_a_refusal() -> None:
    short, long = stand("refuses on 1, offers on 2", 2), stand("refuses on 1, accepts on 2", 3)
    other, none = stand("offers on 1 and 2, the condition is now", 9), stand("", 9)
    made = turn([("Teren", [none, short]), ("Hesk", [other, long])])
    assert made is not None
    assert (made.name, made.position) == ("Hesk", long)
    assert turn([("Teren", [none, other])]) is None
