"""Who was asked is who answers, and whom the question means by a pronoun."""

import pytest

from tests.notation import read
from tests.resolve.who_is_who import who_is_who

# Each text, and whom its last pronoun stands for, with why.
TABLE = """
<p:Bo Hess> sat. <p:Al Tarn> left. <p:Hess> was asked if <=:he> knew.¶{T:“No,”} {S:<=:he>} {C:said}.
Bo Hess was asked just before

<p:Al Tarn> left. Asked about <p:Tarn>, <p:Bo Hess> laughed.¶{T:“No,”} {S:<=:he>} {C:said}.
Bo Hess was asked just before

<p:Al Tarn> left. <p:Bo Hess> was later asked whether {S:<=:he>} {C:believed} {T:it was over}.
Bo Hess was asked just before

<p:Bo Hess> was asked about it. <p:Ana Ruel> left.¶{T:“No,”} {S:<=:she>} {C:said}.
the nearest who fits is Ana Ruel
"""


@pytest.mark.parametrize("pair", TABLE.strip().split("\n\n"))
def test_who_was_asked(pair):
    marked, why = pair.split("\n")
    article, annotation = read(marked)
    choices = who_is_who(article, annotation).entities.choices
    assert choices[annotation.statements[-1].source[0]].why == why
