"""Where two rows of words agree, and where they differ."""

import pytest

from sayso.link.quotations.alignment import chains, regions
from sayso.link.quotations.words import words


def differing(one, other):
    a, b = words((one,), quoted=True), words((other,), quoted=True)
    return [
        (" ".join(w.form for w in a[r.a : r.a_end]), " ".join(w.form for w in b[r.b : r.b_end]))
        for r in regions(a, b)
    ]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("the bridge will stand", "the bridge will stand", []),
        ("the old bridge will stand", "the bridge will stand", [("old", "")]),
        ("the bridge will stand", "the bridge must stand", [("will", "must")]),
        ("rain fell, and the bridge will stand", "the bridge will stand", [("rain fell and", "")]),
        (
            "the plan is dead and the people know it well",
            "the people know it well",
            [("the plan is dead and", "")],
        ),
        ("go home", "", [("go home", "")]),
    ],
)
def test_stretches_that_differ(one, other, expected):
    assert differing(one, other) == expected


def test_light_words_far_from_all_else_are_no_agreement():
    one = "of all the harbours that we have seen in these years the bridge at Karsk will stand"
    other = "the valley is ours and every one of us knows that the bridge at Karsk will stand"
    assert [b for _, b in differing(one, other)] == [
        "the valley is ours and every 1 of us knows that"
    ]


def test_rows_that_stand_together_count_together():
    one, other = ["a", "b", "c", "x", "d", "e", "f"], ["a", "b", "c", "y", "d", "e", "f"]
    assert [[tuple(b) for b in chain] for chain in chains(one, other, [False] * 7)] == [
        [(0, 0, 3), (4, 4, 3)]
    ]
