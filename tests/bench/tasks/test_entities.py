"""The measures of who is who over many articles."""

import pytest

from bench.tasks.across.entities import load, score
from corpora.gum import CorefDocument, Entity
from sayso.link.entities import Card, Group, Setting
from sayso.records import Span


def group(*names: str) -> Group:
    cards = [Card(Setting(n, "", "", (), ""), "a1", "person", (n,)) for n in names]
    return Group(tuple(cards), ())


def test_pairs_are_counted_and_who_is_mixed_up_is_told():
    truth = {(name, "a1"): name[0] for name in ("x1", "x2", "x3", "y1")}
    measured = score([group("x1", "x2", "y1"), group("x3")], truth)
    assert measured.figures["precision"] == pytest.approx(1 / 3)
    assert measured.figures["recall"] == pytest.approx(1 / 3)
    assert measured.figures["mixed"] == 1
    assert measured.parted == {"x": [["x1", "x2"], ["x3"]]}


def test_who_is_not_known_does_not_count():
    measured = score([group("x1", "z")], {("x1", "a1"): "x"})
    assert measured.figures["mixed"] == 0


def test_a_document_becomes_a_record_of_whom_it_names():
    from bench.tasks.across.entities import _record

    text = "President Ilva Teren spoke. She left the Harbour Trust."
    spans = {
        "President Ilva Teren": ("person", "1", "Ilva_Teren"),
        "She": ("person", "1", ""),
        "the Harbour Trust": ("organization", "2", ""),
    }
    entities = tuple(
        Entity(Span(text.index(words), text.index(words) + len(words)), *label)
        for words, label in spans.items()
    )
    record, titles = _record(CorefDocument("GUM_news_x", text, entities))
    assert [actor.name for actor in record.actors] == ["Ilva Teren", "Harbour Trust"]
    assert [role.text for role in record.actors[0].roles] == ["President"]
    assert titles == {"a1": "Ilva_Teren"}


def test_own_names_are_loaded_by_halves():
    records, truth = load("own")
    others, kept = load("own-kept")
    assert not {*truth.values()} & {*kept.values()}
    assert len(records) == len(truth)
    assert len(others) == len(kept)
