"""Offices: what words say that somebody is, and whether two of them can be one person's."""

import pytest

from sayso.resolve.actors.offices import likeness, office

# Words | their noun | what else is said | the sides among it
OFFICES = """
the Skerran foreign minister | minister | forei skerr | skerr
the foreign minister of Skerra | minister | forei skerr | skerr
Ukrainian prime minister | premier | =UA | =UA
the head of the town's clinic | head | clini town |
who leads the rebels | leader | rebel | rebel
Presidents | president | |
a spokeswoman for the ministry | spokesperson | minis |
Member of the Skerran Parliament | mp | parli skerr | skerr
A member of the Senate Committee | senator | commi senat |
the 61-year-old | person | |
"""


def rows(table):
    return [[part.strip() for part in line.split("|")] for line in table.strip().splitlines()]


@pytest.mark.parametrize(("words", "noun", "others", "sides"), rows(OFFICES))
def test_what_words_tell(words, noun, others, sides):
    made = office(words)
    assert made is not None
    assert (made.noun, " ".join(sorted(made.words))) == (noun, others)
    assert " ".join(sorted(made.sides)) == sides


# A description | an office that somebody holds | what speaks against its being his
AGAINST = """
the Skerran foreign minister | the foreign minister of Skerra |
the foreign minister | the foreign minister of Skerra |
the Skerran foreign minister | the foreign minister of Ostrania | other_side
the finance minister | the foreign minister | other_office
the deputy minister | the minister | rank
the former mayor | the mayor | rank
the interim minister | the minister | rank
the interior minister | the foreign minister | other_office
the US president | President |
the rebel spokesman | Army spokesman | other_side
the president | the prime minister | same
"""


@pytest.mark.parametrize(("description", "held", "against"), rows(AGAINST))
def test_what_speaks_against_one_person(description, held, against):
    one, other = office(description), office(held)
    assert one is not None
    assert other is not None
    like = likeness(one, (other,))
    contrary = {name for name in ("other_side", "other_office", "rank") if getattr(like, name)}
    assert contrary | ({"same"} if not like.same else set()) == set(against.split())


def test_a_side_that_is_told_once_holds_for_the_office_told_without_one():
    wanted, held = office("the Kessar leader"), (office("President"), office("Norvian president"))
    assert likeness(wanted, held).other_side


def test_a_portfolio_that_is_told_once_holds_for_the_office_told_without_one():
    known = tuple(map(office, ("Skerran foreign minister", "Skerran minister")))
    assert likeness(office("Skerran defence minister"), known).other_office
    assert not likeness(office("Skerran foreign minister"), known).other_office
    assert not likeness(office("Skerran minister"), known).other_office
