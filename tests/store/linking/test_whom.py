"""Entities by an id, by how it begins, and by the names that articles call them by."""

from sayso.store import Store
from sayso.store.linking.schema import ROOMS, link_groups
from sayso.store.linking.whom import groups_called, groups_of, ids_of


def test_an_entity_is_known_by_its_id_and_its_names(linked_record: str) -> None:
    with Store.open(linked_record) as store, store.linking() as ledger:
        connection = ledger.connection
        entity = max(store.entities(), key=lambda each: len(each.actors))
        (number,) = groups_of(connection, entity.id)
        assert ids_of(connection, [number]) == {number: entity.id}
        assert number in groups_of(connection, entity.id[:8])
        assert number in groups_of(connection, entity.name.upper())
        assert number in groups_called(connection, entity.name.split()[-1].casefold())
        assert groups_of(connection, f"{entity.id}0") == groups_of(connection, "?") == frozenset()


def test_an_id_stands_for_entities_alone(linked_record: str) -> None:
    with Store.open(linked_record) as store, store.linking() as ledger:
        groups = groups_of(ledger.connection, "en_")
        assert len(groups) > 1
        of = link_groups.c.number.in_(groups)
        rooms = ledger.connection.scalars(
            link_groups.select().with_only_columns(link_groups.c.room).where(of)
        )
        assert {*rooms} == {ROOMS.index("entities")}


def test_everybody_in_some_articles_is_who_their_entity_says(linked_record: str) -> None:
    with Store.open(linked_record) as store:
        entity = max(store.entities(), key=lambda each: len(each.actors))
        some = [article for article, _ in entity.actors[:3]]
        known = store.people(some)
        assert {article for article, _ in known} == set(some)
        own = {end for end, id_ in known.items() if id_ == entity.id}
        assert own == {each for each in entity.actors if each[0] in some}
        assert store.people([]) == {}


def test_statements_come_with_the_entities_of_their_people(linked_record: str) -> None:
    with Store.open(linked_record) as store:
        entity = max(store.entities(), key=lambda each: len(each.actors))
        (voice,) = store.voices(entity.id)
        assert {each.speaker_entity for each in voice.said} == {entity.id}
        assert voice.said[0].to_json()["speaker_entity"] == entity.id
        known = store.people({each.article_id for each in voice.said})
        passed = {link.entity for each in voice.said for link in each.chain} - {""}
        assert passed
        assert passed <= set(known.values())


def test_the_actors_of_somebody_come_a_page_at_a_time(linked_record: str) -> None:
    with Store.open(linked_record) as store:
        entity = max(store.entities(), key=lambda each: len(each.actors))
        first, every = store.named_as(entity.id, limit=5)
        rest, again = store.named_as(entity.id, limit=999, skip=5)
    assert (every, again) == (len(entity.actors), len(entity.actors))
    assert (*first, *rest) == entity.actors
    assert len(first) == 5
