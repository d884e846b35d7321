"""A record that people corrected is read again where they decide more, or it is read anew."""

from dataclasses import replace

from sqlalchemy import event

from sayso.judgements import Anchor, Judgement
from sayso.records import Record
from sayso.store import Store
from tests.store.samples import record, records

RECORD = record(0)
ARTICLE = RECORD.article.id


def judged(kind: str, place: int, judged_so: dict[str, object], day: int = 1) -> Judgement:
    anchor = Anchor.of(ARTICLE, RECORD.statements[place])
    return Judgement(kind, anchor, judged_so, "Ana Ruel", f"2031-06-0{day}T10:00:00Z")


def speakers(store: Store) -> list[str]:
    ids = [each.id for each in RECORD.statements]
    return [row.speaker.name if row.speaker else "" for row in store.given(ids)]


def test_the_latest_that_was_decided_holds_at_once(store: Store) -> None:
    store.write(records(2))
    first = judged("speaker", 0, {"name": "Oskar Venn"})
    store.judge([first])
    assert "Oskar Venn" in speakers(store)
    store.judge([judged("speaker", 0, {"name": "Ila Morn"}, 2)])
    assert "Ila Morn" in speakers(store)
    assert "Oskar Venn" not in speakers(store)
    before = store.counts().statements
    gone = judged("not_statement", 1, {}, 3)
    store.judge([gone])
    assert store.counts().statements == before - 1
    assert len(speakers(store)) == len(RECORD.statements) - 1
    store.withdraw(gone.id, by="Bo Sarn", at="2031-06-04T10:00:00Z")
    assert store.counts().statements == before
    assert len(speakers(store)) == len(RECORD.statements)


def test_what_is_concluded_anew_is_read_again(store: Store) -> None:
    store.write(records(1))
    store.judge([judged("speaker", 0, {"name": "Oskar Venn"})])
    assert "Oskar Venn" in speakers(store)
    store.conclude([_with_rules(RECORD, "others")])
    store.judge([judged("act", 1, {"act": "denies"}, 2)])
    assert "Oskar Venn" in speakers(store)


def _with_rules(its: Record, rules: str) -> Record:
    acts = tuple(replace(act, name="promises") for act in its.acts)
    return replace(its, acts=acts, model=replace(its.model, rules=rules))


def test_a_list_asks_no_more_for_many_corrections_than_for_one(store: Store) -> None:
    store.write(records(12))
    asked: list[str] = []
    event.listen(store._engine, "before_cursor_execute", lambda *its: asked.append(its[2]))
    needed = []
    for number in reversed(range(12)):  # those that are listed first
        its = record(number)
        anchor = Anchor.of(its.article.id, its.statements[0])
        store.judge([Judgement("act", anchor, {"act": "denies"}, "Ana", "2031-06-01T10:00:00Z")])
        store.counts(), store.articles(limit=2), store.search("Karsk", limit=2)
        asked.clear()
        store.counts(), store.articles(limit=2), store.search("Karsk", limit=2)
        needed.append(len(asked))

    assert needed[-1] == needed[3], needed
