"""Another owner, side, office or rank: whoever has one is never the one described."""

import pytest

from tests.notation import read
from tests.resolve.who_is_who import who_is_who

# Each text, and below it who speaks in each statement.
TABLE = """
{S1:<b:<p:Tarn>'s office>} {C1:said} {T1:no}. {S2:<b:<p:Ruel>'s office>} {C2:said} {T2:yes}.
Tarn's office | Ruel's office

{S1:<b:Skerra's army>} {C1:said} {T1:no}. {S2:<b:The Velmark army>} {C2:said} {T2:yes}.
Skerra's army | The Velmark army

{S1:<b:Skerra's army>} {C1:said} {T1:no}. {S2:<b:The Skerran army>} {C2:said} {T2:yes}.
Skerra's army | Skerra's army

{S1:<b:The army>} {C1:said} {T1:no}. {S2:<b:The rival army>} {C2:said} {T2:yes}.
The army | The rival army

{S1:<d:The man's lawyer>} {C1:said} {T1:no}. {S2:<d:The victims' lawyer>} {C2:said} {T2:yes}.
The man's lawyer | The victims' lawyer

{S1:Minister <p:Ana Ruel>} {C1:said} {T1:no}. {S2:<d:The former minister>} {C2:said} {T2:yes}.
Ana Ruel | The former minister

{S1:Minister <p:Ana Ruel>} {C1:said} {T1:no}. {S2:<d:The ex-minister>} {C2:said} {T2:yes}.
Ana Ruel | The ex-minister

{S1:Former minister <p:Ana Ruel>} {C1:said} {T1:no}. {S2:<d:The minister>} {C2:said} {T2:yes}.
Ana Ruel | Ana Ruel

{S1:Minister <p:Ana Ruel>} {C1:said} {T1:no}. {S2:<d:The minister>} {C2:said} {T2:yes}.
Ana Ruel | Ana Ruel

President <p:Ana Ruel> spoke. {S:<d:The rebel leader>} {C:said} {T:it rained}.
The rebel leader

President <p:Ana Ruel> spoke. {S:<d:The leader>} {C:said} {T:it rained}.
Ana Ruel

President <p:Ana Ruel> spoke. {S:<d:The leader>} {C:accused} Ruel {T:of lying}.
The leader

President <p:Ana Ruel> spoke. {S:<d:The leader>} {C:said} {T:the president lied}.
The leader

President <p:Donald Trump> spoke. {S:<d:Iran's president>} {C:said} {T:it rained}.
Iran's president

<p:Emmanuel Macron> met <p:Ana Ruel>. {S:<d:The French president>} {C:said} {T:it rained}.
Emmanuel Macron

The <o:Valley Guard> left. <p:Ana Ruel> stayed. {S:<d:The Guard>} {C:said} {T:it rained}.
Valley Guard

<p:Ruel> and <p:Tarn> met. {S1:The latter} {C1:said} {T1:no}. {S2:The former} {C2:said} {T2:yes}.
Tarn | Ruel

<p:Bo Tarn> left. <p:Ana Tarn> stayed. {S:<p:Tarn>} {C:said} {T:he was tired}.
Bo Tarn

{S1:The brother of the mayor} {C1:said} {T1:no}. {S2:<d:Skerra's <p:Ana Ruel>>} {C2:said} {T2:yes}.
The brother of the mayor | Ana Ruel

Poland's <p:Ana Ruel> spoke. {S:<d:The Peruvian minister>} {C:said} {T:it rained}.
The Peruvian minister

Deputy minister <p:Ana Ruel> spoke. {S:<d:The minister>} {C:said} {T:it rained}.
The minister

Mayor <p:Ana Ruel> resigned. {S:<d:The new mayor>} {C:said} {T:it rained}.
The new mayor

Mayor <p:Ana Ruel> spoke. {S:<d:The new mayor>} {C:said} {T:it rained}.
Ana Ruel

Mayor <p:Ana Ruel> was late. {S:<d:The new mayor>} {C:said} {T:it rained}.
Ana Ruel

{S1:A spokesman for the front, <p:Bo Tarn>,} {C1:said} {T1:no}. {S2:<p:Tarn>} {C2:said} {T2:yes}.
Bo Tarn | Bo Tarn

{S:A spokesman, not <p:Bo Tarn>,} {C:said} {T:it rained}.
A spokesman, not Bo Tarn

{S:Gen. (ret.) <p:Ana Ruel>} {C:said} {T:it rained}.
Ana Ruel

{S1:A letter about <p:Bo Tarn>} {C1:said} {T1:no}. {S2:A poll released Friday} {C2:said} {T2:yes}.
A letter about Bo Tarn | A poll released Friday

{S1:<l:France>'s government} {C1:said} {T1:no}. {S2:<l:Paris>} {C2:said} {T2:yes}.
Government of France | Government of France

Colonel <p:Imad Farsi> spoke. The envoy, <p:Ann Tarn>, sat. {T:“No,”} {S:<=:she>} {C:said}.
Ann Tarn

{T1:“Sit,”} {S1:<d:the woman>} {C1:told} <d:the driver>.¶{T2:“No,”} {S2:<=:he>} {C2:answered}.
the woman | the driver

{S1:<d:An Irish aide>} {C1:said} {T1:<d:the king> left}. {S2:<d:The Qatari king>} {C2:said} {T2:so}.
An Irish aide | The Qatari king

{S1:<d:A deckhand, <p:Ivo Gull>>,} {C1:said} {T1:no}. {S2:<d:The mayor>} {C2:said} {T2:yes}.
Ivo Gull | The mayor

{S1:Mr. <p:Ruel>} (Garth): {T1:Sit.}¶{S2:<d:The President>}: {T2:I thank you.}
Ruel | The President

{S1:Mr. <p:RUEL>}. {T1:I rise.}¶The {S2:<d:SPEAKER>}. {T2:Sit.}
RUEL | The SPEAKER

{S1:<d:A second official>} {C1:said} {T1:no}. {S2:<d:The first official>} {C2:said} {T2:yes}.
A second official | The first official

{S1:<b:A memo>} {C1:said} {T1:no}. {S2:<b:The resolution>} {C2:said} {T2:yes}.
A memo | The resolution

{T1:“You lied,”} {S1:<d:the woman>} {C1:said}.¶{T2:“No,”} {S2:<=:she>} {C2:replied}.
the woman | nobody
"""


def rows(table):
    blocks = table.strip().split("\n\n")
    return [tuple(block.rsplit("\n", 1)) for block in blocks]


@pytest.mark.parametrize(("marked", "speakers"), rows(TABLE))
def test_who_is_somebody_else_is_out(marked, speakers):
    who = who_is_who(*read(marked.replace("¶", "\n")))
    names = {actor.id: actor.name for actor in who.actors}
    said = [[names[who.ids[c.number]] for c in each.clusters] for each in who.speakers]
    assert " | ".join(" and ".join(each) or "nobody" for each in said) == speakers
