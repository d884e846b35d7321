"""Where somebody of the linked sample stands, and who is said to hold a place."""

from pathlib import Path

from sayso.gather.positions import held, stands
from sayso.records import Act, Actor, ModelInfo, Provenance, Record, Span
from sayso.store import Store
from tests.notation import read


def test_whose_positions_they_are_stands_with_them(linked_record: Path) -> None:
    with Store.open(linked_record) as store:
        its = [stands(store, voice) for voice in store.voices("Tarsova")]
        forms = [form for each in its for form in each.to_json()]
    assert len(forms) == sum(len(each.positions) for each in its) > 0
    assert {form["entity"]["name"] for form in forms} == {"Milena Tarsova"}
    assert any(form["turns"] for form in forms)


def test_a_place_is_held_by_whom_somebody_says(linked_record: Path) -> None:
    with Store.open(linked_record) as store:
        karsk, nowhere = held(store, "Karsk"), held(store, "Nowhere at all")
    assert karsk.articles >= len({each.article for each in karsk.holdings}) > 0
    assert all(each.by for each in karsk.holdings if each.statement)
    assert (list(nowhere.holdings), nowhere.articles) == ([], 0)


def test_a_village_that_no_gazetteer_knows_is_held_by_whom_a_text_says(tmp_path: Path) -> None:
    article, annotation = read(
        "{S:Pavel Renn} {C:said} {T:that the rebels captured Tressle}. Ana Tressle was away.",
        publisher="Beacon",
        lang="en",
    )
    act = Act("asserts", "pos", "certain", (), "")
    span = Span(article.text.index("Ana"), article.text.index(" was"))
    ana = Actor("a1", "Ana Tressle", "person", (span,), (), "", None, "")
    who = Provenance((), 1.0, (), "", None, None, "", "")
    model = ModelInfo("m", "1")
    record = Record(article, annotation.statements, (act,), (who,), (ana,), (), (), model)
    with Store.open(tmp_path / "own.db") as store:
        store.write([record], [annotation])
        its = held(store, "Tressle")
        assert [(each.holder, each.kind) for each in its.holdings] == [("the rebels", "holds")]
        assert not held(store, "tressle").holdings
