"""Points of a record."""

from dataclasses import replace

from sayso.link.claims.points import points, topics
from sayso.records import Span
from tests.link.claims.notation import DAY, record


def test_a_point_holds_what_is_compared_and_nothing_of_other_articles():
    (first, second) = points(record(("Ruel", "asserts", "the dam broke"), ("Bo", "denies", "it")))
    assert (first.text, first.cue, first.act, first.polarity) == (
        "the dam broke",
        "said",
        "asserts",
        "pos",
    )
    assert first.date == DAY
    assert first.speakers == (("ruel",),)
    assert second.denies
    assert not second.replies


def test_the_day_that_a_sighting_tells_goes_before_the_articles_own():
    (one,) = points(record(("Ruel", "asserts", "the dam broke")), "2031-01-02")
    assert one.date == "2031-01-02"


def test_a_pronoun_in_a_content_stands_for_its_name():
    made = record(("Ruel", "asserts", "rain fell"), ("Bo", "asserts", "she had opened the dam"))
    at = made.article.text.index("she")
    ruel = made.actors[0]
    named = replace(ruel, mentions=(*ruel.mentions, Span(at, at + 3)))
    point = points(replace(made, actors=(named, made.actors[1])))[1]
    assert point.meant == ("ruel",)
    assert point.reading == "Bo said: she [Ruel] had opened the dam"


def test_a_statement_is_read_with_who_says_it():
    (one,) = points(record(("Ruel", "asserts", "the dam broke")))
    assert one.reading == "Ruel said: the dam broke"
    assert one.named == ""


def test_topics_are_rare_words_that_come_often():
    text = "The dam of Velmark broke. Velmark lies below the dam. A dam like this one never broke."
    assert {"velmark", "dam"} <= set(topics(text))
    assert topics(text) == topics(text)
