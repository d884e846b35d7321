"""Texts -> statements inside statements, as the shipped model reads them: `python -m train.nested`.

No corpus at hand labels nested statements in number ("she said the ministry had denied it"), but
a content read on its own, without the words around it, is a text like any other. So the head for
nested statements learns from the model's own reading of gold contents, together with the few
nested statements of the conflict labels. Writes one JSON line a text: its hash and, for each
statement, `[sources, cues, contents]`.
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from corpora import conflict, polnear
from corpora.documents import Document, Labelled, spans, text_hash
from sayso.annotate.annotator import Annotator
from sayso.annotate.quotes import quoted_mask
from sayso.english.pronouns import plain_form
from sayso.records import Article, Span, Statement
from train.augment import moved

SURE = 0.5  # score from which a reading is learnt from
_MARKS = "\"“”„«»‹›‘’' \n"
_FIRST = frozenset({"i", "we"})
_THIRD = frozenset({"he", "she", "it", "they", "who"})


def nested(document: Document, annotator: Annotator) -> list[Labelled]:
    """Return what the contents of a document hold: statements by somebody else than the outer."""
    quoted = quoted_mask(document.text)
    pieces = [span for s in document.statements for span in s.content]
    begins = [_words_from(document.text, piece) for piece in pieces]
    inner = [Article(piece.of(document.text).strip(_MARKS), "") for piece in pieces]
    inner_ones = []
    for begin, article, annotation in zip(begins, inner, annotator(inner), strict=True):
        own = _FIRST if quoted[begin] else _FIRST | _THIRD
        sure = [s for s in annotation.statements if s.score >= SURE and s.cue and s.source]
        inner_ones += [
            _moved(s, begin) for s in sure if plain_form(s.source[0].of(article.text)) not in own
        ]
    return inner_ones


def _words_from(text: str, piece: Span) -> int:
    """Return where the words of a piece begin, behind its quotation marks."""
    words = piece.of(text)
    return min(piece.start + len(words) - len(words.lstrip(_MARKS)), piece.end - 1)


def _moved(statement: Statement, by: int) -> Labelled:
    plain = Labelled(statement.source, statement.cue, statement.content)
    return moved(plain, by)


def silver(path: Path) -> dict[str, tuple[Labelled, ...]]:
    """Return the nested statements that this program wrote, by the hash of their text."""
    rows = (json.loads(line) for line in path.read_text("utf-8").splitlines())
    return {
        row["hash"]: tuple(Labelled(*(spans(part) for part in s)) for s in row["statements"])
        for row in rows
    }


def rows(documents: Sequence[Document], annotator: Annotator) -> Iterator[dict[str, object]]:
    """Yield a row for each document."""
    for document in documents:
        inner_ones = nested(document, annotator)
        yield {
            "hash": text_hash(document.text),
            "statements": [(s.source, s.cue, s.content) for s in inner_ones],
        }


def main() -> None:
    """Parse the command line and read."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    annotator = Annotator.load()
    given.out.parent.mkdir(parents=True, exist_ok=True)
    with given.out.open("w") as out:
        for row in rows([*polnear.documents("train"), *conflict.documents("train")], annotator):
            print(json.dumps(row), file=out)


if __name__ == "__main__":
    main()
