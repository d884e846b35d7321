"""Every article at hand -> its record, a line each, to compare before and after a change.

    python -m bench.dump before.jsonl      # then change the code, and
    python -m bench.dump after.jsonl && cmp before.jsonl after.jsonl

With `--annotations FILE` what the encoder found is kept there and taken from there the next
time, so that a change of resolving alone is compared in a minute.
"""

from pathlib import Path

import click

from bench import texts
from sayso.export.jsonlines import dumps
from sayso.pipeline import Engine


@click.command()
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--annotations", type=click.Path(path_type=Path), help="Where they are kept.")
def main(out: Path, annotations: Path | None) -> None:
    """Write the record of every article at hand to OUT."""
    engine = Engine.load()
    model = engine.annotator.model
    with out.open("w", encoding="utf-8", errors="surrogatepass") as file:
        for article, annotation in texts.annotated(texts.few(), engine.annotator, annotations):
            file.write(dumps(engine.resolver(article, annotation, model)) + "\n")


if __name__ == "__main__":
    main()
