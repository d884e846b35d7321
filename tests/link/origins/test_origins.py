"""How many origins a claim has, and how each article knows."""

from dataclasses import replace
from itertools import permutations

from sayso.link.origins.accounts import PERSON, Account, Source, Telling, outlet_key
from sayso.link.origins.origins import origins
from sayso.linked import Copy, Passage, order
from sayso.records import Span

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


def printing(number):
    made = account(number, own(f"Outlet {number}"), f"Outlet {number}")
    return replace(made, telling=replace(made.telling, content=(Span(0, 40),)))


def same_text(one, other, from_=""):
    whole = (Passage((0, 90), (0, 90)),)
    ids = (f"a{one}", f"a{other}")
    return Copy(*ids, ("", ""), "same", 1.0, 1.0, "", 1.0, "why", from_=from_, passages=whole)


def test_of_outlets_that_print_one_text_none_is_named_where_nothing_tells_which_was_first():
    its = [printing(n) for n in (1, 2, 3)]
    made = origins(its, [same_text(1, 2), same_text(1, 3), same_text(2, 3)])
    (origin,) = made.origins
    assert (made.independent, origin.kind, origin.name, origin.one_of) == (1, "article", "", 3)
    assert origin.why == (
        "3 articles go back to one of 3 outlets, and nothing tells which of them had it first: "
        "2 in the same text."
    )


def test_who_is_known_to_have_it_from_another_is_none_of_those_that_may_be_first():
    its = [printing(n) for n in (1, 2, 3)]
    copies = [same_text(1, 2), same_text(1, 3, "a1"), same_text(2, 3, "a2")]
    (origin,) = origins(its, copies).origins
    assert (origin.name, origin.one_of) == ("", 2)
    copies = [same_text(1, 2, "a1"), same_text(1, 3, "a1"), same_text(2, 3)]
    (origin,) = origins(its, copies).origins
    assert (origin.name, origin.one_of) == ("Outlet 1", 0)


def test_of_one_text_that_many_print_none_is_named_but_an_agency():
    outlets = tuple(f"Outlet {n}" for n in range(50))
    telling = replace(printing(1).telling, outlet="Outlet 1", owner="Outlet 1", among=outlets)
    (origin,) = origins([replace(printing(1), telling=telling)]).origins
    assert (origin.name, origin.one_of, origin.folds[0].of) == ("", 50, "")
    telling = replace(telling, among=(*outlets, "Reuters"))
    (origin,) = origins([replace(printing(1), telling=telling)]).origins
    assert (origin.name, origin.one_of) == ("Reuters", 0)


def test_one_of_several_people_is_no_outlet():
    envoy = Source("speaker", "one of the envoys", (PERSON + "one of the envoys",))
    (origin,) = origins([account(1, envoy), account(2, envoy, "Courier")]).origins
    assert origin.why.startswith("2 articles go back to what one of the envoys said: 1 by")


def test_somebody_who_may_be_anybody_is_in_one_of_the_outlets():
    outlets = ("Beacon", "Courier")
    telling = replace(account(1, SOMEBODY).telling, among=outlets)
    (origin,) = origins([replace(account(1, SOMEBODY), telling=telling)]).origins
    assert origin.name == "a source in one of 2 outlets"
