"""The notation of tests, by examples."""

import pytest

from sayso.records import statement_id
from tests.notation import one, read


def words(spans, article):
    return [span.of(article.text) for span in spans]


def test_a_statement():
    article, statement = one("On Friday {S:Ana Ruel} {C:said} {T:it had rained}.")
    assert article.text == "On Friday Ana Ruel said it had rained."
    parts = statement.source, statement.cue, statement.content
    assert [words(part, article) for part in parts] == [["Ana Ruel"], ["said"], ["it had rained"]]
    assert statement.id == statement_id(article.id, parts)


def test_numbers_tell_statements_apart_and_order_them():
    article, annotation = read("{T2:“No,”} {S2:she} {C2:said}. {S1:Bo} {C1:knew}: {T1:“{T10:so}.”}")
    contents = [words(s.content, article) for s in annotation.statements]
    assert contents == [["“so.”"], ["“No,”"], ["so"]]


def test_a_part_has_as_many_pieces_as_marks():
    article, statement = one("{T:“We talk,”} {S:she} {C:said}, {T:“but not now.”}")
    assert words(statement.content, article) == ["“We talk,”", "“but not now.”"]


@pytest.mark.parametrize("marked", ["{C:} {T:so}", "{S:}{T:so}", "{T:so}"])
def test_what_marks_nothing_is_no_part(marked):
    _, statement = one(marked)
    assert statement.source == statement.cue == ()


@pytest.mark.parametrize(
    ("marked", "kind"),
    [
        ("{C:Said}: {T:“No.”}", "direct"),
        ("{C:Said} {T:so}.", "indirect"),
        ("{C:Said} {T:so}, and {T:“no”}.", "mixed"),
        ("{C:Said} {T:so “no” one}.", "mixed"),
        ("{C:Said}: “{T:No}.”", "direct"),
    ],
)
def test_the_kind_is_told_by_the_quotation_marks(marked, kind):
    assert one(marked)[1].kind == kind


def test_mentions():
    article, annotation = read(
        "<d:The mayor of <l:Almis>>, <p:Ruel>, met <g:Karskans> of <o:NWA> on <t:Friday>;"
        " <=:she> left <b:the agency>."
    )
    assert article.text == (
        "The mayor of Almis, Ruel, met Karskans of NWA on Friday; she left the agency."
    )
    assert [(m.span.of(article.text), m.type, m.form) for m in annotation.mentions] == [
        ("The mayor of Almis", "person", "nominal"),
        ("Almis", "place", "name"),
        ("Ruel", "person", "name"),
        ("Karskans", "group", "name"),
        ("NWA", "organisation", "name"),
        ("Friday", "time", "name"),
        ("she", "person", "pronoun"),
        ("the agency", "organisation", "nominal"),
    ]


def test_marks_stand_in_marks():
    article, annotation = read("{S1:<p:Ana>} {C1:said} {T1:{S2:<=:she>} {C2:knew} {T2:no}}.")
    outer, inner = annotation.statements
    assert words(outer.content, article) == ["she knew no"]
    assert words(inner.source, article) == ["she"]
    assert words((m.span for m in annotation.mentions), article) == ["Ana", "she"]


@pytest.mark.parametrize("text", ["", "a > b } c { d < e", "{X:no mark}", "<x:no mark>", "\ud800"])
def test_other_text_stays_as_it_is(text):
    article, annotation = read(text)
    assert article.text == text
    assert annotation.statements == annotation.mentions == ()


def test_fields_of_the_article():
    article, _ = read("{T:So.}", publisher="Northwire", source="a.txt")
    assert (article.publisher, article.source) == ("Northwire", "a.txt")
    assert read("")[0].source == "test"


def test_a_mark_that_stays_open_is_a_slip():
    with pytest.raises(AssertionError, match="stays open"):
        read("{S:Ana said")
