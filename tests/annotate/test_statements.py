"""Drafts become statements with exact spans, a kind, a score and a reason."""

import pytest

from sayso.annotate.decode import drafts
from sayso.annotate.statements import ground, statements
from sayso.records import Article
from tests.annotate.building import scores_of, weights


def found(text, **parts):
    window, scores = scores_of(text, **parts)
    article = Article(text, "test")
    read = statements(ground(article), drafts([window], [scores], weights()), weights())
    return [each.statement for each in read]


@pytest.mark.parametrize(
    ("text", "content", "kind"),
    [
        ("Ana said: “It is late.”", "“It is late.”", "direct"),
        ("Ana said it was “late”.", "it was “late”", "mixed"),
        ("Ana said it was late.", "it was late", "indirect"),
        ("Ana said: ''It is late.''", "''It is late.''", "direct"),
        ("Ana said ‘no’.", "‘no’", "direct"),
    ],
)
def test_kind(text, content, kind):
    (statement,) = found(text, cue="said", content=content)
    assert statement.kind == kind


@pytest.mark.parametrize(
    ("text", "tagged", "shown"),
    [
        ("“It is late,” Ana said.", "It is late", "“It is late,”"),
        ("Ana said: “It is late.”", "It is late", "“It is late.”"),
        ("Ana said it was late.", "it was late", "it was late"),
        ('"Go!" Ana said.', "Go", '"Go!"'),
    ],
)
def test_quotation_marks_belong_to_the_content(text, tagged, shown):
    (statement,) = found(text, cue="said", content=tagged)
    assert [s.of(text) for s in statement.content] == [shown]


def test_content_without_a_word_is_no_statement():
    assert found("Ana said: “…”", cue="said", content="“…”") == []


def test_ids_come_from_content():
    first = found("Ana said it was late.", cue="said", content="it was late")
    again = found("Ana said it was late.", cue="said", content="it was late")
    other = found("Ana said it was late!", cue="said", content="it was late")
    assert first[0].id == again[0].id != other[0].id


def test_the_reason_names_the_words():
    (statement,) = found("Ana said it was late.", source="Ana", cue="said", content="it was late")
    assert "“said”" in statement.why
    assert "“Ana”" in statement.why


def test_no_part_ends_with_a_word_that_joins():
    (statement,) = found(
        "Ana, who left, said it was late and went.",
        source="Ana, who", cue="said", content="it was late and",
    )  # fmt: skip
    text = "Ana, who left, said it was late and went."
    assert [s.of(text) for s in statement.source] == ["Ana"]
    assert [s.of(text) for s in statement.content] == ["it was late"]


def test_a_quotation_that_runs_on_keeps_its_full_stop():
    text = "Ana said:\n\n“One.\n\n“Two.”"
    (statement,) = found(text, cue="said", content=["One", "Two"])
    assert [s.of(text) for s in statement.content] == ["“One.", "“Two.”"]
