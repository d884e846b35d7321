"""Who speaks, what the words do and how they came, in words that page and terminal share."""

import pytest

from sayso.export.voices import (
    act_words,
    addressee,
    carried,
    chain_line,
    cue_words,
    link_words,
    name_line,
    said_at,
    speaker_line,
    spoken,
    way_line,
)
from sayso.records import LINK_KINDS, Act, Article

from .drafting import Line, Someone, Stage, talks, write


@pytest.mark.parametrize(
    ("number", "line"),
    [
        (0, "Marek Dunov (“the president's spokesman”)"),
        (1, "Marek Dunov (“he”)"),
        (2, "Marek Dunov"),
        (3, "nobody named: the text does not make clear who says so (“The Ostranian …”)"),
        (7, "nobody named: the text does not make clear who says so"),
        (8, "Government of Velmark and the northern allies (“Velmark … its …”)"),
    ],
)
def test_a_name_leads_and_the_texts_own_words_follow_where_they_differ(
    number: int, line: str
) -> None:
    limit = 18 if number in (3, 8) else 80
    assert speaker_line(talks(), number, limit) == line


def test_a_seat_shows_the_government_that_it_stands_for() -> None:
    record = write(
        Article("Sarnholt, said no.", "a"),
        [Line("indirect", "Sarnholt,", "said", "no", speakers=["Government of Velmark"])],
        Stage([Someone("Government of Velmark", "government")]),
    )
    assert speaker_line(record, 0) == "Government of Velmark (“Sarnholt”)"


@pytest.mark.parametrize(
    ("name", "polarity", "modality", "condition", "words"),
    [
        ("asserts", "pos", "certain", "", "asserts"),
        ("asserts", "neg", "certain", "", "asserts: not so"),
        ("denies", "neg", "certain", "", "denies"),
        ("believes", "pos", "possible", "", "believes, possibly"),
        ("offers", "pos", "conditional", "", "offers, on a condition"),
        ("offers", "neg", "conditional", "if so", "offers: not so, on condition “if so”"),
    ],
)
def test_acts_in_words(name: str, polarity: str, modality: str, condition: str, words: str) -> None:
    assert act_words(Act(name, polarity, modality, (), ""), condition) == words


LINKS = (
    *("told the Post", "reported by the Post", "cited by the Post"),
    *("according to the Post", "quoted by the Post", "credited to the Post"),
    *("filed by the Post", "bylined the Post"),
)


@pytest.mark.parametrize(("kind", "words"), list(zip(LINK_KINDS, LINKS, strict=True)))
def test_links_in_words(kind: str, words: str) -> None:
    assert link_words(kind, "the  Post") == words


def test_a_chain_runs_from_the_speaker_to_the_reader() -> None:
    assert chain_line(talks(), 5) == (
        "→ reported by Milena Tarsova → quoted by Ostranian Telegraph Agency"
    )
    assert chain_line(talks(), 1) == ""


def test_the_way_holds_what_the_text_tells() -> None:
    record = talks()
    assert way_line(record, 2) == "→ told reporters · at the Citadel"
    assert way_line(record, 6) == "to Milena Tarsova · in a televised address"
    assert way_line(record, 1) == ""
    assert addressee(record, 2) is None  # the chain says so already
    when = said_at(record, 0)
    assert when is not None
    assert when.words == "said Friday (14 March 2031)"
    assert when.span.of(record.article.text) == "Friday"


def test_a_colon_is_not_a_reporting_word() -> None:
    record = write(Article("Yes: Bo", "a"), [Line("indirect", "Bo", ":", "Yes")])
    assert cue_words(record, 0) == ""
    assert cue_words(talks(), 0) == "said"


def test_counts_of_statements_are_by_speaker_and_by_carrier() -> None:
    record = talks()
    said, passed = spoken(record), carried(record)
    names = {actor.id: actor.name for actor in record.actors}
    assert {names[k]: v for k, v in said.items() if v} == {
        "Marek Dunov": [0, 1, 2],
        "Government of Velmark": [8],
        "the northern allies": [8],
        "Milena Tarsova": [4],
        "Gregor Stavin": [5],
        "Signe Halvard": [6],
    }
    assert {names[k]: v for k, v in passed.items() if v} == {
        "Ostranian Telegraph Agency": [0, 5],
        "reporters": [2],
        "Milena Tarsova": [5],
    }


def test_a_name_without_other_words_stands_alone() -> None:
    assert name_line("Ana Ruel", "") == "Ana Ruel"
