"""Who answers, cites and carries whom, as statements tell it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sayso.errors import UsageError
from sayso.gather.charts.ties import Tie, ties
from sayso.linked import Entity
from sayso.store import Said, Someone, Store
from sayso.view.across.tellings import levelled
from sayso.view.characters import one_line
from sayso.view.charts.network import KINDS, Edge, Network, Node, network
from sayso.view.charts.questions import NETWORK, Question, at
from sayso.view.lists import StatementLine, statement_line


@dataclass(frozen=True, slots=True)
class NetworkQuestion:
    """What is asked of a network: of one kind of edge, or of one edge, whose statements to show."""

    base: Question
    kind: str = ""
    source: str = ""
    target: str = ""

    def address(self, **changes: str) -> str:
        """Return the address of the same network, but for some changes."""
        mine = {"kind": self.kind, "source": self.source, "target": self.target} | changes
        base, more = self.base.address("").removeprefix("?"), at("", mine).removeprefix("?")
        both = "&".join(filter(None, (base, more)))
        return f"{NETWORK}?{both}" if both else NETWORK


@dataclass(frozen=True, slots=True)
class NetworkGathered:
    """A network; of one edge that is asked for also its statements, the newest first."""

    view: Network
    statements: int
    cut: bool
    centre: Sequence[Entity] = ()
    edge: Edge | None = None
    said: Sequence[tuple[str, StatementLine]] = ()
    raw: Sequence[Said] = field(default=())
    more: int = 0

    def to_json(self) -> dict[str, Any]:
        """Return the edges, and the statements of the one that is asked for."""
        return {
            "statements": self.statements,
            "cut": self.cut,
            "edges": [each.to_json() for each in self.view.edges],
            "said": [each.to_json() for each in self.raw],
        }


def whole(store: Store, question: NetworkQuestion, *, limit: int, skip: int) -> NetworkGathered:
    """Return a network; of one edge `limit` of its statements behind the first `skip`.

    Raises UsageError for a kind of edge that there is not.
    """
    if question.kind and question.kind not in KINDS:
        raise UsageError(f"there is no kind of edge {question.kind!r}")
    every, number, cut = ties(store, question.base)
    entities = _entities(store, every)
    edges = _edges(every, entities, question)
    centre = [each for each in entities.values() if _is(each, question.base.who)]
    if question.base.who:
        ids = {each.id for each in centre}
        edges = [each for each in edges if ids & {each.source.id, each.target.id}]
    edges = [each for each in edges if question.kind in ("", each.kind)]
    one = next((each for each in edges if _ends(each) == (question.source, question.target)), None)
    one = one if question.kind and question.source else None
    ids_of_edge = one.statements[skip : skip + limit] if one else ()
    known = {each.statement.id: each for each in store.given(ids_of_edge)} if one else {}
    raw = [known[each] for each in ids_of_edge if each in known]
    return NetworkGathered(
        view=network(edges),
        statements=number,
        cut=cut,
        centre=centre,
        edge=one,
        said=[(each.statement.id, statement_line(each)) for each in raw],
        raw=raw,
        more=max(0, one.number - skip - limit) if one else 0,
    )


def _entities(store: Store, every: Iterable[Tie]) -> dict[str, Entity]:
    ids = {each.entity for raw in every for each in (raw.source, raw.target)} - {""}
    return {each.id: each for each in store.entities(ids)} if ids else {}


def _edges(
    every: Iterable[Tie], entities: Mapping[str, Entity], question: NetworkQuestion
) -> list[Edge]:
    """Return edges; an outlet that is an entity's name is that entity."""
    by_name = {
        _key(name): each.id
        for each in sorted(entities.values(), key=lambda e: len(e.actors))
        if each.type != "unnamed"
        for name in (each.name, *each.names)
    }
    nodes: dict[tuple[str, str], Node] = {}
    outlets = {_key(raw.row.publisher) for raw in every}

    def node(someone: Someone) -> Node:
        id_ = someone.entity or by_name.get(_key(someone.name), "")
        name = entities[id_].name if id_ in entities else someone.name
        key = (id_, "" if id_ else _key(someone.name))
        if key not in nodes:
            address = question.base.address(NETWORK, who=id_) if id_ else ""
            names = (name, *(entities[id_].names if id_ in entities else ()))
            is_outlet = any(_key(each) in outlets for each in names)
            nodes[key] = Node(one_line(name), id_, address, is_outlet)
        return nodes[key]

    its: dict[tuple[Node, Node, str], dict[str, str]] = defaultdict(dict)
    for raw in every:
        source, target = node(raw.source), node(raw.target)
        if source != target:
            its[source, target, raw.kind][raw.row.id] = raw.row.day
    return [_edge(*key, rows, question) for key, rows in its.items()]


def _edge(
    source: Node, target: Node, kind: str, rows: Mapping[str, str], question: NetworkQuestion
) -> Edge:
    ids = tuple(sorted(rows, key=lambda name: (rows[name], name), reverse=True))
    days = sorted(day for day in rows.values() if day)
    ends = {"source": source.id or source.name, "target": target.id or target.name}
    only = f"/statement/{ids[0]}"
    address = only if len(ids) == 1 else question.address(kind=kind, **ends) + "#said"
    first, last = (days[0], days[-1]) if days else ("", "")
    return Edge(source, target, kind, ids, first, last, address)


def _ends(edge: Edge) -> tuple[str, str]:
    return edge.source.id or edge.source.name, edge.target.id or edge.target.name


def _key(name: str) -> str:
    """Return by what an outlet's name is known, with or without its article."""
    return levelled(name).removeprefix("the ")


def _is(entity: Entity, who: str) -> bool:
    """Tell whether an entity is asked for by its id, or by all words of one of its names."""
    if not who or who.startswith("en_"):
        return bool(who) and entity.id.startswith(who)
    words = set(who.casefold().split())
    return any(words <= set(name.casefold().split()) for name in (entity.name, *entity.names))
