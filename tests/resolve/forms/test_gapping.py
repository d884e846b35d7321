"""What a sentence tells without its verb is a statement of whoever it names there."""

import pytest

from sayso.records import UNREAD
from sayso.resolve.forms.gapping import with_gaps
from tests.notation import read

# A marked sentence | who says what in it
TABLE = """
{S1:Ruel} {C1:called} {T1:it “a gift”}; Tarn, “a trap”. | Ruel: it “a gift”; Tarn: “a trap”
{S:Ruel} {C:called} {T:it “a”, and the envoy, Bo Tarn, “b”}. | Ruel: it “a”; the envoy, Bo Tarn: “b”
{S1:Ruel} {C1:called} {T1:it “a gift”}, and Tarn said “no”. | Ruel: it “a gift”
{S1:Ruel} {C1:said} {T1:“it is a gift”}; Tarn, “a trap”. | Ruel: “it is a gift”
{S1:Ruel} {C1:called} {T1:it “a gift”}. Tarn, “the Otter”. | Ruel: it “a gift”
{S:Ruel} {C:said} {T:it fell; the rebels, that it stood}. | Ruel: it fell; the rebels: that it stood
{S:Ruel} {C:said} {T:it fell; and Bo Tarn that it stood}. | Ruel: it fell; Bo Tarn: that it stood
{S:Ruel} {C:said} {T:it fell and groups that stood}. | Ruel: it fell and groups that stood
{S:Ruel} {C:said} {T:no}; the Red Cross, that it fell. | Ruel: no; the Red Cross: that it fell
{S:Ruel} {C:told} {T:Tarn it fell and Bo that it stood}. | Ruel: Tarn it fell and Bo that it stood
{S:Ruel} {C:said} {T:it fell; on Tuesday, that it stood}. | Ruel: it fell; on Tuesday, that it stood
{S:Ruel} {C:said} {T:it fell and that it stood}. | Ruel: it fell and that it stood
"""


@pytest.mark.parametrize("line", TABLE.strip().splitlines())
def test_what_a_sentence_tells_without_its_verb(line):
    marked, wanted = line.split(" | ")
    article, annotation = read(marked)
    pairs = with_gaps(article.text, article.id, [(s, UNREAD) for s in annotation.statements])
    shown = [
        f"{s.source[0].of(article.text)}: {' / '.join(c.of(article.text) for c in s.content)}"
        for s, _ in pairs
    ]
    assert "; ".join(shown) == wanted
