"""What a text does with a claim, with a reason that names what shows it."""

import pytest

from sayso.errors import ReadError
from sayso.link.compare.comparer import Compared, Comparer
from sayso.link.compare.cues import FEATURES
from sayso.link.compare.relation import STANCES, TABLE, Relation, answers, relations
from sayso.link.compare.weights import Scorer

COMPARER = Comparer.load(threads=1)


class Undecided:
    """A model of pairs that leaves everything open, and keeps what it was asked."""

    def __init__(self, unrelated=0.0):
        self.asked = []
        self.unrelated = unrelated

    def __call__(self, pairs):
        """Return for each pair that nothing is likelier than anything else."""
        self.asked.append(list(pairs))
        return [Compared(0, 0, 0, self.unrelated, 1 / 3, 1 / 3, 1 / 3) for _ in pairs]


@pytest.mark.parametrize(
    ("text", "relation", "sign"),
    [
        ("The sale of the port of Karsk is a hoax", "against", "“hoax”"),
        ("Ruel denies the sale of the port of Karsk", "against", "“denies”"),
        ("Port of Karsk reportedly sold", "observing", "“reportedly”"),
        ("Has Ruel sold the port of Karsk?", "observing", "a question"),
        ("Ruel sold port of Karsk", "for", "as so"),
    ],
)
def test_words_decide_where_the_model_leaves_it_open(text, relation, sign):
    (read,) = relations([("Ruel sold the port of Karsk", text)], Undecided())
    assert read.relation == relation
    assert sign in read.why
    assert sum(read.scores.values()) == pytest.approx(1)
    assert list(read.to_json()) == ["relation", "scores", "why"]


def test_a_text_on_something_else_only_observes():
    (read,) = relations([("Ruel sold the port", "This is a hoax")], Undecided(unrelated=0.9))
    assert read.relation == "observing"
    assert "something else" in read.why
    assert sum(read.scores.values()) == pytest.approx(1)


def test_of_an_article_the_words_do_not_count():
    article = "Ruel denies the report. It is a hoax. Nobody sold the port. " * 20
    (read,) = relations([("Ruel sold the port of Karsk", article)], Undecided())
    assert max(read.scores.values()) == pytest.approx(1 / 3)


def test_errors_stand_in_their_places_and_batches_make_no_difference():
    error = ReadError("-:2", "json", "is not JSON")
    given = [("a", "a is fake"), error, ("b", "b, report says"), ("c", "c")]
    model = Undecided()
    several = list(answers(given, model, batch=2))
    assert several[1] is error
    assert [type(each) for each in several] == [Relation, ReadError, Relation, Relation]
    assert several == list(answers(given, Undecided(), batch=10))
    assert [len(asked) for asked in model.asked] == [1, 2]


@pytest.mark.parametrize("stance", STANCES)
def test_every_feature_has_a_weight_in_the_table(stance):
    assert {each.name for each in Scorer.of(stance, FEATURES, TABLE).features} == set(FEATURES)


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        ("\ud800 Ruel won", "Ruel \udfff lost"),
        ("", "\x00"),
        ("word " * 50_000, "1," * 50_000),
        ("Ruel won", "Ruel won. " * 20_000),
        ("é" * 300, "“" * 100_000),
    ],
)
def test_odd_and_endless_texts_are_read(claim, text):
    (read,) = relations([(claim, text)], COMPARER)
    assert sum(read.scores.values()) == pytest.approx(1)
