"""Words that a scanner broke."""

import pytest

from sayso.english.broken_words import moved, whole_words
from sayso.records import Annotation, Article, Reading, Span, Statement

TEXT = "The gover- nor de- nied that the gar- rison had gone."


def whole(text, **fields):
    return whole_words(Article(text, "a.txt", **fields))


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        (TEXT, "The governor denied that the garrison had gone."),
        ("The gover-\nnor de-\nnied that\nhe had gone.", "The governor denied that he had gone."),
        ("The gover-\nnor de-\nnied it.\n\nHe left.", "The governor denied it.\n\nHe left."),
        (
            "“No water and\nno bread,” he said.\nIt rained.",
            "“No water and no bread,” he said.\nIt rained.",
        ),
        ('She said "no water,\nno bread" there.', 'She said "no water, no bread" there.'),
    ],
)
def test_broken_words_are_joined(text, joined):
    assert whole(text).article.text == joined


@pytest.mark.parametrize(
    "text",
    [
        "The gover- nor denied it.",  # once is a slip
        "The pre- and post-war mid- to late twenties.",
        "The army- which denies it- and the rebels- who do not.",
        "The ship Alva- Bertha and the Ruel- Dece pact.",
        "“No water.\nNo bread,” he said.\nthen it rained.",
        'The "eels" of Garth\nand the "crabs" of Karsk',
        TEXT + " Nothing was said." * 200,
        "",
    ],
)
def test_other_hyphens_stay(text):
    assert whole(text) is None


def test_every_word_is_found_again_where_it_stands():
    joined = whole(TEXT, title_span=Span(0, 14))
    statement = Statement(
        "st_1", "indirect", 0.9, (Span(0, 14),), (Span(15, 23),), (Span(24, 52),), "Why."
    )
    given = Annotation((statement,), readings=(Reading(words=Span(15, 23)),))
    inside = joined.inward(given)
    (read,) = inside.statements
    assert joined.article.title_span.of(joined.article.text) == "The governor"
    assert [span.of(joined.article.text) for span in (*read.source, *read.cue)] == [
        "The governor",
        "denied",
    ]
    assert inside.readings[0].words == read.cue[0]
    back = joined.annotation(inside)
    assert (back.statements[0].source, back.statements[0].content) == (
        statement.source,
        statement.content,
    )


def test_the_id_of_a_statement_is_of_the_text_as_it_stands():
    joined = whole(TEXT)
    statement = Statement("st_1", "indirect", 0.9, (), (Span(15, 23),), (Span(24, 52),), "Why.")
    inside = joined.inward(Annotation((statement,)))
    ids = {joined.annotation(inside).statements[0].id for _ in range(2)}
    assert len(ids) == 1
    assert ids != {"st_1"}


def test_an_empty_span_stays_empty():
    assert whole(TEXT).annotation(Annotation((), readings=(Reading(),))).readings == (Reading(),)


def test_whatever_is_no_span_stays():
    value = ("a", 1, None, Span(1, 2))
    assert moved(value, lambda span: Span(span.start + 1, span.end + 1)) == (
        "a",
        1,
        None,
        Span(2, 3),
    )
