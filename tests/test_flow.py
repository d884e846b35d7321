"""Articles in, records out: exact spans, the same bytes always, odd text, the golden cases."""

import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bench.scorer import Scored, score
from corpora.documents import Document, Labelled, spans
from sayso.export.jsonlines import dumps
from sayso.pipeline import Engine, extract, records
from sayso.records import Article, Span
from sayso.settings import Settings

CASES = sorted(p for p in (Path(__file__).parent / "cases").iterdir() if p.is_dir())
TEXTS = [(case / "article.txt").read_text("utf-8") for case in CASES]


def checked(record):
    """Return the record after checking what holds for every record."""
    size = len(record.article.text)
    for s in record.statements:
        assert s.content
        assert 0 <= s.score <= 1
        for part in (s.source, s.cue, s.content):
            assert all(0 <= a < b <= size for a, b in part)
            assert all(x.end <= y.start for x, y in pairwise(part))
    return record


def test_the_words_are_found():
    record = extract("“We never agreed to that,” the minister said on Friday.")
    (statement,) = record.statements
    words = [[s.of(record.article.text) for s in part]
             for part in (statement.source, statement.cue, statement.content)]  # fmt: skip
    assert words == [["the minister"], ["said"], ["“We never agreed to that,”"]]
    assert statement.kind == "direct"


def test_an_interrupted_quotation_is_one_statement():
    record = extract("“We will talk,” Ana Ruel said, “but the region is ours.”")
    (statement,) = record.statements
    assert len(statement.content) == 2


@pytest.fixture(scope="module")
def made(engine):
    """Return the records of the golden cases, annotated together on all cores."""
    return engine([Article(text, case.name) for case, text in zip(CASES, TEXTS, strict=True)])


@pytest.mark.parametrize(("threads", "size"), [(1, 1), (2, 3)])
def test_same_bytes_whatever_the_batch_and_the_threads(made, threads, size):
    other = Engine.load(Settings(threads=threads))
    again = records([record.article for record in made], other, batch=size)
    assert [dumps(record) for record in again] == [dumps(record) for record in made]


ODD = ["", "a", '"', "“”‘’«»''", "\x00\x07\x1b[31m", "\ud800 “x,” he said", "👩‍👩‍👧 said: “é́é́”",
       "قال الوزير: «لا» وأضاف", "“" * 3000, "x" * 100_000, "said " * 5000, "\u202e“no,” he said",
       "Judge To Orsk: Go Home", "Drell To Saas: Never Threaten Us Again", "Minister To Rebels: Go",
       "a\r\nb\u2028c", "“One\n\n“two\n\n“three,” he said"]  # fmt: skip


@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
def test_odd_text(engine, text):
    (record,) = engine([Article(text, "odd")])
    checked(record)
    assert json.loads(dumps(record))["article"]["text"] == text


@settings(max_examples=40, deadline=None)
@given(st.lists(st.one_of(st.text(max_size=20), st.sampled_from(
    [' “No,” said Ana Ruel. ', ' "', "he said ", "\n\n", " according to ", "’", "\ud83d", "e\u0301"]
)), max_size=30).map("".join))  # fmt: skip
@example("")
def test_any_text(engine, text):
    (record,) = engine([Article(text, "any")])
    checked(record)
    (alone,) = engine([Article(text, "any")])
    assert dumps(record) == dumps(alone)


def test_golden_cases(made):
    documents, annotated = [], []
    for case, record in zip(CASES, made, strict=True):
        gold = json.loads((case / "expected.json").read_text("utf-8"))["statements"]
        labelled = [
            Labelled(*(spans(s[role]) for role in ("source", "cue", "content"))) for s in gold
        ]
        documents.append(Document(case.name, record.article.text, tuple(labelled)))
        annotated.append(
            [Scored(Labelled(s.source, s.cue, s.content), s.score)
             for s in checked(record).statements]
        )  # fmt: skip
    overall = score(documents, annotated).overall
    assert overall["content_half"].f1 >= 0.72
    assert overall["statement"].f1 >= 0.56


def test_skips_are_never_in_statements(engine):
    text = "field_bodyThe minister said “no” on Friday. Read more, she said."
    cut = text.index("Read more")
    article = Article(text, "x", skips=(Span(0, 10), Span(cut, len(text))))
    (record,) = engine([article])
    assert record.statements
    for s in record.statements:
        assert all(a >= 10 and b <= cut for part in (s.source, s.cue, s.content) for a, b in part)


@pytest.mark.parametrize("lead", ["Ilvany: ", "ILVANY, March 3 (NWA) — ", "ILVANY (NWA) -- "])
def test_a_dateline_does_not_speak(engine, lead):
    text = f"{lead}The governor on Tuesday said that the bridge was open."
    article = Article(text, "x", dateline=lead[:6])
    (record,) = engine([article])
    assert [[s.of(text) for s in x.source] for x in record.statements] == [["The governor"]]
