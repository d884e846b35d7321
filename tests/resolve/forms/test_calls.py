"""Calls by telephone say nothing; names that somebody is called do."""

import pytest

from sayso.resolve.forms.calls import is_call
from tests.notation import one

TABLE = """
yes | {S:The mayor} {C:called} {T:the leaders of Skerra about the attacks}.
yes | {S:Ruel} {C:phoned} {T:the families after the flood}.
yes | {S:Ruel} {C:called} {T:her brother in Skelby late on Friday about the house}.
yes | {S:Ruel} {C:called} Bo Tarn over {T:the loan}.
yes | {S:Ruel} {C:called} {T:her}.
yes | {S:They} {C:phoned} {T:nobody}.
no  | {S:Ruel} {C:called} {T:it}.
no  | {S:Ruel} {C:called} {T:the mayor a liar}.
no  | {S:Ruel} {C:called} {T:the mayor a liar about the money}.
no  | {S:Ruel} {C:called} {T:the deal before the council a trap}.
no  | {S:Ruel} {C:called for} {T:the release of the men after the flood}.
no  | {T:“A trap about nothing,”} {S:Ruel} {C:called} it.
"""


@pytest.mark.parametrize("line", TABLE.strip().splitlines())
def test_what_is_a_call(line):
    wanted, marked = line.split("|", 1)
    article, statement = one(marked.strip())
    assert is_call(article.text, statement) == (wanted.strip() == "yes")
