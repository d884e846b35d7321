"""Scores made by hand become names and mentions with exact spans."""

import numpy as np
import pytest

from sayso.annotate.heads import ENTITY_PARTS, ENTITY_TYPES, NAME_LABELS, REACH, Encoded
from sayso.annotate.naming import SIZES, WIDEST, entities, mentions, names
from tests.annotate.building import silent, tokens_of, window_of

FLAT = np.zeros(len(SIZES), np.float32)
_FIRST, _LAST, _BEGINS, _ENDS, _OPENING, _CLOSING = np.cumsum([0, *ENTITY_PARTS[:-1]]).tolist()


def names_in(text, window, scores):
    return names(text, Encoded.of([window], [silent(window)._replace(names=scores)]))


def entities_in(text, window, parts, sizes=FLAT):
    return entities(text, Encoded.of([window], [silent(window)._replace(entities=parts)]), sizes)


def named(text, *tags):
    """Return the names where `tags` are (words, label): a label for each token of the words."""
    window = window_of(text)
    scores = silent(window).names
    scores[:, 0] = 5
    for phrase, label in tags:
        start = text.index(phrase)
        for place in tokens_of(window, start, start + len(phrase)):
            scores[place, NAME_LABELS.index(label)] = 10
    return [(m.span.of(text), m.type) for m in names_in(text, window, scores)]


def mentioned(text, *marked):
    """Return window and scores in which (first words, last words, type, score) is a mention.

    Each pair has its own direction in the space of projections, so that they do not disturb
    one another.
    """
    window = window_of(text)
    scores = silent(window)
    parts = scores.entities
    parts[:, _BEGINS] = parts[:, _ENDS] = -10
    for way, (opening, closing, type_, score) in enumerate(marked):
        begin = text.index(opening)
        end = text.index(closing, begin) + len(closing)
        places = tokens_of(window, begin, end)
        size = (float(score) + 20) * REACH**0.5
        parts[places[0], _FIRST + way] = parts[places[-1], _LAST + way] = size**0.5
        parts[places[0], _OPENING + ENTITY_TYPES.index(type_)] = 5
        parts[places[-1], _CLOSING + ENTITY_TYPES.index(type_)] = 5
    return window, scores


def spoken_of(text, *marked):
    window, scores = mentioned(text, *marked)
    return [(m.span.of(text), m.type, m.form) for m in entities_in(text, window, scores.entities)]


@pytest.mark.parametrize(
    ("text", "tags", "wanted"),
    [
        (
            "Ana Ruel left.",
            [("Ana", "B-person"), ("Ruel", "I-person")],
            [("Ana Ruel", "person")],
        ),
        ("Ana Ruel left.", [("Ana Ruel", "I-person")], [("Ana Ruel", "person")]),
        (
            "Ana Bo left.",
            [("Ana", "B-person"), ("Bo", "B-person")],
            [("Ana", "person"), ("Bo", "person")],
        ),
        (
            "Ana Almis left.",
            [("Ana", "B-person"), ("Almis", "I-place")],
            [("Ana", "person"), ("Almis", "place")],
        ),
        ("Ana Ruel’s boat.", [("Ana Ruel’s", "I-person")], [("Ana Ruel", "person")]),
        ("Ana Ruel's boat.", [("Ana Ruel's", "I-person")], [("Ana Ruel", "person")]),
        (
            "Almis\n\nAna left.",
            [("Almis\n\nAna", "I-person")],
            [("Almis", "person"), ("Ana", "person")],
        ),
        ("It rained.", [], []),
        ("Almis-Hadrov is far.", [("Almis-Hadrov", "I-place")], [("Almis-Hadrov", "place")]),
        (
            "Northwire News",
            [("Northwire News", "I-organisation")],
            [("Northwire News", "organisation")],
        ),
        ("So say Velmarkians", [("Velmarkians", "I-group")], [("Velmarkians", "group")]),
    ],
)
def test_names(text, tags, wanted):
    assert named(text, *tags) == wanted


def test_the_pieces_of_a_word_decide_together():
    text = "Torveskina left."
    window = window_of(text)
    places = tokens_of(window, 0, len("Torveskina"))
    assert len(places) > 2  # pieces
    scores = silent(window).names
    scores[:, 0] = 5
    scores[places[0], NAME_LABELS.index("B-place")] = 12
    scores[places[1:-1], NAME_LABELS.index("I-place")] = 12
    (name,) = names_in(text, window, scores)
    assert name.span.of(text) == "Torveskina"  # its last piece says nothing
    scores[places[1:], NAME_LABELS.index("I-place")] = 0
    assert names_in(text, window, scores) == []  # most of its pieces say nothing


def test_a_name_has_a_score_between_nothing_and_certainty():
    text = "Ana Ruel left."
    window = window_of(text)
    scores = silent(window).names
    scores[0, NAME_LABELS.index("B-person")] = 2
    (name,) = names_in(text, window, scores)
    assert name.form == "name"
    assert 0 < name.score < 1
    scores[0, NAME_LABELS.index("B-person")] = 4
    assert names_in(text, window, scores)[0].score > name.score


@pytest.mark.parametrize(
    ("text", "marked", "wanted"),
    [
        (
            "The mayor of Almis left.",
            [("The", "Almis", "person", 2), ("Almis", "Almis", "place", 2)],
            [("The mayor of Almis", "person", "nominal"), ("Almis", "place", "nominal")],
        ),
        (
            "The mayor of Almis left.",
            [("The", "of", "person", 1), ("mayor", "Almis", "person", 2)],
            [("mayor of Almis", "person", "nominal")],
        ),
        (
            "The mayor of Almis left.",
            [("The", "of", "person", 3), ("mayor", "Almis", "person", 2)],
            [("The mayor of", "person", "nominal")],
        ),
        ("She left.", [("She", "She", "person", 2)], [("She", "person", "pronoun")]),
        ("She left.", [("She", "left", "event", 2)], [("She left", "event", "nominal")]),
        ("The road.", [("The", "road", "object", -1)], []),
        ("It rained. She left.", [("It", "left", "event", 2)], []),
        ("It rained.", [], []),
    ],
)
def test_mentions(text, marked, wanted):
    assert spoken_of(text, *marked) == wanted


def test_a_mention_begins_and_ends_with_a_whole_word():
    text = "Torveskina left."
    window = window_of(text)
    pieces = tokens_of(window, 0, len("Torveskina"))
    for first, last in [(pieces[0], pieces[0]), (pieces[1], pieces[-1]), (pieces[1], pieces[1])]:
        parts = silent(window).entities
        parts[:, _BEGINS] = parts[:, _ENDS] = -10
        parts[first, _FIRST] = parts[last, _LAST] = 20
        assert entities_in(text, window, parts) == []
    parts = silent(window).entities
    parts[:, _BEGINS] = parts[:, _ENDS] = -10
    parts[pieces[0], _FIRST] = parts[pieces[-1], _LAST] = 20
    (whole,) = entities_in(text, window, parts)
    assert whole.span.of(text) == "Torveskina"


def test_the_bias_of_a_length_can_rule_a_mention_out():
    window, scores = mentioned("The mayor of Almis left.", ("The", "Almis", "person", 2))
    text = "The mayor of Almis left."
    longer = np.where(np.asarray(SIZES) > 3, -5, 0).astype(np.float32)
    assert entities_in(text, window, scores.entities)
    assert entities_in(text, window, scores.entities, longer) == []


def test_no_mention_is_wider_than_the_widest():
    for count, wanted in ((WIDEST, 1), (WIDEST + 1, 0)):
        text = " ".join(["so"] * count)
        window = window_of(text)
        parts = silent(window).entities
        parts[:, _BEGINS] = parts[:, _ENDS] = -10
        parts[0, _FIRST] = parts[-1, _LAST] = 20
        assert len(entities_in(text, window, parts)) == wanted


def test_names_win_over_mentions_of_the_same_words_and_the_longer_come_first():
    text = "The mayor of Almis left."
    window, scores = mentioned(text, ("The", "Almis", "person", 2), ("Almis", "Almis", "object", 2))
    scores.names[:, 0] = 5
    scores.names[tokens_of(window, 13, 18), NAME_LABELS.index("B-place")] = 10
    every = mentions(text, Encoded.of([window], [scores]), FLAT)
    assert [(m.span.of(text), m.type, m.form) for m in every] == [
        ("The mayor of Almis", "person", "nominal"),
        ("Almis", "place", "name"),
    ]
    assert every == sorted(every, key=lambda m: (m.span.start, -m.span.end))


def test_silence_names_nobody():
    text = "She met him."
    window = window_of(text)
    scores = silent(window)
    scores.names[:, 0] = 5
    assert mentions(text, Encoded.of([window], [scores]), FLAT) == []
