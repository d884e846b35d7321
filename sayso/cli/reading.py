"""Commands that read articles: `extract` prints what they say, `read` and `rebuild` keep it."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sayso.cli.options import min_score_option, record_option, source_options, workers_options
from sayso.cli.output import complain, note, print_json, progress, say, writing_file
from sayso.cli.parts import (
    articles_to_keep,
    open_record,
    read_articles,
    tell_asides,
    tell_outcome,
    telling,
    working,
)
from sayso.errors import ReadError, UsageError
from sayso.records import Record
from sayso.settings import Settings
from sayso.view.words import counted

if TYPE_CHECKING:
    from sayso.exported import Exported
    from sayso.pipeline import Summary
    from sayso.read import Outcome

_IN_A_PART = 500  # articles, which are held until they are written


@click.command()
@source_options
@min_score_option
def extract(sources: tuple[str, ...], format_: str | None, **options: Any) -> None:
    """Print who says what in each SOURCE, as JSON Lines; store nothing.

    A SOURCE is a file of any format that is read (text, HTML, JSON Lines, RSS, CSV, WARC, PDF, …),
    a folder or an archive of these, an address, or - for standard input. One line an article, in
    input order; an article that cannot be read gives a line with "error" in its place, and exit
    code 1 at the end.

    \b
    Examples:
      sayso extract article.html
      sayso extract news/ --min-score 0.8 > statements.jsonl
      sayso extract https://example.org/news/article
      sayso extract table.csv --columns text=story,published=day
      cat articles.jsonl | sayso extract - --format jsonl
    """
    from sayso.export.jsonlines import error_json
    from sayso.pipeline import records
    from sayso.read import Asides

    settings, asides = Settings(**options), Asides()
    failed = False
    read = read_articles(sources, format_, settings, asides)
    with working(settings) as who:
        for each in records(read, who, batch=settings.batch_articles):
            print_json(each.to_json() if isinstance(each, Record) else error_json(each))
            failed |= isinstance(each, ReadError)
    tell_asides(asides)
    if failed:
        raise click.exceptions.Exit(1)


@click.command()
@source_options
@workers_options
@record_option
def read(
    sources: tuple[str, ...],
    format_: str | None,
    workers: int,
    on: str,
    record: str,
    **options: Any,
) -> None:
    """Put articles and their statements into the record.

    A SOURCE is a file of any format that is read, a folder or an archive of these, an address, or -
    for standard input. What it is the content tells; what holds no article is counted by kind at
    the end. An article in a language that is not read is kept without statements, and said to be.

    A text that the record knows is kept once, with every place where it was seen. Reading again
    changes nothing, and a run that was stopped can simply be started again. After an update of
    sayso, what was read by another model is read again; where only the rules are others, they
    conclude again from what the model found. What `sayso export jsonl` wrote comes in as it was on
    the record, judgements too; the model does not run for it.

    \b
    Examples:
      sayso read news/
      sayso read news/ extra.jsonl https://example.org/news/article --record crisis.db
      sayso read crawl.warc.gz releases.zip
      sayso read table.parquet --columns text=body,published=date
      sayso read archive.jsonl --workers 8
      sayso read crawl.warc.gz --on ray://cluster:10001 --record postgresql://db/sayso
      sayso read crawl.warc.gz --workers 32 --parts parts/ && sayso read parts/
    """
    from sayso.pipeline import exports, run
    from sayso.read import Asides
    from sayso.store import Store

    folder, asides = options.pop("parts"), Asides()
    settings = Settings(**options)
    its = articles_to_keep(sources, format_, settings, asides)
    if folder:
        with working(settings, workers, on) as who, progress() as step, telling(asides):
            _into_parts(exports(its, who, batch=settings.batch_articles), Path(folder), step)
        return
    with (
        Store.open(record) as store,
        working(settings, workers, on) as who,
        progress() as step,
    ):
        summary = run(
            its,
            who,
            store,
            batch=settings.batch_articles,
            progress=lambda each: _tell(each, step),
        )
    tell_asides(asides)
    _report(store.name, summary)
    if summary.failed:
        raise click.exceptions.Exit(1)


def _report(name: str, summary: "Summary") -> None:
    """Print what a run did."""
    again = f"{summary.again} concluded again, " if summary.again else ""
    foreign = f"{summary.foreign} of these not in English, " if summary.foreign else ""
    say(
        f"{name}: {summary.new} new, {again}{summary.sightings} seen elsewhere,"
        f" {summary.known} known, {foreign}{summary.failed} failed;"
        f" {counted(summary.statements, 'statement')}"
    )


def _into_parts(made: "Iterable[Exported | ReadError]", folder: Path, step: Any) -> None:
    """Write what was made of articles into the files of a folder, each whole or not at all."""
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise UsageError(f"{folder} is not empty: parts go into a folder of their own")
    written, failed = 0, 0
    waiting: list[Exported] = []
    for each in made:
        step(each)
        if isinstance(each, ReadError):
            failed += 1
            complain(str(each))
            continue
        waiting.append(each)
        written += 1
        if len(waiting) == _IN_A_PART:
            _write_part(waiting, folder, written // _IN_A_PART)
            waiting.clear()
    if waiting:
        _write_part(waiting, folder, written // _IN_A_PART + 1)
    say(f"{folder}: {counted(written, 'article')}, {failed} failed")
    if failed:
        raise click.exceptions.Exit(1)


def _write_part(articles: "Sequence[Exported]", folder: Path, number: int) -> None:
    from sayso.export.formats.parquet import write_part

    with writing_file(folder / f"part-{number:06}.parquet") as file:
        write_part(articles, file)


def _tell(each: "Outcome", step: "Callable[[Outcome], None]") -> None:
    """Say of one article what is to be said, and that it is done."""
    tell_outcome(each)
    step(each)


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
    say(f"{store.name}: {done.articles} concluded again; {counted(done.statements, 'statement')}")
    if done.rest:
        note(f"{done.rest} articles hold nothing to conclude from; read them again")
    for each in done.failed:
        complain(f"{each}{'; it is read anew when it next comes' * (each.kind == 'damage')}")
    if done.failed:
        raise click.exceptions.Exit(1)
