"""What people decided is read again as soon as anybody decides, or takes back."""

from dataclasses import replace

from sayso.fitting import as_object
from sayso.judgements import Anchor, Judgement
from sayso.store import Store
from sayso.store.remembering.decided import Decided
from tests.store.samples import record, records

ONE, OTHER = record(0).article.id, record(1).article.id
COPY = Judgement("copy", Anchor(ONE), as_object(Anchor(OTHER)), "Ana Ruel", "2031-06-01T10:00:00Z")
ACT = Judgement(
    *("act", Anchor.of(OTHER, record(1).statements[0]), {"act": "denies"}, "Bo Sarn"),
    "2031-06-02T10:00:00Z",
)


def test_each_is_there_at_once_by_both_its_articles(store: Store) -> None:
    store.write(records(2))
    assert store.judgements() == store.judgements_about([ONE, OTHER]) == []
    store.judge([COPY])
    assert store.judgements() == store.judgements_about([ONE]) == store.judgements_about([OTHER])
    store.judge([ACT])
    assert store.judgements_about([OTHER]) == store.judgements() == [COPY, ACT]
    assert store.judgements_about([ONE]) == [COPY]
    assert store.corrected_ids() == {OTHER}


def test_what_is_taken_back_is_told_and_corrects_nothing(store: Store) -> None:
    store.write(records(2))
    store.judge([ACT])
    assert store.corrected_ids() == {OTHER}
    store.withdraw(ACT.id, by="Ana Ruel", at="2031-06-03T10:00:00Z", why="it does not")
    assert store.judgements()[0].withdrawn == "2031-06-03T10:00:00Z"
    assert store.corrected_ids() == set()


def test_another_open_record_is_another_one(store: Store, address: str) -> None:
    store.write(records(2))
    with Store.open(address) as other:
        assert other.judgements() == []
        store.judge([COPY])
        assert other.judgements() == [COPY]


def test_articles_in_which_people_named_somebody_are_known() -> None:
    named = replace(ACT, kind="speaker", object={"name": "Ilva Teren"})
    its = Decided((), {ONE: [named], OTHER: [ACT]}, {}, {})
    assert its.naming("teren") == its.naming("ilva teren") == {ONE}
    assert its.naming("teren ruel") == its.naming("") == set()
