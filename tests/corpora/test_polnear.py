"""Whom sources stand for, as labelled: those whom a ranking of mentions can tell."""

import json

import pytest

from corpora.polnear import Holder, holders
from sayso.records import Span


def test_sources_and_where_their_holders_are_mentioned(tmp_path, monkeypatch):
    monkeypatch.setenv("SAYSO_DATA", str(tmp_path))
    (tmp_path / "coref").mkdir()
    sources = [
        {"source": [[10, 12]], "kind": "pronoun", "name": [0, 8], "antecedent": [0, 8]},
        {"source": [[20, 25]], "kind": "title", "name": None, "antecedent": [14, 18]},
        {"source": [[30, 35]], "kind": "new", "name": [0, 8], "antecedent": None},
        {"source": [[40, 43]], "kind": "who", "name": [0, 8], "antecedent": [30, 35]},
    ]
    row = {"id": "a1", "sources": sources}
    path = tmp_path / "coref" / "polnear_train_holders.jsonl"
    path.write_text(json.dumps(row) + "\n", "utf-8")
    assert holders() == {
        "a1": (
            Holder(Span(10, 12), (Span(0, 8), Span(0, 8))),
            Holder(Span(20, 25), (Span(14, 18),)),
            Holder(Span(30, 35), ()),
        )
    }


def test_labels_that_are_not_there(tmp_path, monkeypatch):
    monkeypatch.setenv("SAYSO_DATA", str(tmp_path))
    with pytest.raises(FileNotFoundError):
        holders()
