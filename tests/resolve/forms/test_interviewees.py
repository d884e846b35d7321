"""Whose the answers of an interview are."""

from dataclasses import replace

import pytest

from sayso.records import Span
from sayso.resolve.forms.interviewees import interviewed
from sayso.resolve.forms.turns import Turn
from tests.notation import read

HEADS = {
    "one": ("An interview with <p:Ana Ruel>", "Ana Ruel"),
    "two": ("An interview with <p:Ana Ruel> and <p:Bo Tarn>", ""),
    "a surname": ("An interview with <p:Ana Ruel>. <p:Ruel> is a judge.", "Ana Ruel"),
    "whom she spoke to": ("<p:Ana Ruel> ran the dam. She spoke to <p:Bo Tarn>.", "Ana Ruel"),
    "whom she sat down with": ("<p:Ana Ruel> ran it. She sat down with <p:Bo Tarn>.", "Ana Ruel"),
    "who wrote it": ("<p:Ana Ruel> on her dam\n\nBy <p:Bo Tarn>", "Ana Ruel"),
    "whom she tells": ("<p:Ana Ruel> tells <p:Bo Tarn> why it fell", "Ana Ruel"),
    "who talks to her": ("<p:Bo Tarn> talked to <p:Ana Ruel> at home", "Ana Ruel"),
    "her chief": ("<p:Ana Ruel> ran it under <p:Ole Orsk>. She spoke to the Herald.", "Ana Ruel"),
    "nobody told apart": ("<p:Ana Ruel> ran it under <p:Ole Orsk>.", ""),
}


def answering(head, question="Is it open?", **changes):
    """Return the names of who answers each turn behind a head, a question and an answer."""
    article, annotation = read(f"{head}\n\n{question}\n\nYes.")
    article = replace(article, **changes)
    begin = article.text.rindex("\n\n", 0, -6) + 2
    words = (Span(begin, len(article.text) - 6), Span(len(article.text) - 4, len(article.text)))
    turns = [
        Turn(Span(0, 0), (span,), part)
        for span, part in zip(words, ("question", "answer"), strict=True)
    ]
    return [span.of(article.text) for span in interviewed(turns, annotation.mentions, article)]


@pytest.mark.parametrize(("head", "name"), HEADS.values(), ids=HEADS.keys())
def test_whose_the_answers_are(head, name):
    assert answering(head) == [name, name]


def test_the_only_one_in_the_headline_answers():
    head = "<p:Ana Ruel>: “I carry all”\n\nThe ferry is <p:Ole Orsk>'s."
    assert answering(head, title_span=Span(0, 23)) == ["Ana Ruel"] * 2


def test_whoever_is_in_the_byline_never_answers():
    head = "<p:Ana Ruel> on her dam, with <p:Bo Tarn>"
    assert answering(head, byline=("Bo Tarn",)) == ["Ana Ruel"] * 2


def test_a_question_that_opens_with_a_name_is_put_to_its_bearer():
    head = "An interview with <p:Ana Ruel> and <p:Bo Tarn>"
    assert answering(head, "<p:Mr Tarn>, is it open?") == ["Mr Tarn"] * 2
