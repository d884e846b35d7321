"""Texts as tokens with classes."""

import pytest

from sayso.resolve.times.tokens import BREAK, OTHER, lexicon, runs
from tests.resolve.times.reading import tokens_of


def classes(text):
    names = {code: name for name, code in lexicon().codes.items()} | {OTHER: "", BREAK: "BREAK"}
    return [names[code] for code in tokens_of(text).codes]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("April 3, 2014", ["MONTH", "DAYNUM", "COMMA", "YEAR"]),
        ("Sept. 11", ["ABBR", "DOT", "DAYNUM"]),
        ("Monday Fridays", ["WEEKDAY", "WEEKDAYS"]),
        ("2014-05-03 7/8/07 2/3", ["ISODATE", "SLASHDATE", "FRACTION"]),
        ("18:00 o'clock pm", ["CLOCK", "OCLOCK", "AMPM"]),
        ("the 1990s", None),
        ("1990s '80s", ["DECADE", "DECADE"]),
        ("'82 3rd 747", ["SHORTYEAR", "ORDNUM", "FIGURE"]),
        ("Christmas Q2", ["HOLIDAY", "QNUM"]),
        ("two twenty third", ["NUM", "TENS", "ORD"]),
        ("Ruel walked", ["", ""]),
        ("It\n\nit", ["", "BREAK", ""]),
    ],
)
def test_classes(text, wanted):
    if wanted is None:
        assert classes(text)[-1] == "DECADE"
    else:
        assert classes(text) == wanted


def test_tokens_know_their_words():
    read = tokens_of("On Friday, it rained.")
    assert [read.word(n) for n in range(3)] == ["on", "friday", ","]
    assert (read.shown(1), read.word(-1), read.shown(99)) == ("Friday", "", "")
    assert read.words(3, 5) == ["it", "rained"]


def test_runs_hold_what_can_tell_a_time():
    read = tokens_of("Ana Ruel left the harbour. On Friday morning Bo came.")
    words = [" ".join(read.words(*each)) for each in runs(read)]
    assert any("friday morning" in run for run in words)
    assert not any("harbour" in run for run in words)
