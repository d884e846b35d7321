"""Every article at hand -> its record, a line each, to compare before and after a change.

    python -m bench.dump before.jsonl      # then change the code, and
    python -m bench.dump after.jsonl && cmp before.jsonl after.jsonl

With `--annotations FILE` what the encoder found is kept there and taken from there the next
time, so that a change of resolving alone is compared in a minute.
"""

import json
from collections.abc import Iterator
from pathlib import Path

import click

from corpora import chains, current_events, polnear, re3d
from corpora.folder import ROOT, data_dir
from sayso.export.jsonlines import dumps
from sayso.pipeline import Engine
from sayso.read import read_sources
from sayso.records import Article
from sayso.settings import Settings

SAMPLE = ROOT / "sayso" / "data" / "sample"
BATCH = 16


def articles() -> Iterator[Article]:
    """Yield the sample, the golden cases, sayso's own chains, and the corpora that are there."""
    for read in read_sources((str(SAMPLE),), settings=Settings(), format=None, stdin=None):
        if isinstance(read, Article):
            yield read
    for path in sorted(chains.CASES.glob("*/article.txt")):
        yield Article(path.read_text("utf-8"), path.parent.name)
    for case in (*chains.own(test=False), *chains.own(test=True)):
        yield case.article
    yield from (Article(text, name) for name, text in _corpora())


def _corpora() -> Iterator[tuple[str, str]]:
    folder = data_dir()
    if (folder / "attribution").is_dir():
        yield from ((document.id, document.text) for document in polnear.documents("dev"))
    if (folder / "entities" / "re3d").is_dir():
        yield from re3d.texts()
    if (folder / "current-events").is_dir():
        yield from current_events.texts()
    labelled = folder / "conflict" / "labelled-texts.jsonl"
    if labelled.is_file():
        rows = map(json.loads, labelled.read_text("utf-8").splitlines())
        yield from ((row["id"], row["text"]) for row in rows)


@click.command()
@click.argument("out", type=click.Path(path_type=Path))
def main(out: Path) -> None:
    """Write the record of every article at hand to OUT."""
    engine, every = Engine.load(), list(articles())
    with out.open("w", encoding="utf-8", errors="surrogatepass") as file:
        for start in range(0, len(every), BATCH):
            for record in engine(every[start : start + BATCH]):
                file.write(dumps(record) + "\n")


if __name__ == "__main__":
    main()
