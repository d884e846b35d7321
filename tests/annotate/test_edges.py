"""Where a content ends: with its quotation, and behind what says who the speaker is."""

import pytest

from sayso.annotate.edges import within_marks
from sayso.annotate.statements import Parts
from tests.notation import one

# A marked statement | its content
TEXTS = [
    ("{T:The verdicts differed: “bold”}, {C:said} {S:the Post}.", "“bold”"),
    ("{T:“It is the law,” both} {C:were told by} {S:Ruel}.", "“It is the law,”"),
    ("{T:“Go,”} {S:he} {C:said}, {T:and let her pass}.", "“Go,”"),
    ("{T:“Go,”} {S:he} {C:said}, {T:then shut the gate}.", "“Go,”"),
    ("{T:“Go,”} {S:he} {C:said}, {T:before the gate shut}.", "“Go,”"),
    ("{T:“Go,”} {S:he} {C:said}, {T:but did not move}.", "“Go,”"),
    ("{T:“Go,”} {S:he} {C:said}, {T:as it rained}.", "“Go,” | as it rained"),
    ("{T:“Go,”} {S:he} {C:said}, {T:“and do not stop”}.", "“Go,” | “and do not stop”"),
    ("{T:It would go}, {S:he} {C:said}, {T:and not stop}.", "It would go | and not stop"),
    ("{S:He} {C:said} {T:one thing was clear: “We go.”}", "one thing was clear: “We go.”"),
    ("{T:The road, he said, was “open”}, {S:he} {C:said}.", "The road, he said, was “open”"),
    ("{C:According to} {S:Ana Ruel}, {T:46, a nurse and, since May, a mayor, the road is shut}.",
     "the road is shut"),
    ("{C:According to} {S:Ana Ruel}, 46, {T:a nurse from Karsk, it rains}.", "it rains"),
    ("{C:According to} {S:Ana Ruel}, {T:a nurse died, the army left}.",
     "a nurse died, the army left"),
    ("{C:According to} {S:Ana Ruel}, {T:a road from Karsk, the town, is shut}.",
     "a road from Karsk, the town, is shut"),
    ("{S:Ana Ruel} {C:said} {T:46, a number, the best, was drawn}.",
     "46, a number, the best, was drawn"),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "content"), TEXTS)
def test_content(marked, content):
    article, statement = one(marked)
    parts = Parts(statement.source, statement.cue, statement.content)
    made = within_marks(article.text, parts)
    assert " | ".join(span.of(article.text) for span in made.content) == content
    assert (made.source, made.cue) == (statement.source, statement.cue)
