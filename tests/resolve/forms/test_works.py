"""Titles of works and names of things are told from what is said."""

import pytest

from sayso.records import Span
from sayso.resolve.forms.works import without_works


@pytest.mark.parametrize(
    "text",
    [
        "She also wrote “We Were Never Here” and “Tell Me Everything”.",
        "It beat “I Say Goodbye to Everyone” by Emil Stoyan and “Listen, She Said” by Ana Ruel.",
        "The yacht “I Told Her Twice” sank.",
        "“Nobody Asked Us”, a film on the siege, is shown on Monday.",
        "Her novel, “Listen, She Said”, won.",
    ],
)
def test_a_title_is_nothing_said(text):
    start, end = text.index("“"), text.rindex("”") + 1
    assert without_works(text, (Span(start, end),)) == ()


@pytest.mark.parametrize(
    "text",
    [
        "She said “We Were Never Here” and left.",
        "He wrote “the dam was drawn on a napkin” in it.",
        "Of the film “it walks into the room and sits down” was said.",
        "The mayor wrote “Never Again”.",
        "“The Bridge Is Closed” by Monday, he said.",
    ],
)
def test_what_is_said_is_no_title(text):
    content = (Span(text.index("“"), text.rindex("”") + 1),)
    assert without_works(text, content) == content
