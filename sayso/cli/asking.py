"""Commands that ask the record: `list`, `search`, `where`."""

from typing import TYPE_CHECKING

import click

from sayso.cli.options import MOST, Count, json_option, limit_option, record_option, said_option
from sayso.cli.output import console, note, print_json
from sayso.cli.parts import open_record
from sayso.view.characters import one_line
from sayso.view.lists import article_line, runs, statement_line
from sayso.view.words import UNSAID, counted

if TYPE_CHECKING:
    from sayso.store import Hit, Said


@click.command("list")
@said_option
@limit_option
@record_option
def list_(said: str, limit: int | None, record: str) -> None:
    """List the articles of the record, newest first, with the numbers of their statements.

    \b
    Examples:
      sayso list
      sayso list --said no
      sayso list --limit 20 --record crisis.db
    """
    with open_record(record) as store:
        for row in store.articles(said=said, limit=limit):
            line = article_line(row, row.id, row.source)
            outlet = line.outlet or "-"
            click.echo(f"{line.id}  {line.date:10}  {row.statements:4}  {outlet}  {line.title}")
            for other in line.elsewhere:
                click.echo(f"{'':14}also seen: {other.words}")
        counts = store.counts(said=said)
    note(f"{counted(counts.articles, 'article')}, {counted(counts.statements, 'statement')}")


@click.command()
@click.argument("words", nargs=-1, required=True)
@click.option(
    "--limit", type=Count(1, MOST), default=20, show_default=True, help="Articles at most."
)
@said_option
@record_option
def search(words: tuple[str, ...], limit: int, said: str, record: str) -> None:
    """Find WORDS in the articles and statements of the record.

    All the words must stand in the article; a phrase goes in quotation marks. Each hit comes
    with its exact words and their place: article, code points, and the statement if it is in one.

    \b
    Examples:
      sayso search mediator talks
      sayso search '"annexed region"' --limit 5
    """
    with open_record(record) as store:
        hits = store.search(" ".join(words), said=said, limit=limit)
    for hit in hits:
        _print_hit(hit)
    if not hits:
        note("nothing found")


@click.command("where")
@click.argument("place", nargs=-1, required=True)
@json_option("Print JSON Lines, one statement a line.")
@said_option
@limit_option
@record_option
def mentioning(
    place: tuple[str, ...], as_json: bool, said: str, limit: int | None, record: str
) -> None:
    """Show all that is said about a place in the record, by date.

    PLACE is its name, as an article or as GeoNames has it, or its number in GeoNames.

    \b
    Examples:
      sayso where Karsk
      sayso where 709717 --json
    """
    asked = " ".join(place)
    with open_record(record) as store:
        rows = store.mentioning(asked, said=said, limit=limit)
        fitting = store.matching_places(asked, said=said)
    _print_said(rows, fitting, as_json=as_json)


def _print_said(rows: "list[Said]", fitting: dict[str, int], *, as_json: bool) -> None:
    """Print statements, and on standard error whom or what the name asked for fits."""
    if as_json:
        for row in rows:
            print_json(row.to_json())
    elif rows:
        from sayso.export.terminal import lines

        lines(map(statement_line, rows), console())
    names = "; ".join(f"{one_line(name)} ({count})" for name, count in fitting.items())
    summary = f"{counted(len(rows), 'statement')}; under this name: {names}"
    note(summary if rows else "nothing found")


def _print_hit(hit: "Hit") -> None:
    line = article_line(hit.article, hit.article.id, hit.article.source)
    click.echo(f"{line.id}  {line.date}  {line.outlet or '-'}  {line.title}")
    for passage in hit.passages:
        place = f"{passage.span.start}-{passage.span.end}"
        inside = f"  statement {passage.statement_id}" if passage.statement_id else ""
        inside += f" ({UNSAID[passage.said]})" if passage.said in UNSAID else ""
        words = [click.style(words, bold=matched) for words, matched in runs(passage)]
        click.echo(f"    {place}{inside}  {''.join(words).strip()}")
