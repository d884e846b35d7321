"""Commands that read articles: `extract` prints what they say, `read` and `rebuild` keep it."""

from typing import Any

import click

from sayso.cli.options import min_score_option, record_option, source_options
from sayso.cli.output import complain, note, print_json, progress
from sayso.cli.parts import load_engine, open_record, read_articles, restore_articles
from sayso.errors import ReadError
from sayso.records import Record
from sayso.settings import Settings


@click.command()
@source_options
@min_score_option
def extract(sources: tuple[str, ...], format_: str | None, **options: Any) -> None:
    """Print who says what in each SOURCE, as JSON Lines; store nothing.

    A SOURCE is a text, HTML or JSON Lines file, a folder of them, an address, or - for
    standard input. One line an article, in input order; an article that cannot be read gives
    a line with "error" in its place, and exit code 1 at the end.

    \b
    Examples:
      sayso extract article.html
      sayso extract news/ --min-score 0.8 > statements.jsonl
      sayso extract https://example.org/news/article
      cat articles.jsonl | sayso extract - --format jsonl
    """
    from sayso.export.jsonlines import error_json
    from sayso.pipeline import records

    settings = Settings(**options)
    failed = False
    read = read_articles(sources, format_, settings)
    for each in records(read, load_engine(settings), batch=settings.batch_articles):
        print_json(each.to_json() if isinstance(each, Record) else error_json(each))
        failed |= isinstance(each, ReadError)
    if failed:
        raise click.exceptions.Exit(1)


@click.command()
@source_options
@record_option
def read(sources: tuple[str, ...], format_: str | None, record: str, **options: Any) -> None:
    """Put articles and their statements into the record.

    A text that the record knows is kept once, with every place where it was seen. Reading again
    changes nothing, and a run that was stopped can simply be started again. After an update of
    sayso, what was read by another model is read again; where only the rules are others, they
    conclude again from what the model found. What `sayso export jsonl` wrote comes in as it was on
    the record, judgements too; the model does not run for it.

    \b
    Examples:
      sayso read news/
      sayso read news/ extra.jsonl https://example.org/news/article --record crisis.db
    """
    from sayso.pipeline import run
    from sayso.store import Store

    settings = Settings(**options)
    with Store.open(record) as store, progress() as step:
        summary = run(
            restore_articles(sources, format_, settings), load_engine(settings), store,
            batch=settings.batch_articles, progress=step,
        )  # fmt: skip
    for error in summary.failed:
        complain(str(error))
    again = f"{summary.again} concluded again, " if summary.again else ""
    click.echo(
        f"{store.name}: {summary.new} new, {again}{summary.sightings} seen elsewhere,"
        f" {summary.known} known, {len(summary.failed)} failed; {summary.statements} statements"
    )
    if summary.failed:
        raise click.exceptions.Exit(1)


@click.command("rebuild")
@record_option
def rebuild_(record: str) -> None:
    """Conclude all in the record again from what the model found.

    The model does not run. Speakers, chains, acts, places and times are made again by the rules of
    this sayso. Articles read by a sayso that did not keep what the model found stay as they are.

    \b
    Examples:
      sayso rebuild
      sayso rebuild --record crisis.db
    """
    from sayso.pipeline import rebuild
    from sayso.resolve import Resolver

    with open_record(record) as store, progress() as step:
        done = rebuild(store, Resolver(), batch=Settings().batch_articles, progress=step)
    click.echo(f"{store.name}: {done.articles} concluded again; {done.statements} statements")
    if done.rest:
        note(f"{done.rest} articles hold nothing to conclude from; read them again")
