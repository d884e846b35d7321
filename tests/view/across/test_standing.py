"""Positions, and who holds a place, in words."""

from dataclasses import replace

from sayso.linked import Holding, Position, Stance, Turn
from sayso.records import Span
from sayso.store.rows import Voice
from sayso.view.across.standing import heading, holding_lines, rival_view, stand_name, steps, stood
from tests.view.across.making import said

FIRST = Stance("refuses", "refuses", "st_1", "sha256:a", "to talk", "", "Northwire", "2031-03-14")
AGAIN = Stance("refuses", "refuses", "st_3", "sha256:c", "“To talk,”", "", "Banner", "2031-03-14")
THEN = Stance("offers", "offers", "st_2", "sha256:b", "to\x1b talk", "if it rains", "", "")
POSITION = Position(("talk", "table"), (FIRST, AGAIN, THEN), (Turn("st_1", "st_2", "why"),))


def test_a_path_has_the_same_words_once_and_tells_where_it_turned():
    first, then = steps(POSITION)
    assert first.places == ("Northwire a", "Banner c")
    assert (first.changed, then.changed) == ("", "why")
    assert (then.date, then.condition, then.places) == (
        "no date",
        "if it rains",
        ("unknown outlet b",),
    )
    assert "\x1b" not in then.words
    assert heading(POSITION) == "Refuses, then offers"
    assert [each.address for each in first.leads] == ["/statement/st_1", "/statement/st_3"]


def test_a_heading_has_a_then_only_where_something_turned():
    assert heading(replace(POSITION, turns=())) == "Refuses and offers"
    wanted = replace(FIRST, kind="demands", statement="st_0")
    several = (wanted, FIRST, THEN, replace(THEN, statement="st_9"))
    assert heading(replace(POSITION, stances=several)) == "Demands and refuses, then offers"


def test_what_was_said_once_stands_apart_by_date():
    late, soon = (
        Position((), (replace(THEN, date=day),), ()) for day in ("2031-05-01", "2031-04-01")
    )
    its = stood([POSITION, late, soon], {"st_2": "cl_1"})
    assert [head for head, _ in its.several] == ["Refuses, then offers"]
    assert [each.date for each in its.once] == ["2031-04-01", "2031-05-01"]
    assert {each.claim for each in its.once} == {"cl_1"}


def held(kind: str, polarity: str, by: str, when: str = "") -> Holding:
    spans = (Span(0, 8), Span(0, 20))
    return Holding("Hadrov", kind, "the army", *spans, polarity, by, "", "sha256:a", when, "", "w")


def test_holding_and_claiming_stand_apart_each_with_its_claimant():
    given = [
        held("claims", "pos", "Ana", "2031-02-01"),
        held("holds", "neg", ""),
        held("claims", "pos", "Bo", "2031-01-01"),
    ]
    lines = holding_lines(given)
    assert list(lines) == ["not holds", "claims"]
    (denied,) = lines["not holds"]
    assert (denied.verb, denied.denied, denied.by) == ("does not hold it", True, "the article")
    assert [(each.by, each.date) for each in lines["claims"]] == [
        ("Bo", "2031-01-01"), ("Ana", "2031-02-01"),
    ]  # fmt: skip
    assert lines["claims"][0].place == "a 0-20"


def test_what_is_not_of_somebody_is_no_claim_that_he_gives_up():
    made = holding_lines([held("claims", "neg", "Ana")])["not claims"]
    assert [each.verb for each in made] == ["has no claim to it"]
    own = replace(held("claims", "neg", "Ana"), why="“does not claim” beside “Hadrov”")
    assert holding_lines([own])["not claims"][0].verb == "does not claim it"


def test_whoever_is_not_linked_goes_by_the_names_that_say_most():
    every = [said(n, "x", who=who) for n, who in enumerate(["Bo", "Ana", "Ana", *"CDEF"], 1)]
    voice = Voice(None, tuple(every), len(every))
    assert stand_name(voice) == "Ana, Bo, C, D, 2 more"
    assert stand_name(Voice(None, (), 0)) == "nobody named"


def test_whose_a_holder_is_stands_beside_the_words() -> None:
    cases = [
        ("us", "Velmark", "Velmark (“us”)", "holds it"),
        ("us", "", "“us” (whose side is not told)", "hold it"),
        ("our forces", "Velmark", "“our forces” (of Velmark)", "hold it"),
        ("Velmark troops", "Velmark", "Velmark troops", "hold it"),
        ("Velmark men", "Velmark", "Velmark men", "hold it"),
        ("Ana", "Velmark", "Velmark (“ours”)", "holds it"),
        ("the army", "the army", "the army", "holds it"),
        ("Velmark and Skerra", "Velmark and Skerra", "Velmark and Skerra", "hold it"),
    ]
    for holder, side, words, verb in cases:
        (line,) = holding_lines([replace(held("holds", "pos", "Ana"), holder=holder, side=side)])[
            "holds"
        ]
        assert (line.holder, line.verb) == (words, verb)
    several = replace(held("lost", "neg", "Ana"), holder="troops", side="troops")
    assert holding_lines([several])["not lost"][0].verb == "have not lost it"


def test_rivals_are_named_as_they_are_first_called() -> None:
    one = replace(held("holds", "pos", "Ana"), side="Velmark")
    other = replace(held("holds", "pos", "Bo"), side="Skerra")
    view = rival_view("Hadrov", [[one, one], [other]])
    assert view.words == "Velmark and Skerra are each said to hold Hadrov"
    assert [len(lines) for _, lines in view.sides] == [2, 1]
