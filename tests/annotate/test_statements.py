"""Drafts become statements with exact spans, a kind, a score and a reason."""

import pytest

from sayso.annotate.drafts import drafts
from sayso.annotate.ground import Ground
from sayso.annotate.heads import Encoded
from sayso.annotate.statements import statements
from tests.annotate.building import scored, weights


def decoded(marked):
    """Return the article of a marked text, and what its marks become once they are decoded."""
    article, window, scores = scored(marked)
    encoded = Encoded.of([window], [scores])
    outer, _ = drafts(Ground.of(article), encoded, weights())
    read = statements(Ground.of(article), encoded, outer, weights())
    return article, [each.statement for each in read]


def one(marked):
    """Return the words of each part of the only statement, and the statement."""
    article, (statement,) = decoded(marked)
    parts = statement.source, statement.cue, statement.content
    return *([span.of(article.text) for span in part] for part in parts), statement


@pytest.mark.parametrize(
    ("marked", "kind"),
    [
        ("Ana {C:said}: {T:“It is late.”}", "direct"),
        ("Ana {C:said} {T:it was “late”}.", "mixed"),
        ("Ana {C:said} {T:it was late}.", "indirect"),
        ("Ana {C:said}: {T:''It is late.''}", "direct"),
        ("Ana {C:said} {T:‘no’}.", "direct"),
    ],
)
def test_kind(marked, kind):
    assert one(marked)[-1].kind == kind


@pytest.mark.parametrize(
    ("marked", "shown"),
    [
        ("“{T:It is late},” Ana {C:said}.", "“It is late,”"),
        ("Ana {C:said}: “{T:It is late}.”", "“It is late.”"),
        ("Ana {C:said} {T:it was late}.", "it was late"),
        ('"{T:Go}!" Ana {C:said}.', '"Go!"'),
    ],
)
def test_quotation_marks_belong_to_the_content(marked, shown):
    _, _, content, _ = one(marked)
    assert content == [shown]


def test_content_without_a_word_is_no_statement():
    _, none = decoded("Ana {C:said}: {T:“…”}")
    assert none == []


def test_ids_come_from_content():
    *_, first = one("Ana {C:said} {T:it was late}.")
    *_, again = one("Ana {C:said} {T:it was late}.")
    *_, other = one("Ana {C:said} {T:it was late}!")
    assert first.id == again.id != other.id


def test_the_reason_names_the_words():
    *_, statement = one("{S:Ana} {C:said} {T:it was late}.")
    assert "“said”" in statement.why
    assert "“Ana”" in statement.why


def test_no_part_ends_with_a_word_that_joins():
    source, _, content, _ = one("{S:Ana, who} left, {C:said} {T:it was late and} went.")
    assert (source, content) == (["Ana"], ["it was late"])


def test_a_quotation_that_runs_on_keeps_its_full_stop():
    _, _, content, _ = one("Ana {C:said}:\n\n“{T:One}.\n\n“{T:Two}.”")
    assert content == ["“One.", "“Two.”"]
