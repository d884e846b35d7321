"""Scores become spans, and spans that belong together become statements."""

import numpy as np
import pytest

from sayso.annotate.decode import best_paths, drafts, legal, spans_of
from sayso.annotate.windows import LABELS
from tests.annotate.building import scores_of, weights

TEXT = "“We will go,” Ana Ruel said on Friday, “but not today.” Bo Tarn denied that it was late."
PARTS = {
    "source": ["Ana Ruel", "Bo Tarn"],
    "cue": ["said", "denied"],
    "content": ["“We will go,”", "“but not today.”", "that it was late"],
}


def words(text, draft, role):
    w = draft.window
    return [text[w.starts[a] : w.ends[b - 1]] for a, b in getattr(draft, role)]


def test_an_interrupted_quotation_is_one_statement():
    window, scores = scores_of(TEXT, **PARTS)
    first, second = drafts([window], [scores], weights())
    assert words(TEXT, first, "content") == ["“We will go,”", "“but not today.”"]
    assert words(TEXT, first, "source") == ["Ana Ruel"]
    assert words(TEXT, second, "cue") == ["denied"]
    assert words(TEXT, second, "content") == ["that it was late"]


def test_two_cues_share_a_source():
    text = "Ana Ruel said it was late and added that she was tired."
    window, scores = scores_of(
        text,
        source="Ana Ruel",
        cue=["said", "added"],
        content=["it was late", "that she was tired"],
    )
    found = drafts([window], [scores], weights())
    assert [words(text, d, "source") for d in found] == [["Ana Ruel"], ["Ana Ruel"]]


def test_a_content_without_cue_stands_alone():
    text = "“Nothing has changed.” So it went."
    window, scores = scores_of(text, content="“Nothing has changed.”")
    (draft,) = drafts([window], [scores], weights())
    assert (draft.source, draft.cue) == ((), ())
    assert words(text, draft, "content") == ["“Nothing has changed.”"]


@pytest.mark.parametrize("role", ["source", "cue"])
def test_without_content_there_is_no_statement(role):
    window, scores = scores_of("Ana Ruel said so.", **{role: "Ana Ruel"})
    assert drafts([window], [scores], weights()) == []


def test_windows_of_an_article_are_independent():
    one = scores_of(TEXT, **PARTS)
    two = scores_of("Bo said no.", source="Bo", cue="said", content="no")
    together = drafts([one[0], two[0]], [one[1], two[1]], weights())
    apart = [*drafts([one[0]], [one[1]], weights()), *drafts([two[0]], [two[1]], weights())]
    assert [(d.source, d.cue, d.content) for d in together] == [
        (d.source, d.cue, d.content) for d in apart
    ]


def test_nothing_begins_in_the_middle():
    scores = np.zeros((3, len(LABELS)), dtype=np.float32)
    scores[:, LABELS.index("I-cue")] = 3  # would be the best label at each place by itself
    (path,) = best_paths([scores], weights())
    assert LABELS[path[0]] != "I-cue"


def test_transitions_that_break_a_span_are_ruled_out():
    steps = legal(np.zeros((len(LABELS) + 1, len(LABELS)), np.float32))
    allowed = {
        (LABELS[i] if i < len(LABELS) else "start", LABELS[j])
        for i, j in np.argwhere(steps == 0).tolist()
    }
    assert ("B-cue", "I-cue") in allowed
    assert ("I-cue", "I-cue") in allowed
    assert not allowed & {("O", "I-cue"), ("B-source", "I-cue"), ("start", "I-content")}


def test_spans_of_neighbours_stay_apart():
    path = np.asarray([LABELS.index(x) for x in ("B-cue", "I-cue", "B-cue", "B-source", "O")])
    marks = spans_of(path)
    assert marks.cue.tolist() == [[0, 2], [2, 3]]
    assert marks.source.tolist() == [[3, 4]]


def test_bias_moves_the_balance():
    window, scores = scores_of("Bo said no.", content="no")
    assert drafts([window], [scores], weights())
    assert (
        drafts([window], [scores], weights(bias=np.eye(len(LABELS), dtype=np.float32)[0] * 100))
        == []
    )


def test_no_windows_no_statements():
    assert drafts([], [], weights()) == []


def test_no_span_crosses_a_paragraph():
    text = "Bo said “we go\n\nand we stay”."
    window, scores = scores_of(text, source="Bo", cue="said", content="“we go\n\nand we stay”")
    (draft,) = drafts([window], [scores], weights(bias=np.zeros(len(LABELS), np.float32)))
    assert words(text, draft, "content")[0] == "“we go"
    assert all("\n" not in piece for piece in words(text, draft, "content"))


@pytest.mark.parametrize(
    ("text", "pieces", "statements"),
    [
        ("“We go,” said Bo. “We stay.”", ["“We go,”", "“We stay.”"], 1),
        ("“We go,” said Bo, “and stay.”", ["“We go,”", "“and stay.”"], 1),
        ("Bo said that we go. “We stay.”", ["that we go", "“We stay.”"], 2),
        ("“We go,” said Bo. He meant us.", ["“We go,”", "He meant us"], 1),
    ],
)
def test_a_quotation_after_indirect_speech_stands_apart(text, pieces, statements):
    window, scores = scores_of(text, source="Bo", cue="said", content=pieces)
    found = drafts([window], [scores], weights())
    assert [words(text, d, "content") for d in found] == (
        [pieces] if statements == 1 else [[p] for p in pieces]
    )
    assert [d.cue != () for d in found] == [True, False][:statements]
