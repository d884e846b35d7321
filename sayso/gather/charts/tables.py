"""Charts -> their figures as tables, to be taken away."""

from collections.abc import Iterator

from sayso.gather.charts import maps, network, timeline
from sayso.gather.tables import Table
from sayso.store import Store
from sayso.view.asking import NetworkQuestion, Question


def of_timeline(store: Store, question: Question) -> Table:
    """Return the figures of a timeline: one row for each series and slot in which it has some."""
    view = timeline.whole(store, question, limit=0, skip=0).view

    def rows() -> Iterator[tuple[str, str, str, str, int]]:
        for series in view.series:
            for number, cell in sorted(series.cells.items()):
                slot = view.axis.slots[number]
                yield slot.start, slot.end, series.name, series.kind, cell.number

    return Table(("from", "to", "name", "kind", "number"), rows())


def of_network(store: Store, question: NetworkQuestion) -> Table:
    """Return the arrows of a network, those of most statements first."""
    edges = network.whole(store, question, limit=0, skip=0).view.edges
    rows = (
        (
            *(each.source.name, each.source.id, each.kind, each.target.name, each.target.id),
            *(each.number, each.first, each.last, " ".join(each.statements)),
        )
        for each in edges
    )
    header = ("source", "source_id", "kind", "target", "target_id", "number", "first", "last")
    return Table((*header, "statements"), rows)


def of_map(store: Store, question: Question) -> Table:
    """Return the places of a map, those that are not drawn among them."""
    view = maps.whole(store, question).view
    fields = ("name", "geonames", "country", "lat", "lon", "score", "statements", "speakers")
    header = (*fields, "first", "last", "drawn", "contested")
    every = (each.to_json() for each in (*view.drawn, *view.unsure, *view.unknown))
    return Table(header, (tuple(each[name] for name in header) for each in every))
