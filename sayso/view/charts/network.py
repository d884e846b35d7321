"""Who answers, cites and carries whom -> a network as it is drawn, and the same as a table."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot, log2
from typing import Any, NamedTuple

from sayso.english.excerpts import shorten
from sayso.view.asking import NETWORK, NetworkQuestion, Search
from sayso.view.charts.forces import Point, Tie, forced, placed
from sayso.view.charts.timeline import WIDTHS

KINDS = {"answers": "answers", "cites": "cites", "carries": "carries"}
"""What one does to another, by the keys of addresses."""

ABOUT = {
    "answers": "denies, rejects, corrects or confirms what the other claims",
    "cites": "an outlet names the other as whom it has it from",
    "carries": "passes on the other's words: an agency, or the outlet itself where it names none",
}
"""What each kind means."""

_MOST = 14  # edges of each kind that are drawn
_LETTER = 7.0
_FEW = 8  # nodes for which a low canvas is enough
_NAME = 22  # letters of a name
_LINE = 17.0
_HEIGHTS = {"wide": 640.0, "narrow": 480.0}
_BENDS = {"answers": 0.2, "cites": 0.12, "carries": 0.05}


class Node(NamedTuple):
    """Somebody in a network: an entity, or an outlet without one, whose `id` is empty.

    `question` is what the network is asked for.
    """

    name: str
    id: str
    question: NetworkQuestion
    is_outlet: bool

    @property
    def key(self) -> str:
        """Return by what addresses name it."""
        return self.id or self.name

    @property
    def address(self) -> str:
        """Return the address of the same network about it; empty for what is no entity."""
        alone = {"who": self.id, "kind": "", "source": "", "target": ""}
        return self.question.address(NETWORK, **alone) if self.id else ""

    @property
    def page(self) -> str:
        """Return the address of all that is known of him: of an outlet alone, what it prints."""
        return f"/entity/{self.id}" if self.id else Search(outlet=self.name).address()


@dataclass(frozen=True, slots=True)
class Edge:
    """What one does to another, and in which statements, the newest first."""

    source: Node
    target: Node
    kind: str
    statements: tuple[str, ...]
    first: str
    last: str

    @property
    def address(self) -> str:
        """Return the address that shows its statements: the words themselves where it is one."""
        if self.number == 1:
            return f"/statement/{self.statements[0]}"
        ends = {"kind": self.kind, "source": self.source.key, "target": self.target.key}
        return self.source.question.address(NETWORK, **ends) + "#said"

    @property
    def number(self) -> int:
        """Return in how many statements."""
        return len(self.statements)

    @property
    def words(self) -> str:
        """Return it in words."""
        return f"{self.source.name} {KINDS[self.kind]} {self.target.name}: {self.number}"

    def to_json(self) -> dict[str, Any]:
        """Return it as an object."""
        ends = {
            name: {"id": node.id or None, "name": node.name}
            for name, node in (("source", self.source), ("target", self.target))
        }
        return {
            **ends, "kind": self.kind, "number": self.number, "first": self.first or None,
            "last": self.last or None, "statements": list(self.statements),
        }  # fmt: skip


class Spot(NamedTuple):
    """A node on a canvas, with its number in the key."""

    x: float
    y: float
    size: float
    number: int
    name: str
    node: Node


class Line(NamedTuple):
    """An edge on a canvas: a path, and its width."""

    path: str
    width: float
    edge: Edge


@dataclass(frozen=True, slots=True)
class NetworkCanvas:
    """A network as it is drawn; on a narrow one nodes have numbers, which a key explains."""

    name: str
    width: float
    height: float
    spots: tuple[Spot, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Network:
    """Edges, the strongest first; the `drawn` are on the canvases, all are in the table."""

    title: str
    about: str
    edges: tuple[Edge, ...]
    drawn: tuple[Edge, ...]
    nodes: tuple[Node, ...]
    canvases: tuple[NetworkCanvas, ...]


def network(edges: Sequence[Edge]) -> Network:
    """Return a network as it is drawn: of each kind those edges that most statements make."""
    ordered = tuple(sorted(edges, key=lambda e: (-e.number, e.kind, e.source.name, e.target.name)))
    drawn = tuple(edge for kind in KINDS for edge in [e for e in ordered if e.kind == kind][:_MOST])
    weights: dict[Node, int] = {}
    for edge in drawn:
        for node in (edge.source, edge.target):
            weights[node] = weights.get(node, 0) + edge.number
    nodes = tuple(sorted(weights, key=lambda node: (-weights[node], node.name, node.id)))
    points = forced(len(nodes), _ties(nodes, drawn)) if nodes else []
    canvases = tuple(
        _canvas(name, width, points, (nodes, drawn)) for name, width in WIDTHS if nodes
    )
    title = "Who answers, cites and carries whom"
    about = "; ".join(edge.words for edge in drawn[:_MOST])
    return Network(title, about, ordered, drawn, nodes, canvases)


def _ties(nodes: Sequence[Node], drawn: Sequence[Edge]) -> list[Tie]:
    """Return how strong nodes are tied, by their numbers."""
    place = {node: n for n, node in enumerate(nodes)}
    strength: dict[tuple[int, int], float] = {}
    for edge in drawn:
        a, b = sorted((place[edge.source], place[edge.target]))
        strength[a, b] = strength.get((a, b), 0.0) + 1.0 + log2(edge.number)
    most = max(strength.values())
    return [(a, b, 0.35 + 0.65 * its / most) for (a, b), its in strength.items()]


def _canvas(
    name: str,
    width: float,
    points: Sequence[Point],
    seen: tuple[Sequence[Node], Sequence[Edge]],
) -> NetworkCanvas:
    nodes, drawn = seen
    is_wide = name == "wide"
    height = _HEIGHTS[name] if len(nodes) > _FEW else _HEIGHTS[name] * 0.6
    place = {node: n for n, node in enumerate(nodes)}
    names = [shorten(node.name, _NAME) for node in nodes]
    sizes = [_size(node, drawn) for node in nodes]
    boxes = [
        (max(2 * size, _LETTER * len(words)) + 10, 2 * size + _LINE + 6)
        if is_wide
        else (2 * max(size, 11.0) + 8, 2 * max(size, 11.0) + 8)
        for size, words in zip(sizes, names, strict=True)
    ]
    there = placed(points, (width, height), boxes)
    lift = (_LINE + 2) / 2 if is_wide else 0.0  # the name stands below the node, inside its box
    spots = []
    for n, ((x, y), node) in enumerate(zip(there, nodes, strict=True)):
        size = sizes[n] if is_wide else max(sizes[n], 11.0)
        spots.append(Spot(round(x, 1), round(y - lift, 1), size, n + 1, names[n], node))
    below = _LINE if is_wide else 0.0
    lines = tuple(
        _line(edge, spots[place[edge.source]], spots[place[edge.target]], below) for edge in drawn
    )
    return NetworkCanvas(name, width, height, tuple(spots), lines)


def _size(node: Node, drawn: Sequence[Edge]) -> float:
    number = sum(edge.number for edge in drawn if node in (edge.source, edge.target))
    return round(min(20.0, 6.0 + 1.6 * log2(1 + number)), 1)


def _line(edge: Edge, start: Spot, end: Spot, below: float) -> Line:
    """Return an edge as an arc, so that what goes there and back are two, from rim to rim.

    What a node has `below` is its name.
    """
    dx, dy = end.x - start.x, end.y - start.y
    far = max(hypot(dx, dy), 1.0)
    bend = _BENDS[edge.kind] * far
    middle = ((start.x + end.x) / 2 - dy / far * bend, (start.y + end.y) / 2 + dx / far * bend)
    ax, ay = _rim(start, middle, start.size + 1.0)
    bx, by = _rim(end, middle, _clear(end, middle, below))
    path = f"M{ax} {ay}Q{middle[0]:.1f} {middle[1]:.1f} {bx} {by}"
    return Line(path, round(1.0 + 0.7 * log2(edge.number), 1), edge)


def _clear(spot: Spot, to: tuple[float, float], below: float) -> float:
    """Return how far from a node an arrow ends, so that it stands clear of its name too."""
    far = spot.size + 8.0
    half = _LETTER * len(spot.name) / 2 + 3.0
    while below and far < spot.size + half:
        x, y = _rim(spot, to, far)
        low = y - spot.y - spot.size
        if not (abs(x - spot.x) < half and -2.0 < low < below + 6.0):
            break
        far += 3.0
    return far


def _rim(spot: Spot, to: tuple[float, float], size: float) -> tuple[float, float]:
    dx, dy = to[0] - spot.x, to[1] - spot.y
    far = max(hypot(dx, dy), 1.0)
    return round(spot.x + dx / far * size, 1), round(spot.y + dy / far * size, 1)
