"""Articles whose words or quotations line ends break -> the same with whole ones, and back.

Rules and encoder read the whole words; spans count in the text as it stands.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

from sayso.english.function_words import articles
from sayso.english.pronouns import pronouns, subjects
from sayso.english.tables import either
from sayso.records import Annotation, Article, Record, Span, Statement, statement_id

Move = Callable[[Span], Span]

_FEWEST = 2  # breaks in a text that a scanner broke
_RARER = 1000  # characters a break at most: lines of a column break every third time or so
# What no second half of a word is where a hyphen stands before it.
_OPENING = articles() | subjects() | pronouns("relative") | {"and", "or", "but", "to"}
# "gover- | nor", with a space or the end of a line behind the hyphen; not "pre- and post-war", nor
# a dash before a word that opens a clause: "the army- which denies it".
_BREAK = re.compile(rf"(?<=[^\W\d_])-(?: +|[ \t]*\n[ \t]*)(?=[^\W\d_A-Z])(?!{either(_OPENING)}\b)")
_LINE_END = re.compile(r"(?<=[^\s])\n(?=[^\s])")
# A quotation with a line end within its sentence: "“We have no water and | no bread,”".
_WRAPPED = re.compile(
    r"(?:“[^“”\n]*(?<=[\w,;–—-])\n(?=[a-z])[^“”]*”)"
    r'|(?:(?<!\S)"(?=\w)[^"\n]*(?<=[\w,;–—-])\n(?=[a-z])[^"]*")'
)
_WITHIN = re.compile(r"(?<=[\w,;–—-])\n(?=[a-z])")


@dataclass(frozen=True, slots=True)
class WholeWords:
    """An article with its broken words joined.

    `places` is where each character of its text stands in the original's, and the end of that.
    """

    article: Article
    original: Article
    places: Sequence[int]

    def inward(self, annotation: Annotation) -> Annotation:
        """Return the annotation of the original as that of the article with whole words."""
        inside: Annotation = moved(annotation, self._inward)
        return inside

    def annotation(self, annotation: Annotation) -> Annotation:
        """Return the annotation of the article with whole words as the original's."""
        outside: Annotation = moved(annotation, self._outward)
        return replace(outside, statements=tuple(map(self._with_id, outside.statements)))

    def record(self, record: Record) -> Record:
        """Return the record of the article with whole words as the original's."""
        outside: Record = moved(replace(record, article=self.original), self._outward)
        outside = replace(outside, article=self.original)
        statements = tuple(map(self._with_id, outside.statements))
        ids = {s.id: own.id for s, own in zip(record.statements, statements, strict=True)}
        provenance = tuple(
            replace(each, reports=ids.get(each.reports, "")) for each in outside.provenance
        )
        quantities = tuple(
            replace(each, statement=ids.get(each.statement, "")) for each in outside.quantities
        )
        return replace(outside, statements=statements, provenance=provenance, quantities=quantities)

    def _with_id(self, statement: Statement) -> Statement:
        parts = (statement.source, statement.cue, statement.content)
        return replace(statement, id=statement_id(self.original.id, parts))

    def _inward(self, span: Span) -> Span:
        return Span(*(bisect_left(self.places, at) for at in span))

    def _outward(self, span: Span) -> Span:
        if span.start == span.end:
            return Span(self.places[span.start], self.places[span.start])
        return Span(self.places[span.start], self.places[span.end - 1] + 1)


def whole_words(article: Article) -> WholeWords | None:
    """Return an article with what line ends break joined, None where they break nothing.

    That is words that a scanner broke, and quotations within a sentence of theirs.
    """
    text = _WRAPPED.sub(lambda quotation: _WITHIN.sub(" ", quotation[0]), article.text)
    breaks = [Span(*match.span()) for match in _BREAK.finditer(text)]
    if len(breaks) < max(_FEWEST, len(text) / _RARER):
        breaks = []
    if not breaks and text == article.text:
        return None
    edges = [0, *(at for span in breaks for at in span), len(text)]
    kept = [Span(*edge) for edge in zip(edges[::2], edges[1::2], strict=True)]
    joined = "".join(span.of(text) for span in kept)
    if any("\n" in span.of(text) for span in breaks):
        joined = _LINE_END.sub(" ", joined)  # of a column: no paragraph ends there
    places = [at for span in kept for at in range(*span)]
    whole = WholeWords(replace(article, text=joined), article, [*places, len(text)])
    title, skips = article.title_span, article.skips
    inside = replace(
        whole.article,
        title_span=title and whole._inward(title),
        skips=tuple(map(whole._inward, skips)),
        dateline=_BREAK.sub("", article.dateline),
    )
    return replace(whole, article=inside)


def moved(value: Any, move: Move) -> Any:
    """Return a value of the stages with all its spans moved."""
    if isinstance(value, Span):
        return move(value)
    if isinstance(value, tuple):
        parts = [moved(part, move) for part in value]
        return type(value)(*parts) if hasattr(value, "_fields") else tuple(parts)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    return replace(value, **{f.name: moved(getattr(value, f.name), move) for f in fields(value)})
