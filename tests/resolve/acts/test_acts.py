"""What statements do: a table of examples, hard negations, conditions, odd inputs."""

from collections import Counter
from random import Random

import pytest

from sayso.records import ACTS, MODALITIES, Act, Article, Reading, Span, Statement
from sayso.resolve.acts import cue_lexicon as cues
from sayso.resolve.acts.acts import act

MARKS = {"{": "source", "[": "cue", "<": "content"}
ENDS = "}]>"


def marked(sentence: str) -> tuple[Article, Statement]:
    """Return the article and statement of `{source} [cue] <content>`; every part may be absent."""
    text, spans, opened = "", {"source": [], "cue": [], "content": []}, {}
    for sign in sentence:
        if sign in MARKS:
            opened[MARKS[sign]] = len(text)
        elif sign in ENDS:
            role = list(MARKS.values())[ENDS.index(sign)]
            spans[role].append(Span(opened.pop(role), len(text)))
        else:
            text += sign
    parts = [tuple(spans[role]) for role in ("source", "cue", "content")]
    quoted = all(text[span.start] in "“\"'" for span in parts[2])
    return Article(text, "x"), Statement("st", "direct" if quoted else "indirect", 1.0, *parts, "")


def decided(sentence: str) -> Act:
    return act(*marked(sentence))


def conditions(sentence: str) -> list[str]:
    article, statement = marked(sentence)
    return [span.of(article.text) for span in act(article, statement).condition]


TABLE = """
asserts pos | {Tove Lindqvar} [said] <the bridge was open>
asserts pos | [According to] {the Observer Mission}, <the convoy left on Monday>
asserts pos | {The ministry} [added] <that the road had been repaired>
asserts pos | {Velmark}[:] <Trains run again>
asserts pos | <“The bread is late,”> {she} [told] us
asserts pos | <“We have two canisters left.”>
asserts pos | {The mission} [announced] <the discovery of a tomb near Hadrov>
asserts pos | {The embassy} [warned] <that the road was icy>
asserts pos | {The paper} [called] <the minister a patient man>
asserts pos | {Dunov} [was adamant] <that the vote had been fair>
asserts neg | {The Mission} [said] <it had drawn no conclusion about the cause>
asserts neg | {The captain} [said] <his men no longer returned fire>
asserts neg | {The figures} [show] <that the harvest did not fail>
denies neg | {Velmark} [denied] <that its envoy had crossed the river>
denies neg | {Ostrania} [issued a denial of] <the report>
denies neg | {The governor} [said] <it is not true that the lists exist>
denies neg | {The governor} [said] <the report was fabricated>
denies neg | <“There was no drone,”> {Edda Morn} [told] reporters
denies neg | {A spokesman} [said] <that no threat had been made>
denies neg | {Krey} [pleaded not guilty to] <the charge>
denies neg | {Morn} [called] <the story a lie>
denies neg | {Stavin} [says] <there is no evidence of a second blast>
denies neg | <“It never happened,”> [said] {the sergeant}
denies neg | <“I never signed anything,”> {Askel} [said]
denies neg | {Velmark} [said] <it had nothing to do with the fire>
rejects neg | {Torvesk} [rejected] <claims that it had moved the border posts>
rejects neg | {Velmark} [dismissed] <the plan as baseless>
rejects neg | {The Citadel} [brushed aside] <the criticism>
rejects neg | {Sarnholt} [waved away] <the idea of a second vote>
rejects neg | {Quintel} [disputed] <the wording>
rejects neg | {Halvard} [called] <the count worthless>
rejects neg | {The union} [is opposed to] <the treaty>
rejects neg | {Farmers} [came out against] <the canal>
rejects neg | {Elmarch} [does not support] <the draft>
rejects neg | {He} [said] <the allegations were groundless>
confirms pos | {Corvane} [confirmed] <that both sides had written>
confirms pos | {The museum} [verified] <the date of the coin>
confirms pos | {The office} [gave confirmation of] <the visit>
confirms pos | <“Yes, the paper is genuine,”> [said] {Quintel}
confirms neg | {The port} [confirmed] <that no ship had left>
concedes pos | {Tarsova} [conceded] <that the draft was fair>
concedes pos | {The minister} [acknowledged] <a delay>
concedes pos | {The mayor} [owned up to] <the mistake>
concedes pos | <“I was wrong about the bridge,”> [said] {Velikan}
concedes pos | {The general} [did not deny] <that shells had fallen on Hadrov>
concedes pos | {Stavin} [grudgingly admitted] <the loss of two posts>
demands pos | {Velmark} [demanded] <that every soldier leave Karsk>
demands pos | {Krey} [called on] <the minister to resign>
demands pos | {Pensioners} [called for] <higher pensions>
demands pos | {The council} [urged] <both armies to withdraw>
demands pos | {She} [asked] <him for the photographs>
demands pos | {She} [asked] <the paper to print a correction>
demands pos | {Krey} [said] <Askel must resign>
demands pos | {Soldiers} [told] her <to fill the bathtub>
demands pos | {Teachers} [marched to demand] <more pay>
demands pos | <“Get out of our town!”> [shouted] {a man}
demands neg | {The diplomat} [asked] <not to be named>
demands neg | {The mayor} [urged] <residents not to cross the bridge>
proposes pos | {Corvane} [proposed] <a ceasefire of ten days>
proposes pos | {Quintel} [put forward a proposal for] <joint patrols>
proposes pos | {He} [recommended] <that the bridge be closed>
proposes pos | {The envoy} [suggested] <holding the talks in Port Almis>
proposes pos | <“Let us meet in May,”> [wrote] {the envoy}
proposes pos | {The clerk} [floated] <the idea of a later vote>
offers pos | {Ostrania} [offered] <to exchange prisoners>
offers pos | {Dunov} [said] <Ostrania is ready to meet Velmark any day>
offers pos | {Corvane} [is willing] <to host the talks>
offers pos | <“Our door is open,”> {Dunov} [said]
offers pos | {The bishop} [volunteered] <to carry the letter>
offers pos | {He} [said] <he was open to talks>
refuses neg | {Velmark} [refused] <to sign the paper>
refuses neg | {Halvard} [said] <she would never sign it>
refuses neg | {The government} [said] <it will not recognise the border>
refuses neg | {Askel} [is unwilling] <to meet Dunov>
refuses neg | {Tarsova} [ruled out] <foreign observers>
refuses neg | <“We will not give up one village,”> [said] {Krey}
refuses neg | {Her office} [declined] <to endorse the plan>
refuses neg | {Skerra} [denied] <a request for passage>
refuses pos | {The general} [refused] <to rule out a new offensive>
promises pos | {The town hall} [promised] <water carts by Wednesday>
promises pos | {Velmark} [vowed] <to rebuild the station>
promises pos | {The ministry} [pledged] <40 million crowns for Hadrov>
promises pos | {Halvard} [swore] <that the families would go home>
promises pos | {Halvard} [said] <she would rebuild the bridge>
promises pos | <“We will pay every family,”> {the governor} [said]
promises pos | {The railway} [announced] <that it will reopen the line in June>
promises pos | {The minister} [announced] <his resignation>
promises pos | {Elmarch} [reiterated its commitment] <to the treaty>
promises neg | {Krey} [promised] <not to raise the bread tax>
threatens pos | {Tarsova} [threatened] <to close the crossings>
threatens pos | {The army} [vowed] <revenge for the raid>
threatens pos | {Morn} [said] <Ostrania would pay a high price>
threatens pos | {The general} [warned] <that trespassers would be shot>
threatens pos | <“We will strike back,”> {Brenik} [said]
threatens pos | {The Citadel} [warned of] <consequences>
accuses pos | {Velmark} [accused] <Ostrania of shelling a school>
accuses pos | {Stavin} [blamed] <Velmark for the fire>
accuses pos | {Sarnholt} [pointed the finger at] <the Citadel>
accuses pos | {Morn} [said] <Ostrania was responsible for the blast>
accuses pos | {The lawyer} [alleged] <that the lists were forged>
accuses pos | {The council} [said] <Torvesk had violated the truce>
criticises pos | {Stoll} [criticised] <the lack of buses>
criticises pos | {Farmers} [slammed] <the tax>
criticises pos | {The paper} [hit out at] <the minister>
criticises pos | {Krey} [lambasted] <the budget>
criticises pos | {Bishops} [condemned] <the raid on Ilvany>
criticises pos | {Halvard} [called] <the speech disgraceful>
criticises pos | <“This budget is a disgrace,”> {Krey} [said]
criticises pos | {Miners} [complained about] <the soup>
supports pos | {Elmarch} [welcomed] <the ceasefire>
supports pos | {Citizens} [rallied in support of] <the governor>
supports pos | {Skerra} [stands by] <Velmark>
supports pos | {Ness} [threw his weight behind] <the plan>
supports pos | {The union} [endorsed] <Bastian Krey>
supports pos | <“We stand with Velmark,”> {Ness} [said]
supports pos | {Ness} [praised] <the rescuers>
asks pos | {He} [asked] <why the photographs were missing>
asks pos | {Velikan} [wondered] <whether the train would come>
asks pos | {The clerk} [wanted to know] <who had the key>
asks pos | <“Who leaked it?”> [said] {Valdin}
asks pos | {The court} [requested] <two more files>
asks pos | {Readers} [raised questions about] <the count>
declines pos | {The Citadel} [declined to comment on] <the report>
declines pos | {He} [refused to say] <who had paid>
declines pos | {He} [would not say] <whether the plan had been approved>
declines pos | {The bank} [has yet to comment on] <the loss>
declines pos | {The ministry} [would neither confirm nor deny] <this>
declines pos | {The Citadel} [did not respond to] <a request for comment>
declines pos | {The envoy} [refused] <to elaborate>
declines pos | {Dunov} [said] <he had nothing to add>
declines pos | {The mayor} [remained silent on] <the matter>
believes pos | {Tessel} [believes] <that the poll is sound>
believes pos | {Oskarin} [is of the opinion] <that the talks came late>
believes pos | {Diplomats} [are convinced] <that a deal is near>
believes pos | {Karanin} [fears] <a long winter>
believes pos | <“I think the bridge will hold,”> {she} [said]
believes neg | {Half of them} [do not believe] <that Karsk will be returned>
believes neg | {The pilot} [doubted] <the report>
believes neg | <“I don't believe a word,”> {Morn} [said]
wants pos | {Quintel} [hopes] <to have a text by Sunday>
wants pos | {The miners} [want] <a pause>
wants pos | {The city} [is keen] <to keep the fair>
wants pos | {Ruel} [said] <she would rather wait>
wants pos | {Skerra} [plans] <to open a school>
wants neg | {She} [did not want] <the letter to be read>
other pos | {Halvard} [thanked] <the rescuers>
other pos | {Ness} [congratulated] <the winner>
other pos | {The king} [expressed condolences to] <the families>
other pos | <“Our thoughts are with the families,”> {Halvard} [said]
other pos | {The mayor} [apologised for] <the delay>
"""
ROWS = [tuple(line.split(" | ", 1)) for line in TABLE.strip().splitlines()]


@pytest.mark.parametrize(("label", "sentence"), ROWS, ids=[row[1] for row in ROWS])
def test_act_and_polarity(label, sentence):
    found = decided(sentence)
    assert f"{found.name} {found.polarity}" == label, found.why
    assert found.why.endswith(".")


def test_the_table_holds_every_act():
    counts = Counter(label.split()[0] for label, _ in ROWS)
    assert set(counts) == set(ACTS)
    assert min(counts.values()) >= 4
    assert len(ROWS) >= 150


NOT_NEGATIVE = [
    "{Stoll} [criticised] <the lack of trust>",
    "{Morn} [said] <there is no doubt that the lorry came from Torvesk>",
    "{Morn} [said] <the lorry not only stopped but turned>",
    "{Oskarin} [said] <the soup was better late than never>",
    "{Velmark} [accused] <Ostrania of not paying>",
    "{The paper} [said] <people who had no water queued at the market>",
    "{Lindqvar} [said] <the talks went on, although nobody had slept>",
    "{Krey} [said] <no matter the weather, the fair opens>",
]


@pytest.mark.parametrize("sentence", NOT_NEGATIVE)
def test_merely_negative_words_leave_the_polarity(sentence):
    assert decided(sentence).polarity == "pos"


HEDGES = [
    ("possible", "{Karanin} [said] <the truce might fail>"),
    ("possible", "{Karanin} [said] <the truce may fail>"),
    ("possible", "{The expert} [said] <the cause was probably a spark>"),
    ("possible", "{The expert} [suggested] <that a spark was the cause>"),
    ("possible", "{She} [suspects] <a fraud>"),
    ("possible", "{The army} [could not rule out] <a strike from the air>"),
    ("certain", "{The guard} [said] <shots could be heard until three>"),
    ("certain", "{Halvard} [said] <the vote was held in May 2031>"),
    ("certain", "{The poll} [suggests] <that half the town is tired>"),
    ("certain", "{He} [asked] <if the road was open>"),
    ("certain", "{He} [said] <nobody knows if the road is open>"),
    ("certain", "{He} [said] <it looked as if the roof had gone>"),
]


@pytest.mark.parametrize(("modality", "sentence"), HEDGES)
def test_modality(modality, sentence):
    assert decided(sentence).modality == modality


CONDITIONS = [
    ("offers", ["if Kyl accepts the line"],
     "{Dunov} [said] <he was open to talks if Kyl accepts the line>"),
    ("threatens", ["unless the guns fall silent"],
     "{Brenik} [said] <the army will advance and take the hill unless the guns fall silent>"),
    ("offers", ["provided that the north kept out of it"],
     "{Tarsova} [offered] <a joint inquiry, provided that the north kept out of it>"),
    ("asserts", ["If the rain stops"], "<“If the rain stops, the road is open,”> {she} [said]"),
    ("threatens", ["Should a single drone cross the Velna again"],
     "<Should a single drone cross the Velna again>, {he} [said], <the village will be destroyed>"),
    ("threatens", ["if the talks fail"],
     "{Tarsova} [threatened] <to close the crossings if the talks fail>"),
    ("demands", ["if he has no answer"], "{Krey} [said] <Askel should resign if he has no answer>"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "words", "sentence"), CONDITIONS)
def test_condition(name, words, sentence):
    found = decided(sentence)
    assert (found.name, found.modality) == (name, "conditional"), found.why
    assert conditions(sentence) == words


UNSEEN = [
    ("criticises", "{Krey} [lambaste] <the budget>", "critizised"),
    ("rejects", "{Krey} [x] <the budget>", "repudiations of"),
    ("supports", "{Krey} [x] <the budget>", "re-endorses"),
    ("denies", "{Krey} [x] <the budget>", "denyed"),
    ("demands", "{Krey} [x] <the budget>", "insistences on"),
]


@pytest.mark.parametrize(("name", "sentence", "cue"), UNSEEN)
def test_unseen_cues(name, sentence, cue):
    start = sentence.index("[")
    shown = sentence[: start + 1] + cue + sentence[sentence.index("]") :]
    assert decided(shown).name == name


@pytest.mark.parametrize("cue", ["glorped", "flurmed with", "…", "42", "—", "zzzz zzzz", "\ud800"])
def test_unknown_cues_assert(cue):
    found = decided(f"{{Krey}} [{cue}] <the bread is late>")
    assert (found.name, found.polarity, found.modality) == ("asserts", "pos", "certain")


ODD = ["", "?", ".", "“", "İİİ if ıııı", "if", "unless", "no", "not not not", "\x00\x1e\x1e",
       "\ud800", "🙂 if 🙂, 🙂", "If, if, if, if", "x" * 5000, "that " * 500, "we will " * 200,
       "a, " * 900, "no " * 900, "he would " * 300]  # fmt: skip


@pytest.mark.parametrize("content", ODD, ids=range(len(ODD)))
@pytest.mark.parametrize("cue", ["said", "", "called", "announced", "refused"])
def test_odd_contents(content, cue):
    text = f"{cue} {content}x"
    spans = (Span(0, len(cue)),) if cue else ()
    content_span = (Span(len(cue) + 1, len(text)),)
    statement = Statement("st", "indirect", 1.0, (), spans, content_span, "")
    found = act(Article(text, "x"), statement)
    assert found.name in ACTS
    assert all(len(cue) < a < b <= len(text) for a, b in found.condition)


def test_any_words():
    known = [word for entries in cues.lexicon().values() for e in entries for word in e.words]
    dice = Random(3)
    for _ in range(300):
        cue = " ".join(dice.choices(known, k=dice.randint(1, 6)))
        content = " ".join(dice.choices([*known, "if", "not", "we", "will", ",", "“"], k=9))
        text = f"{cue} {content}"
        spans = (Span(0, len(cue)),), (Span(len(cue) + 1, len(text)),)
        statement = Statement("st", "indirect", 1.0, (), *spans, "")
        found = act(Article(text, "x"), statement)
        assert found == act(Article(text, "x"), statement)
        assert found.name in ACTS
        assert found.polarity in {"pos", "neg"}
        assert found.modality in {"certain", "possible", "conditional"}
        assert (found.modality == "conditional") == bool(found.condition)


def test_the_lexicon_is_sound():
    entries = [e for same_head in cues.lexicon().values() for e in same_head]
    assert len({e.words for e in entries}) == len(entries) >= 600
    for entry in entries:
        assert entry.act in ACTS
        assert entry.polarity in {"pos", "neg"}
        assert entry.modality in {"certain", "possible"}
        assert entry.words[0] != "*" != entry.words[-1]


def reading(name: str, chance: float, negative: float = 0.0, modality: str = "certain") -> Reading:
    """Return a reading that gives `chance` to an act, the rest to all others alike."""
    rest = (1 - chance) / (len(ACTS) - 1)
    acts = tuple(chance if each == name else rest for each in ACTS)
    modalities = tuple(0.98 if each == modality else 0.01 for each in MODALITIES)
    return Reading(acts, negative, modalities, Span(0, 4))


def decided_with(sentence: str, given: Reading) -> Act:
    article, statement = marked(sentence)
    return act(article, statement, given)


@pytest.mark.parametrize(
    ("sentence", "given", "expected"),
    [
        # A neutral cue leaves the act to the encoder, a plain one outweighs its doubts.
        ("{Dunov} [said] <the plan was a gift to the rich>", ("criticises", 0.8), "criticises"),
        ("{Dunov} [denied] <that the plan was a gift>", ("criticises", 0.2), "denies"),
        ("{Dunov} [denied] <that the plan was a gift>", ("rejects", 0.999), "rejects"),
    ],
)
def test_rules_and_encoder_decide_together(sentence, given, expected):
    assert decided_with(sentence, reading(*given)).name == expected


def test_the_reason_of_the_encoder_names_its_most_telling_word():
    found = decided_with("{Dunov} [said] <the plan was a gift>", reading("criticises", 0.9))
    assert "“Duno”" in found.why
    assert "90%" in found.why


def test_what_always_negates_is_negative_whatever_is_read():
    found = decided_with("{Dunov} [denied] <the report>", reading("denies", 0.9, negative=0.01))
    assert found.polarity == "neg"


def test_a_negation_that_only_the_encoder_sees():
    given = reading("asserts", 0.9, negative=0.99)
    assert decided_with("{Dunov} [said] <the pact was a dead letter>", given).polarity == "neg"


def test_a_condition_needs_words_that_set_it():
    given = reading("asserts", 0.9, modality="conditional")
    found = decided_with("{Dunov} [said] <the pact would hold>", given)
    assert found.modality != "conditional"
    assert not found.condition
