"""A spaCy pipeline component, by entry point: `nlp.add_pipe("sayso")` (extra: `sayso[spacy]`).

Puts the parts of every statement into `doc.spans["sayso"]`: spans labelled SOURCE, CUE and
CONTENT, with the statement's id as the span's id; and the statements into `doc._.statements`. Only
what the text tells to have been said is taken.
"""

from spacy.language import Language
from spacy.tokens import Doc, Span

from sayso.pipeline import Engine
from sayso.records import Article, Spans, Statement
from sayso.settings import Settings

KEY = "sayso"


class SaysoComponent:
    """Marks the statements of each document; holds the model."""

    def __init__(self, engine: Engine, key: str) -> None:
        self._engine = engine
        self._key = key
        if not Doc.has_extension("statements"):
            Doc.set_extension("statements", default=())

    def __call__(self, doc: Doc) -> Doc:
        """Return the document with its statements marked."""
        record = self._engine([Article(doc.text, "spacy")])[0]
        each = zip(record.statements, record.acts, strict=True)
        doc._.statements = tuple(statement for statement, act in each if act.said == "yes")
        doc.spans[self._key] = [span for s in doc._.statements for span in _spans(doc, s)]
        return doc


def make_component(nlp: Language, name: str, key: str, min_score: float | None) -> SaysoComponent:  # noqa: ARG001
    """Make the component for a pipeline; `key` names the span group, `min_score` the threshold."""
    return SaysoComponent(Engine.load(Settings(min_score=min_score)), key)


def _spans(doc: Doc, statement: Statement) -> list[Span]:
    parts: list[tuple[str, Spans]] = [
        ("SOURCE", statement.source),
        ("CUE", statement.cue),
        ("CONTENT", statement.content),
    ]
    labelled = (
        doc.char_span(s.start, s.end, label=label, span_id=statement.id, alignment_mode="expand")
        for label, spans in parts
        for s in spans
    )
    return [span for span in labelled if span is not None]


Language.factory("sayso", default_config={"key": KEY, "min_score": None}, func=make_component)
