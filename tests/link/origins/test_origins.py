"""How many origins a claim has, and how each article knows."""

from dataclasses import replace
from itertools import permutations

from sayso.link.origins.accounts import PERSON, Account, Source, Telling, outlet_key
from sayso.link.origins.origins import origins
from sayso.linked import Copy, order

RUEL = Source("speaker", "Ana Ruel", (PERSON + "Ana Ruel",))
ASKEL = Source("speaker", "Tomas Askel", (PERSON + "Tomas Askel",))
REUTERS = Source("carrier", "Reuters", (outlet_key("Reuters"),))
SOMEBODY = Source("speaker", "a source", ("what:sourc",), firm=False)


def own(outlet):
    return Source("outlet", outlet, (outlet_key(outlet),), firm=False)


def account(number, source, outlet="Beacon"):
    place = order(f"2031-03-{10 + number}", f"a{number}")
    return Account(f"s{number}", f"a{number}", place, Telling(outlet, outlet, (), (source,)))


def test_many_articles_of_one_speaker_have_one_origin():
    made = origins([account(n, RUEL, f"Outlet {n}") for n in range(1, 4)])
    (origin,) = made.origins
    assert made.independent == 1
    assert (origin.kind, origin.name, origin.articles) == (
        "utterance",
        "Ana Ruel",
        ("a1", "a2", "a3"),
    )
    assert [(fold.how, fold.of) for fold in origin.folds] == [
        ("utterance", "Ana Ruel"), ("utterance", "a1"), ("utterance", "a2")
    ]  # fmt: skip
    assert origin.why.startswith("3 articles go back to what Ana Ruel said: 2 by the same words")


def test_two_speakers_and_a_carrier_are_three():
    made = origins([account(1, RUEL), account(2, ASKEL), account(3, REUTERS)])
    assert [(o.kind, o.name) for o in made.origins] == [
        ("utterance", "Ana Ruel"), ("utterance", "Tomas Askel"), ("carrier", "Reuters")
    ]  # fmt: skip
    assert made.independent == 3


def test_who_gives_no_source_is_no_origin_of_his_own():
    its = [account(1, RUEL), account(2, own("Courier"), "Courier"), account(3, SOMEBODY)]
    made = origins(its)
    assert made.independent == 1
    assert [fold.how for fold in made.origins[0].folds] == ["utterance", "own", "own"]
    assert "anybody" in made.origins[0].folds[2].why


def test_where_nobody_gives_a_source_the_number_is_unknown():
    its = [account(n, own(f"Outlet {n}"), f"Outlet {n}") for n in range(1, 4)]
    made = origins(its)
    assert (len(made.origins), made.independent) == (3, None)
    assert {origin.kind for origin in made.origins} == {"article"}
    assert origins(its[:1]).independent == 1


def test_a_copy_tells_of_what_it_is_one():
    one, other = account(1, own("Beacon")), account(2, own("Beacon"), "Courier")
    copy = Copy("a1", "a2", ("", ""), "same", 1.0, 1.0, "AP", 1.0, "the same text")
    for from_, relation, how in (
        ("a1", "same", "copy"), ("", "same", "alike"), ("a1", "version", "version"),
    ):  # fmt: skip
        its = replace(copy, from_=from_, relation=relation)
        (origin,) = origins([one, other], [its]).origins
        assert [(f.how, f.of, f.why) for f in origin.folds][1] == (how, "a1", "the same text")


def test_what_was_copied_comes_before_its_copies_whatever_the_day():
    one, other = account(1, own("Beacon")), account(2, own("Beacon"), "Courier")
    copy = Copy("a1", "a2", ("", ""), "same", 1.0, 1.0, "AP", 1.0, "why", from_="a2")
    (origin,) = origins([one, other], [copy]).origins
    assert origin.articles == ("a2", "a1")
    assert (origin.folds[1].how, origin.folds[1].of) == ("copy", "a2")


def test_the_order_of_reading_makes_no_difference():
    its = [
        account(1, RUEL),
        account(2, ASKEL),
        account(3, own("Courier")),
        account(4, RUEL),
    ]
    assert len({origins(turned) for turned in permutations(its)}) == 1


def test_no_account_has_no_origin():
    assert origins([]).origins == ()


def test_a_source_that_may_be_anybody_names_no_origin_where_anything_else_does():
    nobody = Source("speaker", "a source", (), firm=False)
    outlets = ("TASS", "RIA Novosti")
    made = origins(account(n, nobody, name) for n, name in enumerate(outlets, 1))
    (origin,) = made.origins
    assert (origin.kind, origin.name) == ("carrier", "the government of Russia")
    assert origin.folds[1].why == "TASS and RIA Novosti are both of the government of Russia"
    cited = Source("carrier", "TASS", (outlet_key("TASS"),))
    its = [account(1, nobody, "TASS"), account(2, cited, "Beacon")]
    (origin,) = origins(its).origins
    assert (origin.name, origin.folds[1].how, origin.folds[1].of) == ("TASS", "carrier", "TASS")
    (alone,) = origins([account(1, nobody)]).origins
    assert alone.name == "a source in Beacon"


def test_outlets_without_an_owner_are_not_one_house():
    nobody = Source("speaker", "a source", (), firm=False)
    made = origins(account(n, nobody, name) for n, name in enumerate(("Beacon", "Courier"), 1))
    assert (len(made.origins), made.independent) == (2, None)


def test_who_cites_an_outlet_has_it_from_what_that_outlet_has_itself():
    its = [account(1, RUEL, "Reuters"), account(2, REUTERS)]
    made = origins(its)
    assert made.independent == 1
    (origin,) = made.origins
    assert (origin.name, origin.articles) == ("Ana Ruel", ("a1", "a2"))
    named = Source("speaker", "The Beacon", ("body:beacon",))  # an outlet that no table has
    assert origins([account(1, RUEL), account(2, named, "Courier")]).independent == 1
    later = [account(1, REUTERS), account(2, RUEL, "Reuters")]
    assert origins(later).independent == 2
