"""Speech without quotation marks around it."""

import pytest

from sayso.english.quotations import quotations
from sayso.link.copies.speech import spoken

# A text, and its lines that are speech.
CASES = {
    "narration": ("The ferry stopped.\nIt rained.", []),
    "a post signed in its line": (
        "He wrote:\nA great day for Karsk. — Mira Tolland (@tolland) March 3, 2031",
        [1],
    ),
    "a post signed below": (
        "A great day for Karsk.\n— Mira Tolland (@tolland) March 3, 2031",
        [0, 1],
    ),
    "a transcript": ("TOLLAND: Who paid for it?\nThe answer was slow.", [0]),
    "a statement": ("We regret what happened.\nThe board met.", [0]),
    "somebody addressed": ("It happened when you were away.", [0]),
    "first person in a quotation alone": ("“We regret it,” he said.", []),
    "war and titles": ("World War I began.\nThe March for Our Lives grew.\nUS ships left.", []),
    "a reporter": ("Orsk told me that it rained.", []),
}


@pytest.mark.parametrize(("text", "wanted"), CASES.values(), ids=CASES)
def test_lines_of_speech_are_told(text, wanted):
    starts = {sum(map(len, text.splitlines(True)[:n])) for n in wanted}
    assert {span.start for span in spoken(text, list(quotations(text)))} == starts


def test_of_a_long_line_the_sentence_alone_is_speech():
    text = "The ferry stopped. " * 60 + "We regret it. " + "The rain went on. " * 20
    (span,) = spoken(text, [])
    assert "We regret it." in span.of(text)
    assert span.end - span.start < 40


def test_where_nothing_tells_how_far_speech_goes_it_is_what_stands_around():
    text = "word," * 400 + " we regret " + "word," * 400
    (span,) = spoken(text, [])
    assert span.end - span.start <= 400
