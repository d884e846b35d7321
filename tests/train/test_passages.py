"""Passages behind a document carry their labels on the right words."""

import re

import numpy as np
import pytest

from corpora.documents import Document, Labelled
from sayso.records import SAID, Span
from train.passages import FORMS, with_passages, written

TEXT = "Ana Ruel said that the northern bridge was open. Tove Morn said the ferry had left."


def spans(phrase):
    return (Span(TEXT.index(phrase), TEXT.index(phrase) + len(phrase)),)


STATEMENTS = (
    Labelled(spans("Ana Ruel"), spans("said"), spans("that the northern bridge was open")),
    Labelled(
        spans("Tove Morn"),
        (Span(TEXT.rindex("said"), TEXT.rindex("said") + 4),),
        spans("the ferry had left"),
    ),
)
DOCUMENT = Document("d", TEXT, STATEMENTS)
WORDS = (("Ana Ruel", "the northern bridge was open"), ("Tove Morn", "the ferry had left"))


@pytest.mark.parametrize("form", [form for forms in FORMS.values() for form in forms])
def test_a_form_is_written_with_every_part_where_it_is_labelled(form):
    text, statements = written(f"{TEXT}\n\n", form, WORDS, "“”")
    passage = text[len(TEXT) + 2 :]
    assert not set("{}") & set(passage)
    assert 1 <= len(statements) <= 2
    for statement in statements:
        own = [span.of(text) for span in (*statement.source, *statement.cue)]
        assert all(words.strip() == words != "" for words in own)
        assert all(span.start >= len(TEXT) for span in statement.content)
    assert len(re.findall(r"\{c|\{t|\{q", form)) == sum(len(s.content) for s in statements)


def test_the_parts_of_a_form_are_those_of_its_statement():
    text, (statement,) = written(
        "", "If {s1} {k1:says} {t1}, the answer will come soon.", WORDS, "“”"
    )
    parts = [[s.of(text) for s in part] for part in (statement.source, statement.cue)]
    assert parts == [["Ana Ruel"], ["says"]]
    assert statement.content[0].of(text) == "that the northern bridge was open"


def test_documents_get_passages_now_and_then_and_keep_their_own_labels():
    numbers = set()
    for seed in range(60):
        changed, labels = with_passages(DOCUMENT, np.random.default_rng(seed))
        assert changed.text.startswith(TEXT)
        assert changed.statements[:2] == STATEMENTS
        assert changed.statements[2:] == tuple(label.statement for label in labels)
        assert {label.said for label in labels} <= set(range(len(SAID)))
        numbers.add(len(labels))
    assert 0 in numbers
    assert max(numbers) > 1
