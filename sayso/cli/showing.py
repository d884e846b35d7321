"""The command that shows one article with its statements: `show`."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli.options import html_option, json_option, min_score_option, record_option
from sayso.cli.output import console, print_bytes, print_json, write_file
from sayso.cli.parts import may_hold, open_record, read_articles, working
from sayso.cli.sparing import spare_record, spare_source, spare_sources
from sayso.errors import MissingError, ReadError, UsageError
from sayso.records import Record, Sighting
from sayso.settings import Settings

if TYPE_CHECKING:
    from sayso.linked import Copy
    from sayso.view.versions import VersionView


@click.command()
@click.argument("article")
@html_option
@json_option("Print the record as one line of JSON instead.")
@min_score_option
@record_option
def show(
    article: str, html: str | None, as_json: bool, min_score: float | None, record: str
) -> None:
    """Show one ARTICLE with its statements marked.

    ARTICLE is an article of the record: the first characters of its id, the id that its
    publisher gave, or an address or file that it was read from. A file that is there, and an
    address that the record does not know, is read on the spot.

    What the text does not tell to have been said is marked: not said, may be said, asked whether.
    Below 70% a statement, a speaker or a place is marked doubtful: on conflict news about two in
    three of these are right, and nine in ten of the others.

    \b
    Examples:
      sayso show article.html
      sayso show 3f9a --record crisis.db
      sayso show article.html --html page.html
      sayso show 3f9a --json
    """
    if as_json and html:
        raise UsageError("show gives either --json or --html")
    page_file = Path(html) if html else None
    if page_file:
        spare_source(page_file, "/dev/stdin" if article == "-" else article)
        spare_record(page_file, record)
    shown, sightings, states = _record_of(article, record, min_score)
    if as_json:
        versions = {"versions": [copy.to_json() for copy, _ in states]} if states else {}
        print_json(shown.to_json(sightings) | versions)
    elif page_file:
        from sayso.export.page import page

        spare_sources(page_file, sightings)
        views = [view for _, view in states]
        data = page(shown, sightings, views).encode("utf-8", "replace")
        if html == "-":
            print_bytes(data)
        else:
            write_file(page_file, data)
    else:
        from sayso.export.terminal import show as show_in

        show_in(shown, console(), sightings, [view for _, view in states])


def _record_of(
    article: str, record: str, min_score: float | None
) -> tuple[Record, Sequence[Sighting], "Sequence[tuple[Copy, VersionView]]"]:
    """Return the record of an article in the record, or of a file or address, read on the spot.

    With it comes where the record knows the text to have been seen, and other states of it. A file
    is always read; an address only where no article of the record was seen at it.
    """
    is_address = "://" in article
    if article == "-" or (not is_address and _is_there(article)):
        return _read(article, min_score), (), ()
    if not may_hold(record):
        if not is_address:
            raise MissingError(f"there is no file {article}, and no record {record}")
        return _read(article, min_score), (), ()
    from sayso.gather.copies import versions

    with open_record(record) as store:
        known = store.find(article) if is_address else store.article(article)
        if known is None:
            return _read(article, min_score), (), ()
        kept = store.corrected(known.id)
        sightings = store.sightings(known.id)
        states = list(versions(store, known.id))
    return kept.only(lambda statement: statement.score >= (min_score or 0)), sightings, states


def _is_there(name: str) -> bool:
    """Tell whether there is a file of a name; of what no file can be called there is none."""
    try:
        return Path(name).exists()
    except (OSError, ValueError):
        return False


def _read(source: str, min_score: float | None) -> Record:
    """Return the record of a file or address."""
    from sayso.pipeline import records

    settings = Settings(min_score=min_score)
    articles = read_articles((source,), None, settings)
    with working(settings) as who:
        for each in records(articles, who, batch=1):
            if isinstance(each, ReadError):
                raise each
            return each
    raise UsageError(f"{source}: holds no article")
