"""What was changed between two states of a text."""

import pytest

from sayso.link.copies.changes import changes
from tests.link.copies.notation import STORY, words

LINE = STORY[0]
# The later state, and what stands in the place of what.
CASES = {
    "nothing": (LINE, []),
    "a word": (LINE.replace("Tuesday", "Wednesday"), [("Tuesday", "Wednesday")]),
    "a figure": (LINE.replace("four hundred", "five hundred"), [("four", "five")]),
    "taken out": (LINE.replace(" after a crack was seen in its hull,", ""),
                  [("after a crack was seen in its hull", "")]),
    "put in": (LINE.replace("people", "people, many old,"), [("", "many old")]),
    "put in at the end": (LINE + " It rained.", [("", "It rained")]),
    "put in at the beginning": ("It rained. " + LINE, [("", "It rained")]),
    "house style": (LINE.upper(), []),
}  # fmt: skip


@pytest.mark.parametrize(("later", "wanted"), CASES.values(), ids=CASES)
def test_changes_are_told_as_spans_of_both(later, wanted):
    one, other = words(LINE), words(later)
    seen = [(LINE[slice(*each.a)], later[slice(*each.b)]) for each in changes(one, other)]
    assert seen == wanted


def test_an_empty_span_stands_where_words_were_put_in():
    (change,) = changes(words(LINE), words(LINE.replace("people", "people, many old,")))
    assert LINE[change.a[0] :].startswith("spent the night")


def test_what_is_moved_is_no_change():
    assert changes(words(*STORY[:3]), words(STORY[2], *STORY[:2])) == []


def test_all_is_changed_between_texts_that_share_nothing():
    (change,) = changes(words("It rained."), words("Karsk fell."))
    assert (change.a, change.b) == ((0, 9), (0, 10))
