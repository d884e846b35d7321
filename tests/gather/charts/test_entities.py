"""The timeline of somebody of the linked sample."""

from pathlib import Path

from sayso.gather.charts.entities import charted, of_entity
from sayso.gather.positions import stands
from sayso.store import Store


def test_what_somebody_says_and_where_it_changed(linked_record: Path) -> None:
    with Store.open(linked_record) as store:
        (voice,) = [each for each in store.voices("Tarsova") if each.entity]
        assert voice.entity
        positions = stands(store, voice).positions
        rows = charted(store, voice.entity.id).rows
        view = of_entity(voice.entity.id, rows, positions)
    assert sum(each.total for each in view.stacked) == len(voice.said)
    changed = [cell for each in view.series for cell in each.cells.values() if cell.changed]
    turned = {turn.now for each in positions for turn in each.turns}
    assert {cell.address.removeprefix("/statement/") for cell in changed} <= turned
    assert len(changed) > 0
