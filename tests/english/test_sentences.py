"""Where sentences end."""

import pytest

from sayso.english.sentences import MARK, ends

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
""".strip().splitlines()


@pytest.mark.parametrize("marked", TEXTS)
def test_sentences_end_where_a_reader_says_so(marked):
    text = marked.replace("|", "")
    bars = [n - marked[:n].count("|") for n, c in enumerate(marked) if c == "|"]
    assert [mark.end for mark in ends(text)] == bars


def test_a_part_of_a_text_is_read_by_itself():
    text = "It fell. Ruel left. Nobody came."
    assert [mark.end for mark in ends(text, 9, 25)] == [19]


def test_a_mark_stands_with_what_closes_behind_it():
    text = "“It fell.” Ruel left."
    assert [mark.of(text) for mark in ends(text)] == [".”"]


def test_a_mark_alone_minds_no_abbreviation():
    assert len(MARK.findall("Mr. Ruel left. Nobody came.")) == 2
