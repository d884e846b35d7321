"""Whose words a quotation is, as its marks and its place tell."""

import numpy as np
import pytest

from sayso.annotate.ground import Ground
from sayso.annotate.linking import Choice
from sayso.annotate.tagging import Marks
from sayso.annotate.voices import Links, settled
from sayso.annotate.windows import ROLES
from tests.annotate.building import tokens_of, window_of
from tests.notation import read


def voices(marked, chosen, sources=None):
    """Return the words of each piece, and the number of the cue that it is given.

    `chosen` is the cue that each tagged piece chose, by number, -1 for none; `sources` the source
    of each cue, its own where it is not given.
    """
    article, annotation = read(marked)
    window = window_of(article.text)
    marks = Marks(*(_spans(window, annotation.statements, role) for role in ROLES))
    sources = range(len(marks.cue)) if sources is None else sources
    links = settled(
        Ground.of(article),
        Links.of(
            window, marks, [Choice(n, 0.6) for n in chosen], [Choice(n, 0.6) for n in sources]
        ),
    )
    return [
        (article.text[window.starts[a] : window.ends[b - 1]], choice.column)
        for (a, b), choice in zip(links.marks.content.tolist(), links.cue_of, strict=True)
    ], links


def _spans(window, statements, role):
    spans = sorted({span for s in statements for span in getattr(s, role)})
    tokens = [tokens_of(window, *span) for span in spans]
    return np.asarray([(t[0], t[-1] + 1) for t in tokens], dtype=np.int64).reshape(-1, 2)


TWO_VOICES = {
    "semicolon": "{T1:“It fell,”} {S1:Ana} {C1:said}; {T2:“it stands,”} {S2:Bo} {C2:said}.",
    "indirect": "{T1:It fell}, {S1:Ana} {C1:said}; {T2:it stands}, {S2:Bo} {C2:said}.",
    "and": "{T1:It fell}, {S1:Ana} {C1:said}, {T2:and it stands}, {S2:Bo} {C2:said}.",
    "verb first": "{T1:“So?”} {C1:said} {S1:Ana}. {T2:“So what?”} {C2:said} {S2:Bo}.",
}


@pytest.mark.parametrize("marked", TWO_VOICES.values(), ids=TWO_VOICES.keys())
def test_a_cue_that_reports_nothing_gets_the_piece_before_it(marked):
    pieces, _ = voices(marked, chosen=[0, 0])
    assert [cue for _, cue in pieces] == [0, 1]


def test_the_only_piece_of_a_cue_is_not_taken_from_it():
    pieces, _ = voices("{S1:Ana} {C1:said} {T1:it was late}, {C2:added} {S2:Bo}.", chosen=[0])
    assert [cue for _, cue in pieces] == [0]


def test_a_cue_takes_the_source_beside_it_not_one_of_others():
    marked = "{T1:“No,”} {C1:said} {S1:Ana}; {T2:“yes,”} {C2:said} {S2:Bo}."
    _, links = voices(marked, chosen=[0, 1], sources=[0, 0])
    assert [choice.column for choice in links.source_of] == [0, 1]


# A marked text, what the pieces chose, and what they are given.
PLACES = {
    "a paragraph of its own": ("{S:Bo} {C:said} {T:no}.\n\n{T:“It rained.”}", [0, 0], [0, -1]),
    "led in": ("{S:Bo} {C:had this to say:}\n\n{T:“It rained.”}", [0], [0]),
    "led in, the colon no part": ("{S:Bo} {C:said} on Monday:\n\n{T:“It rained.”}", [0], [0]),
    "led in, with a title": ("{S:Bo} {C:said} to Mr. Ruel:\n\n{T:“It rained.”}", [0], [0]),
    "the name below": ("{T:“It rained.”}\n\n{C:—} {S:Bo Tarn}", [0], [0]),
    "before somebody's paragraph": ("{T:“Late?”}\n\n{T:“No,”} {S:Bo} {C:said}.", [0, 0], [-1, 0]),
    "side by side": ("{T:“How many?”} {T:“Ten,”} {S:Bo} {C:replied}.", [0, 0], [-1, 0]),
    "a list": ("{T:“Late,”} {T:“tired”} and {T:“sick,”} {S:Bo} {C:said}.", [0] * 3, [0] * 3),
    "a new sentence": ("{T:“It is so.”} {S:Bo} {C:called} {T:the vote “bogus”}.", [0, 0], [-1, 0]),
    "a full stop for a comma": ("{T:“It is so.”} {S:Bo} {C:said}.", [0], [0]),
    "after its cue": ("{T:“It is,”} {S:Bo} {C:said}. {T:“It was.”}", [0, 0], [0, 0]),
}


@pytest.mark.parametrize(("marked", "chosen", "given"), PLACES.values(), ids=PLACES.keys())
def test_a_quotation_is_no_words_of_a_cue_elsewhere(marked, chosen, given):
    pieces, _ = voices(marked, chosen)
    assert [cue for _, cue in pieces] == given


def test_an_open_mark_goes_on_in_the_next_paragraph():
    marked = (
        "{S1:Ana} {C1:said}: {T1:“It is late.}\n\n{T1:“It is cold.”}\n\n"
        "{S2:Bo} {C2:said}: {T2:“It is not.}\n\n{T2:“It is warm.”}"
    )
    pieces, _ = voices(marked, chosen=[0, 1, 1, 0])
    assert [cue for _, cue in pieces] == [0, 0, 1, 1]


def test_an_open_mark_goes_on_where_nobody_is_said_to_speak():
    _, links = voices("It went on. {T1:“It is late.}\n\n{T2:“It is cold.”}", chosen=[-1, -1])
    assert list(links.joined) == [0, 0]


def test_who_speaks_beside_the_next_paragraph_ends_an_open_mark():
    marked = "{T1:“Late,”} {C1:said} {S1:Bo}. {T1:“It is.}\n\n{T2:“No,”} {C2:said} {S2:Ana}."
    pieces, _ = voices(marked, chosen=[0, 0, 1])
    assert [cue for _, cue in pieces] == [0, 0, 1]


# Texts, and the quotations of whole sentences in them that nobody tagged.
WHOLE = {
    "a sentence": ("Bo was curt. “It is over.” He left.", ["“It is over.”"]),
    "a paragraph": ("The clerk rose.\n\n“Name?”", ["“Name?”"]),
    "behind a colon": ("It was simple: “Heat or eat.”", ["“Heat or eat.”"]),
    "its clause not tagged": ("“Peace,” read one banner.", ["“Peace,”"]),
    "a scare word": ("The “Alva” lay off the pier.", []),
    "a nickname behind a title": ("Gen. “Mad Dog” Alva left.", []),
    "words behind a title": ("Gen. “Tough Luck,” Alva.", []),
    "the end of a sentence": ("He called it “a shame.”", []),
    "a headline within": ("It rained.\n\n'No commitment.'\n\nIt snowed.", []),
    "no end": ("It rained.\n\n“A change of course”\n\nIt snowed.", []),
}


@pytest.mark.parametrize(("text", "missed"), WHOLE.values(), ids=WHOLE.keys())
def test_quotations_of_whole_sentences_are_pieces(text, missed):
    pieces, links = voices(text, chosen=[])
    assert pieces == [(words, -1) for words in missed]
    assert all(links.whole)


def test_what_is_tagged_is_not_taken_for_missed():
    pieces, _ = voices("He left. “It is {T:over}.”", chosen=[-1])
    assert [words for words, _ in pieces] == ["over"]


OTHER_SENTENCE = {
    "indirect": "{T:Ana told us that it fell}, two aides say. {S:Bo} {C:said} {T:it stands}.",
    "quoted": "{T:Ana told us that it fell}, two aides say. {T:“It stands,”} {C:said} {S:Bo}.",
    "a full stop": "{T:Ana told us that it fell}. {S:Bo} {C:said} {T:it stands}.",
    "another paragraph": "{T:Ana says it fell}.\n\n{S:Bo} {C:said} {T:it stands}.",
}


@pytest.mark.parametrize("marked", OTHER_SENTENCE.values(), ids=OTHER_SENTENCE.keys())
def test_reported_speech_is_not_reported_by_the_next_sentence_which_reports_more(marked):
    pieces, links = voices(marked, chosen=[0, 0])
    assert [cue for _, cue in pieces] == [-1, 0]
    assert links.lost == [True, False]


@pytest.mark.parametrize(
    "marked",
    [
        "{T:It fell}. So {C:said} {S:Ana}.",
        "{T:It fell}, {S:Ana} {C:said}. {T:It had to}.",
        "{T:It fell in the U.S.}, {S:Ana} {C:said}, {T:and in Skelby}.",
    ],
)
def test_reported_speech_stays_where_nothing_else_is_reported_or_it_is_its_sentence(marked):
    _, links = voices(marked, chosen=[0] * marked.count("{T"))
    assert not any(links.lost)
    assert {choice.column for choice in links.cue_of} == {0}


ASIDES = {
    "whole": "{T1:It fell in Orsk}, which {S1:Tarn} {C1:calls} {T2:its own}, {S2:Bo} {C2:said}.",
    "short": "{T1:Orsk}, which {S1:Tarn} {C1:calls} {T2:lost}, {S2:Bo} {C2:said}.",
}


@pytest.mark.parametrize("marked", ASIDES.values(), ids=ASIDES.keys())
def test_what_only_names_something_is_an_aside_in_what_the_sentence_reports(marked):
    ((words, cue),), _ = voices(marked, chosen=[0, 1])
    assert words.endswith(("calls its own", "calls lost"))
    assert cue == 1


def test_a_report_behind_an_aside_has_its_own_words():
    marked = "{T1:Orsk}, which {S1:Tarn} {C1:calls} lost, and {S2:Bo} {C2:said} {T2:it held}."
    assert [cue for _, cue in voices(marked, chosen=[0, 1])[0]] == [0, 1]


def test_quotations_side_by_side_are_turns_of_several():
    marked = "{T1:“No,”} {C1:said} {S1:Ana}. {T1:“You did.” “I did not.”} It rained."
    pieces, _ = voices(marked, chosen=[0, 0])
    assert pieces == [("“No,”", 0), ("“You did.”", -1), ("“I did not.”", -1)]
    marked = "{T1:“Who did?” “Ask him,”} {C1:said} {S1:Ana}."
    assert voices(marked, chosen=[0])[0] == [("“Who did?”", -1), ("“Ask him,”", 0)]
    marked = "{T1:“No,”} {C1:said} {S1:Ana}. {T1:“You did.”} {T1:“I did not.”} It rained."
    assert [cue for _, cue in voices(marked, chosen=[0, 0, 0])[0]] == [0, -1, -1]
