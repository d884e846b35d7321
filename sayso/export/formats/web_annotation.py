"""Articles -> W3C Web Annotations in JSON-LD: each statement, on the words of its article.

Positions count code points; a quote has the words before and behind it, as the article has them.
"""

from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from sayso.export.formats.cleaning import TERMS, web_address, write_array
from sayso.export.formats.flat import flat
from sayso.exported import Exported, Row
from sayso.records import Span

_CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"sayso": TERMS}]
_AROUND = 32  # code points of what stands around a quote
_GIVEN = (
    *("speaker", "speaker_id", "act", "polarity", "modality", "said", "kind", "score"),
    *("carriers", "addressee", "said_at", "denied_by", "answered_by", "judged", "claim"),
)


def write(articles: Iterable[Exported], out: BinaryIO) -> None:
    """Write a page of annotations."""
    head = {"@context": _CONTEXT, "id": "urn:sayso:annotations", "type": "AnnotationPage"}
    write_array(head, "items", (a for article in articles for a in _annotations(article)), out)


def _annotations(article: Exported) -> Iterator[dict[str, Any]]:
    for row in article.rows():
        values = flat(row)
        of = article.article
        yield {
            "id": f"urn:sayso:{row.statement.id}",
            "type": "Annotation",
            "motivation": "describing",
            "generator": {
                "id": f"urn:sayso:model:{article.record.model.name}",
                "type": "Software",
                "name": f"{article.record.model.name} {article.record.model.version}",
            },
            "body": [
                {
                    "type": "TextualBody",
                    "format": "text/plain",
                    "purpose": "describing",
                    "value": _summary(row),
                }
            ],
            **{f"sayso:{name}": values[name] for name in _GIVEN},
            "target": [
                {
                    "source": web_address(of.url) or f"urn:{of.id}",
                    "selector": _selectors(of.text, span),
                    "sayso:article": of.id,
                    "sayso:role": role,
                }
                for role in ("source", "cue", "content")
                for span in getattr(row.statement, role)
            ],
        }


def _summary(row: Row) -> str:
    """Return what is said of the words: who does what, and whether it was said."""
    unsaid = "" if row.act.said == "yes" else f" (said: {row.act.said})"
    return f"{row.who} {row.act.name}{unsaid}"


def _selectors(text: str, span: Span) -> list[dict[str, Any]]:
    quote = {
        "type": "TextQuoteSelector",
        "exact": span.of(text),
        "prefix": text[max(0, span.start - _AROUND) : span.start],
        "suffix": text[span.end : span.end + _AROUND],
    }
    return [{"type": "TextPositionSelector", "start": span.start, "end": span.end}, quote]
