"""Who answers, cites and carries whom, as statements tell it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from sayso.errors import QuestionError
from sayso.gather.charts.ties import Tie, ties
from sayso.store import Said, Someone, Store
from sayso.view.across.tellings import bare
from sayso.view.asking import NetworkQuestion
from sayso.view.characters import one_line
from sayso.view.charts.network import KINDS, Edge, Network, Node, network
from sayso.view.lists import StatementLine, statement_line


@dataclass(frozen=True, slots=True)
class NetworkGathered:
    """A network; of one edge that is asked for also its statements, the newest first."""

    view: Network
    statements: int
    cut: bool
    centre: Mapping[str, str] = field(default_factory=dict)
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

    Raises QuestionError for a kind of edge that there is not.
    """
    if question.kind and question.kind not in KINDS:
        raise QuestionError(f"there is no kind of edge {question.kind!r}")
    every, number, cut = ties(store, question)
    names = _Names(store, every)
    edges = _edges(every, names, question)
    centre = names.called(question.who) if question.who else {}
    if question.who:
        ids = set(centre)
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


class _Names:
    """What the entities of some ties are called: what heads each, and what articles call it."""

    def __init__(self, store: Store, every: Sequence[Tie]) -> None:
        ends = [each for tie in every for each in (tie.source, tie.target)]
        self.outlets = {_key(tie.row.publisher) for tie in every}
        self.heads = store.heads({each.entity: None for each in ends if each.entity})
        self.of: dict[str, set[str]] = defaultdict(set)
        for each in ends:
            if each.entity in self.heads:
                self.of[each.entity] |= {each.name, self.heads[each.entity].words}
        named = (each for each in self.heads.values() if each.kind != "unnamed")
        largest_last = sorted(named, key=lambda each: (each.articles, each.id))
        self._by_name = {_key(name): e.id for e in largest_last for name in self.of[e.id]}

    def node(self, someone: Someone, question: NetworkQuestion) -> Node:
        """Return who an end of a tie is; an outlet that has an entity's name is that entity."""
        id_ = someone.entity if someone.entity in self.heads else ""
        id_ = id_ or self._by_name.get(_key(someone.name), "")
        name = self.heads[id_].words if id_ else someone.name
        names = {name, *self.of.get(id_, ())}
        is_outlet = any(_key(each) in self.outlets for each in names)
        return Node(one_line(name), id_, question, is_outlet)

    def called(self, who: str) -> dict[str, str]:
        """Return the names, by ids, of whom a name or the beginning of an id stands for."""
        if who.startswith("en_"):
            return {i: one_line(e.words) for i, e in self.heads.items() if i.startswith(who)}
        words = set(_key(who).split())
        return {
            each: one_line(self.heads[each].words)
            for each, names in self.of.items()
            if words and any(words <= set(_key(name).split()) for name in names)
        }


def _edges(every: Iterable[Tie], names: _Names, question: NetworkQuestion) -> list[Edge]:
    its: dict[tuple[Node, Node, str], dict[str, str]] = defaultdict(dict)
    nodes: dict[Someone, Node] = {}
    outlets: dict[str, Node] = {}
    for tie in every:
        for end in (tie.source, tie.target):
            if end not in nodes:
                node = names.node(end, question)
                # One whose name has an article or not is one.
                nodes[end] = node if node.id else outlets.setdefault(_key(node.name), node)
        source, target = nodes[tie.source], nodes[tie.target]
        if source != target:
            its[source, target, tie.kind][tie.row.id] = tie.row.day
    return [_edge(*key, rows) for key, rows in its.items()]


def _edge(source: Node, target: Node, kind: str, rows: Mapping[str, str]) -> Edge:
    ids = tuple(sorted(rows, key=lambda name: (rows[name], name), reverse=True))
    days = sorted(day for day in rows.values() if day)
    first, last = (days[0], days[-1]) if days else ("", "")
    return Edge(source, target, kind, ids, first, last)


def _ends(edge: Edge) -> tuple[str, str]:
    return edge.source.key, edge.target.key


@lru_cache(maxsize=4096)
def _key(name: str) -> str:
    """Return by what an outlet's name is known, with or without its article."""
    return bare(name).removeprefix("the ")
