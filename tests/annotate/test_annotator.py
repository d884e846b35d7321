"""Articles go through windows, encoder and decoding, a bounded number at a time."""

import tracemalloc

import pytest

from sayso.annotate.annotator import AHEAD, Annotator
from sayso.records import Annotation, Article, Span

SAID = "“We never agreed to point {},” Ana Ruel said. Bo Tarn told Dessa Marlow that it was late. "


def words(spans, text):
    return [span.of(text) for span in spans]


def test_articles_are_taken_as_they_are_needed(engine):
    taken = []

    def articles():
        for number in range(AHEAD * 3):
            taken.append(number)
            yield Article(SAID.format(number), "test")

    annotations = engine.annotator(articles())
    first = next(annotations)
    assert len(first.statements) == 2
    assert len(taken) <= AHEAD + 2
    assert len(list(annotations)) == AHEAD * 3 - 1


def test_an_article_of_several_blocks_is_one_annotation(engine):
    text = "\n\n".join(SAID.format(number) * 4 for number in range(60))
    (annotation,) = engine.annotator([Article(text, "test")])
    starts = [statement.content[0].start for statement in annotation.statements]
    assert len(starts) > 400
    assert starts == sorted(starts)
    assert len(annotation.readings) == len(starts)


def test_an_article_without_words_has_nothing(engine):
    articles = [Article(text, "test") for text in ("", SAID, "\n\n")]
    empty, full, other = engine.annotator(articles)
    assert empty == other == Annotation(())
    assert full.statements


@pytest.mark.parametrize(
    ("fields", "sources"),
    [
        ({}, ["KARSK"]),
        ({"dateline": "KARSK"}, []),
        ({"skips": (Span(0, 6),)}, []),
    ],
)
def test_what_is_not_shown_does_not_speak(engine, fields, sources):
    text = "KARSK: the road was closed on Friday."
    (annotation,) = engine.annotator([Article(text, "test", **fields)])
    assert [w for s in annotation.statements for w in words(s.source, text)] == sources


def test_given_statements_are_read_as_those_found(engine):
    article = Article(SAID, "test")
    (annotation,) = engine.annotator([article])
    assert engine.annotator.readings(article, annotation.statements) == list(annotation.readings)


def peak(engine, size):
    """Return the most memory that annotating one paragraph of so many characters takes."""
    text = "".join(SAID.format(number) for number in range(size // len(SAID)))
    tracemalloc.start()
    try:
        assert list(engine.annotator([Article(text, "long")]))
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_memory_grows_with_a_paragraph_and_not_with_its_square(engine):
    assert peak(engine, 40_000) < 4 * peak(engine, 10_000)


class Watched:
    """An encoder that tells how many windows it was given beyond those whose scores were taken."""

    def __init__(self, encoder):
        self.encoder, self.weights, self.info = encoder, encoder.weights, encoder.info
        self.waiting = self.most = 0

    def submit(self, window):
        """Give the encoder a window, and count it as waiting."""
        self.waiting += 1
        self.most = max(self.most, self.waiting)
        return Taken(self, self.encoder.submit(window))


class Taken:
    """The scores of a window, which count as taken once they are asked for."""

    def __init__(self, watched, future):
        self.watched, self.future = watched, future

    def result(self):
        """Return the scores, and count them as taken."""
        self.watched.waiting -= 1
        return self.future.result()


def test_the_encoder_is_ahead_by_few_blocks_of_one_article(engine, monkeypatch):
    monkeypatch.setattr("sayso.annotate.annotator.BLOCK", 2)
    watched = Watched(engine.annotator._encoder)
    text = "".join(SAID.format(number) for number in range(250))
    assert len(next(Annotator(watched)([Article(text, "long")])).statements) > 250
    assert watched.most <= 2 * (AHEAD + 1)
