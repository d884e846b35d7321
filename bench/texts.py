"""The texts at hand -> articles: what stands in the repository, and every corpus that is there."""

import gzip
import json
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import Protocol

from corpora import (
    chains,
    current_events,
    gum,
    meantime,
    polnear,
    re3d,
    timebank,
    toponyms,
)
from corpora.corpus import ROOT, data_dir
from sayso.annotate import Annotator
from sayso.read import read_sources
from sayso.records import Annotation, Article, made, plain
from sayso.settings import Settings

BATCH = 16  # articles that are annotated together
SAMPLE = ROOT / "sayso" / "data" / "sample"

Text = tuple[str, str]  # an id and the text


class _Document(Protocol):
    """What the readers of corpora return: a text with its id, and labels of one kind or other."""

    @property
    def id(self) -> str: ...

    @property
    def text(self) -> str: ...


# For comparing before and after a change, and what else there is.
_FEW: tuple[Callable[[], Iterable[Text]], ...] = (
    lambda: _texts(polnear.documents("dev")),
    re3d.texts,
    current_events.texts,
    lambda: _rows("conflict/labelled-texts.jsonl"),
)
_MORE: tuple[Callable[[], Iterable[Text]], ...] = (
    lambda: _texts(polnear.documents("train")),
    lambda: _texts(gum.documents("gum", "train")),
    lambda: _texts(toponyms.lgl()),
    lambda: _texts(toponyms.geovirus()),
    lambda: _texts(timebank.documents("TimeBank")),
    lambda: _texts(timebank.documents("AQUAINT")),
    lambda: _texts(meantime.documents()),
    lambda: _rows("conflict/texts.jsonl"),
    lambda: _rows("linking/allsides_docs.jsonl.gz"),
    lambda: _rows("linking/fnc1_test_bodies.jsonl.gz"),
)


def few() -> Iterator[Article]:
    """Yield the sample, the golden cases, sayso's own chains, and the smaller corpora."""
    for read in read_sources((str(SAMPLE),), settings=Settings(), format=None, stdin=None):
        if isinstance(read, Article):
            yield read
    for path in sorted(chains.CASES.glob("*/article.txt")):
        yield Article(path.read_text("utf-8"), path.parent.name)
    for case in (*chains.own("tune"), *chains.own("test")):
        yield case.article
    yield from _articles(_FEW)


def every() -> Iterator[Article]:
    """Yield those and all other English texts at hand, each text once."""
    known = set()
    for article in chain(few(), _articles(_MORE)):
        if article.id not in known:
            known.add(article.id)
            yield article


def annotated(
    articles: Iterable[Article], annotator: Annotator, kept: Path | None = None
) -> Iterator[tuple[Article, Annotation]]:
    """Yield each article with what the encoder finds in it.

    With `kept` that is written to this file, and taken from there the next time; a file that
    another model made is begun anew.
    """
    known = _kept(kept, annotator.model.version) if kept else {}
    rest = iter(articles)
    while group := list(islice(rest, BATCH)):
        fresh = [article for article in group if article.id not in known]
        known |= zip((a.id for a in fresh), annotator(fresh), strict=True)
        rows = ([annotator.model.version, a.id, plain(known[a.id])] for a in fresh)
        if kept:
            with kept.open("a", encoding="utf-8") as file:
                file.writelines(json.dumps(row) + "\n" for row in rows)
        yield from ((article, known[article.id]) for article in group)


def _kept(path: Path, version: str) -> dict[str, Annotation]:
    """Return the annotations of a file by the id of their article."""
    lines = path.read_text("utf-8").splitlines() if path.exists() else []
    rows = [json.loads(line) for line in lines]
    if any(made_by != version for made_by, _, _ in rows):
        path.unlink()
        return {}
    return {id_: made(annotation, Annotation) for _, id_, annotation in rows}


def _articles(readers: Iterable[Callable[[], Iterable[Text]]]) -> Iterator[Article]:
    """Yield what the readers read; a corpus that is absent is passed over."""
    for texts in readers:
        try:
            yield from (Article(text, name) for name, text in texts())
        except FileNotFoundError:
            continue


def _texts(documents: Iterable[_Document]) -> Iterator[Text]:
    return ((document.id, document.text) for document in documents)


def _rows(name: str) -> Iterator[Text]:
    """Yield the texts of a file of JSON Lines, packed or not."""
    path = data_dir() / name
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    for number, line in enumerate(data.decode("utf-8").splitlines()):
        row = json.loads(line)
        yield row.get("id", f"{name}:{number}"), row["text"]
