"""Texts cut into windows of tokens."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.annotate.windows import FEATURES, WINDOW_TOKENS, windows
from sayso.networks import load_tokenizer
from sayso.records import Span

TOKENIZER = load_tokenizer()


def cut(text, **options):
    return list(windows(text, TOKENIZER, **options))


def words(text, window):
    return [text[s:e] for s, e in zip(window.starts, window.ends, strict=True)]


def test_tokens_point_at_the_characters_they_stand_for():
    text = "Pélagie Ødegård said: “No.”\n\nShe left."
    (window,) = cut(text)
    assert "".join(words(text, window)) == text.replace(" ", "").replace("\n", "")


def test_sentences_and_paragraphs_are_counted():
    (window,) = cut("One. Two?\n\nThree.")
    assert window.sentence.tolist() == [0, 0, 1, 1, 2, 2]
    assert window.paragraph.tolist() == [1, 1, 1, 1, 2, 2]


def test_features_tell_case_gap_and_quotation():
    (window,) = cut('NATO said "no"')
    nato, said, mark, no, _ = window.features.tolist()
    assert nato != said
    assert mark % 2 == 1
    assert no % 2 == 1
    assert said % 2 == 0
    assert window.features.max() < FEATURES


def test_paragraphs_are_kept_whole_when_they_fit():
    paragraph = "The ministry said that nothing had changed. " * 12
    text = "\n\n".join([paragraph] * 5)
    made = cut(text)
    assert len(made) > 1
    assert all(text[int(w.starts[0]) - 1 : int(w.starts[0])] in ("", "\n") for w in made)


def test_a_long_paragraph_is_cut_between_sentences():
    text = "The ministry said that nothing had changed. " * 100
    made = cut(text)
    assert all(len(w) <= WINDOW_TOKENS - 2 for w in made)
    assert {text[int(w.ends[-1]) - 1] for w in made} == {"."}


def test_skips_are_not_shown():
    text = "text_fieldsMoscow: nothing."
    (window,) = cut(text, skips=(Span(0, 11),))
    assert words(text, window)[0] == "Moscow"


@pytest.mark.parametrize("text", ["", " ", "\n\n\n", "\u200b", "\x00\x01"])
def test_text_without_words_gives_no_window(text):
    assert cut(text) == []


def test_a_hundred_thousand_characters_without_a_space():
    text = "a" * 100_000 + "б" * 1000
    for window in cut(text):
        assert len(window) <= WINDOW_TOKENS - 2


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400))
def test_any_text_gives_tokens_in_order_within_it(text):
    last = 0
    for window in cut(text):
        assert 0 < len(window) <= WINDOW_TOKENS - 2
        assert np.all(window.starts < window.ends)
        assert window.starts[0] >= last
        assert np.all(np.diff(window.starts) >= 0)
        last = int(window.starts[-1])
    assert last <= len(text)
