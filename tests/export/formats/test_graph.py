"""GraphML: read by networkx, who answers and carries whom, each edge with its statement."""

from io import BytesIO

import networkx


def graph(data):
    return networkx.read_graphml(BytesIO(data), force_multigraph=True)


def test_who_carries_whom_is_an_edge_for_each_statement(written, articles, rows):
    made = graph(written("graphml", *articles))
    carried = [edge for edge in made.edges(data=True) if edge[2]["kind"] == "carries"]
    wanted = [
        (carrier.id, speaker.id, row.statement.id)
        for row in rows
        for carrier in row.carriers
        for speaker in row.speakers
    ]
    assert wanted
    assert sorted((a, b, data["statement"]) for a, b, data in carried) == sorted(wanted)
    assert all(made.nodes[a]["name"] and made.nodes[b]["type"] for a, b, _ in carried)


def test_who_denies_whom_is_an_edge_for_each_denial(written, articles, rows):
    made = graph(written("graphml", *articles))
    denied = {
        (by.id, speaker.id, answer.statement)
        for row in rows
        for answer in row.answers
        if answer.kind == "denies"
        for by in answer.speakers
        for speaker in row.speakers
    }
    assert denied
    there = [(a, b, d["statement"]) for a, b, d in made.edges(data=True) if d["kind"] == "denies"]
    assert set(there) == denied
    assert len(there) == len(denied)


def test_names_that_would_harm_are_words(written, hostile):
    made = graph(written("graphml", hostile))
    ((_, name),) = made.nodes(data="name")
    assert name.startswith("=HYPERLINK")
    assert "<b>&amp;</b> ␛[31m \ufffd ␀" in name
    ((_, _, data),) = made.edges(data=True)
    assert data["said"] == "no"
    assert "score" not in data
