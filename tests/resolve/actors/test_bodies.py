"""Names of bodies behind what somebody is of them, which are no persons' names."""

import pytest

from sayso.records import Span
from sayso.resolve.actors.bodies import names_body

# The name stands between bars.
BODIES = """
The head of the aid group, |Full Bowls|, said trucks were waiting.
A spokesman for the power company, |Almisk|, said the line was cut.
The director of arms maker |Velkor AG| said orders had doubled.
A spokesman for the power company, |Elektra|, said the line was cut.
An engineer at the shipbuilder |Ana Marine| said the hull had held.
An engineer at the shipbuilder |Hadrov| said the hull had cracked.
The commander of the battalion, |Skerra Two|, said it had withdrawn.
"""
PERSONS = """
The head of the aid group, |Ana Ruel|, said trucks were waiting.
The head of the aid group, |Ruel|, said trucks were waiting.
The lawyer of the accused officer, |Tarn|, said she was innocent.
The mayor of the city praised |Tarn|, who wept.
"""


@pytest.mark.parametrize("line", BODIES.strip().splitlines())
def test_the_name_of_a_body(line):
    assert names(line, "person")


@pytest.mark.parametrize("line", PERSONS.strip().splitlines())
def test_the_name_of_a_person(line):
    assert not names(line, "person")


def names(line, type_):
    before, name, after = line.split("|")
    span = Span(len(before), len(before) + len(name))
    kind = "organisation" if name == "Full Bowls" else type_
    return names_body(before + name + after, span, {"ruel"}, kind)
