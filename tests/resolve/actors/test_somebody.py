"""Sources that only tell that it is one of several are actors of their own."""

import pytest

from tests.notation import read
from tests.resolve.who_is_who import who_is_who

# Each text, and below it who speaks in each statement.
TABLE = """
{T1:“We lost the roof,”} {C1:said} {S1:<d:one farmer>}. {T2:“So did I,”} {C2:said} {S2:another}.
one farmer | another

{S1:<d:Two guards>} {C1:said} {T1:so}. {S2:One} {C2:said} {T2:no}. {S3:Others} {C3:said} {T3:yes}.
Two guards | One | Others

{S1:<d:One of them>} {C1:said} {T1:so}. {S2:<d:The other>} {C2:said} {T2:no}.
One of them | The other

{S:<p:Ana Ruel>} {C:said} {T:{S2:one} {C2:said} {T2:so}}.
Ana Ruel

<d:An aide> left. <d:The aide> sang. {S1:One} {C1:said} {T1:so}. {S2:<d:A judge>} {C2:said} {T2:no}.
One | A judge

{S:One} {C:would say} {T:that it fell}.
nobody

{T1:Shut}, {C1:according to} {S1:<b:the port authority>}; {T2:open}, {C2:according to} {S2:<b:the
navy>}.
the port authority | the navy
"""


def rows():
    blocks = (block.rsplit("\n", 1) for block in TABLE.strip().split("\n\n"))
    return [(marked.replace("\n", " "), speaking) for marked, speaking in blocks]


@pytest.mark.parametrize(("marked", "expected"), rows())
def test_one_of_several_is_somebody(marked, expected):
    who = who_is_who(*read(marked))
    names = {actor.id: actor.name for actor in who.actors}
    speaking = [
        " and ".join(names[who.ids[c.number]] for c in each.clusters) or "nobody"
        for each in who.speakers
    ]
    assert " | ".join(speaking) == expected
