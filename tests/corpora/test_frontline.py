"""Frontline joins labels with texts, for statements, chains and names of who speaks."""

import hashlib
import json

from corpora import chains, frontline
from corpora.documents import Labelled
from sayso.records import Span

TEXT = "Vote in Karsk\n\nTolan and Petrak denied it, NWA reported."
STATEMENT = {
    "source": [[15, 31]],
    "cue": [[32, 38]],
    "content": [[39, 41]],
    "speaker": ["Mira Tolan", "Ana Petrak"],
    "carriers": ["NWA"],
}


def test_labels_and_texts_are_joined(tmp_path, monkeypatch):
    monkeypatch.setenv("SAYSO_DATA", str(tmp_path))
    (tmp_path / "conflict").mkdir()
    text = {"id": "a1", "text": TEXT}
    labels = {"id": "a1", "sha256": hashlib.sha256(TEXT.encode()).hexdigest(), "part": "dev"}
    for name, row in (("labelled-texts", text), ("labels", labels | {"statements": [STATEMENT]})):
        (tmp_path / "conflict" / f"{name}.jsonl").write_text(json.dumps(row) + "\n", "utf-8")
    (document,) = frontline.documents("dev")
    assert document.statements == (Labelled((Span(15, 31),), (Span(32, 38),), (Span(39, 41),)),)
    assert frontline.documents("train") == []
    (case,) = chains.frontline("dev")
    (chain,) = case.chains
    assert chain.speakers == ("Mira Tolan", "Ana Petrak")
    assert [link.name for link in chain.links] == ["NWA"]
