"""Copies of the linked sample, of all articles and of one."""

from pathlib import Path

from sayso.gather import copies
from sayso.store import Store


def test_reprints_come_first_and_those_of_one_article_alone(linked_record: Path) -> None:
    with Store.open(linked_record) as store:
        every, more = copies.lines(store, 1000)
        few, left = copies.lines(store, 3)
        first = next(each for each in copies.values(store) if each.relation == "partial")
        its, _ = copies.lines(store, 1000, of=first.a)
    assert (more, few, left) == (0, every[:3], len(every) - 3)
    ranks = [line.relation for line in every]
    assert ranks == sorted(ranks, key=lambda r: "quoted" in r or "standing" in r)
    assert 0 < len(its) < len(every)
    short = first.a.removeprefix("sha256:")[:12]
    assert all(short in " ".join(words for _, words in line.ends) for line in its)


def test_a_later_version_is_told_with_what_it_changed(linked_record: Path) -> None:
    with Store.open(linked_record) as store:
        changed = [view for row in store.articles() for _, view in copies.versions(store, row.id)]
        versions = [each for each in copies.values(store) if each.relation == "version"]
    assert len(changed) == 2 * len({(each.a, each.b) for each in versions})
    assert all(view.edits or view.note for view in changed)
