"""What was changed between two states of one text, and what an editor says of it."""

from dataclasses import replace

import pytest

from sayso.link.copies.relation import relation
from sayso.link.copies.versions import compared, noted
from sayso.link.copies.words import words_of
from sayso.linked import Copy
from tests.link.copies.notation import OTHER, STORY, article

BEFORE = article(*STORY, published="2031-03-14")
WRONG = ("four hundred people", "four thousand people")
NOTE = "(Corrects the number of people in paragraph 1)"
FOOTNOTE = "This article was amended on 15 March. An earlier version gave a wrong number."


def pair(one, other):
    """Return what two articles are to each other, with what was changed."""
    texts = {each.id: each for each in (one, other)}
    copy = relation(words_of(one), words_of(other))
    assert copy
    return compared(copy, texts.__getitem__)


def changed(copy, before):
    """Return the words that were changed, and what stands for them."""
    both = [(each.a_words, each.b_words) for each in copy.edits]
    return both if copy.a == before.id else [(now, was) for was, now in both]


def later(*paragraphs, **more):
    """Return a later state of the story."""
    return replace(article(*paragraphs, published="2031-03-15"), **more)


CORRECTED = [line.replace(*WRONG) for line in STORY]
STATES = {
    "in front": (later(NOTE, *CORRECTED), "correction", NOTE),
    "at the foot": (later(*CORRECTED, FOOTNOTE), "correction", FOOTNOTE),
    "in the headline": (
        later(*CORRECTED, title="CORRECTED-Ferry stopped"), "correction", "CORRECTED-Ferry stopped",
    ),
    "by another outlet": (later(NOTE, *CORRECTED, publisher="Almis Post"), "correction", NOTE),
}  # fmt: skip


@pytest.mark.parametrize(("state", "kind", "words"), STATES.values(), ids=STATES)
def test_a_corrected_text_is_a_version_with_its_note(state, kind, words):
    copy = pair(BEFORE, state)
    assert copy.relation == "version"
    assert copy.note
    assert (copy.note.article, copy.note.kind, copy.note.words) == (state.id, kind, words)
    assert changed(copy, BEFORE) == [("hundred", "thousand")]
    assert "a notice of a correction" in copy.why


def test_what_one_outlet_changes_without_a_word_is_a_version():
    copy = pair(BEFORE, later(*CORRECTED))
    assert (copy.relation, copy.note, copy.from_) == ("version", None, BEFORE.id)
    assert changed(copy, BEFORE) == [("hundred", "thousand")]
    assert pair(BEFORE, later(*CORRECTED, publisher="Almis Post")).relation == "same"


def test_an_update_of_one_outlet_is_a_version():
    note = "(Adds what the board said)"
    state = later(note, *STORY[:2], "The board said that it was sorry.", *STORY[2:])
    copy = pair(BEFORE, state)
    assert copy.relation == "version"
    assert copy.note
    assert copy.note.kind == "update"
    assert changed(copy, BEFORE) == [("", "The board said that it was sorry")]
    assert pair(BEFORE, replace(state, publisher="Almis Post")).relation == "same"


def test_a_retraction_at_the_address_of_a_text_is_its_later_version():
    url = "https://beacon.example/ferry"
    gone = later("Our report on the ferry has been withdrawn.", url=url)
    copy = pair(replace(BEFORE, url=url), gone)
    assert (copy.relation, copy.from_) == ("version", BEFORE.id)
    assert copy.note
    assert copy.note.kind == "retraction"
    for address in ("", "https://beacon.example/", "https://beacon.example/other"):
        assert relation(words_of(replace(BEFORE, url=address)), words_of(gone)) is None


def test_the_gravest_note_is_told():
    copy = pair(later("(Adds what the board said)", *STORY), later(*CORRECTED, FOOTNOTE))
    assert copy.note
    assert copy.note.kind == "correction"


def test_what_is_no_state_of_a_text_is_as_it_was():
    copy = relation(words_of(BEFORE), words_of(article(*OTHER)))
    assert isinstance(copy, Copy)
    assert compared(copy, {}.__getitem__) is copy


def test_a_notice_alone_is_told_as_it_is_with_the_changes() -> None:
    after = later(NOTE, *CORRECTED)
    copy = pair(BEFORE, after)
    texts = {each.id: each for each in (BEFORE, after)}
    alone = noted(replace(copy, note=None, edits=()), texts.__getitem__)
    assert (alone.note, alone.edits) == (copy.note, ())
    assert alone.note
    assert copy.edits
