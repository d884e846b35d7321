"""The words of a content: what is one word, and what is marked about each."""

import pytest

from sayso.link.quotations.words import stretch, weight, words
from sayso.records import Span


def forms(*pieces, quoted=True):
    return [word.form for word in words(pieces, quoted=quoted)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We'll go.", ["we", "will", "go"]),
        ("It isn’t over", ["it", "is", "not", "over"]),
        ("They can't, and won't", ["they", "can", "not", "and", "will", "not"]),
        ("Two ships, 1,200 men", ["2", "ships", "1200", "men"]),
        ("the US and the U.S.", ["the", "u.s.", "and", "the", "u.s."]),
        ("the United States", ["the", "u.s."]),
        ("tell us", ["tell", "us"]),
        ("Gov. Tolan", ["governor", "tolan"]),
        ("[T]he bridge", ["the", "bridge"]),
        ("No one came", ["nobody", "came"]),
        ("It was … over", ["it", "was", "over"]),
        ("", []),
    ],
)
def test_words_are_compared_in_one_form(text, expected):
    assert forms(text) == expected


def test_spans_show_the_words_as_they_stand():
    text = "“We won’t leave Karsk,”"
    assert [word.span.of(text) for word in words((text,), quoted=True)] == [
        "We", "wo", "n’t", "leave", "Karsk"
    ]  # fmt: skip


def test_spans_count_through_the_pieces():
    first, second = words(("Go", "home"), quoted=True)
    assert (first.span, second.span, second.parted) == (Span(0, 2), Span(3, 7), True)
    assert stretch((first, second)) == (Span(0, 2), Span(3, 7))


def test_marks_of_what_is_left_out_are_told_of_the_words_beside_them():
    one, two, three = words(("stay … go [...] home …",), quoted=True)
    assert (one.gap, two.gap, three.gap) == (False, True, True)
    assert (one.trails, three.trails) == (False, True)


def test_brackets_and_quotation_marks_are_told():
    row = words(('it is [all] "very bad" here',), quoted=False)
    assert [word.form for word in row if word.bracketed] == ["all"]
    assert [word.form for word in row if word.quoted] == ["very", "bad"]


def test_a_mark_that_closes_what_opened_before_the_piece():
    assert [w.form for w in words(('very bad" here',), quoted=False) if w.quoted] == ["very", "bad"]


def test_sentences_open_where_others_end():
    assert [w.form for w in words(("Go. Mr. Bo left! Now",), quoted=True) if w.opens] == [
        "mr", "now"
    ]  # fmt: skip


def test_rare_words_tell_more_than_grammar():
    assert weight("the") < weight("bridge") < weight("winnower")
