"""What linking left open, the most promising first."""

import json
import shutil

from sayso.judgements import Anchor, Judgement
from sayso.pipeline import link
from sayso.records import plain
from sayso.store import Store
from tests.store.samples import records


def test_open_pairs_are_of_the_kinds_asked_for(linked_record: str) -> None:
    with Store.open(linked_record) as store:
        pairs = store.doubts.pairs(("denies",), most=5)
        assert [each.pair.kind for each in pairs] == ["denies"] * 5
        assert all(min(each.sizes) > 0 for each in pairs)
        ids = store.doubts.statements([pairs[0].pair.a, pairs[0].pair.b])
        assert all(store.statement(each)[1].id == each for each in ids.values())
        assert store.doubts.pairs((), most=5) == []


def test_groups_that_share_a_key_are_two(linked_record: str) -> None:
    with Store.open(linked_record) as store:
        two = store.doubts.groups(most=50)
        assert two
        assert all(a != b for a, b, _ in two)
        sizes = [size for _, _, size in two]
        assert sizes == sorted(sizes, reverse=True)
        nodes = store.doubts.nodes_of_groups(two[0][:2])
        assert all(row.group == group for group, rows in nodes.items() for row in rows)
        known = store.doubts.nodes([rows[0].number for rows in nodes.values()])
        assert len(known) == 2
        assert store.doubts.ruled() == set()


def test_doubtful_speakers_need_no_links(store: Store) -> None:
    store.write(records(2))
    rows = store.doubts.speakers(below=0.7, most=10)
    assert [round(each.score, 2) for each in rows] == [0.33, 0.33]
    assert {each.size for each in rows} == {1}
    assert store.doubts.speakers(below=0.2, most=10) == []


def test_what_people_ruled_on_is_left_out(linked_record: str, tmp_path: object) -> None:
    own = shutil.copy(linked_record, f"{tmp_path}/own.db")
    with Store.open(own) as store:
        first = store.doubts.pairs(("denies",), most=1)[0].pair
        names = store.doubts.statements([first.a, first.b])
        ends = [Anchor.of(*store.statement(names[n])) for n in (first.a, first.b)]
        other = json.loads(json.dumps(plain(ends[1])))
        judged = Judgement("denies", ends[0], other, "Ana", "2031-06-01")
        store.judge([judged])
        link(store)
        assert store.doubts.ruled()
        left = store.doubts.pairs(("denies",), most=1000)
        assert (first.a, first.b) not in {(each.pair.a, each.pair.b) for each in left}
