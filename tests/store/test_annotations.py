"""What the encoder found is kept, so that it never runs again for other rules."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.errors import StoreError
from sayso.records import UNREAD, Annotation, Mention, ModelInfo, Reading, Span, Statement
from sayso.store import Kept, Store
from sayso.store.annotations import packed, unpacked

from .samples import MODEL, article, record, records
from .test_verbatim import TEXTS

RULES = replace(MODEL, rules="2")
OTHER = ModelInfo("tests", "2")
SPAN = st.builds(Span, st.integers(0, 99), st.integers(0, 2**31 - 1))
SPANS = st.lists(SPAN, max_size=3).map(tuple)
SCORE = st.floats(0, 1)
SCORES = st.lists(SCORE, max_size=3).map(tuple)
STATEMENT = st.builds(Statement, TEXTS, TEXTS, SCORE, SPANS, SPANS, SPANS, TEXTS)
ANNOTATIONS = st.builds(
    Annotation,
    st.lists(STATEMENT, max_size=2).map(tuple),
    st.lists(st.builds(Mention, SPAN, TEXTS, TEXTS, SCORE), max_size=2).map(tuple),
    st.lists(st.builds(Reading, SCORES, SCORE, SCORES, SPAN, SCORES), max_size=2).map(tuple),
)


def annotation(number: int) -> Annotation:
    """Return what the statements of `record(number)` might have been made of."""
    statements = record(number).statements
    mention = Mention(Span(0, 5), "place", "name", 1 / 3)
    reading = Reading((0.1, 0.9), 1 / 7, (1.0,), Span(2, 4))
    return Annotation(statements, (mention,), (reading, UNREAD))


@settings(suppress_health_check=[HealthCheck.too_slow])  # the machine may be busy
@given(ANNOTATIONS)
def test_any_annotation_comes_back(annotation: Annotation) -> None:
    assert unpacked(packed(annotation)) == annotation


def test_annotations_come_back_from_the_record(store: Store) -> None:
    store.write(records(3), map(annotation, range(3)))
    assert [store.annotation(article(n).id) for n in range(3)] == [annotation(n) for n in range(3)]
    assert store.annotated() == [article(n).id for n in range(3)]
    kept = Kept(article(1), annotation(1), MODEL)
    assert store.kept([article(1).id, article(9).id]) == [kept]


def test_an_article_without_an_annotation(store: Store) -> None:
    store.write(records(1))
    assert store.annotated() == store.kept([article(0).id]) == []
    with pytest.raises(StoreError, match="no annotation in the record is of the article"):
        store.annotation(article(0).id)


def test_there_is_one_annotation_a_record(store: Store) -> None:
    with pytest.raises(ValueError, match="shorter"):
        store.write(records(2), [annotation(0)])
    assert store.counts().articles == 0


def test_other_rules_leave_the_annotation(store: Store) -> None:
    store.write([record(1)], [annotation(1)])
    assert store.write([replace(record(1), model=RULES)]).replaced == 1
    assert store.annotation(article(1).id) == annotation(1)


def test_another_model_takes_the_annotation_away(store: Store) -> None:
    store.write(records(3), map(annotation, range(3)))
    other = [replace(record(n), model=OTHER) for n in range(2)]
    store.write(other[:1], [annotation(7)])
    store.write(other[1:])
    assert store.annotation(article(0).id) == annotation(7)
    assert store.annotated() == [article(0).id, article(2).id]
    assert [kept.model for kept in store.kept([article(0).id])] == [OTHER]


def test_conclusions_are_made_again(store: Store) -> None:
    store.write(records(2), map(annotation, range(2)))
    again = replace(record(1).only(lambda s: s.kind == "direct"), model=RULES)
    assert store.conclude([again]) == 1
    assert store.record(article(1).id) == again
    assert store.conclude([record(1)]) == 1  # the same rules may conclude again, too
    assert store.record(article(1).id) == record(1)
    assert store.record(article(0).id) == record(0)
    assert store.annotation(article(1).id) == annotation(1)


def test_conclusions_of_another_model_or_article_are_passed_over(store: Store) -> None:
    store.write([record(1)], [annotation(1)])
    assert store.conclude([replace(record(1), model=OTHER), record(2)]) == 0
    assert store.record(article(1).id) == record(1)
    assert store.counts().articles == 1
