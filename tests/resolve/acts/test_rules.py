"""What the rules make of a statement, by cue and content, before its reading is asked."""

import pytest

from sayso.resolve.acts.rules import parts_of, verdict_of
from tests.notation import one


def verdict(marked, **options):
    return verdict_of(parts_of(*one(marked)), **options)


@pytest.mark.parametrize(
    ("marked", "act", "polarity", "by"),
    [
        ("{S:Ana} {C:denied} {T:that it was open}.", "denies", "neg", "cue"),
        ("{S:Ana} {C:did not confirm} {T:that it was open}.", "declines", "pos", "cue"),
        ("{S:Ana} {C:said} {T:it is not true that it was open}.", "denies", "neg", "content"),
        ("{S:Ana} {C:said} {T:it was open}.", "asserts", "pos", "default"),
        ("{T:“It was open.”}", "asserts", "pos", "default"),
    ],
)
def test_what_decides(marked, act, polarity, by):
    made = verdict(marked)
    assert (made.act, made.polarity, made.by) == (act, polarity, by)


def test_of_what_was_not_said_the_act_is_the_cues_own():
    marked = "{S:Ana} {C:did not confirm} {T:that it was open}."
    assert verdict(marked, unsaid=True).act == "confirms"


def test_parts_are_plain_words():
    parts = parts_of(*one("{T:“It’s Open,”} {S:Ana Ruel} {C:SAID}."))
    assert (parts.source, parts.cue, parts.quoted) == ("ana ruel", "said", True)
    assert "it's open" in parts.content.text
