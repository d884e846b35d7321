"""Who is said to hold, to have lost or to claim a place."""

from dataclasses import replace

import pytest

from sayso.link.positions.control import holdings
from sayso.records import (
    Act,
    Actor,
    Article,
    Location,
    ModelInfo,
    Moment,
    Place,
    Provenance,
    Record,
    Span,
    Timex,
)
from tests.notation import read

MODEL = ModelInfo("tests", "1")
DAY = Moment("2031-03-14", "2031-03-14", "day")


def record(marked: str, place: str, *, said: str = "yes", polarity: str = "pos") -> Record:
    """Return a record of marked text with one place, whose statements Ana Ruel makes."""
    article, annotation = read(marked)
    start = article.text.index(place)
    mention = Span(start, start + len(place))
    count = len(annotation.statements)
    ana = Actor("a1", "Ana Ruel", "person", (), (), "", None, "")
    dated = Article(article.text, "test", published=DAY, publisher="Northwire")
    when = article.text.find("May")
    time = Timex(Span(when, when + 3), "DATE", "2030-05", "2030-05-01", "2030-05-31", "")
    return Record(
        dated,
        annotation.statements,
        (Act("asserts", polarity, "certain", (), "", said),) * count,
        (Provenance(("a1",), 0.9, (), "", None, None, "", ""),) * count,
        (ana,),
        (Place(mention, "literal", Location(name=place), 0.9, ""),),
        (time,) * (when >= 0),
        MODEL,
    )


HOLDINGS = [
    ("Ostranian forces have captured the town of Hadrov.", ("holds", "Ostranian forces", "pos")),
    ("Hadrov fell to the Ostranian army on Monday.", ("holds", "the Ostranian army", "pos")),
    ("Ostrania does not control Hadrov.", ("holds", "Ostrania", "neg")),
    ("Hadrov is in government hands.", ("holds", "government", "pos")),
    ("Hadrov remains in rebel hands, and quiet.", ("holds", "rebel", "pos")),
    ("Hadrov was in the hands of the rebels.", ("holds", "the rebels", "pos")),
    ("Fighters have captured the river town of Hadrov.", ("holds", "Fighters", "pos")),
    ("Ostrania has administered Hadrov for a century.", ("holds", "Ostrania", "pos")),
    ("{S:Ana} {C:said} {T:Hadrov belongs to us}.", ("claims", "Ana Ruel", "pos")),
    ("Hadrov is in the hands of Velmark, and quiet.", ("holds", "Velmark", "pos")),
    ("In Ostrania-held Hadrov, shops opened.", ("holds", "Ostrania", "pos")),
    ("The rebels last month lost Hadrov.", ("lost", "The rebels", "pos")),
    ("The army on Monday recaptured Hadrov.", ("holds", "The army", "pos")),
    ("The League, which seized Hadrov in spring, is divided.", ("holds", "The League", "pos")),
    ("The militia that controls Hadrov closed the road.", ("holds", "The militia", "pos")),
    ("Hadrov fell under the control of the League.", ("holds", "the League", "pos")),
    ("The League never took control of Hadrov.", ("holds", "The League", "neg")),
    ("The troops who had fled Hadrov came back.", ("lost", "The troops", "pos")),
    ("Ostrania largely controls Hadrov.", ("holds", "Ostrania", "pos")),
    ("Ostrania sent its troops and annexed Hadrov.", ("claims", "Ostrania", "pos")),
    ("The rebels no longer control Hadrov.", ("lost", "The rebels", "pos")),
    ("Its troops withdrew from Hadrov in May.", ("lost", "Its troops", "pos")),
    ("Velmark claims the whole of Hadrov.", ("claims", "Velmark", "pos")),
    ("Hadrov belongs to Velmark.", ("claims", "Velmark", "pos")),
    ("{S:Ana} {C:said} {T:Hadrov stays ours}.", ("claims", "Ana Ruel", "pos")),
    ("{S:Ana} {C:said} {T:Hadrov is in our hands}.", ("holds", "Ana Ruel", "pos")),
    ("{S:Ana} {C:said} {T:Hadrov is firmly in our hands}.", ("holds", "Ana Ruel", "pos")),
    ("Hadrov remained under the full control of Velmark.", ("holds", "Velmark", "pos")),
    ("Its marines hold the north cape of Hadrov.", ("holds", "Its marines", "pos")),
    ("{S:Ana} {C:said} {T:they had lost control of Hadrov}.", ("lost", "Ana Ruel", "pos")),
    ("Hadrov is under rebel control.", ("holds", "rebel", "pos")),
    ("Hadrov has been in the hands of the League since then.", ("holds", "the League", "pos")),
    ("The League remains in control of Hadrov.", ("holds", "The League", "pos")),
    ("Fighters have taken the tiny hamlet of Hadrov.", ("holds", "Fighters", "pos")),
    ("Velmark's claim to Hadrov rests on a map.", ("claims", "Velmark", "pos")),
    ("Quiet returned to Hadrov, which Velmark had never held.", ("holds", "Velmark", "neg")),
    ("Velmark forces did not take Hadrov.", ("holds", "Velmark forces", "neg")),
    ("Skerran troops haven't taken Hadrov.", ("holds", "Skerran troops", "neg")),
    ("Skerra isn't in control of Hadrov.", ("holds", "Skerra", "neg")),
    ("Hadrov is not in Skerran hands.", ("holds", "Skerran", "neg")),
    ("Hadrov has never been under Skerran control.", ("holds", "Skerran", "neg")),
    ("Hadrov had not fallen to the Skerran army.", ("holds", "the Skerran army", "neg")),
    ("No Skerran troops hold Hadrov.", ("holds", "Skerran troops", "neg")),
    ("None of the armies controls Hadrov.", ("holds", "the armies", "neg")),
    ("It is not true that Skerra holds Hadrov.", ("holds", "Skerra", "neg")),
    ("Reports that Hadrov fell to Skerra are false.", ("holds", "Skerra", "neg")),
    ("Hadrov is no longer held by Skerra.", ("lost", "Skerra", "pos")),
    ("Hadrov has always belonged to Skerra.", ("claims", "Skerra", "pos")),
    ("Hadrov is Skerran, and quiet.", ("claims", "Skerran", "pos")),
    ("Hadrov was never Skerran land.", ("claims", "Skerran", "neg")),
    ("{S:Ana} {C:said} {T:Hadrov has always been ours}.", ("claims", "Ana Ruel", "pos")),
]


def test_a_clause_about_the_place_tells_of_another_than_the_sentence():
    claims, holds = sorted(
        holdings(record("Velmark claims Hadrov, which Ostrania holds.", "Hadrov"), [0]),
        key=lambda each: each.kind,
    )
    assert (claims.holder, claims.kind) == ("Velmark", "claims")
    assert (holds.holder, holds.kind) == ("Ostrania", "holds")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The army has held Hadrov since the treaty of May.", ""),
        ("The army has held Hadrov since the May treaty.", ""),
        ("The army has held Hadrov since the massacre on May.", ""),
        ("The army claims Hadrov by a map of May.", ""),
        ("The army has held Hadrov since the end of May.", "2030-05-01"),
        ("The army has held Hadrov since May.", "2030-05-01"),
        ("The army captured Hadrov and the mill on May.", "2030-05-01"),
        ("The army lost Hadrov in May when it rained.", "2030-05-01"),
    ],
)
def test_the_day_of_an_event_is_none_of_holding(text, day):
    (holding,) = holdings(record(text, "Hadrov"), [0])
    assert holding.when == day


@pytest.mark.parametrize(("marked", "wanted"), HOLDINGS)
def test_what_is_told_of_a_place(marked, wanted):
    (holding,) = holdings(record(marked, "Hadrov"), [0])
    assert (holding.kind, holding.holder, holding.polarity) == wanted


NOTHING = [
    "They vowed to take Hadrov.",
    "Forces could take Hadrov soon.",
    "He claimed Hadrov was safe.",
    "Talks were held in Hadrov.",
    "It controls the road.\n\nHadrov is quiet.",
    "Hadrov is quiet, they said of the town.",
    "If Skerra takes Hadrov, the road is lost.",
    "Unless Hadrov falls to the army, they stay.",
    "Unless Skerra holds Hadrov, the road is lost.",
    "They asked whether Skerra held Hadrov.",
    "The army may take Hadrov within days.",
    "The army tried to take Hadrov.",
    "The army is about to capture Hadrov.",
    "The army failed to take Hadrov.",
    "The army nearly captured Hadrov.",
    "Hadrov was almost captured by the army.",
    "The army withdrew without taking Hadrov.",
    "The army won't take Hadrov.",
    "There is no proof that Skerra holds Hadrov.",
    "Nobody holds Hadrov.",
    "Hadrov is Christian.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_plans_and_other_things_tell_nothing(text):
    assert holdings(record(text, "Hadrov"), [0]) == []


def test_each_keeps_its_claimant():
    made = record("{S:Ana} {C:said} {T:the army holds Hadrov}.", "Hadrov")
    (by_ana,) = holdings(made, [0])
    assert (by_ana.by, by_ana.statement) == ("Ana Ruel", made.statements[0].id)
    (narrated,) = holdings(record("The army holds Hadrov since May.", "Hadrov"), [0])
    assert (narrated.by, narrated.statement) == ("Northwire", "")
    assert (narrated.when, narrated.date) == ("2030-05-01", "2031-03-14")


def test_a_denial_turns_it_round_and_what_was_not_said_tells_nothing():
    marked = "{S:Ana} {C:denied} {T:the army holds Hadrov}."
    (denied,) = holdings(record(marked, "Hadrov", polarity="neg"), [0])
    assert denied.polarity == "neg"
    assert holdings(record(marked, "Hadrov", said="if"), [0]) == []


@pytest.mark.parametrize(
    "words", ["the army had not captured Hadrov", "Hadrov is not in the army's hands"]
)
def test_what_is_negative_is_not_turned_round_by_the_act_that_it_has(words):
    marked = f"{{S:Ana}} {{C:said}} {{T:{words}}}."
    (holding,) = holdings(record(marked, "Hadrov", polarity="neg"), [0])
    assert (holding.polarity, holding.by) == ("neg", "Ana Ruel")


def test_who_denies_what_is_negative_tells_nothing():
    marked = "{S:Ana} {C:denied} {T:the army does not hold Hadrov}."
    assert holdings(record(marked, "Hadrov", polarity="neg"), [0]) == []


def test_what_else_a_sentence_denies_before_leaves_open_what_it_tells():
    marked = "{S:Ana} {C:said} {T:it was not Velmark, and the army holds Hadrov}."
    assert holdings(record(marked, "Hadrov", polarity="neg"), [0]) == []


@pytest.mark.parametrize(
    ("words", "polarity"),
    [("Both Velmark and Skerra claim", "pos"), ("Neither Velmark nor Skerra claims", "neg")],
)
def test_several_hold_or_do_not(words, polarity):
    every = holdings(record(f"{words} Hadrov.", "Hadrov"), [0])
    assert [(each.holder, each.polarity) for each in every] == [
        ("Velmark", polarity), ("Skerra", polarity)
    ]  # fmt: skip


def test_the_words_prove_it():
    made = record("At dawn the army captured Hadrov.", "Hadrov")
    (holding,) = holdings(made, [0])
    assert holding.words.of(made.article.text) == "the army captured Hadrov"
    assert holding.span.of(made.article.text) == "the army"


def test_what_else_is_negative_turns_nothing_round():
    marked = "{S:Ana} {C:said} {T:the army holds Hadrov and will not leave}."
    (holding,) = holdings(record(marked, "Hadrov", polarity="neg"), [0])
    assert holding.polarity == "pos"


def test_a_mention_that_reading_has_missed_counts_too():
    made = record("The army holds Hadrov. Then Hadrov fell to Velmark.", "Hadrov")
    assert [each.side for each in holdings(made, [0])] == ["The army", "Velmark"]


def test_a_quotation_that_denies_something_says_itself_what_is_so():
    made = record("{S:Ana} {C:said}: {T:“Hadrov is in our hands.”}", "Hadrov", polarity="neg")
    direct = tuple(replace(each, kind="direct") for each in made.statements)
    (holding,) = holdings(replace(made, statements=direct), [0])
    assert holding.polarity == "pos"
