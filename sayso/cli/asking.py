"""Commands that ask the record: `list`, `search`, `who`, `where`."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sayso.cli.options import json_option, limit_option, record_option
from sayso.cli.output import console, note, print_json
from sayso.cli.parts import open_record

if TYPE_CHECKING:
    from sayso.store import Hit, Said


@click.command("list")
@limit_option
@record_option
def list_(limit: int | None, record: Path) -> None:
    """List the articles of the record, newest first.

    \b
    Examples:
      sayso list
      sayso list --limit 20 --record crisis.db
    """
    with open_record(record) as store:
        for row in store.articles(limit=limit):
            day = row.published.start if row.published else "no date"
            title = " ".join(row.title.split()) or row.source
            click.echo(
                f"{_short(row.id)}  {day:10}  {row.statements:4}  {row.publisher or '-'}  {title}"
            )
        counts = store.counts()
        note(f"{counts.articles} articles, {counts.statements} statements")


@click.command()
@click.argument("words", nargs=-1, required=True)
@click.option(
    "--limit", type=click.IntRange(1), default=20, show_default=True, help="Articles at most."
)
@record_option
def search(words: tuple[str, ...], limit: int, record: Path) -> None:
    """Find WORDS in the articles and statements of the record.

    All the words must stand in the article; a phrase goes in quotation marks. Each hit comes
    with its exact words and their place: article, code points, and the statement if it is in one.

    \b
    Examples:
      sayso search mediator talks
      sayso search '"annexed region"' --limit 5
    """
    with open_record(record) as store:
        hits = store.search(" ".join(words), limit=limit)
    for hit in hits:
        _print_hit(hit)
    if not hits:
        note("nothing found")


@click.command()
@click.argument("name", nargs=-1, required=True)
@json_option("Print JSON Lines, one statement a line.")
@limit_option
@record_option
def who(name: tuple[str, ...], as_json: bool, limit: int | None, record: Path) -> None:
    """Show all that one actor says in the record, by date.

    NAME is any name that the articles call the actor by; a surname will do. Each statement comes
    with its words, who passed it on, and the places it speaks of.

    \b
    Examples:
      sayso who Ruel
      sayso who Government of Ostrania --json
    """
    asked = " ".join(name)
    with open_record(record) as store:
        found, fitting = store.who(asked, limit=limit), store.matching_actors(asked)
    _print_said(found, fitting, as_json=as_json)


@click.command()
@click.argument("place", nargs=-1, required=True)
@json_option("Print JSON Lines, one statement a line.")
@limit_option
@record_option
def where(place: tuple[str, ...], as_json: bool, limit: int | None, record: Path) -> None:
    """Show all that is said about a place in the record, by date.

    PLACE is its name, as an article or as GeoNames has it, or its number in GeoNames.

    \b
    Examples:
      sayso where Karsk
      sayso where 709717 --json
    """
    asked = " ".join(place)
    with open_record(record) as store:
        found, fitting = store.where(asked, limit=limit), store.matching_places(asked)
    _print_said(found, fitting, as_json=as_json)


def _print_said(found: "list[Said]", fitting: dict[str, int], *, as_json: bool) -> None:
    """Print statements, and on standard error whom or what was found under the name asked for."""
    if as_json:
        for each in found:
            print_json(each.to_json())
    elif found:
        from sayso.export.terminal import lines
        from sayso.view.lists import statement_line

        lines(map(statement_line, found), console())
    names = "; ".join(f"{name} ({count})" for name, count in fitting.items())
    note(f"{len(found)} statements; found under this name: {names}" if found else "nothing found")


def _print_hit(hit: "Hit") -> None:
    row = hit.article
    day = row.published.start if row.published else "no date"
    click.echo(f"{_short(row.id)}  {day}  {row.publisher or '-'}  {' '.join(row.title.split())}")
    for passage in hit.passages:
        place = f"{passage.span.start}-{passage.span.end}"
        inside = f"  statement {passage.statement_id}" if passage.statement_id else ""
        click.echo(f"    {place}{inside}  {_bold(passage.text, passage.span.start, passage.words)}")


def _bold(text: str, start: int, words: Any) -> str:
    """Return a passage on one line with the found words set off."""
    parts, at = [], 0
    for first, last in words:
        parts += [
            text[at : first - start],
            click.style(text[first - start : last - start], bold=True),
        ]
        at = last - start
    return " ".join("".join([*parts, text[at:]]).split())


def _short(article_id: str) -> str:
    return article_id.removeprefix("sha256:")[:12]
