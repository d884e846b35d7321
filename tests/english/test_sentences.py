"""Where sentences end."""

import re

import pytest

from sayso.english.sentences import MARK, abbreviates, breaks, ends, last_mark, opens, unbroken
from sayso.records import Span

# A bar stands behind each sentence that ends within the text.
TEXTS = """
The bridge fell.| Nobody was hurt.
“The bridge fell.”| She left.
(The bridge fell.)| *Karsk is cut off.
Has it fallen?!| Ruel asked.
It fell …| Nobody knows why.
It fell.| … And nobody knows why.
She waited ... and left.
Mr. Ruel and Gen. Corrant met Ana M. Teren.
The U.S. Senate and Sen. Ruel met on Jan. 5 in St. Anne.
Ruel Jr. won with No. 10 against Banner vs. Lantern.
They said no.| Ruel left.
It is version 2.5 of the plan.| It costs 3.50 a day.
He came from the N.W.A. office.
The minister resigned.| 14 others stayed.
It fell in May.| Ruel left.
Velmar Inc. said that it fell.| Ruel left.
Velmar Co. Ltd. rose, and so did Karsk Corp.| Ruel left.
At 5 a.m. Ruel left.| At around 10:30 p.m. Teren came.
It fell at 5 a.m.| Ruel left at 6 a.m. on Friday.
""".strip().splitlines()


@pytest.mark.parametrize("marked", TEXTS)
def test_sentences_end_where_a_reader_says_so(marked):
    text = marked.replace("|", "")
    bars = [n - marked[:n].count("|") for n, c in enumerate(marked) if c == "|"]
    assert [mark.end for mark in ends(text)] == bars


def test_a_part_of_a_text_is_read_by_itself():
    text = "It fell. Ruel left. Nobody came."
    assert [mark.end for mark in ends(text, 9, 25)] == [19]


@pytest.mark.parametrize(
    ("sentence", "mark"), [("It rains.", 8), ("“It rains.”", 9), ("(It rains!)", 9), ("Rain", 3)]
)
def test_the_mark_that_ends_a_sentence_stands_before_what_closes(sentence, mark):
    assert last_mark(f"No. {sentence}", Span(4, 4 + len(sentence))) == mark + 4


def test_a_mark_stands_with_what_closes_behind_it():
    text = "“It fell.” Ruel left."
    assert [mark.of(text) for mark in ends(text)] == [".”"]


# A bar stands before each word with a capital that opens a sentence.
OPENED = """
|Mr. Ruel met Ana M. Teren. |She left.
|The U.S. Senate said “No” twice.
|It fell.” “|Karsk is cut off.
* |Has it fallen? (|Ruel asked.)
""".strip().splitlines()


@pytest.mark.parametrize("marked", OPENED)
def test_sentences_open_where_a_reader_says_so(marked):
    text = marked.replace("|", "")
    bars = [n - marked[:n].count("|") for n, c in enumerate(marked) if c == "|"]
    capitals = [n for n, c in enumerate(text) if c.isupper() and not text[n - 1 : n].isalpha()]
    assert [n for n in capitals if opens(text, n)] == bars


def test_a_line_opens_a_sentence():
    assert opens("The road, the bridge\nKarsk", 21)


def test_other_marks_count_where_they_are_asked_for():
    assert opens("It fell: “Karsk", 10, after=(":",))
    assert not opens("It fell: “Karsk", 10)


@pytest.mark.parametrize(
    ("text", "abbreviated"),
    [("Mr.", True), ("Ana M.", True), ("No. 10", True), ("They said no.", False), ("Mr,", False)],
)
def test_abbreviations_are_told_by_their_full_stop(text, abbreviated):
    at = max(text.find("."), text.find(","))
    assert abbreviates(text, at) == abbreviated


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Mr. Karst, he said", "Mr. Karst"),
        ("Ana M. Teren on Jan. 5. She", "Ana M. Teren on Jan. 5"),
        ("the U.S. envoy; he", "the U.S. envoy"),
        ("the miss. He", "the miss"),
    ],
)
def test_a_phrase_goes_on_behind_an_abbreviation(text, phrase):
    assert re.match(f"{unbroken(',.;')}+", text)[0] == phrase


def test_a_phrase_is_broken_off_by_no_abbreviation():
    text = "told Mr. Karst, on Jan. 5, that"
    marks = re.compile(r"[.,]| that")
    assert list(breaks(marks, text, 5, len(text))) == [14, 25, 26]


def test_a_mark_alone_minds_no_abbreviation():
    assert len(MARK.findall("Mr. Ruel left. Nobody came.")) == 2
