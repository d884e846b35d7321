"""Labelled stories -> labelled pairs of statements."""

from corpora.across.stories import Denial, ReadClaim
from tests.link.claims.notation import point
from train.linking.stories import ReadStory, labels, sharing

CLAIM = ReadClaim(
    ("a", "b"),
    (Denial("c", "denies"), Denial("d", "confirms"), Denial("g", "conflicts")),
    ("e",),
    ("f",),
)


def test_a_claim_tells_what_its_statements_are_to_each_other():
    other = ReadClaim(("a", "e"), (), (), ())  # a statement may stand in two claims
    made = labels([CLAIM, other])
    assert made["a", "b"] == made["a", "e"] == "same"
    assert made["b", "e"] == "near"
    assert made["a", "c"] == "denies"
    assert made["a", "g"] == "conflicts"
    assert made["a", "d"] == made["b", "f"] == "open"
    assert ("c", "d") not in made


def test_pairs_of_a_story_are_those_that_share_a_key():
    points = {
        "a": point("the dam of Velmark broke at dawn"),
        "b": point("at dawn the dam of Velmark broke"),
        "c": point("the choir sang in Ostrania"),
    }
    assert sharing(points) == {("a", "b")}
    assert ReadStory("s007", points, [CLAIM]).pairs() == [(("a", "b"), "same")]
    assert ReadStory("s007", points, []).pairs() == [(("a", "b"), "apart")]
    assert ReadStory("s007", points, []).fold == 2
