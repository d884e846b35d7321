"""Mentions as they are listed."""

from sayso.records import Span
from sayso.view.mentions import SHOWN, mentions


def test_what_reads_the_same_stands_together():
    text = "Karsk, Almis, Karsk"
    every = [(Span(0, 5), ""), (Span(7, 12), ""), (Span(14, 19), "")]
    first, second = mentions(text, every).groups
    assert (first.words, first.spans) == ("Karsk", (Span(0, 5), Span(14, 19)))
    assert second.words == "Almis"


def test_notes_keep_the_same_words_apart():
    made = mentions("Karsk, Karsk", [(Span(0, 5), "literal"), (Span(7, 12), "metonym")])
    assert [group.note for group in made.groups] == ["literal", "metonym"]


def test_only_the_first_are_listed():
    made = mentions("a" * 99, [(Span(n, n + 1), "") for n in range(SHOWN + 3)])
    assert (len(made.spans), made.more) == (SHOWN, 3)
    assert mentions("", []) == ((), 0)
