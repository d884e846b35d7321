"""Lists of the linked sample, the largest first."""

from pathlib import Path

from sayso.gather import lists
from sayso.store import Store


def test_pages_of_a_list_follow_one_another(linked_record: Path) -> None:
    with Store.open(linked_record) as store:
        every = lists.claims(store, 8)
        second = lists.claims(store, 3, skip=3)
    assert second.values == every.values[3:6]
    assert second.lines == every.lines[3:6]
    assert second.more == every.more + 2
    assert [each.articles for each in every.values] == sorted(
        (each.articles for each in every.values), reverse=True
    )


def test_lines_name_who_speaks_and_for_whom(linked_record: Path) -> None:
    with Store.open(linked_record) as store:
        quotations, entities = lists.quotations(store, 50), lists.entities(store, 500)
    known = {each.id: each.name for each in entities.values}
    pairs = zip(quotations.values, quotations.lines, strict=True)
    named = [(line.speaker, known[q.speaker]) for q, line in pairs if q.speaker in known]
    assert named
    assert all(line == name for line, name in named)
    owned = zip(entities.values, entities.lines, strict=True)
    assert all(line.of.words == known[e.of] for e, line in owned if e.of in known)


def test_claims_with_words_come_in_the_same_order(linked_record: Path) -> None:
    with Store.open(linked_record) as store:
        its = lists.claims(store, 500, numbers=lists.with_words(store, "army"))
        every = [each.id for each in lists.claims(store, 500).values]
        those = {each.id for each in store.claims(words="army")}
    assert 1 < len(its.values) < len(every)
    assert [each.id for each in its.values] == [each for each in every if each in those]


def test_what_was_denied_last_comes_first(linked_record: Path) -> None:
    with Store.open(linked_record) as store:
        its = lists.claims(store, 20, order="against")
        assert lists.largest(store, 20, "against") == its.values
        assert lists.largest(store, 3) == lists.claims(store, 3).values
    days = [each.last for each in its.values]
    assert days == sorted(days, reverse=True)
    assert all(line.against for line in its.lines)


def test_who_says_most_and_who_is_called_so_are_cards(linked_record: Path) -> None:
    with Store.open(linked_record) as store:
        every, _ = store.speaking(limit=5)
        cards = lists.speakers(store, 5)
        called = lists.called(store, "Dunov", 9)
        voices = store.voices("Dunov")
    assert [card.id for card in cards] == [each.entity.id for each in every]
    assert {card.id for card in called.lines} == {v.entity.id for v in voices if v.entity}
