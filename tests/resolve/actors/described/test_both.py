"""Two who are spoken of as two are those whom the text last named side by side."""

import pytest

from tests.notation import read
from tests.resolve.who_is_who import who_is_who

# A text, and below it who speaks in its last statement.
TABLE = """
<p:Ana Ruel> met <p:Bo Tarn>. {S:<d:Both leaders>} {C:said} {T:it rained}.
Ana Ruel, Bo Tarn

<p:Ana Ruel> spoke for long with President <p:Bo Tarn>. {S:<d:The two leaders>} {C:said} {T:so}.
Ana Ruel, Bo Tarn

<p:Ana Ruel> and <p:Bo Tarn> sat. {S:<d:The leaders>} {C:said} {T:it was wet}.
Ana Ruel, Bo Tarn

<d:Mayor <p:Ana Ruel>> and <d:Mayor <p:Bo Tarn>> sat. {S:<d:Both mayors>} {C:said} {T:so}.
Ana Ruel, Bo Tarn

<d:Mayor <p:Ana Ruel>> and <p:Bo Tarn> sat. {S:<d:Both mayors>} {C:said} {T:so}.
Both mayors

<p:Ana Ruel> and <=:her> rival, <p:Bo Tarn>, sat. {S:<d:Both leaders>} {C:said} {T:so}.
Ana Ruel, Bo Tarn

<p:Ana Ruel> slept. <p:Bo Tarn> ate. {S:<d:Both leaders>} {C:said} {T:it rained}.
Both leaders

<p:Ana Ruel> met <p:Bo Tarn>. {S:<d:The experts>} {C:said} {T:it rained}.
The experts
"""


def rows():
    return [part.split("\n") for part in TABLE.strip().split("\n\n")]


@pytest.mark.parametrize(("marked", "names"), rows())
def test_two_are_those_who_were_named_together(marked, names):
    article, annotation = read(marked)
    speaking = who_is_who(article, annotation).speakers[-1]
    said = [c.name or c.references[0].span.of(article.text) for c in speaking.clusters]
    assert said == names.split(", ")
