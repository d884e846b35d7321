"""Who speaks, what the words do and how they came, in words that page and terminal share."""

import pytest

from sayso.records import LINK_KINDS, Act, Span
from sayso.view.statements import act_view, link_how, statement_views
from tests.notation import read
from tests.view.drafting import Conclusion, Someone, Stage, talks, unsaid_bridge, write

TALKS = statement_views(talks())


@pytest.mark.parametrize(
    ("number", "speaker", "nobody", "source"),
    [
        (1, "Marek Dunov", "", "the president's spokesman"),
        (2, "Marek Dunov", "", "he"),
        (3, "Marek Dunov", "", ""),
        (4, "", "nobody named: the text does not make clear who says so",
         "The Ostranian Telegraph Agency"),
        (8, "", "nobody named: the text does not make clear who says so", ""),
        (9, "Government of Velmark and the northern allies", "", "Velmark … its northern allies"),
    ],
)  # fmt: skip
def test_names_and_the_texts_own_words_where_they_differ(
    number: int, speaker: str, nobody: str, source: str
) -> None:
    view = TALKS[number - 1]
    assert (view.number, view.speaker, view.nobody, view.source) == (
        *(number, speaker, nobody, source),
    )


def test_a_seat_shows_the_government_that_it_stands_for() -> None:
    record = write(
        *read("{S:Sarnholt,} {C:said} {T:no}."),
        [Conclusion(speakers=["Government of Velmark"])],
        Stage([Someone("Government of Velmark", "government")]),
    )
    (view,) = statement_views(record)
    assert (view.speaker, view.source) == ("Government of Velmark", "Sarnholt")


@pytest.mark.parametrize(
    ("act", "words"),
    [
        (Act("asserts", "pos", "certain", (), ""), "asserts"),
        (Act("asserts", "neg", "certain", (), ""), "asserts: not so"),
        (Act("denies", "neg", "certain", (), ""), "denies"),
        (Act("other", "neg", "certain", (), ""), "says: not so"),
        (Act("believes", "pos", "possible", (), ""), "believes, possibly"),
        (Act("offers", "pos", "conditional", (), ""), "offers, on a condition"),
        (
            Act("offers", "neg", "certain", (Span(9, 14),), ""),
            "offers: not so, on condition “if so”",
        ),
        (Act("denies", "neg", "possible", (), "", "no"), "not said"),
        (Act("offers", "pos", "conditional", (Span(9, 14),), "", "if"), "may be said"),
        (Act("confirms", "pos", "certain", (), "", "asked"), "asked whether"),
    ],
)
def test_acts_in_words(act: Act, words: str) -> None:
    assert act_view(act, "They go, if so.").words == words


def test_a_condition_whose_words_are_not_at_hand_is_told_without_them() -> None:
    act = Act("offers", "pos", "conditional", (Span(0, 2), Span(3, 5)), "")
    assert act_view(act).words == "offers, on a condition"


LINKS = (
    *("told the Post", "reported by the Post", "cited by the Post"),
    *("according to the Post", "quoted by the Post", "credited to the Post"),
    *("filed by the Post", "bylined the Post"),
)


@pytest.mark.parametrize(("kind", "words"), list(zip(LINK_KINDS, LINKS, strict=True)))
def test_links_in_words(kind: str, words: str) -> None:
    assert f"{link_how(kind)} the Post" == words


@pytest.mark.parametrize(
    ("number", "way"),
    [
        (1, "→ credited to Ostranian Telegraph Agency · said Friday (14 March 2031)"),
        (2, ""),
        (3, "→ told reporters · at the Citadel"),  # to whom, the chain says already
        (6, "→ reported by Milena Tarsova → quoted by Ostranian Telegraph Agency"),
        (7, "to Milena Tarsova · in a televised address"),
    ],
)
def test_the_way_runs_from_the_speaker_to_the_reader(number: int, way: str) -> None:
    assert TALKS[number - 1].way == way


def test_a_remark_leads_to_its_words() -> None:
    when = TALKS[0].said_at
    assert when is not None
    assert when.span.of(talks().article.text) == "Friday"


def test_a_colon_is_not_a_reporting_word() -> None:
    (view,) = statement_views(write(*read("{T:Yes}{C::} {S:Bo}")))
    assert view.cue == ""
    assert TALKS[0].cue == "said"


@pytest.mark.parametrize(
    ("marked", "attribution"),
    [
        ("{T:It is so}, {C:according to} {S:Ana}.", ["according to", " ", "Ana"]),
        ("{S:Ana}, 40, {C:said} {T:it is so}.", ["Ana", " … ", "said"]),
        ("{T:It is so}{C::} {S:Ana}.", ["Ana"]),
        ("{T:It is so}.", []),
    ],
)
def test_source_and_cue_stand_in_the_order_of_the_text(marked: str, attribution: list[str]) -> None:
    (view,) = statement_views(write(*read(marked)))
    assert [part.words for part in view.attribution] == attribution


def test_a_statement_knows_inside_which_other_it_stands() -> None:
    assert [view.inside for view in TALKS] == [0, 0, 0, 0, 4, 5, 0, 0, 0, 0]


def test_what_was_not_said_never_reads_as_if_it_were() -> None:
    said, untold, open_, *_ = statement_views(unsaid_bridge())
    assert (said.act.words, said.reasons[2].label) == ("asserts", "Act")
    assert untold.way == "→ to Northwire · when: Friday"
    assert untold.reasons[2].label == "Not said"
    assert not open_.act.denies
    assert {mark.said for mark in said.marks} == {"yes"}
    assert {mark.said for mark in untold.marks} == {"no"}


def test_links_of_what_was_not_said_do_not_say_told() -> None:
    assert link_how("told", "no") == "to"
    assert link_how("citing", "if") == "cited by"
