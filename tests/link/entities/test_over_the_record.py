"""Who is who over the record: the same whatever the order, with what people judged."""

import random
from dataclasses import replace

import pytest

from sayso.judgements import Anchor, Judgement
from sayso.link.entities import cards, groups, with_holders
from sayso.link.linker import Linker
from sayso.link.rooms import Entities
from sayso.pipeline import link
from sayso.records import Span
from sayso.store import Store
from tests.link.entities.making import actor, record

NAMES = ["Ilva Teren", "Ilva M. Teren", "Teren", "Dovan Petrak", "Dovan Petrak Jr.", "John Smith"]
NAMES += [
    "Smith",
    "Harbour Trust",
    "Northwire Press Agency",
    "a senior official",
    "the government",
    "the French minister",
]
ROLES = ["French minister", "Kenyan general", ""]
TYPES = {"Harbour Trust": "organisation", "Northwire Press Agency": "organisation"}
TYPES |= {
    "a senior official": "unnamed",
    "the French minister": "unnamed",
    "the government": "government",
}


def crowd(number: int, seed: int = 3):
    draw = random.Random(seed)
    made = []
    for at in range(number):
        names = draw.sample(NAMES, 4)
        role = draw.choice(ROLES)
        text = f"{role} {names[0]} met {', '.join(names[1:])} ({at})."
        actors = [actor(text, names[0], role=role, type=TYPES.get(names[0], "person"))]
        actors += [actor(text, name, type=TYPES.get(name, "person")) for name in names[1:]]
        actors = [replace(each, id=f"a{n}") for n, each in enumerate(actors, 1)]
        made.append(record(text, *actors, date=f"2031-{draw.randint(1, 12):02}-01"))
    return made


def entities_of(folder, records, *, batch=64, judgements=()):
    folder.mkdir()
    with Store.open(folder / "record.db") as store:
        for each in records:
            store.write([each])
        store.judge(judgements)
        link(store, Linker((Entities(),), tuple(store.judgements())), batch=batch)
        return list(store.entities())


def parts(entities) -> set[frozenset[tuple[str, str]]]:
    return {frozenset(each.actors) for each in entities}


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_reading_makes_no_difference(tmp_path, seed):
    records = crowd(24, seed)
    other = random.Random(seed).sample(records, len(records))
    wanted = entities_of(tmp_path / "a", records)
    assert entities_of(tmp_path / "b", other, batch=1 + 4 * seed) == wanted


def test_the_room_makes_what_groups_make(tmp_path):
    records = crowd(40)
    made = with_holders(groups(card for each in records for card in cards(each)))
    wanted = {frozenset(card.ref for card in group.cards) for group in made}
    assert parts(entities_of(tmp_path / "a", records)) == wanted
    assert any(len(its) > 2 for its in wanted)


def test_an_entity_is_for_the_entity_of_its_body(tmp_path):
    text = "Ilva Teren spoke for the Harbour Trust."
    trust = actor(text, "Harbour Trust", type="organisation")
    teren = actor(text, "Ilva Teren")
    teren = replace(teren, of=trust.id)
    made = {e.name: e for e in entities_of(tmp_path / "a", [record(text, teren, trust)])}
    assert made["Ilva Teren"].of == made["Harbour Trust"].id


def test_judgements_part_and_join(tmp_path):
    one, other = "Ilva Teren spoke.", "Then Ilva Teren left."
    records = [record(text, actor(text, "Ilva Teren")) for text in (one, other)]
    third = "Old Mira came."
    records.append(record(third, actor(third, "Mira")))
    assert len(entities_of(tmp_path / "a", records)) == 2
    ends = [
        Anchor(each.article.id, "mention", Span(*each.actors[0].mentions[0])) for each in records
    ]

    def judged(kind, a, b):
        other = {"article": ends[b].article, "role": "mention", "span": list(ends[b].span)}
        return Judgement(kind, ends[a], other, "me", "2031-01-01T00:00:00Z")

    parted = entities_of(tmp_path / "b", records, judgements=[judged("different_entity", 0, 1)])
    assert len(parted) == 3
    joined = entities_of(tmp_path / "c", records, judgements=[judged("same_entity", 0, 2)])
    assert len(joined) == 1


@pytest.mark.parametrize("seed", range(2))
def test_a_sample_of_many_actors_is_the_same_whatever_the_order(tmp_path, seed):
    records = crowd(24, seed)
    mixed = random.Random(seed).sample(records, len(records))

    def sampled(folder, order, batch):
        folder.mkdir()
        with Store.open(folder / "record.db") as store:
            for each in order:
                store.write([each])
                link(store, Linker((replace(Entities(), sample=2),)), batch=batch)
            return list(store.entities())

    one = sampled(tmp_path / "one", records, 64)
    assert one == sampled(tmp_path / "mixed", mixed, 3)
    actors = {(each.article.id, actor.id) for each in records for actor in each.actors}
    assert {ref for each in one for ref in each.actors} == actors
