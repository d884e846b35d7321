"""Scores become spans, and spans that belong together become statements."""

import numpy as np
import pytest

from sayso.annotate.decode import best_paths, drafts, legal, spans_of
from sayso.annotate.windows import LABELS
from tests.annotate.building import scored, weights

TWO = (
    "{T1:“We will go,”} {S1:Ana Ruel} {C1:said} on Friday, {T1:“but not today.”}"
    " {S2:Bo Tarn} {C2:denied} {T2:that it was late}."
)


def found(marked, **changes):
    """Return the words of source, cue and content of each draft; `changes` are of the weights."""
    article, window, scores = scored(marked)

    def words(ranges):
        return [article.text[window.starts[a] : window.ends[b - 1]] for a, b in ranges]

    made = drafts([window], [scores], weights(**changes))
    return [(words(d.source), words(d.cue), words(d.content)) for d in made]


def test_an_interrupted_quotation_is_one_statement():
    first, second = found(TWO)
    assert first == (["Ana Ruel"], ["said"], ["“We will go,”", "“but not today.”"])
    assert second == (["Bo Tarn"], ["denied"], ["that it was late"])


def test_two_cues_share_a_source():
    marked = "{S:Ana Ruel} {C1:said} {T1:it was late} and {C2:added} {T2:that she was tired}."
    assert [source for source, _, _ in found(marked)] == [["Ana Ruel"], ["Ana Ruel"]]


def test_a_content_without_cue_stands_alone():
    assert found("{T:“Nothing has changed.”} So it went.") == [([], [], ["“Nothing has changed.”"])]


@pytest.mark.parametrize("marked", ["{S:Ana Ruel} said so.", "Ana Ruel {C:said} so."])
def test_without_content_there_is_no_statement(marked):
    assert found(marked) == []


def test_windows_of_an_article_are_independent():
    _, *one = scored(TWO)
    _, *two = scored("{S:Bo} {C:said} {T:no}.")
    together = drafts(*zip(one, two, strict=True), weights())
    apart = [d for window, scores in (one, two) for d in drafts([window], [scores], weights())]
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
    marked = "Bo said {T:no}."
    assert found(marked)
    assert found(marked, bias=np.eye(len(LABELS), dtype=np.float32)[0] * 100) == []


def test_no_windows_no_statements():
    assert drafts([], [], weights()) == []


def test_no_span_crosses_a_paragraph():
    ((_, _, content),) = found("{S:Bo} {C:said} {T:“we go\n\nand we stay”}.")
    assert content[0] == "“we go"
    assert all("\n" not in piece for piece in content)


@pytest.mark.parametrize(
    ("marked", "contents"),
    [
        ("{T:“We go,”} {C:said} {S:Bo}. {T:“We stay.”}", [["“We go,”", "“We stay.”"]]),
        ("{T:“We go,”} {C:said} {S:Bo}, {T:“and stay.”}", [["“We go,”", "“and stay.”"]]),
        ("{S:Bo} {C:said} {T:that we go}. {T:“We stay.”}", [["that we go"], ["“We stay.”"]]),
        ("{T:“We go,”} {C:said} {S:Bo}. {T:He meant us}.", [["“We go,”", "He meant us"]]),
    ],
)
def test_a_quotation_after_indirect_speech_stands_apart(marked, contents):
    made = found(marked)
    assert [content for _, _, content in made] == contents
    assert [cue for _, cue, _ in made] == [["said"], []][: len(contents)]
