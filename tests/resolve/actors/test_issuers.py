"""Papers speak for whoever issued them, where the text tells that."""

import pytest

from tests.notation import read
from tests.resolve.who_is_who import who_is_who

# A text, and below it who speaks in its last statement.
TABLE = """
{S:<b:<o:Lantern>'s report>} {C:says} {T:it rains}.
Lantern

{S:<b:A study by <o:Lantern>>} {C:says} {T:it rains}.
Lantern

{S:<b:A study by <b:the rights group> <o:Lantern>>} {C:says} {T:it rains}.
Lantern

{S:<b:A statement>} issued by <o:Lantern> {C:said} {T:it rained}.
Lantern

{S:<b:A recent <o:OIG> report>} {C:says} {T:it rains}.
OIG

<o:Lantern> released <b:a report> on Monday. {S:<b:The report>} {C:says} {T:it rains}.
Lantern

<p:Ana Ruel> sent <b:a letter>. It was long. {S:<b:The letter>} {C:says} {T:it rains}.
Ana Ruel

Friends of <p:Ana Ruel> sent <b:a letter>. It was long. {S:<b:The letter>} {C:says} {T:it rains}.
a letter

<o:Lantern> closed. {S:<b:A report>} {C:says} {T:it rains}.
A report

{S:<b:A letter from <o:Lantern> members>} {C:says} {T:it rains}.
A letter from Lantern members

{S1:<p:Ana Ruel>} {C1:said} in a letter {T1:it rained}. {S:<b:The letter>} {C:says} {T:so}.
Ana Ruel

<o:Lantern> has passed a long resolution. {S:<b:The resolution>} {C:says} {T:it rains}.
Lantern

{S:<b:A report from <o:Lantern>'s <p:Bo Tarn>>} {C:says} {T:it rains}.
Bo Tarn
"""


def rows():
    return [part.split("\n") for part in TABLE.strip().split("\n\n")]


@pytest.mark.parametrize(("marked", "speaker"), rows())
def test_who_speaks_through_a_paper(marked, speaker):
    article, annotation = read(marked)
    speaking = who_is_who(article, annotation).speakers[-1]
    names = [c.name or c.references[0].span.of(article.text) for c in speaking.clusters]
    assert names == [speaker]
