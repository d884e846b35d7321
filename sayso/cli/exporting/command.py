"""The command `export`: the record, or what of it filters choose, in the form that others take."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import click

from sayso.cli.exporting.filters import filter_options, filters_of
from sayso.cli.options import named, record_option
from sayso.cli.output import counting, note, writing_file
from sayso.cli.parts import open_record
from sayso.cli.sparing import spare_record, spare_sources
from sayso.errors import UsageError
from sayso.export.formats.table import FORMATS, writer
from sayso.view.words import counted

if TYPE_CHECKING:
    from sayso.exported import Exported

_FORMATS = ", ".join(FORMATS)


@click.command(epilog="Formats: " + "; ".join(f"{k}: {v.what}" for k, v in FORMATS.items()) + ".")
@click.argument("form", metavar="FORMAT")
@filter_options(said="any")
@click.option("--out", metavar="FILE", callback=named, default="-",
              help="Where to write, whole or not at all; - for standard output.")  # fmt: skip
@record_option
def export(form: str, out: str, record: str, **given: Any) -> None:
    """Give the record, or what of it is asked for, to other programs, as FORMAT.

    Without WORDS and filters it is everything. What several filters choose fits all of them; WORDS
    are those of what was said, a phrase in quotation marks. Whether something was said at all is
    told with each statement; schemaorg and plover, which know facts alone, leave out what was not.

    \b
    Examples:
      sayso export csv --out statements.csv
      sayso export jsonl --record crisis.db --out crisis.jsonl
      sayso export xlsx --entity Ruel --since 2031-03-01 --out ruel.xlsx
      sayso export geojson ceasefire --act demands --min-score 0.7 > demands.geojson
    """
    write = writer(form)
    filters = filters_of(given)
    file = None if out == "-" else Path(out)
    if file is None and not FORMATS[form].is_text and sys.stdout.isatty():
        raise UsageError(f"{form} is nothing for a terminal: --out FILE")
    with open_record(record) as store, counting("articles") as step:
        tally = _Tally(store.exported(filters), file)
        with _output(file, record) as output:
            write(tally.articles(step), output)
    note(f"{counted(tally.statements, 'statement')} of {counted(tally.there, 'article')}")


@contextmanager
def _output(file: Path | None, record: str) -> Iterator[BinaryIO]:
    """Give what is written to: a file that is not the record, else standard output."""
    if file is None:
        yield sys.stdout.buffer
        return
    spare_record(file, record)
    with writing_file(file) as opened:
        yield opened


class _Tally:
    """How much is exported; no article may have been read from the file that is written."""

    def __init__(self, exported: "Iterable[Exported]", file: Path | None) -> None:
        self.exported = exported
        self.file = file
        self.there = self.statements = 0

    def articles(self, step: Any) -> "Iterator[Exported]":
        """Yield the articles, and count."""
        for each in self.exported:
            if self.file and self.file.exists():
                spare_sources(self.file, each.sightings)
            self.there += 1
            self.statements += len(each.chosen)
            step(1)
            yield each
