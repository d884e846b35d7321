"""Introductions: the roles that the words around a person's name tell."""

import pytest

from tests.notation import read
from tests.resolve.who_is_who import who_is_who

# A text | the roles of the one person in it
TEXTS = """
Governor <p:Lidia Oram> left. | Governor
It was foreign minister <p:Karel Dvorn>. | foreign minister
They met <p:Mira Kestel>, the minister of Ostrania, on Friday. | the minister of Ostrania
They met the president of Kessar, <p:Olav Strand>, on Friday. | the president of Kessar
They met <p:Mira Kestel>, the aide to Mr. Brandt, on Friday. | the aide to Mr. Brandt
They met the lawyer of Mr. Brandt, <p:Mira Kestel>, on Friday. | the lawyer of Mr. Brandt
Minister of Health Dr. <p:Tomas Weill> left. | Minister of Health
Army spokesman Maj. <p:Theo Brandt> left. | Army spokesman Maj.
General <p:Sadou Kerime>, who leads the rebels, left. | General; who leads the rebels
For <p:Lidia Oram>, the minister said, it was late. |
Said <p:Lidia Oram>, the army had left. |
They sent soldiers. <p:Karel> was glad. |
They sent Gen. <p:Karel Dvorn>. | Gen.
"""


@pytest.mark.parametrize("line", TEXTS.strip().splitlines())
def test_roles_around_a_name(line):
    marked, wanted = line.split("|")
    article, annotation = read(marked.strip())
    clusters = who_is_who(article, annotation).entities.clusters
    (person,) = [c for c in clusters if c.type == "person" and c.names]
    roles = [role.text for reference in person.references for role in reference.roles]
    assert "; ".join(roles) == wanted.strip()
