"""Which column is what."""

import pytest

from sayso.read.formats.columns import guessed


@pytest.mark.parametrize(
    ("names", "chosen"),
    [
        (("Text", "Published At"), {"text": "Text", "published": "Published At"}),
        (("text", "content"), {"text": "text"}),
        (("body", "content"), {}),
        (("source", "content_id"), {}),
        (("full_text", "AUTHORS"), {"text": "full_text", "byline": "AUTHORS"}),
    ],
)
def test_plain_names_alone_are_taken(names, chosen):
    assert guessed(names, ()) == chosen


def test_what_is_given_is_never_guessed_anew():
    assert guessed(("body", "text"), (("title", "text"),)) == {"title": "text", "text": "body"}
