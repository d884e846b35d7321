"""Commands that ask the record: `list`, `search`, `where`."""

from collections import Counter
from collections.abc import Collection
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from sayso.cli.exporting.filters import filter_options, filters_of
from sayso.cli.options import MOST, Count, json_option, limit_option, record_option
from sayso.cli.output import console, note, print_json, say
from sayso.cli.parts import open_record
from sayso.view.characters import one_line
from sayso.view.lists import article_line, runs, statement_line
from sayso.view.words import UNSAID, counted

if TYPE_CHECKING:
    from sayso.store import ArticleRow, Filters, Hit, Said, Store


@click.command("list")
@json_option("Print JSON Lines, one article a line, without its text.")
@filter_options()
@limit_option
@record_option
def list_(as_json: bool, limit: int | None, record: str, **given: Any) -> None:
    """List the articles of the record, newest first, with the numbers of their statements.

    With WORDS and filters those alone of which a statement fits, and these are counted.

    \b
    Examples:
      sayso list
      sayso list --said no
      sayso list mediator --outlet "Almis Post" --since 2031-03-14
      sayso list --limit 20 --json --record crisis.db
    """
    filters = filters_of(given)
    with open_record(record) as store:
        for row in _articles(store, filters, limit):
            if as_json:
                print_json(row.to_json())
                continue
            line = article_line(row, row.id, row.source)
            outlet = line.outlet or "-"
            say(f"{line.id}  {line.date:10}  {row.statements:4}  {outlet}  {line.title}")
            for other in line.elsewhere:
                say(f"{'':14}also seen: {other.words}")
        there, statements = _counts(store, filters)
    note(f"{counted(there, 'article')}, {counted(statements, 'statement')}")


def _articles(store: "Store", filters: "Filters", limit: int | None) -> "list[ArticleRow]":
    if filters.are_given:
        return store.choice(filters).rows(limit=limit)
    return store.articles(said=filters.said, limit=limit)


def _counts(store: "Store", filters: "Filters") -> tuple[int, int]:
    if filters.are_given:
        return store.choice(filters).counts()
    every = store.counts(said=filters.said)
    return every.articles, every.statements


@click.command()
@json_option("Print JSON Lines, one article a line, with where the words stand in it.")
@filter_options(required=True)
@click.option(
    "--limit", type=Count(1, MOST), default=20, show_default=True, help="Articles at most."
)
@record_option
def search(as_json: bool, limit: int, record: str, **given: Any) -> None:
    """Find WORDS in the articles and statements of the record.

    All the words must stand in the article; a phrase goes in quotation marks. Each hit comes
    with its exact words and their place: article, code points, and the statement if it is in one.
    Where filters choose among statements it is these alone that have to hold the words.

    \b
    Examples:
      sayso search mediator talks
      sayso search '"annexed region"' --limit 5
      sayso search mediator --entity Ruel --since 2031-03-14
    """
    filters = filters_of(given)
    alone = not replace(filters, words="").are_given
    with open_record(record) as store:
        hits = (
            store.search(filters.words, said=filters.said, limit=limit)
            if alone
            else store.choice(filters).hits(limit=limit)
        )
    for hit in hits:
        if as_json:
            print_json(hit.to_json())
        else:
            _print_hit(hit)
    if not hits:
        note("nothing found")


@click.command("where")
@click.argument("name", metavar="PLACE...", nargs=-1, required=True)
@json_option("Print JSON Lines, one statement a line.")
@filter_options(words="--words")
@limit_option
@record_option
def mentioning(
    name: tuple[str, ...], as_json: bool, limit: int | None, record: str, **given: Any
) -> None:
    """Show all that is said about a place in the record, by date.

    PLACE is its name, as an article or as GeoNames has it, or its number in GeoNames.

    \b
    Examples:
      sayso where Karsk
      sayso where 709717 --json
      sayso where Karsk --act denies --act rejects --words ceasefire
    """
    asked, filters = " ".join(name), filters_of(given)
    with open_record(record) as store:
        rows = store.mentioning(asked, said=filters.said, limit=_all_or(limit, filters))
        fitting = store.matching_places(asked, said=filters.said)
        if filters.are_given:
            fits = store.choice(filters).statements([row.statement.id for row in rows])
            rows = [row for row in rows if row.statement.id in fits]
            fitting, rows = _places(rows, fitting), rows[:limit]
    _print_said(rows, fitting, as_json=as_json)


def _all_or(limit: int | None, filters: "Filters") -> int | None:
    """Return how many are asked for where some of them may not fit."""
    return None if filters.are_given else limit


def _places(rows: "list[Said]", names: Collection[str]) -> dict[str, int]:
    """Return places of some names with the numbers of statements that fit, the most first."""
    each = Counter(name for row in rows for name in {spot.name for spot in row.places} & {*names})
    return dict(each.most_common())


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
    say(f"{line.id}  {line.date}  {line.outlet or '-'}  {line.title}")
    for passage in hit.passages:
        place = f"{passage.span.start}-{passage.span.end}"
        inside = f"  statement {passage.statement_id}" if passage.statement_id else ""
        inside += f" ({UNSAID[passage.said]})" if passage.said in UNSAID else ""
        say(f"    {place}{inside}  ", runs(passage))
