"""Gold statements go the product's own way, and each is judged by what stands for it there."""

import pytest

from bench.given import stands_for, who_is_who
from tests.notation import read

TALK = (
    "RUEL: The bridge is open, and {S1:I} {C1:think} {T1:it will stay open}.\n\n"
    "TARN: It is not open, and it has not been open since the spring.\n\n"
    "RUEL: {T2:You were there} when it opened.\n\nTARN: Never.\n"
)


def speakers(engine, marked):
    """Return the names of who speaks in each statement of a marked text."""
    article, annotation = read(marked)
    given = who_is_who(engine, article, annotation.statements)
    names = {actor.id: actor.name for actor in given.who.actors}
    return [[names[given.who.ids[c.number]] for c in each.clusters] for each in given.speaking]


def test_the_turn_of_a_talk_stands_for_what_is_given_in_it(engine):
    assert speakers(engine, TALK) == [["RUEL"], ["RUEL"]]


def test_what_somebody_says_that_she_says_is_judged_by_the_outer_statement(engine):
    marked = "{S1:Ana Ruel} {C1:said} {T1:that {S2:she} {C2:believed} {T2:it was late}}."
    article, annotation = read(marked)
    given = who_is_who(engine, article, annotation.statements)
    assert len(given.who.annotation.statements) == 1
    assert given.numbers == (0, 0)
    assert given.speaking[0] == given.speaking[1]


def test_for_a_title_of_a_work_nothing_stands(engine):
    marked = "{S:Ana Ruel} {C:wrote} the novel {T:“The Long Night of Hadrov”}."
    article, annotation = read(marked)
    given = who_is_who(engine, article, annotation.statements)
    assert given.numbers == (None,)
    assert given.speaking[0].clusters == given.chains[0].links == ()


STANDING = read("{S1:Ana} {C1:said} {T1:that it had rained}. {S2:Bo} {C2:said} {T2:no}. It blew.")


@pytest.mark.parametrize(
    ("marked", "number"),
    [
        ("Ana said that it had rained. {S:Bo} {C:said} {T:no}. It blew.", 1),
        ("{S:Ana} {C:said} that {T:it had rained}. Bo said no. It blew.", 0),
        ("Ana {T:said that it had rained. Bo said} no. It blew.", 0),
        ("Ana said that it had rained. Bo said no. {T:It blew}.", None),
    ],
)
def test_what_stands_for_a_statement(marked, number):
    _, annotation = read(marked)
    assert stands_for(annotation.statements[0], STANDING[1].statements) == number
