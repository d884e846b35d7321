"""Kinds of changes, word by word."""

import pytest

from sayso.link.quotations.changes import changes
from sayso.link.quotations.wordings import Wording

WAS = (
    "We will not leave the valley, and our soldiers have held the bridge for 3 days. "
    "The harvest is safe. Nobody can take it from us."
)
FIRST = WAS.split(". ")[0]


def spoken(text, **more):
    return Wording("direct", (text,), **more)


def differences(was, now, *others):
    """Return each change as its kind, what was, and what is."""
    return [
        (c.kind, " ".join(s.of(was) for s in c.was), " ".join(s.of(now) for s in c.is_))
        for c in changes(spoken(was), spoken(now), [spoken(other) for other in others])
    ]


@pytest.mark.parametrize(
    ("was", "now", "expected"),
    [
        ("will not leave", "will not leave", []),
        (
            "We will not leave the valley, and",
            "",
            [("cut", "We will not leave the valley, and", "")],
        ),
        ("have held the bridge", "held the bridge", [("tense", "have", "")]),
        ("have held the bridge", "had held the bridge", [("tense", "have", "had")]),
        ("We will", "They will", [("person", "We", "They")]),
        ("We will", "[The army] will", [("person", "We", "The army")]),
        ("our soldiers", "our brave soldiers", [("added", "", "brave")]),
        ("our soldiers", "our troops", [("replaced", "soldiers", "troops")]),
        ("for 3 days", "for three days", []),
        ("for 3 days", "for 13 days", [("misquotation", "3", "13")]),
        ("We will not leave", "We will leave", [("misquotation", "not", "")]),
        ("the valley", "the village", [("misquotation", "valley", "village")]),
        ("the valley", "the … valley", []),
        (", and our soldiers have", " … our soldiers have", [("ellipsis", "and", "")]),
    ],
)
def test_changes_of_words_have_their_kind(was, now, expected):
    assert differences(FIRST, FIRST.replace(was, now)) == expected


def test_what_is_left_out_between_sentences():
    kept = FIRST.split(",")[0]
    assert [kind for kind, *_ in differences(WAS, f"{kept} … Nobody can take it from us.")] == [
        "ellipsis"
    ]
    spliced = differences(WAS, f"{kept}, and nobody can take it from us.")
    assert [kind for kind, *_ in spliced] == ["splice"]
    assert differences(WAS, "The harvest is safe.") == [
        ("cut", f"{FIRST}", ""),
        ("cut", "Nobody can take it from us", ""),
    ]


def test_a_splice_takes_what_was_said_on_another_day():
    other = "The mines must be cleared before the harvest"
    joined = f"{FIRST}, and the mines must be cleared before the harvest."
    assert [kind for kind, *_ in differences(FIRST, joined)] == ["added"]
    assert [kind for kind, *_ in differences(FIRST, joined, other)] == ["splice"]


def test_parts_that_change_places_are_spliced():
    one, *_, last = WAS.split(". ")
    assert "splice" in [kind for kind, *_ in differences(WAS, f"{last} {one}.")]


def test_the_word_at_a_cut_edge_is_changed_and_not_cut():
    assert differences(WAS, "The crop is safe. Nobody can take it from us.")[0][0] == "cut"
    changed = differences("It rained. We will stay here for good.", "They will stay here for good.")
    assert changed == [("cut", "It rained", ""), ("person", "We", "They")]


def test_another_translation_is_one_change():
    was = spoken("We shall defend every metre of our homeland", translated=True)
    now = spoken("Each inch of the motherland will be protected by us")
    (change,) = changes(was, now)
    assert change.kind == "translation"


def test_an_indirect_report_misquotes_nobody():
    report = Wording("indirect", (FIRST.replace("valley", "village"),))
    assert [c.kind for c in changes(spoken(FIRST), report)] == ["replaced"]


def test_wordings_that_share_nothing_are_cut_and_added():
    assert [kind for kind, *_ in differences("The harvest is safe", "Nobody came")] == [
        "cut",
        "added",
    ]


@pytest.mark.parametrize(
    ("was", "now", "kinds"),
    [
        ("If it is so, they lose the valley", "If it's so, they lose the valley", []),
        ("Come to Kárpa any time you like", "Come to Karpa anytime you like", []),
        ("The business of the valley grows", "The businesses of the valley grows", ["replaced"]),
        ("Rather than fight we talk to all", "Instead of fight we talk to all", ["replaced"]),
        ("It rained … in the valley all day", "It rained … and in the valley all day", ["added"]),
    ],
)  # fmt: skip
def test_ways_of_writing_are_no_changes_of_meaning(was, now, kinds):
    assert [kind for kind, *_ in differences(was, now)] == kinds


@pytest.mark.parametrize(
    "now",
    [
        "A table is not a border, and our soldiers have held the bridge for 3 days.",
        "The harvest failed. Nobody has it.",
        "Ships are what the mayor wanted and our soldiers want for 3 days from a new bridge.",
    ],
)
def test_another_part_of_a_remark_misquotes_nobody(now):
    assert "misquotation" not in {kind for kind, _, _ in differences(WAS, now)}


@pytest.mark.parametrize(
    ("old", "new"),
    [("the bridge", "the tower"), ("for 3 days", "for 30 days"), ("is safe", "is lost")],
)
def test_a_word_in_the_midst_of_the_same_words_does(old, new):
    assert ("misquotation", old.split()[-1 if old != "for 3 days" else 1],
            new.split()[-1 if old != "for 3 days" else 1]) in differences(
                WAS, WAS.replace(old, new))  # fmt: skip
