"""Articles -> GraphML: who answers whom, and who carries whose words, with the statements.

Nodes are written when an edge first needs them, so that only their ids are kept.
"""

from collections.abc import Iterable, Iterator, Mapping
from io import TextIOWrapper
from typing import BinaryIO
from xml.sax.saxutils import XMLGenerator
from xml.sax.xmlreader import AttributesImpl

from sayso.export.formats.cleaning import finite
from sayso.exported import Exported, Party, Row
from sayso.view.characters import one_line, visible

_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_STRING, _DOUBLE = "string", "double"
# What is told of nodes and edges: name, of which, type.
_KEYS = (
    *(("name", "node", _STRING), ("type", "node", _STRING), ("kind", "edge", _STRING)),
    *(("statement", "edge", _STRING), ("of", "edge", _STRING), ("act", "edge", _STRING)),
    *(("said", "edge", _STRING), ("score", "edge", _DOUBLE), ("judged", "edge", _STRING)),
    *(("published", "edge", _STRING), ("article", "edge", _STRING)),
)

Edge = tuple[Party, Party, Mapping[str, str | float | None]]


def write(articles: Iterable[Exported], out: BinaryIO) -> None:
    """Write one directed graph, with an edge for each statement that ties two parties."""
    text = TextIOWrapper(out, "utf-8", newline="\n", write_through=True)
    try:
        xml = XMLGenerator(text, "utf-8", short_empty_elements=True)
        xml.startDocument()
        xml.startElement("graphml", AttributesImpl({"xmlns": _NAMESPACE}))
        for name, of, kind in _KEYS:
            key = {"id": name, "for": of, "attr.name": name, "attr.type": kind}
            _element(xml, "key", key, {})
        its = {"id": "record", "edgedefault": "directed"}
        xml.startElement("graph", AttributesImpl(its))
        _write_edges(xml, articles)
        xml.endElement("graph")
        xml.endElement("graphml")
        xml.endDocument()
    finally:
        text.detach()


def _write_edges(xml: XMLGenerator, articles: Iterable[Exported]) -> None:
    nodes: set[str] = set()
    answered: set[int] = set()  # hashes: which answer to whom is written
    edges = (edge for article in articles for edge in _edges(article, answered))
    for number, (one, other, data) in enumerate(edges):
        for party in {one.id: one, other.id: other}.values():
            if party.id not in nodes:
                _element(xml, "node", {"id": party.id}, party._asdict() | {"id": ""})
        nodes |= {one.id, other.id}
        ends = {"id": f"e{number}", "source": one.id, "target": other.id}
        _element(xml, "edge", ends, data)


def _edges(article: Exported, answered: set[int]) -> Iterator[Edge]:
    for row in article.rows():
        for carrier in row.carriers:
            for speaker in row.speakers:
                yield carrier, speaker, _carried(row) | {"kind": "carries"}
        yield from _answers(row, answered)


def _answers(row: Row, answered: set[int]) -> Iterator[Edge]:
    """Yield who answers the speakers of a statement, each once to each of them."""
    for answer in row.answers:
        for speaker in row.speakers:
            once = hash((answer.statement, answer.kind, speaker.id))
            if once in answered:
                continue
            answered.add(once)
            for by in answer.speakers:
                yield (
                    by,
                    speaker,
                    {
                        "kind": answer.kind,
                        "statement": answer.statement,
                        "of": row.statement.id,
                        "said": row.act.said,
                        "score": None if answer.judged else finite(answer.score),
                        "judged": "by people" if answer.judged else "",
                    },
                )


def _carried(row: Row) -> dict[str, str | float | None]:
    return {
        "statement": row.statement.id,
        "act": row.act.name,
        "said": row.act.said,
        "score": finite(row.score),
        "judged": "; ".join(row.judged),
        "published": row.of.day,
        "article": row.of.article.id,
    }


def _element(
    xml: XMLGenerator,
    name: str,
    attributes: Mapping[str, str],
    data: Mapping[str, str | float | None],
) -> None:
    xml.characters("\n")
    shown = {key: visible(value) for key, value in attributes.items()}
    xml.startElement(name, AttributesImpl(shown))
    for key, value in data.items():
        if value not in (None, ""):
            xml.startElement("data", AttributesImpl({"key": key}))
            xml.characters(one_line(str(value)))
            xml.endElement("data")
    xml.endElement(name)
