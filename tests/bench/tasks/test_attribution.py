"""The attribution benchmark on documents of our own, and on the corpora where they are."""

import json

import pytest

from bench.scorer import Scored
from bench.tasks import attribution
from corpora.conflict import LABELS
from corpora.documents import Document, Labelled
from sayso.errors import ModelError, ReadError
from sayso.records import Span
from sayso.settings import Settings

TEXT = "Tolan said Karsk will vote. Guards denied it all. Petrak knows why."
VOTE = Labelled((Span(0, 5),), (Span(6, 10),), (Span(11, 26),))
DENIED = Labelled((Span(28, 34),), (Span(35, 41),), (Span(42, 48),))
UNSAID = Labelled((Span(50, 56),), (Span(57, 62),), (Span(63, 66),))
NO_SOURCE = Labelled((), VOTE.cue, VOTE.content)
DOCUMENT = Document("velmark", TEXT, (VOTE, DENIED))


def corpus_line():
    rows = [[list(span) for span in role] for role in (VOTE.source, VOTE.cue, VOTE.content)]
    attribution = dict(zip(("source", "cue", "content"), rows, strict=True))
    return json.dumps({"id": "velmark", "text": TEXT, "attributions": [attribution]})


def test_run_scores_a_system():
    system = attribution.per_text(lambda text: [Scored(VOTE)] if text == TEXT else [])
    scores, errors = attribution.run([DOCUMENT], system)
    assert scores.overall["statement"].recall == 0.5
    assert errors == []


def test_errors_are_ranked_by_words_and_score():
    predicted = [Scored(NO_SOURCE, 0.9), Scored(UNSAID, 0.6)]
    _, errors = attribution.run([DOCUMENT], lambda _: [predicted], errors=9)
    assert [(e.fault, e.weight, e.statement) for e in errors] == [
        ("source", pytest.approx(2.7), NO_SOURCE),
        ("missed", 2.0, DENIED),
        ("spurious", 0.6, UNSAID),
    ]
    assert attribution.run([DOCUMENT], lambda _: [predicted], errors=1)[1] == errors[:1]


def test_errors_give_ids_and_offsets_but_no_text():
    _, (error,) = attribution.run([DOCUMENT], lambda _: [[Scored(NO_SOURCE)]], errors=1)
    assert json.loads(json.dumps(error.to_json())) == {
        "document": "velmark",
        "fault": "source",
        "score": 1.0,
        "source": [],
        "cue": [[6, 10]],
        "content": [[11, 26]],
        "gold_source": [[0, 5]],
    }


def test_the_corpus_is_read_from_its_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("SAYSO_DATA", str(tmp_path))
    (tmp_path / "attribution").mkdir()
    path = tmp_path / "attribution" / "dev.jsonl"
    path.write_text(corpus_line() + "\n", "utf-8")
    assert attribution.load("polnear-dev") == [Document("velmark", TEXT, (VOTE,))]
    path.write_text("", "utf-8")
    with pytest.raises(ReadError) as caught:
        attribution.load("polnear-dev")
    assert caught.value.kind == "empty"


def test_a_broken_label_is_not_taken_for_an_absent_corpus(tmp_path, monkeypatch):
    monkeypatch.setenv("SAYSO_DATA", str(tmp_path))
    (tmp_path / "attribution").mkdir()
    (tmp_path / "attribution" / "dev.jsonl").write_text('{"id": "velmark"}\n', "utf-8")
    with pytest.raises(KeyError):
        attribution.load("polnear-dev")


@pytest.mark.parametrize("data", ["polnear-dev", "conflict-dev"])
def test_an_absent_corpus_is_told_apart(tmp_path, monkeypatch, data):
    monkeypatch.setenv("SAYSO_DATA", str(tmp_path))
    if data == "conflict-dev" and not LABELS.read_text("utf-8"):
        pytest.skip("no conflict labels yet")
    with pytest.raises(ReadError) as caught:
        attribution.load(data)
    assert caught.value.kind == "absent"


@pytest.mark.parametrize("data", list(attribution.DATA))
def test_gold_against_itself_is_perfect_on_the_corpora(data):
    try:
        documents = attribution.load(data)
    except ReadError as error:
        pytest.skip(str(error))
    gold = [[Scored(statement) for statement in d.statements] for d in documents]
    scores, errors = attribution.run(documents, lambda _: gold, errors=1)
    assert all(tally.f1 == 1.0 for _, _, tally in scores.rows())
    assert errors == []


def test_any_other_name_of_a_system_is_a_file(tmp_path):
    path = tmp_path / "out.jsonl"
    article = {"given_id": "velmark", "text": TEXT}
    row = {"article": article, "statements": [{"content": [[11, 26]]}]}
    path.write_text(json.dumps(row), "utf-8")
    system = attribution.system_of(str(path), Settings())
    assert system([DOCUMENT]) == [[Scored(Labelled((), (), VOTE.content))]]


def test_the_engine_is_a_system():
    try:
        system = attribution.engine(Settings())
    except ModelError as error:
        pytest.skip(str(error))
    text = "“We will not leave Karsk,” Mira Tolan said on Monday."
    empty, karsk = system([Document("empty", "", ()), Document("karsk", text, ())])
    assert empty == []
    assert (Span(27, 37),) in [s.labelled.source for s in karsk]  # Mira Tolan
    assert all(0.0 < s.score <= 1.0 for s in karsk)


def test_a_threshold_above_one_leaves_nothing_of_the_engine():
    try:
        system = attribution.engine(Settings(min_score=1.1))
    except ModelError as error:
        pytest.skip(str(error))
    assert system([Document("karsk", TEXT, ())]) == [[]]
