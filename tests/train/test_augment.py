"""Changed documents keep their labels on the same words."""

import numpy as np
import pytest

from corpora.documents import Document, Labelled
from sayso.records import Span
from train.augment import augmented, with_headline

TEXT = 'Ana Ruel said that the northern bridge was open again. "We are glad," she said.'


def spans(*phrases):
    return tuple(Span(TEXT.index(p), TEXT.index(p) + len(p)) for p in phrases)


STATEMENTS = (
    Labelled(spans("Ana Ruel"), spans("said"), spans("that the northern bridge was open again")),
    Labelled(spans("she"), spans("said"), spans('"We are glad,"')),
)
DOCUMENT = Document("d", TEXT, STATEMENTS)


def words(document, number):
    s = document.statements[number]
    return [[x.of(document.text) for x in part] for part in (s.source, s.cue, s.content)]


@pytest.mark.parametrize("seed", range(20))
def test_other_marks_leave_every_offset(seed):
    changed = augmented(DOCUMENT, np.random.default_rng(seed))
    assert len(changed.text) == len(TEXT)
    assert changed.statements == STATEMENTS
    assert words(changed, 0) == words(DOCUMENT, 0)


def test_marks_do_change():
    texts = {augmented(DOCUMENT, np.random.default_rng(seed)).text for seed in range(60)}
    assert len(texts) > 2


@pytest.mark.parametrize("seed", range(20))
def test_a_headline_moves_the_labels_along(seed):
    changed = with_headline(DOCUMENT, np.random.default_rng(seed))
    added = len(changed.statements) - len(STATEMENTS)
    assert words(changed, added) == words(DOCUMENT, 0)
    if added:
        (source,), (cue,), (content,) = words(changed, 0)
        headline = changed.text.split("\n")[0]
        assert source == "Ana Ruel"
        assert cue in (":", "says")
        assert "northern bridge" in content.lower()
        assert all(part in headline for part in (source, cue, content))


def test_headlines_are_made():
    made = [with_headline(DOCUMENT, np.random.default_rng(seed)) for seed in range(20)]
    assert any(len(d.statements) == 3 for d in made)
