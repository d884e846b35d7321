"""Copies by pages, as all of them are: reprints first, what was seen twice before all."""

from sayso.linked import RELATIONS
from sayso.store import Store


def test_pages_of_copies_are_all_copies(linked_record: str) -> None:
    with Store.open(linked_record) as store:
        every = list(store.copies())
        made, more, skip = [], 1, 0
        while more:
            some, more = store.first_copies(limit=4, skip=skip)
            made += some
            skip += 4
        first, left = store.first_copies(limit=1000)
    assert left == 0
    assert made == first
    assert {(c.a, c.b, c.given, c.relation, c.origin, c.why) for c in made} == {
        (c.a, c.b, c.given, c.relation, c.origin, c.why) for c in every
    }
    ranks = [(c.a != c.b, RELATIONS.index(c.relation)) for c in made]
    assert ranks == sorted(ranks)


def test_those_of_one_article_are_among_all(linked_record: str) -> None:
    with Store.open(linked_record) as store:
        every = [each for each in store.copies() if each.a != each.b]
        one = every[0].a
        its = {(each.a, each.b, each.relation) for each in store.copies(one)}
    assert its == {(c.a, c.b, c.relation) for c in every if one in (c.a, c.b)}


def test_other_states_of_some_texts_are_the_versions_among_their_copies(linked_record: str) -> None:
    with Store.open(linked_record) as store:
        every = {(c.a, c.b) for c in store.copies() if c.relation == "version"}
        one = min(every)[0]
        some = store.versions([one], most=99)
        assert {(c.a, c.b) for c in some} == {pair for pair in every if one in pair} != set()
        assert all(c.relation == "version" for c in some)
        ids = {end for pair in every for end in pair}
        assert [(c.a, c.b) for c in store.versions(ids, most=99)] == sorted(every)
        assert len(store.versions(ids, most=1)) == 1
        assert store.versions([], most=9) == []
