"""Which accounts go back to one source."""

import pytest

from sayso.link.origins.accounts import PERSON, Account, Source, Telling, outlet_key
from sayso.link.origins.folding import folded, ties
from sayso.link.origins.speaking import BODY, LAND, STATE
from sayso.linked import Copy, Passage, order
from sayso.records import Span


def named(*keys):
    return Source("speaker", keys[0], keys)


def own(outlet):
    return Source("outlet", outlet, (outlet_key(outlet),), firm=False)


def account(number, source, *, at=0, utterance="", speakers=()):
    article = f"article {number}"
    telling = Telling("Beacon", "Beacon", (Span(at, at + 10),), (source,))
    place = order(f"2031-03-{10 + number}", article)
    return Account(f"s{number}", article, place, telling, utterance, speakers)


def sizes(*accounts, copies=()):
    return sorted(len(group) for group in folded(accounts, ties(accounts, copies)))


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        (named(PERSON + "Ana Ruel"), named(PERSON + "Ruel"), True),
        (named(PERSON + "Ana Ruel"), named(PERSON + "Tomas Askel"), False),
        (named(PERSON + "Ana Ruel"), named(PERSON + "Tomas Ruel"), False),
        (named(BODY + "justice"), named(BODY + "justice"), True),
        (named(BODY + "karsk water"), named(BODY + "water"), True),
        (named("state:FR"), named("state:FR"), True),
        (own("Beacon"), own("Beacon"), True),
        (own("Beacon"), own("Courier"), False),
        (own("TASS"), own("RIA Novosti"), True),
        (named(PERSON + "Ana Ruel"), own("Beacon"), False),
    ],
)
def test_sources_that_share_a_key_are_one(one, other, together):
    assert sizes(account(1, one), account(2, other)) == ([2] if together else [1, 1])


def test_a_minister_and_the_name_of_her_land_are_one_and_the_fold_says_so():
    minister = Source(
        "speaker",
        "Ana Ruel",
        (PERSON + "Ana Ruel", STATE + "?skerr"),
        role="Skerra's foreign minister",
    )
    skerra = named(PERSON + "Skerra", LAND + "?skerr")
    made = [account(1, skerra), account(2, minister)]
    (tie,) = ties(made, ())
    assert tie.why == f"Ana Ruel, Skerra's foreign minister, speaks for {skerra.name}"
    assert sizes(*made) == [2]
    assert sizes(account(1, skerra), account(2, named(PERSON + "Skerren", LAND + "?skerr"))) == [
        1, 1
    ]  # fmt: skip


def test_two_speakers_who_told_one_outlet_are_two():
    speaking = [
        Source("speaker", name, (PERSON + name, )) for name in ("Ana Ruel", "Tomas Askel")
    ]  # fmt: skip
    carried = Source("carrier", "Reuters", (outlet_key("Reuters"),))
    made = [
        Account(f"s{n}", f"a{n}", order("", f"a{n}"), Telling("B", "B", (), (each, carried)))
        for n, each in enumerate(speaking)
    ]
    assert sizes(*made) == [1, 1]


def test_an_utterance_is_one_whoever_is_named():
    one = account(1, named(PERSON + "Ana Ruel"), utterance="q")
    other = account(2, named(BODY + "ministry"), utterance="q")
    assert sizes(one, other) == [2]


def test_a_known_entity_is_one_under_any_name():
    one = account(1, named(PERSON + "Ana Ruel"), speakers=("e1",))
    other = account(2, named(BODY + "mayor karsk"), speakers=("e1",))
    assert sizes(one, other) == [2]


def test_the_reason_of_a_fold_tells_who_speaks_for_whom():
    leader = Source("speaker", "Ana Ruel", (PERSON + "Ana Ruel", "state:FR"), role="president")
    (tie,) = ties([account(1, leader), account(2, named("state:FR"))], ())
    assert tie.why == "Ana Ruel, president, speaks for state:FR"
    bare = Source("speaker", "Ana Ruel", (PERSON + "Ana Ruel", BODY + "league northern"))
    (tie, *_) = ties(
        [
            account(1, bare, utterance="q"),
            account(2, named(BODY + "league northern"), utterance="q"),
        ],
        (),
    )
    assert tie.why == "Ana Ruel speaks for body:league northern"
    (tie,) = ties([account(1, leader), account(2, named(PERSON + "Ana Ruel"))], ())
    assert tie.why == "has it from the same speaker"


@pytest.mark.parametrize(("at", "together"), [(105, True), (300, False), (5, False)])
def test_a_copy_folds_what_stands_at_one_place_of_a_shared_passage(at, together):
    a, b = account(1, named("x"), at=5), account(2, named("y"), at=at)
    passage = Passage((0, 50), (100, 150))
    copy = Copy(a.article, b.article, ("", ""), "partial", 0.5, 0.5, "", 1.0, "", "", (passage,))
    assert sizes(a, b, copies=[copy]) == ([2] if together else [1, 1])


def test_shared_quotations_are_no_copy():
    a, b = account(1, named("x"), at=5), account(2, named("y"), at=5)
    passage = Passage((0, 50), (0, 50))
    copy = Copy(a.article, b.article, ("", ""), "quotes", 0.5, 0.5, "", 1.0, "", "", (passage,))
    assert sizes(a, b, copies=[copy]) == [1, 1]
