"""Answers of interviews whose turns have no labels, and whose they are."""

import pytest

from sayso.resolve.forms.interviews import answers_of, interviewed
from sayso.resolve.forms.lines import lines_of
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
        "A walk with <p:Ana Ruel>\n\n" + TURNS,  # nothing announces an interview
        HEAD + "Did you sign it?\n\nI did not.\n",  # one question is none
        HEAD + "Is it open?\n\nIt is.\n\nWas it shut?\n\nIt was.\n",  # nobody speaks of himself
        HEAD + "It rained.\n",
    ],
)
def test_what_is_no_interview(marked):
    assert answers(marked)[1] == []


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (HEAD, "Ana Ruel"),
        ("An interview with <p:Ana Ruel> and <p:Bo Tarn>\n\n", ""),
        ("An interview with <p:Ana Ruel>. <p:Ruel> is a judge.\n\n", "Ana Ruel"),
    ],
)
def test_whose_the_answers_are(head, name):
    text, turns, mentions = answers(head + TURNS)
    assert {span.of(text) for span in interviewed(turns, mentions, text)} == {name}
