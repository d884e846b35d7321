"""Whether a fact check tells that something was never said."""

import pytest

from sayso.resolve.acts.verdicts import unsaid
from tests.notation import one

NEVER = {
    "a verdict below": "Claim: {S:Ruel} {C:said} {T:it had fallen}.¶Verdict: False. It stands.",
    "a verdict in the line": "CLAIM: {S:Ruel} {C:said} {T:it fell}. THE FACTS: False. It stands.",
    "headings": "Claim¶{S:Ruel} {C:said} {T:it had fallen}.¶Verdict¶This claim is entirely fake.",
    "no record": "A card quotes {S:Ruel} {C:as saying}: {T:“It fell.”} There is no record of Ruel "
    "saying this.",
    "never": "The clip shows {S:Ruel} {C:saying} {T:that it fell}. In fact, Ruel never said so.",
    "a fake": "A video has {S:Ruel} {C:say} {T:that it fell}.¶The video is a fake, made in May.",
    "no such thing": "A post has {S:Ruel} {C:saying} {T:it fell}. Ms Ruel said no such thing.",
}
STANDS = {
    "true": "Claim: {S:Ruel} {C:said} {T:it had fallen}.¶Verdict: True. She did.",
    "half": "Claim: {S:Ruel} {C:said} {T:it had fallen}.¶Verdict: Partly false.",
    "no claim": "{S:Ruel} {C:said} {T:it had fallen}.¶Verdict: False.",
    "below the verdict": "Claim: It fell.¶Verdict: False. {S:Ruel} {C:said} {T:it stands}.",
    "another's word": "A clip shows {S:Ruel} {C:saying} {T:it fell}. The clip is fake, Tarn said.",
    "again": "In a video {S:Ruel} {C:said} {T:it would hold}. She never said so again.",
    "that it": "In a post {S:Ruel} {C:said} {T:it holds}. She never said that it was safe.",
    "untrue": "In a post {S:Ruel} {C:said} {T:it holds}. That was wrong.",
    "nothing goes round": "{S:Ruel} {C:said} {T:it holds}. Tarn never said that.",
    "what goes round": "{S:A clip} {C:shows} {T:Ruel saying it fell}. Ruel never said that.",
}


@pytest.mark.parametrize("marked", NEVER.values(), ids=NEVER.keys())
def test_a_fact_check_tells_that_it_was_never_said(marked):
    article, statement = one(marked.replace("¶", "\n\n"))
    assert unsaid(article.text, statement)


@pytest.mark.parametrize("marked", STANDS.values(), ids=STANDS.keys())
def test_elsewhere_it_stands(marked):
    article, statement = one(marked.replace("¶", "\n\n"))
    assert unsaid(article.text, statement) == ""
