"""The acts benchmark on statements of our own, and on the labels where the corpora are."""

import pytest

from bench.tasks import acts
from bench.tasks.acts import Item
from sayso.errors import ReadError
from sayso.records import Act, Span
from tests.notation import one

ARTICLE, STATEMENT = one("{S:Tolan} {C:denied} {T:it if asked}.")


def item(act, polarity, modality="certain", condition=None, said=""):
    return Item(ARTICLE, STATEMENT, act, polarity, modality, condition, said)


def test_scores_of_known_answers():
    answers = [
        Act("denies", "neg", "conditional", (Span(16, 24),), ""),
        Act("asserts", "pos", "certain", (), ""),
        Act("asserts", "pos", "certain", (), ""),
        Act("denies", "pos", "possible", (), "", "if"),
    ]
    items = [
        item("denies", "neg", "conditional", (Span(20, 24),)),
        item("asserts", "pos", said="no"),
        item("rejects", "neg", said="yes"),
        item("", "pos", "possible", said="no"),
    ]
    scores = acts.score(items, answers)
    assert scores.count == 4
    assert scores.act_accuracy == pytest.approx(2 / 3)
    assert scores.act_macro_f1 == pytest.approx((2 / 3 + 0 + 1) / 3)
    assert scores.polarity_accuracy == 0.75
    assert scores.negative_f1 == pytest.approx(2 / 3)
    assert scores.modality_accuracy == 1
    assert scores.condition_f1 == pytest.approx(8 / 12)
    assert scores.said_f1 == pytest.approx(2 / 3)  # of two that were not said, one is found
    assert scores.confusion["rejects", "asserts"] == 1
    assert "1 rejects taken for asserts" in scores.table()


def test_meantime_gives_the_clause_around_an_event(tmp_path, monkeypatch):
    monkeypatch.setenv("SAYSO_DATA", str(tmp_path))
    folder = tmp_path / "times" / "meantime_newsreader_english_oct15" / "intra-doc_annotation" / "c"
    folder.mkdir(parents=True)
    words = ["Karsk", "did", "not", "vote", ",", "but", "Hadrov", "may", "vote", "."]
    tokens = "".join(f'<token t_id="{n}" sentence="0">{w}</token>' for n, w in enumerate(words))
    events = "".join(
        f'<EVENT_MENTION polarity="{p}" certainty="{c}"><token_anchor t_id="{at}"/></EVENT_MENTION>'
        for p, c, at in (
            ("NEG", "CERTAIN", 3),
            ("POS", "POSSIBLE", 8),
            ("POS", "UNDERSPECIFIED", 8),
        )
    )
    (folder / "a.xml").write_text(f"<Document>{tokens}{events}</Document>", "utf-8")
    items = acts.load("meantime")
    assert [i.article.text for i in items] == ["Karsk did not vote", "Hadrov may vote ."]
    assert [(i.polarity, i.modality) for i in items] == [("neg", "certain"), ("pos", "possible")]


def test_absent_labels_are_told(tmp_path, monkeypatch):
    monkeypatch.setenv("SAYSO_DATA", str(tmp_path))
    for data in acts.DATA:
        with pytest.raises(ReadError) as caught:
            acts.load(data)
        assert caught.value.kind == "absent"
