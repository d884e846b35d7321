"""Descriptions that open an article are given to the speaker who is named so further down."""

import pytest

from tests.resolve.actors.test_coref import rows, said, shown

# The sources of statements, one after the other, and who they are.
SOURCES = """
<d:The Orvel head>, <o:Northwire>, <d:Orvel commissioner <p:Rolf Amund>>
Northwire | The Orvel head = Orvel commissioner Rolf Amund

<d:A top Orvel official>, <d:Orvel commissioner <p:Rolf Amund>>
A top Orvel official = Orvel commissioner Rolf Amund

<d:A regional governor>, <d:Governor <p:Rolf Amund>>
A regional governor = Governor Rolf Amund

<d:A Orvel official>, <d:Orvel commissioner <p:Rolf Amund>>
A Orvel official | Orvel commissioner Rolf Amund

<d:A top Orvel official>, <d:Skerra commissioner <p:Rolf Amund>>
A top Orvel official | Skerra commissioner Rolf Amund

<d:A regional governor>, <d:Governor <p:Rolf Amund>>, <d:Governor <p:Ana Ruel>>
A regional governor | Governor Rolf Amund | Governor Ana Ruel
"""


@pytest.mark.parametrize(("sources", "actors"), rows(SOURCES))
def test_who_is_named_below_what_he_is(sources, actors):
    assert shown(said(sources)) == actors
