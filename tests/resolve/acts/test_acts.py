"""What statements do: a table of examples, hard negations, conditions, odd inputs."""

from collections import Counter
from random import Random

import pytest

from sayso.records import ACTS, MODALITIES, Act, Reading, Span
from sayso.resolve.acts import cue_lexicon
from sayso.resolve.acts.acts import act
from tests.notation import one


def decided(marked: str) -> Act:
    return act(*one(marked))


def conditions(marked: str) -> list[str]:
    article, statement = one(marked)
    return [span.of(article.text) for span in act(article, statement).condition]


TABLE = """
asserts pos | {S:Tove Lindqvar} {C:said} {T:the bridge was open}
asserts pos | {C:According to} {S:the Observer Mission}, {T:the convoy left on Monday}
asserts pos | {S:The ministry} {C:added} {T:that the road had been repaired}
asserts pos | {S:Velmark}{C::} {T:Trains run again}
asserts pos | {T:“The bread is late,”} {S:she} {C:told} us
asserts pos | {T:“We have two canisters left.”}
asserts pos | {S:The mission} {C:announced} {T:the discovery of a tomb near Hadrov}
asserts pos | {S:The embassy} {C:warned} {T:that the road was icy}
asserts pos | {S:The paper} {C:called} {T:the minister a patient man}
asserts pos | {S:Dunov} {C:was adamant} {T:that the vote had been fair}
asserts neg | {S:The Mission} {C:said} {T:it had drawn no conclusion about the cause}
asserts neg | {S:The captain} {C:said} {T:his men no longer returned fire}
asserts neg | {S:The figures} {C:show} {T:that the harvest did not fail}
denies neg | {S:Velmark} {C:denied} {T:that its envoy had crossed the river}
denies neg | {S:Ostrania} {C:issued a denial of} {T:the report}
denies neg | {S:The governor} {C:said} {T:it is not true that the lists exist}
denies neg | {S:The governor} {C:said} {T:the report was fabricated}
asserts neg | {T:“There was no drone,”} {S:Edda Morn} {C:told} reporters
asserts neg | {S:A spokesman} {C:said} {T:that no threat had been made}
denies neg | {S:Krey} {C:pleaded not guilty to} {T:the charge}
denies neg | {S:Morn} {C:called} {T:the story a lie}
denies neg | {S:Stavin} {C:says} {T:there is no evidence of a second blast}
denies neg | {T:“It never happened,”} {C:said} {S:the sergeant}
denies neg | {T:“I never signed anything,”} {S:Askel} {C:said}
denies neg | {S:Velmark} {C:said} {T:it had nothing to do with the fire}
rejects neg | {S:Torvesk} {C:rejected} {T:claims that it had moved the border posts}
rejects neg | {S:Velmark} {C:dismissed} {T:the plan as baseless}
rejects neg | {S:The Citadel} {C:brushed aside} {T:the criticism}
rejects neg | {S:Sarnholt} {C:waved away} {T:the idea of a second vote}
denies neg | {S:Quintel} {C:disputed} {T:the wording}
criticises pos | {S:Halvard} {C:called} {T:the count worthless}
rejects neg | {S:The union} {C:is opposed to} {T:the treaty}
rejects neg | {S:Farmers} {C:came out against} {T:the canal}
rejects neg | {S:Elmarch} {C:does not support} {T:the draft}
rejects neg | {S:He} {C:said} {T:the allegations were groundless}
asserts neg | {S:Morn} {C:said} {T:he was sceptical of the count}
demands pos | {T:“I think the guard must leave,”} {S:she} {C:said}
demands pos | {S:Elmarch} {C:is calling for} {T:a second count}
demands pos | {S:Stavin} {C:encouraged} {T:the farmers to stay}
criticises pos | {S:Morn's} {C:frustration with} {T:the delays}
supports pos | {S:Quintel} {C:recognised} {T:the new council}
concedes pos | {S:Quintel} {C:recognised that} {T:the count was wrong}
threatens pos | {S:Ostrania} {C:said} {T:it would impose new tolls on the canal}
threatens pos | {S:Ostrania} {C:said} {T:it was considering further sanctions on Velmark}
threatens pos | {S:Ostrania} {C:announced} {T:fresh sanctions against three ministers}
threatens pos | {S:Dunov} {C:did not rule out} {T:sanctions}
threatens pos | {S:The envoy} {C:said} {T:all options were on the table}
threatens pos | {S:Velmark} {C:said} {T:whoever broke the truce could face severe consequences}
threatens pos | {S:Velmark} {C:said} {T:its patience was running out}
confirms pos | {S:Corvane} {C:confirmed} {T:that both sides had written}
confirms pos | {S:The museum} {C:verified} {T:the date of the coin}
confirms pos | {S:The office} {C:gave confirmation of} {T:the visit}
confirms pos | {T:“Yes, the paper is genuine,”} {C:said} {S:Quintel}
confirms neg | {S:The port} {C:confirmed} {T:that no ship had left}
concedes pos | {S:Tarsova} {C:conceded} {T:that the draft was fair}
concedes pos | {S:The minister} {C:acknowledged} {T:a delay}
concedes pos | {S:The mayor} {C:owned up to} {T:the mistake}
concedes pos | {T:“I was wrong about the bridge,”} {C:said} {S:Velikan}
concedes pos | {S:The general} {C:did not deny} {T:that shells had fallen on Hadrov}
concedes pos | {S:Stavin} {C:grudgingly admitted} {T:the loss of two posts}
demands pos | {S:Velmark} {C:demanded} {T:that every soldier leave Karsk}
demands pos | {S:Krey} {C:called on} {T:the minister to resign}
demands pos | {S:Pensioners} {C:called for} {T:higher pensions}
demands pos | {S:The council} {C:urged} {T:both armies to withdraw}
demands pos | {S:She} {C:asked} {T:him for the photographs}
demands pos | {S:She} {C:asked} {T:the paper to print a correction}
demands pos | {S:Krey} {C:said} {T:Askel must resign}
demands pos | {S:Soldiers} {C:told} her {T:to fill the bathtub}
demands pos | {S:Teachers} {C:marched to demand} {T:more pay}
demands pos | {T:“Get out of our town!”} {C:shouted} {S:a man}
demands neg | {S:The diplomat} {C:asked} {T:not to be named}
demands neg | {S:The mayor} {C:urged} {T:residents not to cross the bridge}
proposes pos | {S:Corvane} {C:proposed} {T:a ceasefire of ten days}
proposes pos | {S:Quintel} {C:put forward a proposal for} {T:joint patrols}
proposes pos | {S:He} {C:recommended} {T:that the bridge be closed}
proposes pos | {S:The envoy} {C:suggested} {T:holding the talks in Port Almis}
proposes pos | {T:“Let us meet in May,”} {C:wrote} {S:the envoy}
proposes pos | {S:The clerk} {C:floated} {T:the idea of a later vote}
offers pos | {S:Ostrania} {C:offered} {T:to exchange prisoners}
offers pos | {S:Dunov} {C:said} {T:Ostrania is ready to meet Velmark any day}
offers pos | {S:Corvane} {C:is willing} {T:to host the talks}
offers pos | {T:“Our door is open,”} {S:Dunov} {C:said}
offers pos | {S:The bishop} {C:volunteered} {T:to carry the letter}
offers pos | {S:He} {C:said} {T:he was open to talks}
refuses neg | {S:Velmark} {C:refused} {T:to sign the paper}
refuses neg | {S:Halvard} {C:said} {T:she would never sign it}
refuses neg | {S:The government} {C:said} {T:it will not recognise the border}
refuses neg | {S:Askel} {C:is unwilling} {T:to meet Dunov}
refuses neg | {S:Tarsova} {C:ruled out} {T:foreign observers}
refuses neg | {T:“We will not give up one village,”} {C:said} {S:Krey}
refuses neg | {S:Her office} {C:declined} {T:to endorse the plan}
refuses neg | {S:Skerra} {C:denied} {T:a request for passage}
refuses pos | {S:The general} {C:refused} {T:to rule out a new offensive}
promises pos | {S:The town hall} {C:promised} {T:water carts by Wednesday}
promises pos | {S:Velmark} {C:vowed} {T:to rebuild the station}
promises pos | {S:The ministry} {C:pledged} {T:40 million crowns for Hadrov}
promises pos | {S:Halvard} {C:swore} {T:that the families would go home}
promises pos | {S:Halvard} {C:said} {T:she would rebuild the bridge}
promises pos | {T:“We will pay every family,”} {S:the governor} {C:said}
promises pos | {S:The railway} {C:announced} {T:that it will reopen the line in June}
promises pos | {S:The minister} {C:announced} {T:his resignation}
promises pos | {S:Elmarch} {C:reiterated its commitment} {T:to the treaty}
promises neg | {S:Krey} {C:promised} {T:not to raise the bread tax}
threatens pos | {S:Tarsova} {C:threatened} {T:to close the crossings}
threatens pos | {S:The army} {C:vowed} {T:revenge for the raid}
threatens pos | {S:Morn} {C:said} {T:Ostrania would pay a high price}
threatens pos | {S:The general} {C:warned} {T:that trespassers would be shot}
threatens pos | {T:“We will strike back,”} {S:Brenik} {C:said}
threatens pos | {S:The Citadel} {C:warned of} {T:consequences}
accuses pos | {S:Velmark} {C:accused} {T:Ostrania of shelling a school}
accuses pos | {S:Stavin} {C:blamed} {T:Velmark for the fire}
accuses pos | {S:Sarnholt} {C:pointed the finger at} {T:the Citadel}
accuses pos | {S:Morn} {C:said} {T:Ostrania was responsible for the blast}
accuses pos | {S:The lawyer} {C:alleged} {T:that the lists were forged}
accuses pos | {S:The council} {C:said} {T:Torvesk had violated the truce}
criticises pos | {S:Stoll} {C:criticised} {T:the lack of buses}
criticises pos | {S:Farmers} {C:slammed} {T:the tax}
criticises pos | {S:The paper} {C:hit out at} {T:the minister}
criticises pos | {S:Krey} {C:lambasted} {T:the budget}
criticises pos | {S:Bishops} {C:condemned} {T:the raid on Ilvany}
criticises pos | {S:Halvard} {C:called} {T:the speech disgraceful}
criticises pos | {T:“This budget is a disgrace,”} {S:Krey} {C:said}
criticises pos | {S:Miners} {C:complained about} {T:the soup}
supports pos | {S:Elmarch} {C:welcomed} {T:the ceasefire}
supports pos | {S:Citizens} {C:rallied in support of} {T:the governor}
supports pos | {S:Skerra} {C:stands by} {T:Velmark}
supports pos | {S:Ness} {C:threw his weight behind} {T:the plan}
supports pos | {S:The union} {C:endorsed} {T:Bastian Krey}
supports pos | {T:“We stand with Velmark,”} {S:Ness} {C:said}
supports pos | {S:Ness} {C:praised} {T:the rescuers}
asks pos | {S:He} {C:asked} {T:why the photographs were missing}
asks pos | {S:Velikan} {C:wondered} {T:whether the train would come}
asks pos | {S:The clerk} {C:wanted to know} {T:who had the key}
asks pos | {T:“Who leaked it?”} {C:said} {S:Valdin}
asks pos | {S:The court} {C:requested} {T:two more files}
asks pos | {S:Readers} {C:raised questions about} {T:the count}
declines pos | {S:The Citadel} {C:declined to comment on} {T:the report}
declines pos | {S:He} {C:refused to say} {T:who had paid}
declines pos | {S:He} {C:would not say} {T:whether the plan had been approved}
declines pos | {S:The bank} {C:has yet to comment on} {T:the loss}
declines pos | {S:The ministry} {C:would neither confirm nor deny} {T:this}
declines pos | {S:The Citadel} {C:did not respond to} {T:a request for comment}
declines pos | {S:The envoy} {C:refused} {T:to elaborate}
declines pos | {S:Dunov} {C:said} {T:he had nothing to add}
declines pos | {S:The mayor} {C:remained silent on} {T:the matter}
believes pos | {S:Tessel} {C:believes} {T:that the poll is sound}
believes pos | {S:Oskarin} {C:is of the opinion} {T:that the talks came late}
believes pos | {S:Diplomats} {C:are convinced} {T:that a deal is near}
believes pos | {S:Karanin} {C:fears} {T:a long winter}
asserts pos | {T:“I think the bridge will hold,”} {S:she} {C:said}
believes neg | {S:Half of them} {C:do not believe} {T:that Karsk will be returned}
believes neg | {S:The pilot} {C:doubted} {T:the report}
asserts neg | {T:“I don't believe a word,”} {S:Morn} {C:said}
wants pos | {S:Quintel} {C:hopes} {T:to have a text by Sunday}
wants pos | {S:The miners} {C:want} {T:a pause}
wants pos | {S:The city} {C:is keen} {T:to keep the fair}
wants pos | {S:Ruel} {C:said} {T:she would rather wait}
wants pos | {S:Skerra} {C:plans} {T:to open a school}
wants neg | {S:She} {C:did not want} {T:the letter to be read}
other pos | {S:Halvard} {C:thanked} {T:the rescuers}
other pos | {S:Ness} {C:congratulated} {T:the winner}
other pos | {S:The king} {C:expressed condolences to} {T:the families}
other pos | {T:“Our thoughts are with the families,”} {S:Halvard} {C:said}
other pos | {S:The mayor} {C:apologised for} {T:the delay}
"""
ROWS = [tuple(line.split(" | ", 1)) for line in TABLE.strip().splitlines()]


@pytest.mark.parametrize(("label", "sentence"), ROWS, ids=[row[1] for row in ROWS])
def test_act_and_polarity(label, sentence):
    decision = decided(sentence)
    assert f"{decision.name} {decision.polarity}" == label, decision.why
    assert decision.why.endswith(".")


def test_the_table_holds_every_act():
    counts = Counter(label.split()[0] for label, _ in ROWS)
    assert set(counts) == set(ACTS)
    assert min(counts.values()) >= 4
    assert len(ROWS) >= 150


NOT_NEGATIVE = [
    "{S:Stoll} {C:criticised} {T:the lack of trust}",
    "{S:Morn} {C:said} {T:there is no doubt that the lorry came from Torvesk}",
    "{S:Morn} {C:said} {T:the lorry not only stopped but turned}",
    "{S:Oskarin} {C:said} {T:the soup was better late than never}",
    "{S:Velmark} {C:accused} {T:Ostrania of not paying}",
    "{S:The paper} {C:said} {T:people who had no water queued at the market}",
    "{S:Lindqvar} {C:said} {T:the talks went on, although nobody had slept}",
    "{S:Krey} {C:said} {T:no matter the weather, the fair opens}",
]


@pytest.mark.parametrize("sentence", NOT_NEGATIVE)
def test_merely_negative_words_leave_the_polarity(sentence):
    assert decided(sentence).polarity == "pos"


HEDGES = [
    ("possible", "{S:Karanin} {C:said} {T:the truce might fail}"),
    ("possible", "{S:Karanin} {C:said} {T:the truce may fail}"),
    ("possible", "{S:The expert} {C:said} {T:the cause was probably a spark}"),
    ("possible", "{S:The expert} {C:suggested} {T:that a spark was the cause}"),
    ("possible", "{S:She} {C:suspects} {T:a fraud}"),
    ("possible", "{S:The army} {C:could not rule out} {T:a strike from the air}"),
    ("certain", "{S:The guard} {C:said} {T:shots could be heard until three}"),
    ("certain", "{S:Halvard} {C:said} {T:the vote was held in May 2031}"),
    ("certain", "{S:The poll} {C:suggests} {T:that half the town is tired}"),
    ("certain", "{S:He} {C:asked} {T:if the road was open}"),
    ("certain", "{S:He} {C:said} {T:nobody knows if the road is open}"),
    ("certain", "{S:He} {C:said} {T:it looked as if the roof had gone}"),
]


@pytest.mark.parametrize(("modality", "sentence"), HEDGES)
def test_modality(modality, sentence):
    assert decided(sentence).modality == modality


CONDITIONS = [
    ("offers", ["if Kyl accepts the line"],
     "{S:Dunov} {C:said} {T:he was open to talks if Kyl accepts the line}"),
    ("threatens", ["unless the guns fall silent"],
     "{S:Brenik} {C:said} {T:the army will advance and take the hill unless the guns fall silent}"),
    ("offers", ["provided that the north kept out of it"],
     "{S:Tarsova} {C:offered} {T:a joint inquiry, provided that the north kept out of it}"),
    ("asserts", ["If the rain stops"],
     "{T:“If the rain stops, the road is open,”} {S:she} {C:said}"),
    ("threatens", ["Should a single drone cross the Velna"],
     "{T:Should a single drone cross the Velna}, {S:he} {C:said}, {T:Karsk will be destroyed}"),
    ("threatens", ["if the talks fail"],
     "{S:Tarsova} {C:threatened} {T:to close the crossings if the talks fail}"),
    ("demands", ["if he has no answer"],
     "{S:Krey} {C:said} {T:Askel should resign if he has no answer}"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "words", "sentence"), CONDITIONS)
def test_condition(name, words, sentence):
    decision = decided(sentence)
    assert (decision.name, decision.modality) == (name, "conditional"), decision.why
    assert conditions(sentence) == words


UNSEEN = [
    ("criticises", "critizised"),
    ("rejects", "repudiations of"),
    ("supports", "re-endorses"),
    ("denies", "denyed"),
    ("demands", "insistences on"),
]


@pytest.mark.parametrize(("name", "cue"), UNSEEN)
def test_unseen_cues(name, cue):
    assert decided(f"{{S:Krey}} {{C:{cue}}} {{T:the budget}}").name == name


@pytest.mark.parametrize("cue", ["glorped", "flurmed with", "…", "42", "—", "zzzz zzzz", "\ud800"])
def test_unknown_cues_assert(cue):
    decision = decided(f"{{S:Krey}} {{C:{cue}}} {{T:the bread is late}}")
    assert (decision.name, decision.polarity, decision.modality) == ("asserts", "pos", "certain")


ODD = ["", "?", ".", "“", "İİİ if ıııı", "if", "unless", "no", "not not not", "\x00\x1e\x1e",
       "\ud800", "🙂 if 🙂, 🙂", "If, if, if, if", "x" * 5000, "that " * 500, "we will " * 200,
       "a, " * 900, "no " * 900, "he would " * 300]  # fmt: skip


@pytest.mark.parametrize("content", ODD, ids=range(len(ODD)))
@pytest.mark.parametrize("cue", ["said", "", "called", "announced", "refused"])
def test_odd_contents(content, cue):
    article, statement = one(f"{{C:{cue}}} {{T:{content}x}}")
    decision = act(article, statement)
    assert decision.name in ACTS
    assert all(statement.content[0].holds(span) for span in decision.condition)


def test_any_words():
    known = [
        word for entries in cue_lexicon.lexicon().values() for e in entries for word in e.words
    ]
    dice = Random(3)
    for _ in range(300):
        cue = " ".join(dice.choices(known, k=dice.randint(1, 6)))
        content = " ".join(dice.choices([*known, "if", "not", "we", "will", ",", "“"], k=9))
        marked = f"{{C:{cue}}} {{T:{content}}}"
        decision = decided(marked)
        assert decision == decided(marked)
        assert decision.name in ACTS
        assert decision.polarity in {"pos", "neg"}
        assert decision.modality in {"certain", "possible", "conditional"}
        assert (decision.modality == "conditional") == bool(decision.condition)


def reading(name: str, chance: float, negative: float = 0.0, modality: str = "certain") -> Reading:
    """Return a reading that gives `chance` to an act, the rest to all others alike."""
    rest = (1 - chance) / (len(ACTS) - 1)
    acts = tuple(chance if each == name else rest for each in ACTS)
    modalities = tuple(0.98 if each == modality else 0.01 for each in MODALITIES)
    return Reading(acts, negative, modalities, Span(0, 4))


def decided_with(marked: str, given: Reading) -> Act:
    return act(*one(marked), given)


@pytest.mark.parametrize(
    ("sentence", "given", "expected"),
    [
        # A neutral cue leaves the act to the encoder, a plain one outweighs its doubts.
        (
            "{S:Dunov} {C:said} {T:the plan was a gift}",
            ("criticises", 0.8),
            "criticises",
        ),
        ("{S:Dunov} {C:denied} {T:that the plan was a gift}", ("criticises", 0.2), "denies"),
        ("{S:Dunov} {C:denied} {T:that the plan was a gift}", ("rejects", 0.999), "rejects"),
    ],
)
def test_rules_and_encoder_decide_together(sentence, given, expected):
    assert decided_with(sentence, reading(*given)).name == expected


NEEDED = [
    ("{S:Doum} {C:said} {T:it would take the wounded}", "threatens", "promises"),
    ("{S:Doum} {C:said} {T:it would strike the port}", "threatens", "threatens"),
    ('{S:Ana} {C:called} {T:the report "credible"}', "denies", "asserts"),
    ("{S:Ana} {C:said} {T:the report was a lie}", "denies", "denies"),
    ("{S:Ana} {C:said} {T:the timing was premature}", "rejects", "criticises"),
    ("{S:Ana} {C:said} {T:the plan was not for her}", "rejects", "rejects"),
]


@pytest.mark.parametrize(("sentence", "read", "expected"), NEEDED)
def test_the_encoder_needs_a_word_of_some_acts(sentence, read, expected):
    assert decided_with(sentence, reading(read, 0.9)).name == expected


def test_the_reason_of_the_encoder_names_its_most_telling_word():
    decision = decided_with(
        "{S:Dunov} {C:said} {T:the plan was a gift}", reading("criticises", 0.9)
    )
    assert "“Duno”" in decision.why
    assert "90%" in decision.why


def test_what_always_negates_is_negative_whatever_is_read():
    decision = decided_with(
        "{S:Dunov} {C:denied} {T:the report}", reading("denies", 0.9, negative=0.01)
    )
    assert decision.polarity == "neg"


def test_a_negation_that_only_the_encoder_sees():
    given = reading("asserts", 0.9, negative=0.99)
    assert (
        decided_with("{S:Dunov} {C:said} {T:the pact was a dead letter}", given).polarity == "neg"
    )


def test_a_condition_needs_words_that_set_it():
    given = reading("asserts", 0.9, modality="conditional")
    decision = decided_with("{S:Dunov} {C:said} {T:the pact would hold}", given)
    assert decision.modality != "conditional"
    assert not decision.condition
