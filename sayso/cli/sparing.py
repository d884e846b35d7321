"""A page that is written never takes the place of what it shows, nor of the record."""

import os
import re
from collections.abc import Iterable
from pathlib import Path

from sayso.cli.output import is_among, print_bytes, write_file
from sayso.errors import UsageError
from sayso.records import Sighting

# What stands behind a file of many articles: the line of the one meant.
_LINE = re.compile(r":\d+\Z")


def write_page(name: str, page: str, record: str, sightings: Iterable[Sighting]) -> None:
    """Write a page to a file that is neither the record nor a source, or to standard output."""
    data = page.encode("utf-8", "replace")
    if name == "-":
        print_bytes(data)
        return
    file = Path(name)
    spare_record(file, record)
    spare_sources(file, sightings)
    write_file(file, data)


def spare_source(page: Path, source: str) -> None:
    """Raise UsageError where the page would take the place of a source."""
    if is_among(page, source):
        raise UsageError(f"{page}: the article is read from there; give another file")


def spare_sources(page: Path, sightings: Iterable[Sighting]) -> None:
    """Raise UsageError where the page would take the place of what an article was read from."""
    for source in sorted({sighting.source for sighting in sightings}):
        spare_source(page, source)
        spare_source(page, _file_of(_LINE.sub("", source)))


def _file_of(source: str) -> str:
    """Return the file that a source is, or the archive in which it stands."""
    try:
        path = Path(source)
        around = (folder for folder in path.parents if folder.is_file())
        return source if path.exists() else str(next(around, source))
    except (OSError, ValueError):  # what no file can be called
        return source


def spare_record(page: Path, record: str) -> None:
    """Raise UsageError where the page would take the place of the record or of its logs.

    The logs lie beside the file itself, whatever link it is opened by, and come and go.
    """
    file = os.path.realpath(record)
    kept = [f"{file}{ending}" for ending in ("", "-wal", "-shm", "-journal")]
    if os.path.realpath(page) in kept or any(is_among(page, each) for each in kept):
        raise UsageError(f"{page}: the record is kept there; give another file")
