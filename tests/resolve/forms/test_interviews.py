"""Answers of interviews whose turns have no labels, and whose they are."""

import pytest

from sayso.records import Span
from sayso.resolve.forms.interviews import answers_of, put_to_somebody
from sayso.resolve.forms.lines import lines_of
from sayso.resolve.forms.turns import Turn
from tests.notation import read

HEAD = "An interview with <p:Ana Ruel>\n\n"
TURNS = (
    "Did you sign it?\n\nI did not sign it.\n\nWill you?\n\nI will not.\n\nIt rained.\n\nWhy?"
    "\n\nI have my reasons.\n"
)


def answers(marked):
    article, annotation = read(marked)
    turns = answers_of(lines_of(article), article)
    return article.text, turns, annotation.mentions


def test_what_follows_a_question_is_its_answer():
    text, turns, _ = answers(HEAD + TURNS)
    parts = [(turn.part, [span.of(text) for span in turn.words]) for turn in turns]
    assert parts[:3] == [
        ("question", ["Did you sign it?"]),
        ("answer", ["I did not sign it."]),
        ("question", ["Will you?"]),
    ]
    assert ("answer", ["I will not.", "It rained."]) in parts


def test_a_dash_before_all_lines_tells_that_two_talk():
    text, turns, _ = answers(HEAD + "– Is it open?\n\n– It is.\n\n– They say it fell.\n\n– So?")
    parts = [(turn.part, span.of(text)) for turn in turns for span in turn.words]
    assert parts == [
        ("question", "– Is it open?"),
        ("answer", "It is."),
        ("question", "– They say it fell."),
        ("answer", "So?"),
    ]


@pytest.mark.parametrize(
    "marked",
    [
        "A walk with <p:Ana Ruel>\n\n" + TURNS.replace("you", "she"),  # nothing announces one
        HEAD + "Did you sign it?\n\nI did not.\n",  # one question is none
        HEAD + "Is it open?\n\nIt is.\n\nWas it shut?\n\nIt was.\n",  # nobody speaks of himself
        HEAD + "It rained.\n",
    ],
)
def test_what_is_no_interview(marked):
    assert answers(marked)[1] == []


@pytest.mark.parametrize(
    "head",
    [
        "A walk with <p:Ana Ruel>\n\n",  # its questions are put to "you", its answers say "I"
        "<p:Ana Ruel> runs the dam. She talked to our reporter.\n\n",
    ],
)
def test_what_is_an_interview_by_its_questions_and_answers(head):
    assert len(answers(head + TURNS)[1]) == 6


@pytest.mark.parametrize(
    ("answer", "expected"),
    [("I did.", True), ("“I did,” he said.", False), ("They did. The U.S. did.", False)],
)
def test_questions_are_put_to_somebody_who_answers_for_himself(answer, expected):
    text = f"Did you?\n\n{answer}"
    words = (Span(0, 8), Span(10, len(text)))
    turns = [
        Turn(Span(0, 0), (span,), part)
        for span, part in zip(words, ("question", "answer"), strict=True)
    ]
    assert put_to_somebody(turns, text) is expected
