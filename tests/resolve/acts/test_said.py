"""Whether it was said: by words around a statement, and by what the encoder reads."""

import pytest

from sayso.english.tables import rows
from sayso.records import SAID, Reading
from sayso.resolve.acts.acts import act
from sayso.resolve.acts.said import said
from tests.notation import one

TABLE = """
no    | {S:No group} {C:has claimed} {T:responsibility for the raid}.
no    | {S:Nobody} {C:has said} {T:who gave the order}.
no    | {S:Neither Ostrania nor Velmark} {C:said} {T:where the talks would be}.
no    | {S:Ruel} {C:did not say} {T:whether the bridge was open}.
no    | {S:Ruel} {C:didn’t mention} {T:the bridge}.
no    | {S:The ministry} {C:has yet to confirm} {T:the figure}.
no    | {S:The ministry} {C:never said} {T:that the road was open}.
no    | {S:The harbour office} {C:gave no} {T:details}.
no    | There is no record of {S:Ruel} {C:saying} {T:that the bridge was open}.
no    | It is not true that {S:Ruel} {C:said} {T:the bridge was open}.
no    | Posts falsely claimed that {S:Ruel} {C:said} {T:the bridge was open}.
no    | The aide said no {S:ministers} {C:had asked} {T:whether the bridge was open}.
no    | {S:Ruel} {C:said nothing} {T:about the bridge}.
no    | {S:The aide} {C:did not} {T:elaborate}.
no    | {S:The aide} {C:was not available} {T:to comment}.
no    | {S:The aide} {C:would not say} {T:who had closed the bridge}.
no    | {S:Ruel} {C:expressed no} {T:regret for it}.
no    | No longer does {S:the navy} {C:claim} {T:that the strait is clear}.
no    | {S:An earlier version of this article} {C:said} {T:that Ruel had resigned}.
no    | Ruel said no such thing, nor did {S:she} {C:say} {T:that the bridge was open}.
no    | Correction: A previous headline on this story said {S:Ruel} {C:called} {T:it a bridge}.
no    | Editor's note: In May we reported that {S:Ruel} {C:had told} {T:friends that it fell}.
no    | This story has been corrected. {S:It} {C:originally said} {T:that Ruel had gone}.
no    | (This version removes a reference to {S:Ruel} {C:saying} {T:that it fell}.)
no    | {S:Ruel} {C:was falsely quoted as saying} {T:that the bridge was open}.
no    | {S:Ruel} {C:was wrongly reported to have said} {T:that the bridge was open}.
no    | It is a myth that {S:Ruel} {C:promised} {T:to open the bridge}.
no    | A clip falsely shows {S:Ruel} {C:saying} {T:that the bridge was open}.
no    | {S:Ruel} {C:wrongly appeared to say} {T:that the bridge was open}.
if    | “It is open,” Ruel will say, according to excerpts. {T:“It is safe.”}
if    | “It is open,” Ruel will say, according to a draft.¶¶“It is safe.”¶¶{T:“It is ours.”}
yes   | “It is open,” Ruel said, according to Tarn. {T:“It is safe.”}
if    | Imagine that {S:Ruel} {C:had stood up and said}: {T:“It was us.”}
if    | Picture the minister at the desk. {T:“It was us,”} {S:he} {C:says}.
yes   | Picture a town without water. {T:“It was us,”} {S:Ruel} {C:said}.
yes   | Picture the minister at the desk. It rained. {T:“It was us,”} {S:he} {C:says}.
if    | A letter in which {S:Ruel} {C:supposedly called} {T:it a gift}, he said, was forged.
yes   | {S:They} {C:were} {T:supposedly angry}.
yes   | {S:Ruel} {C:gave no evidence for} {T:his claim that the bridge was open}.
no    | 14:20 GMT Correction: We reported that {S:Ruel} {C:had said} {T:that it fell}.
if    | {S:Ruel} {C:plans to tell} {T:the council that the bridge is open}.
if    | {S:Ruel} {C:was to tell} {T:the council that the bridge is open}.
yes   | {S:Ruel} {C:plans} {T:to open the bridge}.
yes   | {S:Ruel} {C:said} {T:she was falsely accused}.
yes   | Correction: We misquoted Ruel. {S:She} {C:said} {T:it was open}.
yes   | This story has been corrected. It was wrong; {S:Ruel} {C:said} {T:that it was open}.
yes   | {S:The ministry} {C:originally said} {T:that twelve had died}.
no    | {S:This article} {C:originally stated} {T:that Ruel had resigned}.
no    | An earlier version of this story misquoted {S:Ruel} {C:as saying} {T:that it was dead}.
yes   | {S:An earlier report} {C:said} {T:that the bridge was open}.
yes   | {S:An earlier version of the bill} {C:said} {T:that the bridge was open}.
no    | Instead of {C:saying} {T:that it was mined}, Ruel laughed.
no    | Ruel denied ever {C:saying} {T:the bridge was open}.
no    | Ruel denied on Monday that {S:he} {C:had said} {T:that the bridge was open}.
no    | There was {C:no immediate claim of} {T:responsibility for the raid}.
no    | There is {C:nothing to suggest} {T:that the bridge is open}.
no    | The ministry dismissed reports that {S:Ruel} {C:had said} {T:the bridge was open}.
no    | The ministry rejected as fake a report that {S:Ruel} {C:had said} {T:it was open}.
no    | The ministry called fake a post that {S:Ruel} {C:had said} {T:it was open}.
no    | The claim that {S:Ruel} {C:said} {T:it was open} is also false.
if    | {S:The minister} {C:ought to admit} {T:that the bridge was open}.
if    | {S:The minister} {C:has to tell} {T:the council who closed the bridge}.
yes   | {S:I} {C:must say} {T:that the bridge was a beauty}.
yes   | {S:The minister} {C:had to admit} {T:that the bridge was open}.
yes   | {S:Ruel} {C:would say only} {T:that the bridge was open}.
yes   | {S:Ruel} {C:would say} only {T:that the bridge was open}.
yes   | {S:The aide} {C:will only say} {T:that the bridge was open}.
no    | A doctored clip shows {S:Ruel} {C:saying} {T:that the bridge was open}.
no    | The claim that {S:Ruel} {C:said} {T:the bridge was open} is false.
no    | The quote in which {S:Ruel} {C:said} {T:“it is open” was made up}, Tarn said.
yes   | {S:Ruel} {C:said} {T:“it is open” was made up}.
no    | Reports that {S:Ruel} {C:called} {T:it a bridge} turned out to be fabricated.
no    | A forged letter in which {S:Ruel} {C:promises} {T:to resign} was shared in May.
no    | {S:Ruel} {C:said} {T:nothing}.
yes   | {S:Ruel} {C:said} {T:nothing was open}.
yes   | {S:Ruel} {C:said} {T:the claim that the bridge was open} is false.
yes   | The claim that {S:Ruel} {C:made} {T:that it was open} was heard in May.
asked | They want to find out if {S:Ruel} {C:had said} {T:that the bridge was open}.
if    | Ruel’s friends, {S:who} {C:will say} {T:that the bridge was open}, are many.
if    | If {S:Ruel} {C:says} {T:the bridge is open}, the lorries will go.
if    | Had {S:Ruel} {C:said} {T:the bridge was open}, they would have gone.
if    | {S:Ruel} {C:could have said} {T:that the bridge was open}.
if    | {S:Ruel} {C:is expected to announce} {T:that the bridge is open}.
if    | {S:Ruel} {C:is slated to tell} {T:the council that the bridge is open}.
if    | {S:Ruel} {C:will tell} the council {T:that the bridge is open}.
asked | Did {S:Ruel} {C:say} {T:that the bridge was open}? Nobody knows.
asked | Has {S:the ministry} ever {C:confirmed} {T:the figure}? It has not.
asked | Asked whether {S:Ruel} {C:had said} {T:that the bridge was open}, they laughed.
asked | {C:Did} {S:Ruel} {C:say} {T:that the bridge was open}? Nobody knows.
yes   | Why did {S:Ruel} {C:say} {T:that the bridge was open}?
yes   | If {S:Ruel} follows through with {C:threats} {T:to close the bridge}, it will rust.
yes   | {S:Inspectors} {C:found no evidence that} {T:the bridge was open}.
yes   | {S:The palace} {C:would neither confirm nor deny} {T:an offer}.
yes   | {C:It goes without saying that} {T:the bridge is open}.
yes   | No one crossed it who had. {S:Ruel} {C:said} {T:the bridge was open}.
yes   | {S:Ruel} {C:would prefer} {T:a bridge that is open}.
yes   | {S:Ruel} {C:does not believe} {T:that the bridge is open}.
yes   | “No,” {S:Ruel} {C:said}, {T:the bridge was open.}
yes   | {S:Ruel} {C:denied} {T:that it had closed the bridge}.
yes   | {S:Ruel} {C:said} {T:that nobody had crossed the bridge}.
yes   | {T:If the rain goes on the bridge will fall}, {S:Ruel} {C:said}.
yes   | {S:Ruel} {C:denied} {T:that the bridge was open}.
yes   | {S:Ruel} {C:declined} {T:to comment}.
yes   | {S:Ruel} {C:said} {T:in May that the bridge might fall}.
yes   | No one was hurt; {S:Ruel} {C:said} {T:the bridge was open}.
yes   | Asked if the bridge was open, {S:Ruel} {C:said} {T:it was not}.
yes   | {T:“Did you cross the bridge?”} {S:Ruel} {C:asked}.
yes   | {C:According to} {S:no fewer than three drivers}, {T:the bridge was open}.
"""
CASES = [tuple(part.strip() for part in line.split(" | ")) for line in TABLE.strip().splitlines()]


@pytest.mark.parametrize(("expected", "marked"), CASES)
def test_words_tell_whether_it_was_said(expected, marked):
    decided, why = said(*one(marked))
    assert decided == expected
    assert bool(why) == (expected != "yes")


def read(chance, of):
    """Return a reading that gives a chance to one of `SAID`, the rest to all others alike."""
    rest = (1 - chance) / (len(SAID) - 1)
    return Reading(said=tuple(chance if each == of else rest for each in SAID))


def test_the_encoder_finds_what_no_rule_knows():
    marked = "{S:Ruel} {C:held back from saying} {T:that the bridge was open}."
    assert said(*one(marked))[0] == "yes"
    decided, why = said(*one(marked), read(0.99, "no"))
    assert (decided, why) == ("no", "the words around it tell that it was not said")


def test_a_rule_outweighs_the_encoder_where_that_is_unsure():
    marked = "{S:Ruel} {C:did not say} {T:whether the bridge was open}."
    assert said(*one(marked), read(0.7, "yes"))[0] == "no"


def test_what_is_withdrawn_or_empty_needs_no_encoder():
    marked = "The claim that {S:Ruel} {C:said} {T:it was open} is false."
    assert said(*one(marked), read(0.99, "yes"))[0] == "no"
    assert said(*one("{S:Ruel} {C:said} {T:nothing}."), read(0.99, "yes"))[0] == "no"


def test_what_a_fact_check_refutes_was_not_said():
    marked = "Claim: {S:Ruel} {C:said} {T:the bridge was open}.\n\nVerdict: False."
    assert said(*one(marked), read(0.99, "yes")) == (
        "no", "“verdict: false” tells that it was not said",
    )  # fmt: skip


def test_what_was_not_said_keeps_the_act_of_its_words():
    untold = act(*one("{S:The ministry} {C:did not confirm} {T:the figure}."))
    assert (untold.name, untold.said) == ("confirms", "no")
    assert "“not confirm” tells that it was not said" in untold.why


def test_every_rule_knows_its_example():
    assert {row["said"] for row in rows("said.csv")} == set(SAID)
    assert all("[" in row["example"] for row in rows("said.csv"))
