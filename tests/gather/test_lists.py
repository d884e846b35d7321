"""Lists of the linked sample, the largest first."""

from pathlib import Path

from sayso.gather import lists
from sayso.store import Store


def test_pages_of_a_list_follow_one_another(linked_record: Path) -> None:
    with Store.open(linked_record) as store:
        every = lists.claims(store.claims(), 8)
        second = lists.claims(store.claims(), 3, skip=3)
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
    assert all(line.of == known[e.of] for e, line in owned if e.of in known)


def test_the_largest_come_first_and_the_others_are_counted() -> None:
    words = ["bb", "a", "ccc", "dd"]
    assert lists.largest(words, 2, lambda w: (len(w), 0)) == (["ccc", "bb"], 2)
    assert lists.largest(words, 9, lambda w: (len(w), 0)) == (["ccc", "bb", "dd", "a"], 0)
