"""A network as it is drawn."""

from sayso.view.asking import NetworkQuestion
from sayso.view.charts.network import KINDS, Edge, Node, network

WHOLE = NetworkQuestion()
ANA, BO, POST = (
    Node("Ana Ruel", "en_1", WHOLE, is_outlet=False),
    Node("Bo Hesk of a very long body of bodies", "en_2", WHOLE, is_outlet=False),
    Node("Almis Post", "", WHOLE, is_outlet=True),
)


def edge(source: Node, kind: str, target: Node, number: int) -> Edge:
    ids = tuple(f"st_{n}" for n in range(number))
    return Edge(source, target, kind, ids, "2031-03-14", "2031-03-20")


EDGES = [edge(ANA, "answers", BO, 1), edge(BO, "answers", ANA, 8), edge(POST, "carries", ANA, 3)]
VIEW = network(EDGES)


def test_the_strongest_come_first_and_stand_on_both_canvases() -> None:
    assert [each.number for each in VIEW.edges] == [8, 3, 1]
    assert VIEW.edges[0].words == f"{BO.name} answers Ana Ruel: 8"
    for canvas in VIEW.canvases:
        assert [spot.node for spot in canvas.spots] == list(VIEW.nodes) == [ANA, BO, POST]
        widths = {line.edge.number: line.width for line in canvas.lines}
        assert widths[1] < widths[3] < widths[8]
        for spot in canvas.spots:
            assert spot.size <= spot.x <= canvas.width - spot.size
            assert spot.y - spot.size >= 0
            assert spot.y + spot.size <= canvas.height


def test_what_goes_there_and_back_are_two_arcs() -> None:
    paths = [line.path for line in VIEW.canvases[0].lines if line.edge.kind == "answers"]
    middles = [path.partition("Q")[2].split()[:2] for path in paths]
    assert middles[0] != middles[1]


def test_few_of_each_kind_are_drawn_and_all_are_listed() -> None:
    crowd = [Node(f"N{n}", f"en_{n}", WHOLE, is_outlet=False) for n in range(30)]
    every = [edge(crowd[n], kind, crowd[n + 1], n + 1) for n in range(29) for kind in KINDS]
    view = network(every)
    assert len(view.edges) == 87
    assert [sum(e.kind == kind for e in view.drawn) for kind in KINDS] == [14, 14, 14]
    assert min(each.number for each in view.drawn) == 16


def test_the_form() -> None:
    assert VIEW.edges[2].to_json() == {
        "source": {"id": "en_1", "name": "Ana Ruel"}, "target": {"id": "en_2", "name": BO.name},
        "kind": "answers", "number": 1, "first": "2031-03-14", "last": "2031-03-20",
        "statements": ["st_0"],
    }  # fmt: skip
    assert VIEW.edges[1].to_json()["source"] == {"id": None, "name": "Almis Post"}
    assert network([]).canvases == ()
