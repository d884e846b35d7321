"""What one article is to another."""

from dataclasses import replace

import pytest

from sayso.english.tables import rows
from sayso.link.copies.relation import FUNCTIONS, relation
from sayso.link.copies.words import words_of
from tests.link.copies.notation import OTHER, STORY, article, words

LATER = (
    "Nobody knows yet when the ferry to Port Almis will run again, its owners said on Thursday.",
    *STORY[1:3],
    "The owners had been silent for two days, and their office in the harbour stayed shut.",
    *STORY[4:],
)


PAIRS = {
    "house style": (STORY, [line.replace("“", '"').replace("”", '"') for line in STORY], "same"),
    "a caption more": (STORY, (*STORY, "FILE - A boat lies at the quay of Port Almis."), "same"),
    "moved about": (STORY, (*STORY[3:], *STORY[:3]), "same"),
    "another state": (STORY, LATER, "version"),
    "a part": ((*OTHER, *STORY[:3]), STORY[1:], "partial"),
    "one quotation": (STORY, OTHER, "quotes"),
    "a gallery": (
        (*STORY[:2], *(f"{line} Hide Caption 1 of 4 Photos" for line in STORY[3:])),
        (*OTHER, *(f"{line} Hide Caption 1 of 4 Photos" for line in STORY[3:])),
        "boilerplate",
    ),
    "nothing": (STORY[:2], OTHER[2:], None),
}


@pytest.mark.parametrize(("one", "other", "wanted"), PAIRS.values(), ids=PAIRS)
def test_pairs_are_told(one, other, wanted):
    seen = relation(words(*one), words(*other))
    assert (seen.relation if seen else None) == wanted


@pytest.mark.parametrize(("one", "other", "_"), PAIRS.values(), ids=PAIRS)
def test_the_order_of_two_articles_makes_no_difference(one, other, _):
    a, b = words(*one, published="2031-03-14"), words(*other, publisher="Almis Post")
    assert relation(a, b) == relation(b, a)


def test_a_copy_has_its_shares_passages_and_reason():
    a, b = words(*STORY), words(*STORY[2:])
    seen = relation(a, b)
    assert seen
    assert seen.a < seen.b
    shares = {seen.a: seen.share_a, seen.b: seen.share_b}
    assert shares[b.article.id] == 1.0
    assert 0.5 < shares[a.article.id] < 1.0
    texts = {each.article.id: each.article.text for each in (a, b)}
    (passage,) = seen.passages
    assert texts[seen.a][slice(*passage.a)] == texts[seen.b][slice(*passage.b)]
    least, most = sorted((f"{seen.share_a:.0%}", f"{seen.share_b:.0%}"), key=len)
    assert f"{least} to {most} of their words" in seen.why


def test_a_text_that_was_corrected_is_another_state_of_it():
    one, other = words(*STORY), words("Correction: the ferry has three sisters.", *STORY)
    seen = relation(one, other)
    assert seen
    assert (seen.relation, "a notice of a correction" in seen.why) == ("version", True)


@pytest.mark.parametrize(("publisher", "wanted"), [("CNN", "version"), ("Almis Post", "same")])
def test_another_figure_in_the_text_of_one_outlet_makes_another_state(publisher, wanted):
    text = "The board counted 23 boats. " + STORY[1]
    one = words(STORY[0], text, *STORY[3:], publisher="CNN")
    other = words(STORY[0], text.replace("23", "32"), *STORY[3:], publisher=publisher)
    seen = relation(one, other)
    assert seen
    assert seen.relation == wanted


def test_a_text_seen_twice_is_a_pair():
    one = article(*STORY, publisher="Associated Press")
    other = replace(one, given_id="second", source="elsewhere", publisher="Almis Post")
    first = replace(one, given_id="first")
    seen = relation(words_of(first), words_of(other))
    assert seen
    assert (seen.a, seen.given, seen.relation) == (seen.b, ("first", "second"), "same")
    assert (seen.origin, seen.from_) == ("AP", first.id)
    assert relation(words_of(other), words_of(first)) == seen


@pytest.mark.parametrize("text", ["", "Karsk fell."])
def test_short_texts_are_alike_only_where_they_are_one(text):
    assert relation(words(text), words("It rained in Torvesk.")) is None


def test_every_weight_is_of_a_feature():
    table = list(rows("copies-weights.csv"))
    assert {row["decision"] for row in table} == {"copy", "version"}
    assert {row["feature"] for row in table} <= set(FUNCTIONS)
