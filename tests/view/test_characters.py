"""Odd characters become symbols, one for one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.view.characters import ODD, one_line, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31m", "␛[31m"),
        ("\x00\x07\x7f", "␀␇␡"),
        ("\x9b2J", "\ufffd2J"),
        ("\u202egnorw\u202c", "⇄gnorw⇄"),
        ("\u2066@name\u2069", "⇄@name⇄"),
        ("a\u061cb", "a⇄b"),
        ("a\U000e0041\U000e007fb\U000e0001", "a\ufffd\ufffdb\ufffd"),
        ("a\u2028b", "a␤b"),
        ("\ud800 \ufffe", "\ufffd \ufffd"),
        ("tab\tline\nreturn\r", "tab\tline\nreturn\r"),
        ("e\u0301 👩\u200d🚀 \u200fשלום", "e\u0301 👩\u200d🚀 \u200fשלום"),
    ],
)
def test_odd_characters_become_symbols(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text(st.characters(exclude_categories=())))
def test_visible_keeps_every_offset_and_leaves_nothing_odd(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    assert not ODD.search(shown)
    assert shown.encode("utf-8").decode("utf-8") == shown


def test_one_line_is_one_line() -> None:
    assert one_line(" a\n\n b\t\x1bc ") == "a b ␛c"
