"""Who speaks: pronouns, statements on paper, quotations without a source."""

import pytest

from tests.notation import read
from tests.resolve.who_is_who import who_is_who

# Each text, and below it who speaks in each statement, with the score.
TABLE = """
{T1:“Who fell?”}¶{T2:“Forty,”} {C2:said} {S2:<p:Ana Ruel>}.¶{T3:“Who drowned?”}¶{T4:“Three.”}
nobody 0.0 | Ana Ruel 0.92 | nobody 0.0 | Ana Ruel 0.7

{T1:“A,”} {C1:said} {S1:<p:Bo Tarn>}. {T2:“B,”} {C2:said} {S2:<p:Ana Ruel>}. {T3:“C.”} {T4:“D.”}
Bo Tarn 0.92 | Ana Ruel 0.92 | nobody 0.0 | nobody 0.0

{S1:No group} {C1:claimed} {T1:the attack}. {S2:Nobody} {C2:said} {T2:so}.
nobody 0.0 | nobody 0.0

{S1:None of the parties} {C1:said} {T1:so}. {S2:<o:No 10>} {C2:said} {T2:so}.
nobody 0.0 | No 10 0.92

{S1:<=:Everyone>} {C1:said} {T1:so}. {S2:<=:Someone>} {C2:said} {T2:no}.
nobody 0.0 | Someone 0.87

<p:Ana Ruel> was there. How many <d:patients> have you seen?¶{T:“Forty.”}
nobody 0.0

<p:RUEL>: {T1:It is open.}¶<d:MODERATOR>: {T2:Thank you.}¶<p:RUEL>: {T3:It is.}
RUEL 0.92 | MODERATOR 0.55 | RUEL 0.92

{T1:“It is over,”} {C1:said} {S1:<d:the general>}. {S2:<p:Tarn>} {C2:denied} {T2:it}.
the general 0.55 | Tarn 0.92

{S1:<p:Ana Ruel>} {C1:praised} {T1:the deal}. {S2:<d:The judge>} {C2:said} {T2:it was void}.
Ana Ruel 0.92 | The judge 0.55

<p:Bo Hess>, the army spokesman, left. {S:<d:The navy spokesman>} {C:said} {T:yes}.
The navy spokesman 0.55

<p:Bo Hess>, the <o:League> envoy, left. {S:<d:Our envoy to the <o:League>>} {C:said} {T:so}.
Our envoy to the League 0.87

{S1:<b:Its army>} {C1:said} {T1:no}. {S2:<b:The <g:German> army>} {C2:said} {T2:yes}.
Its army 0.87 | The German army 0.87

{S1:<d:The top diplomat>} {C1:said} {T1:no}. {S2:Foreign Minister <p:Ana Ruel>} {C2:said} {T2:yes}.
Ana Ruel 0.9 | Ana Ruel 0.92

{S:<b:<p:Nurses> without Limits>} {C:said} {T:it was shut}.
Nurses without Limits 0.92

{T1:“The road is open,”} {S1:<p:Ana Ruel>} {C1:said}. {T2:“We repaired it.”}
Ana Ruel 0.92 | Ana Ruel 0.85

{S1:<p:Ana Ruel>} {C1:said} {T1:the road was open}.¶{T2:“We repaired it.”}
Ana Ruel 0.92 | Ana Ruel 0.6

{C1:According to} {S1:<p:Ana Ruel>}, {T1:the road was open}.¶It rained. {T2:“We repaired it.”}
Ana Ruel 0.92 | nobody 0.0

{T1:“It is over,”} {S1:<p:Ana Ruel>} {C1:said}.¶Tarn was blunt. {T2:“It is not.”}
Ana Ruel 0.92 | nobody 0.0

{S1:<p:Ana Ruel>} {C1:said} {T1:it was open}.¶<=:She> smiled at the rain. {T2:“We did it.”}
Ana Ruel 0.92 | Ana Ruel 0.6

{T1:“It is mine,”} {S1:<p:Ana Ruel>} {C1:said}.¶{T2:“Soup?”} {T3:“Always.”}
Ana Ruel 0.92 | nobody 0.0 | nobody 0.0

{T1:“No,”} {S1:<p:Tarn>} {C1:said}. {T2:“Yes,”} {S2:<p:Ana>} {C2:said}.¶Tarn smiled. {T3:“No.”}
Tarn 0.92 | Ana 0.92 | Tarn 0.6

{T1:“Alone?”} {C1:asked} the judge, <p:Bo Tarn>.¶{T2:“With my door.”}
nobody 0.0 | nobody 0.0

{C1:According to} {S1:<p:Ana Ruel>}, {T1:it was open}.¶It rained.¶It rained. {T2:“We did it.”}
Ana Ruel 0.92 | nobody 0.0

{S1:<p:Ana Ruel>} {C1:said} {T1:it was open}. The rain fell on <p:Bo Tarn>. {T2:“We did it.”}
Ana Ruel 0.92 | nobody 0.0

{T1:“It is open,”} {S1:<p:Ana Ruel>} {C1:told} <p:Norrpress> by letter. {T2:“Ask the army.”}
Ana Ruel 0.92 | Ana Ruel 0.85

{T1:“It is open,”} {S1:<p:Ana Ruel>} {C1:told} the <p:Lantern>. {T2:“We did it.”}
Ana Ruel 0.92 | Ana Ruel 0.85

{T1:“It is open,”} {S1:<p:Ana Ruel>} {C1:told} us, and <p:Bo Tarn> rose to answer. {T2:“It is not.”}
Ana Ruel 0.92 | nobody 0.0

{S1:<p:Ana Ruel>} {C1:said} {T1:the road was open}.¶<p:Bo Tarn> watched. {T2:“We repaired it.”}
Ana Ruel 0.92 | Bo Tarn 0.6

<p:Bo Tarn> watched. {T1:“We repaired it.”}
Bo Tarn 0.6

<p:Bo Tarn> watched <p:Ana Ruel>. {T1:“We repaired it.”}
nobody 0.0

From the desk of <p:Ana Ruel>, mayor of Karsk:¶{T1:“We repaired it.”}
Ana Ruel 0.6

Asked about it, this was the answer of <p:Ana Ruel>: {T1:“We repaired it.”}
Ana Ruel 0.6

<p:Bo Tarn> made the following statement before the talks with <p:Ana Ruel>:¶{T1:“We repaired it.”}
Bo Tarn 0.6

It rained. {T1:“We repaired it.”}
nobody 0.0

{T1:“The road is open.”} {T2:“We repaired it,”} {S2:<p:Ana Ruel>} {C2:said}.
nobody 0.0 | Ana Ruel 0.92

{T1:“The road is open.”} The crowd cheered. {S2:<p:Ana Ruel>} {C2:called} {T2:it “a lie”}.
nobody 0.0 | Ana Ruel 0.92

{S1:<p:Ana Ruel>} {C1:said} {T1:it was open}. <o:The Union> was blunt. {T2:“It never was.”}
Ana Ruel 0.92 | The Union 0.6

It was simple for <p:Bo Tarn>. For <p:Ana Ruel>, it is simple: {T1:“Heat or eat.”}
Ana Ruel 0.6

{T1:“Are you well?”} {C1:asked} {S1:<p:Ana Ruel>}.¶{T2:“No.”}
Ana Ruel 0.92 | nobody 0.0

{T1:“I am,”} {S1:<p:Ana Ruel>} {C1:said}.¶{T2:“Are you?”}¶{T3:“No,”} {S3:<p:Bo Tarn>} {C3:said}.
Ana Ruel 0.92 | nobody 0.0 | Bo Tarn 0.92

{T1:“So?”} {C1:said} {S1:<p:Ana Ruel>}. {T2:“I go.”} {T3:“Then go.”}
Ana Ruel 0.92 | Ana Ruel 0.85 | nobody 0.0

<p:Bo Tarn> watched. {T1:“Peace,”} read one banner.
nobody 0.0

{T1:“The road is open.”} {T2:“We repaired it,”} {S2:<p:Ana Ruel>} {C2:added}.
Ana Ruel 0.85 | Ana Ruel 0.92

{T1:“The road is open.”} <p:Bo Tarn> smiled. {T2:“We did it,”} {S2:<p:Ana Ruel>} {C2:said}.
nobody 0.0 | Ana Ruel 0.92

{T1:“The road is open.”} <p:Bo Tarn> smiled. {T2:“We did it,”} {S2:<p:Ana Ruel>} {C2:added}.
Ana Ruel 0.85 | Ana Ruel 0.92

{T1:“The road is open.”}¶{T2:“We repaired it,”} {S2:<p:Ana Ruel>} {C2:said}.
nobody 0.0 | Ana Ruel 0.92

{S1:<p:Ana Ruel>} {C1:said} {T1:“{S2:I} {C2:believe} {T2:the road is open}”}.
Ana Ruel 0.92

{S1:I} {C1:believe} {T1:the road is open}.
nobody 0.0

{S1:<p:Ana Ruel>, {S2:who} {C2:denied} {T2:it},} {C1:said} {T1:so}.
Ana Ruel 0.92 | Ana Ruel 0.85

It was late. {S1:Who} {C1:said} {T1:so}?
nobody 0.0

{S1:<p:Ana Ruel>} {C1:spoke} {T1:of rain}. {S2:The statement} {C2:said} {T2:it was late}.
Ana Ruel 0.92 | Ana Ruel 0.7

{S1:The statement} {C1:said} {T1:it was late}.
The statement 0.45

{S1:<p:Ana Ruel> and <p:Bo Tarn>} {C1:said} {T1:“It is late.”} {T2:“We go.”}
Ana Ruel + Bo Tarn 0.8464 | Ana Ruel + Bo Tarn 0.85

{S1:<p:Ana Ruel>} {C1:said} {T1:it was open}. {T2:We repaired it, every stone of it.}
Ana Ruel 0.92 | Ana Ruel 0.85

{C1:Reportedly} {T1:the road is open}.
nobody 0.0

{S1:He} {C1:said} {T1:so}.
nobody 0.0

{S1:<p:Ana Ruel>} {C1:said} {T1:so}. {S2:Many} {C2:doubt} {T2:it}.
Ana Ruel 0.92 | Many 0.87

{T1:“The road is open,”} {C1:reported} {S1:<o:Northwire Agency>}. It rained.
nobody 0.0
"""


def rows(table):
    return [tuple(block.split("\n")) for block in table.strip().split("\n\n")]


def speaking(marked):
    """Return the article and who speaks in each of its statements."""
    article, annotation = read(marked.replace("¶", "\n\n"))
    return article, who_is_who(article, annotation).speakers


@pytest.mark.parametrize(("marked", "wanted"), rows(TABLE))
def test_who_speaks(marked, wanted):
    article, speakers = speaking(marked)
    shown = []
    for each in speakers:
        names = [c.name or c.references[0].span.of(article.text) for c in each.clusters]
        shown.append(f"{' + '.join(names) or 'nobody'} {each.score}")
    assert " | ".join(shown) == wanted


@pytest.mark.parametrize(("marked", "_"), rows(TABLE))
def test_every_speaker_has_a_reason(marked, _):
    _, speakers = speaking(marked)
    assert all(each.why.endswith(".") for each in speakers)


def test_reasons():
    text = (
        "{T1:“It is late,”} {S1:<p:Ana Ruel>} {C1:said}. {T2:“We go.”} {S3:She} {C3:said} {T3:no}."
    )
    _, (named, alone, pronoun) = speaking(text)
    assert named.why == "“Ana Ruel”: named “Ana Ruel” here."
    assert alone.why == "A quotation on its own: it follows words of Ana Ruel."
    assert pronoun.why == "“She”: the nearest who fits is Ana Ruel."


def test_no_statements_no_speakers():
    assert speaking("<p:Ana Ruel> left.")[1] == []
