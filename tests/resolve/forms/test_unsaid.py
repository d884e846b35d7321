"""Sources that say nothing, though they are read so."""

import pytest

from sayso.resolve.forms.unsaid import is_unsaid
from tests.notation import one

TABLE = """
yes | {S:Delegates} {C:had been refused} {T:access to the camp}.
yes | {S:The men} {C:were repeatedly denied} {T:water}.
no  | {T:The charge} {C:was denied} by {S:the mayor}.
no  | {S:The mayor} {C:had refused} {T:to sign}.
yes | It rained. Notes to {S:editors}{C::} {T:The dam was built in May}.
yes | {S:Editor's notes}{C::} {T:The dam was built in May}.
no  | {S:The editor}{C::} {T:The dam was built in May}.
yes | The best of the {S:Herald} {C:says} {T:it all}.
no  | {S:Ruel} {C:says} {T:it all fell}.
yes | “{S:Tarn} {C:calls} {T:her}.”
no  | {S:Ruel} {C:said} {T:it was over}.
no  | {T:“It is over.”}
"""


@pytest.mark.parametrize("line", TABLE.strip().splitlines())
def test_what_is_unsaid(line):
    wanted, marked = line.split("|", 1)
    article, statement = one(marked.strip())
    assert is_unsaid(article.text, statement) == (wanted.strip() == "yes")
