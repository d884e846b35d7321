"""Who carried a statement, by the words of its own sentence."""

import pytest

from sayso.records import Span
from sayso.resolve.chain.carriers import is_quoted, names_outlet, phrase_after
from sayso.resolve.chain.phrases import Phrase
from tests.resolve.chain.wording import links_of

CARRIED = [
    ("{S:Halvard} {C:told} NWA and the Courier {T:that it waits}.", "NWA told; Courier told"),
    ("{S:Halvard} {C:said} {T:that it waits}, according to two guards.", "two guards according"),
    ("{S:Halvard} {C:said} through his lawyer {T:that it waits}.", "his lawyer told"),
    ("{S:Halvard} {C:told} me {T:that it waits}.", "me told"),
    ("{S:Halvard} {C:said} {T:that it waits}.", ""),
    ("{S:Army} {C:denies} {T:coup} – state TV\n\nIt rained.", "state TV reported"),
    ("{S:Army} {C:denies} {T:coup} – for now\n\nIt rained.", ""),
]


@pytest.mark.parametrize(("marked", "links"), CARRIED)
def test_carriers(marked, links):
    assert links_of(marked) == [links]


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("two officials who said so", "two officials who"),
        ("two officials, who said so", "two officials"),
        ("the minister as saying", "the minister"),
        ("his aide on Monday", "his aide"),
    ],
)
def test_the_words_for_somebody_end_at_a_mark_or_verb(text, phrase):
    assert phrase_after(text, 0, len(text)).of(text) == phrase


@pytest.mark.parametrize(
    ("cue", "quoted"),
    [("was quoted as saying", True), ("is cited as saying", True), ("said", False)],
)
def test_a_source_that_is_quoted(cue, quoted):
    assert is_quoted(cue) is quoted


def test_a_name_nobody_knows_is_an_outlet_if_it_reports():
    phrases = [Phrase(Span(4, 9), 0, 9, "perhaps", name=True)]
    assert names_outlet(phrases, 0, reports=True)
    assert not names_outlet(phrases, 0, reports=False)
