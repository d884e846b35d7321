"""By which words and marks a text takes a stand on a claim."""

import pytest

from sayso.link.compare.cues import FEATURES, Stand

CLAIM = "Ruel has sold the port of Karsk for 20 million dollars"


@pytest.mark.parametrize(
    ("text", "features"),
    [
        ("Ruel denies that he sold the port", {"denies"}),
        ("No, Ruel hasn’t sold the port: the story is a hoax", {"hoax", "negated", "colon"}),
        ("Port of Karsk sold, report says", {"report", "says", "credit at the end"}),
        ("Did Ruel sell the port?", {"question", "question at the end", "opens with a question"}),
        (
            "Rumour: Ruel may have sold the port",
            {"rumour", "maybe", "opens with a report", "colon"},
        ),
        ("Ruel confirms sale of port for 90 million dollars", {"confirms", "rival figures"}),
        ("“We sold it,” Ruel said", {"says", "quotation"}),
    ],
)
def test_features(text, features):
    stand = Stand.of(CLAIM, text)
    words = {n for n in FEATURES if n not in ("covered", "new", "short", "two stands")}
    assert {n for n in words if FEATURES[n](stand)} == features


def test_a_word_that_the_claim_has_too_is_no_cue():
    assert (
        Stand.of("Ruel denied the sale", "The sale was denied by Ruel").cues.get("denies") is None
    )


@pytest.mark.parametrize("text", ["", "…", "?", "\n", "’s"])
def test_odd_texts_have_features_between_none_and_one(text):
    stand = Stand.of(text, text)
    assert all(0 <= function(stand) <= 1 for function in FEATURES.values())
