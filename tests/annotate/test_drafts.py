"""Spans that belong together become statements."""

from dataclasses import replace

import numpy as np
import pytest

from sayso.annotate.drafts import drafts
from sayso.annotate.ground import Ground
from sayso.annotate.heads import Encoded
from sayso.annotate.windows import LABELS, ROLES
from sayso.records import Article
from tests.annotate.building import scored, silent, weights

TWO = (
    "{T1:“We will go,”} {S1:Ana Ruel} {C1:said} on Friday, {T1:“but not today.”}"
    " {S2:Bo Tarn} {C2:denied} {T2:that it was late}."
)


def drafted(marked, **changes):
    """Return the words of source, cue and content of each draft; `changes` are of the weights."""
    article, window, scores = scored(marked)

    def words(ranges):
        return [article.text[window.starts[a] : window.ends[b - 1]] for a, b in ranges]

    outer, _ = drafts(Ground.of(article), Encoded.of([window], [scores]), weights(**changes))
    return [(words(d.source), words(d.cue), words(d.content)) for d in outer]


def test_an_interrupted_quotation_is_one_statement():
    first, second = drafted(TWO)
    assert first == (["Ana Ruel"], ["said"], ["“We will go,”", "“but not today.”"])
    assert second == (["Bo Tarn"], ["denied"], ["that it was late"])


def test_two_cues_share_a_source():
    marked = "{S:Ana Ruel} {C1:said} {T1:it was late} and {C2:added} {T2:that she was tired}."
    assert [source for source, _, _ in drafted(marked)] == [["Ana Ruel"], ["Ana Ruel"]]


def test_a_content_without_cue_stands_alone():
    assert drafted("{T:“Nothing has changed.”} So it went.") == [
        ([], [], ["“Nothing has changed.”"])
    ]


@pytest.mark.parametrize("marked", ["{S:Ana Ruel} said so.", "Ana Ruel {C:said} so."])
def test_without_content_there_is_no_statement(marked):
    assert drafted(marked) == []


def test_windows_of_an_article_are_independent():
    one, two = scored(TWO), scored("{S:Bo} {C:said} {T:no}.")
    text, parts = "", []
    for article, window, scores in (one, two, two, one):
        at = len(text)
        parts.append((replace(window, starts=window.starts + at, ends=window.ends + at), scores))
        text += article.text + "\n\n"
    together, _ = drafts(
        Ground.of(Article(text, "")), Encoded.of(*zip(*parts, strict=True)), weights()
    )
    of_one, of_two = (
        drafts(Ground.of(a), Encoded.of([w], [s]), weights())[0] for a, w, s in (one, two)
    )
    at = np.cumsum([0, *(len(window) for _, window, _ in (one, two, two))])
    moved = [
        replace(draft, **{
            role: tuple((a + start, b + start) for a, b in getattr(draft, role)) for role in ROLES
        })
        for start, alone in zip(at.tolist(), (of_one, of_two, of_two, of_one), strict=True)
        for draft in alone
    ]  # fmt: skip
    assert together == moved


def test_bias_moves_the_balance():
    marked = "Bo said {T:no}."
    assert drafted(marked)
    assert drafted(marked, bias=np.eye(len(LABELS), dtype=np.float32)[0] * 100) == []


def test_what_stands_inside_is_tagged_apart():
    article, window, scores = scored("{S:Ana} {C:said} {T:Bo denied it}.")
    _, _, inner = scored("Ana said {S:Bo} {C:denied} {T:it}.")
    quiet, speaking = silent(window).tags, inner.tags
    quiet[:, 0] = 5
    for nested, count in ((quiet, 0), (speaking, 1)):
        encoded = Encoded.of([window], [scores._replace(nested=nested)])
        outer, inside = drafts(Ground.of(article), encoded, weights())
        assert (len(outer), len(inside)) == (1, count)


@pytest.mark.parametrize("marked", ["Ana said {T:it}.", "Ana {C:said} {T:it}."])
def test_what_stands_inside_has_a_source_of_its_own(marked):
    article, window, scores = scored(marked)
    encoded = Encoded.of([window], [scores._replace(nested=scores.tags)])
    outer, inside = drafts(Ground.of(article), encoded, weights())
    assert (len(outer), len(inside)) == (1, 0)


def test_no_span_crosses_a_paragraph():
    ((_, _, content),) = drafted("{S:Bo} {C:said} {T:“we go\n\nand we stay”}.")
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
    made = drafted(marked)
    assert [content for _, _, content in made] == contents
    assert [cue for _, cue, _ in made] == [["said"], []][: len(contents)]


def test_a_quotation_apart_from_indirect_speech_is_whole():
    article, window, scores = scored("{S:Bo} {C:said} {T:that we go}. {T:“We stay.”}")
    outer, _ = drafts(Ground.of(article), Encoded.of([window], [scores]), weights())
    assert [draft.whole for draft in outer] == [False, True]
