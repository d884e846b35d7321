"""Scores of a block become all that an annotation holds."""

from sayso.annotate.decode import decoded
from sayso.annotate.ground import Ground
from sayso.annotate.heads import NAME_LABELS, Encoded
from tests.annotate.building import scored, tokens_of, weights


def test_an_annotation_holds_statements_nested_ones_readings_and_mentions():
    article, window, scores = scored("{S:Ana} {C:said} {T:Bo denied it}.")
    _, _, inner = scored("Ana said {S:Bo} {C:denied} {T:it}.")
    scores.names[:, 0] = 5
    scores.names[tokens_of(window, 0, 3), NAME_LABELS.index("B-person")] = 10
    encoded = Encoded.of([window], [scores._replace(nested=inner.tags)])
    annotation = decoded(Ground.of(article), encoded, weights(), least=0.0)
    sources = [statement.source[0].of(article.text) for statement in annotation.statements]
    assert sources == ["Ana", "Bo"]
    assert len(annotation.readings) == 2
    assert [(m.span.of(article.text), m.type) for m in annotation.mentions] == [("Ana", "person")]


def test_what_is_less_sure_than_asked_for_is_left_out():
    article, window, scores = scored("{S:Ana} {C:said} {T:it}.")
    encoded = Encoded.of([window], [scores])
    for least, count in ((0.48, 1), (0.5, 0)):  # without weights, every score is 0.488
        annotation = decoded(Ground.of(article), encoded, weights(), least=least)
        assert len(annotation.statements) == len(annotation.readings) == count


def test_what_stands_in_a_report_of_no_clause_of_its_sentence_is_a_statement_of_its_own():
    marked = "{T:Ana told us that it fell}, aides say. {S:Bo} {C:said} {T:it stands}."
    article, window, scores = scored(marked)
    nested = "{S:Ana} {C:told} us {T:that it fell}, aides say. Bo said it stands."
    inner = scored(nested)[2]
    encoded = Encoded.of([window], [scores._replace(nested=inner.tags)])
    annotation = decoded(Ground.of(article), encoded, weights(), least=0.0)
    words = [(s.source[0].of(article.text), s.content[0].of(article.text))
             for s in annotation.statements]  # fmt: skip
    assert words == [("Ana", "that it fell"), ("Bo", "it stands")]
