"""Claims over several articles: the same in whatever order, with what people judged."""

import random
import re
from dataclasses import replace

import pytest

from bench.tasks.across.claims import Alone
from sayso.link.linker import Linker
from sayso.link.origins.accounts import Telling
from sayso.link.room import Component, Node, Ruling
from sayso.link.rooms import Claimed, Claims
from sayso.linked import AGAINST
from sayso.nodes import Member, PairRow
from sayso.pipeline import link
from sayso.records import Location, Place, Span
from sayso.store import Store
from tests.link.claims.notation import point, record

UNKNOWN = Telling("", "", (), ())
DAM = "that Ostrania had blown up the dam at Velmark on purpose"
RECORDS = [
    record(("Ruel", "accuses", DAM), ("Ostrania", "denies", "the charge")),
    record(("Ana Ruel", "accuses", DAM), lead="The dam"),
    record(("Ostrania", "denies", DAM), published="2031-03-15"),
    record(("Bo", "asserts", "that 12 people were killed in Almis when the dam broke")),
    record(("Almis", "asserts", "that 40 people were killed in Almis when the dam broke")),
    record(("Bo", "asserts", "that wages would rise in May"), published="2031-04-15"),
]


def claims_of(folder, records, batch=64):
    with Store.open(folder / "record.db") as store:
        for each in records:
            store.write([each])
        link(store, Linker((Claims(),), tuple(store.judgements())), batch=batch)
        return list(store.claims())


@pytest.mark.parametrize("seed", range(4))
def test_the_order_of_reading_makes_no_difference(tmp_path, seed):
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    other = random.Random(seed).sample(RECORDS, len(RECORDS))
    wanted = claims_of(tmp_path / "a", RECORDS)
    assert claims_of(tmp_path / "b", other, batch=1 + seed) == wanted


def large(seed):
    """Return an article that gives seventy figures of one battle."""
    rng = random.Random(seed)
    kinds = ("tanks", "boats", "bridges", "soldiers", "wagons", "barns")
    towns = ("Almis", "Karsk", "Torvel", "Dresna", "Velin")
    said = [
        ("Bo", "asserts", f"that {rng.randint(2, 90)} {rng.choice(kinds)} burned at {town} in May")
        for _ in range(14)
        for town in towns
    ]
    return record(*said, lead=f"The battle, part {seed}")


@pytest.mark.parametrize("seed", range(2))
def test_the_order_of_reading_large_articles_makes_no_difference(tmp_path, seed):
    every = [large(1), large(2), *RECORDS]
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    wanted = claims_of(tmp_path / "a", every)
    other = random.Random(seed).sample(every, len(every))
    assert claims_of(tmp_path / "b", other, batch=1) == wanted
    with Store.open(tmp_path / "b" / "record.db") as store:
        link(store, Linker((Claims(),)), rebuild=True)
        assert list(store.claims()) == wanted


def with_towns(of, towns):
    """Return a record that knows some towns where its text names them."""
    names = re.finditer("|".join(towns), of.article.text)
    places = (Place(Span(*m.span()), "literal", Location(feature="P"), 0.9, "") for m in names)
    return replace(of, places=tuple(places))


def test_what_is_told_of_nine_towns_in_the_same_words_is_as_many_claims(tmp_path):
    towns = ["Karsk", "Tavik", "Velin", "Orlen", "Merrin", "Sarn", "Brask", "Hollun", "Torvel"]
    kinds = ("tanks", "bridges", "barns")
    words = "that the battle for the river had left {} {} of the army burned near {}"
    many = [
        ("Bo", "asserts", words.format(20 + 3 * n, kinds[n % 3], town))
        for n, town in enumerate(towns * 3)
    ]
    again = [("Ruel", "asserts", many[4][2]), ("Ruel", "asserts", many[7][2])]
    read = [record(*many), record(*again, published="2031-03-15")]
    made = claims_of(tmp_path, [with_towns(each, towns) for each in read])
    assert len(made) == 3 * len(towns)
    assert sorted(len(claim.statements) for claim in made)[-3:] == [1, 2, 2]


def test_every_statement_is_of_one_claim_that_its_earliest_names(tmp_path):
    made = claims_of(tmp_path, RECORDS)
    every = [statement for claim in made for statement in claim.statements]
    assert sorted(every) == sorted({s.id for r in RECORDS for s in r.statements})
    (dam,) = [claim for claim in made if len(claim.statements) > 1]
    assert dam.text == DAM
    assert dam.articles == 2
    assert (dam.first, dam.last) == ("2031-03-14", "2031-03-14")


def test_denials_and_rival_figures_are_linked_and_apart(tmp_path):
    every = claims_of(tmp_path, RECORDS)
    made = {claim.text: claim for claim in every}
    (dam,) = [claim for claim in every if len(claim.statements) > 1]
    deniers = {a.statement for a in dam.answers if a.kind in AGAINST}
    assert {RECORDS[0].statements[1].id, RECORDS[2].statements[0].id} <= deniers
    killed = "that {} people were killed in Almis when the dam broke"
    twelve, forty = (made[killed.format(number)] for number in (12, 40))
    assert [answer.claim for answer in twelve.answers] == [forty.id]
    assert [answer.claim for answer in forty.answers] == [twelve.id]


def test_a_bound_is_not_of_one_claim_with_a_number_that_has_a_rival(tmp_path):
    words = "that {} miners died in the fire at Almis"
    several = [record(("Bo", "asserts", words.format(n))) for n in ("20", "at least 20")]
    (tmp_path / "a").mkdir()
    assert len(claims_of(tmp_path / "a", several)) == 1
    several.append(record(("Ruel", "asserts", words.format(23))))
    (tmp_path / "b").mkdir()
    made = {claim.text: claim for claim in claims_of(tmp_path / "b", several)}
    twenty, least, more = (made[words.format(n)] for n in ("20", "at least 20", "23"))
    assert [answer.claim for answer in twenty.answers] == [more.id]
    assert not least.answers


def component(pairs, rulings=()):
    nodes = tuple(
        Node(n, point("x"), Member("2031-03-14", "sha256:a", n), "2031-03-14", 1) for n in range(4)
    )
    members = [
        (Member("2031-03-14", "sha256:a", n, f"st_{n}", Claimed((), UNKNOWN)),) for n in range(4)
    ]
    joins, beside = ([p for p in pairs if p.joins is j] for j in (True, False))
    return Component(nodes, tuple(joins), tuple(beside), rulings, members.__getitem__)


def grouped(pairs, rulings=()):
    return [group.nodes for group in Claims().groups(component(pairs, rulings), Alone())]


SAME = PairRow(0, 1, "same", True, 0, 3.0, "")


def test_what_people_keep_apart_or_join_goes_before_what_was_decided():
    assert grouped([SAME]) == [(0, 1), (2,), (3,)]
    assert grouped([SAME], [Ruling(0, 1, True, "2031-05-01", "")]) == [(0,), (1,), (2,), (3,)]
    denied = PairRow(2, 3, "denies", False, 1, 0.9, "")
    assert grouped([SAME, denied], [Ruling(2, 3, False, "2031-05-01", "")]) == [(0, 1), (2, 3)]


def test_a_denial_answers_in_its_own_way_and_a_conflict_in_both():
    denied, rival = (
        PairRow(1, 2, k, False, w, 0.9, "") for k, w in [("denies", 1), ("conflicts", 0)]
    )
    first, second, third, _ = Claims().groups(component([denied]), Alone())
    assert [answer.statement for answer in third.value.answers] == ["st_1"]
    assert not first.value.answers
    assert not second.value.answers
    _, second, third, _ = Claims().groups(component([rival]), Alone())
    assert [answer.claim for answer in second.value.answers] == ["@2"]
    assert [answer.claim for answer in third.value.answers] == ["@1"]
