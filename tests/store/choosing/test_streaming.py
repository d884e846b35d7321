"""What filters choose of a record, as rules concluded it and as people corrected it."""

from dataclasses import replace

import pytest
from sqlalchemy import text

from sayso.errors import StoreError
from sayso.judgements import Anchor, Judgement
from sayso.store import Filters, Store
from tests.store.samples import records, unsaid

COUNT = 7
WHEN = "2031-04-01T09:00:00Z"


@pytest.fixture(scope="module")
def filled(apart):
    """Return a record of seven articles, of which in one nothing was said."""
    made = records(COUNT)
    made[6] = unsaid(made[6], "no")
    with Store.open(apart) as store:
        store.write(made)
        yield store


def chosen(store, **filters):
    """Return the articles that filters choose, by number, each with how many statements."""
    its = {
        int(each.article.given_id): len(each.chosen) for each in store.exported(Filters(**filters))
    }
    assert list(its) == sorted(its)
    return its


ALL = dict.fromkeys(range(COUNT), 2)
CHOICES = {
    "nothing": ({}, ALL),
    "entity": ({"entity": "teren"}, ALL),
    "one who speaks with another": ({"entity": "Doran Hesk"}, dict.fromkeys(range(COUNT), 1)),
    "one who only carries": ({"entity": "Meridian Courier"}, {}),
    "nobody": ({"entity": "…"}, {}),
    "outlet": ({"outlet": "outlet 1"}, {1: 2, 4: 2}),
    "outlet by a word": ({"outlet": "OUTLET"}, ALL),
    "no outlet": ({"outlet": "Gazette"}, {}),
    "place": ({"place": "Karsk Oblast"}, dict.fromkeys(range(COUNT), 1)),
    "place by number": ({"place": "1707"}, dict.fromkeys(range(COUNT), 1)),
    "no place": ({"place": "Velmark"}, {}),
    "act": ({"acts": ("promises",)}, dict.fromkeys(range(COUNT), 1)),
    "acts": ({"acts": ("promises", "asserts")}, ALL),
    "another act": ({"acts": ("denies",)}, {}),
    "since": ({"since": "2031-05-05"}, {4: 2, 5: 2, 6: 2}),
    "until": ({"until": "2031-01-31"}, {0: 2}),
    "between": ({"since": "2031-03-05", "until": "2031-04-05"}, {2: 2, 3: 2}),
    "score": ({"min_score": 0.5}, dict.fromkeys(range(COUNT), 1)),
    "words": ({"words": "GRAIN corridor"}, dict.fromkeys(range(COUNT), 1)),
    "words that stand elsewhere": ({"words": "Talks"}, {}),
    "a phrase": ({"words": '"grain corridor"'}, dict.fromkeys(range(COUNT), 1)),
    "words in another order": ({"words": '"corridor grain"'}, {}),
    "no words": ({"words": "…"}, {}),
    "not said": ({"said": "no"}, {6: 2}),
    "said": ({"said": "yes"}, dict.fromkeys(range(6), 2)),
    "several": ({"acts": ("promises",), "outlet": "outlet 1", "words": "grain"}, {1: 1, 4: 1}),
}


@pytest.mark.parametrize("name", CHOICES)
def test_filters_choose(filled, name):
    filters, wanted = CHOICES[name]
    assert chosen(filled, **filters) == wanted


def test_everything_is_as_it_is_stored(filled):
    for each in filled.exported(Filters()):
        assert each.record == filled.record(each.article.id)
        assert each.sightings == filled.sightings(each.article.id)
        assert each.record is each.concluded
        assert each.is_whole


def test_what_people_corrected_is_chosen_as_it_holds(store):
    made = records(3)
    store.write(made)
    of, statement = made[1].article.id, made[1].statements[0]
    anchor = Anchor.of(of, statement)
    decided = (
        Judgement("act", anchor, {"act": "denies"}, "mira", WHEN),
        Judgement("speaker", anchor, {"name": "Ada Brenn"}, "mira", WHEN),
        Judgement("not_statement", Anchor.of(made[2].article.id, made[2].statements[1]), {}, "mira",
                  WHEN),
    )  # fmt: skip
    store.judge(decided)
    assert chosen(store) == {0: 2, 1: 2, 2: 1}
    assert chosen(store, acts=("denies",)) == {1: 1}
    assert chosen(store, acts=("promises",)) == {0: 1, 2: 1}
    assert chosen(store, entity="ada brenn") == {1: 1}
    assert chosen(store, entity="Teren") == {0: 2, 1: 1, 2: 1}
    assert chosen(store, place="Karsk Oblast") == {0: 1, 1: 1}
    assert chosen(store, acts=("denies",), words="grain", min_score=0.5) == {1: 1}
    assert chosen(store, acts=("denies",), words="Karsk") == {}
    one = next(each for each in store.exported(Filters(acts=("denies",))))
    (row,) = one.rows()
    assert [party.name for party in row.speakers] == ["Ada Brenn"]
    assert all("judged by mira" in why for why in row.judged)
    assert one.concluded == made[1]
    assert [each.kind for each in one.judgements] == ["act", "speaker"]


def test_what_was_restored_is_the_same_record(store, tmp_path):
    """All rows come back, judgements that were taken back too; twice changes nothing."""
    made = records(4)
    store.write(made)
    store.see([replace(made[0].article, source="elsewhere.txt", given_id="x")])
    anchor = Anchor.of(made[1].article.id, made[1].statements[0])
    first = Judgement("act", anchor, {"act": "denies"}, "mira", WHEN, "why")
    second = Judgement("act", anchor, {"act": "asks"}, "ton", "2031-04-02T09:00:00Z")
    store.judge([first, second])
    store.withdraw(second.id, by="mira", at="2031-04-03T09:00:00Z", why="no")
    whole = list(store.exported(Filters()))
    with Store.open(tmp_path / "other.db") as other:
        counts = other.restore(whole)
        assert (counts.new, counts.known) == (4, 0)
        assert list(other.exported(Filters())) == whole
        again = other.restore([*whole, whole[0]])
        assert (again.new, again.known, again.sightings) == (0, 5, 0)
        assert list(other.exported(Filters())) == whole
        assert other.judgements() == store.judgements()


def test_damage_is_told(store):
    store.write(records(2))
    with store._engine.begin() as connection:
        connection.execute(text("DELETE FROM speakers"))
    with pytest.raises(StoreError, match="damaged"):
        list(store.exported(Filters()))
