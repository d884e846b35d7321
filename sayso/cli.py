"""The command line: a command parses, builds the parts, calls one function."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sayso.errors import ReadError, SaysoError, UsageError
from sayso.records import Article, Record
from sayso.settings import Settings

if TYPE_CHECKING:
    from sayso.export.voices import Line
    from sayso.pipeline import Engine
    from sayso.store import Hit, Said, Store

FORMATS = ("text", "html", "jsonl")
RECORD = (
    "sayso.db"  # in the folder where the command runs, unless SAYSO_RECORD or --record says else
)

CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 96}


class Examples(click.Group):
    """A group whose commands keep the line breaks of their help, and whose errors are one line."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; say what went wrong on one line and end with an exit code that tells."""
        try:
            return super().invoke(ctx)
        except UsageError as error:
            _complain(str(error))
            ctx.exit(2)
        except SaysoError as error:
            _complain(str(error))
            ctx.exit(1)
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(0)


@click.group(cls=Examples, context_settings=CONTEXT)
@click.version_option(package_name="sayso", prog_name="sayso")
def main() -> None:
    """Read news and keep the record: who said what, word for word.

    Everything runs on this machine; the network is used only for addresses that you name.

    \b
    Try it:
      sayso demo                              what the bundled sample says
      sayso show article.html                 one article with its statements marked
      sayso extract article.html              the same for programs, as JSON Lines
      sayso read articles/ && sayso list      keep a record of many, in sayso.db
      sayso search "annexed regions"          find words in it
      sayso who Ruel                          all that one actor says
      sayso where Karsk                       all that is said about a place
    """


def _sources(command: Callable[..., None]) -> Callable[..., None]:
    """Add what every command that reads sources takes."""
    options = [
        click.argument("sources", nargs=-1, required=True, metavar="SOURCE..."),
        click.option("--format", "format_", type=click.Choice(FORMATS),
                     help="What the sources are; told from name and content if not given."),
        click.option("--threads", type=click.IntRange(0), default=0, show_default="all cores",
                     help="Processor threads for the model."),
        click.option("--timeout", type=click.FloatRange(0.1), default=Settings().timeout,
                     show_default=True, help="Seconds a network connection or read may take."),
        click.option("--allow-private", is_flag=True,
                     help="Let addresses of this machine and of private networks be fetched."),
    ]  # fmt: skip
    for option in reversed(options):
        command = option(command)
    return command


def _min_score(command: Callable[..., None]) -> Callable[..., None]:
    return click.option(
        "--min-score", type=click.FloatRange(0, 1), metavar="SCORE",
        help="Leave out statements less sure than this, 0 to 1 [default: the model's own].",
    )(command)  # fmt: skip


def _record(command: Callable[..., None]) -> Callable[..., None]:
    return click.option(
        "--record", type=click.Path(path_type=Path), envvar="SAYSO_RECORD", default=RECORD,
        show_default=True, show_envvar=True, help="The file that keeps the record.",
    )(command)  # fmt: skip


def _json(command: Callable[..., None]) -> Callable[..., None]:
    return click.option(
        "--json", "as_json", is_flag=True, help="Print JSON Lines, one statement a line."
    )(command)


def _limit(command: Callable[..., None]) -> Callable[..., None]:
    return click.option("--limit", type=click.IntRange(1), help="At most so many.")(command)


@main.command()
@_sources
@_min_score
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
    from sayso.export.jsonlines import dumps, error_line
    from sayso.pipeline import records

    settings = _settings(options)
    failed = False
    read = _read(sources, format_, settings)
    for each in records(read, _engine(settings), batch=settings.batch_articles):
        line = dumps(each) if isinstance(each, Record) else error_line(each)
        failed |= isinstance(each, ReadError)
        sys.stdout.buffer.write(line.encode() + b"\n")
    sys.stdout.buffer.flush()
    if failed:
        raise click.exceptions.Exit(1)


@main.command()
@_sources
@_record
def read(sources: tuple[str, ...], format_: str | None, record: Path, **options: Any) -> None:
    """Put articles and their statements into the record.

    Articles that the record knows are skipped, so reading again changes nothing, and a run
    that was stopped can simply be started again.

    \b
    Examples:
      sayso read news/
      sayso read news/ extra.jsonl https://example.org/news/article --record crisis.db
    """
    from sayso.pipeline import run
    from sayso.store import Store

    settings = _settings(options)
    with Store.open(record) as store, _progress() as progress:
        summary = run(
            _read(sources, format_, settings), _engine(settings), store,
            batch=settings.batch_articles, progress=progress,
        )  # fmt: skip
    for error in summary.failed:
        _complain(str(error))
    click.echo(
        f"{record}: {summary.new} new, {summary.known} known, {len(summary.failed)} failed; "
        f"{summary.statements} statements"
    )
    if summary.failed:
        raise click.exceptions.Exit(1)


@main.command()
@click.argument("article")
@click.option(
    "--html",
    type=click.Path(path_type=Path, allow_dash=True),
    metavar="FILE",
    help="Write one self-contained page instead; - for standard output.",
)
@_min_score
@_record
def show(article: str, html: Path | None, min_score: float | None, record: Path) -> None:
    """Show one ARTICLE with its statements marked.

    ARTICLE is a file or an address that is read on the spot, or an article of the record:
    the first characters of its id, the id that its publisher gave, or where it was read from.

    \b
    Examples:
      sayso show article.html
      sayso show 3f9a --record crisis.db
      sayso show article.html --html page.html
    """
    shown = _find(article, record, min_score)
    if html is None:
        from rich.console import Console

        from sayso.export.terminal import show as show_in

        show_in(shown, Console(highlight=False, soft_wrap=False))
        return
    from sayso.export.page import page

    with _writing(html) as file:
        file.write(page(shown).encode("utf-8", "replace"))


@main.command("list")
@_limit
@_record
def list_(limit: int | None, record: Path) -> None:
    """List the articles of the record, newest first.

    \b
    Examples:
      sayso list
      sayso list --limit 20 --record crisis.db
    """
    with _open(record) as store:
        for row in store.articles(limit=limit):
            day = row.published.start if row.published else "no date"
            title = " ".join(row.title.split()) or row.source
            click.echo(
                f"{_short(row.id)}  {day:10}  {row.statements:4}  {row.publisher or '-'}  {title}"
            )
        counts = store.counts()
        _note(f"{counts.articles} articles, {counts.statements} statements")


@main.command()
@click.argument("words", nargs=-1, required=True)
@click.option(
    "--limit", type=click.IntRange(1), default=20, show_default=True, help="Articles at most."
)
@_record
def search(words: tuple[str, ...], limit: int, record: Path) -> None:
    """Find WORDS in the articles and statements of the record.

    All the words must stand in the article; a phrase goes in quotation marks. Each hit comes
    with its exact words and their place: article, code points, and the statement if it is in one.

    \b
    Examples:
      sayso search mediator talks
      sayso search '"annexed region"' --limit 5
    """
    with _open(record) as store:
        hits = store.search(" ".join(words), limit=limit)
    for hit in hits:
        _print_hit(hit)
    if not hits:
        _note("nothing found")


@main.command()
def demo() -> None:
    """Show what the bundled sample says.

    It is invented news about an invented dispute.

    \b
    Example:
      sayso demo
    """
    from rich.console import Console

    from sayso.export.terminal import show as show_in
    from sayso.export.terminal import summary as summary_in
    from sayso.pipeline import records

    settings = Settings()
    console = Console(highlight=False)
    with resources.as_file(resources.files("sayso") / "data" / "sample") as folder:
        read = _read((str(folder),), None, settings)
        made = list(records(read, _engine(settings), batch=settings.batch_articles))
    found = [each for each in made if isinstance(each, Record)]
    show_in(found[0], console)
    for each in found[1:]:
        summary_in(each, console)
    total = sum(len(each.statements) for each in found)
    _note(f"{len(found)} articles, {total} statements. Now try: sayso show YOUR-ARTICLE.html")


@main.command()
@click.argument("name", nargs=-1, required=True)
@_json
@_limit
@_record
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
    with _open(record) as store:
        found, fitting = store.who(asked, limit=limit), store.matching_actors(asked)
    _print_said(found, fitting, as_json=as_json)


@main.command()
@click.argument("place", nargs=-1, required=True)
@_json
@_limit
@_record
def where(place: tuple[str, ...], as_json: bool, limit: int | None, record: Path) -> None:
    """Show all that is said about a place in the record, by date.

    PLACE is its name, as an article or as GeoNames has it, or its number in GeoNames.

    \b
    Examples:
      sayso where Karsk
      sayso where 709717 --json
    """
    asked = " ".join(place)
    with _open(record) as store:
        found, fitting = store.where(asked, limit=limit), store.matching_places(asked)
    _print_said(found, fitting, as_json=as_json)


@main.command()
def model() -> None:
    """Show which model this is, and how well it does.

    \b
    Example:
      sayso model
    """
    folder = resources.files("sayso") / "data" / "model"
    info = _engine(Settings()).annotator.model
    click.echo(f"{info.name} {info.version}\n")
    card = (folder / "README.md").read_text("utf-8")
    click.echo(card.split("## Quantitative analyses")[1].split("## Failure examples")[0].strip())


def _print_said(found: "list[Said]", fitting: dict[str, int], *, as_json: bool) -> None:
    """Print statements, and on standard error whom or what was found under the name asked for."""
    if as_json:
        from sayso.export.jsonlines import line

        for each in found:
            click.echo(line(each.to_json()))
    elif found:
        from rich.console import Console

        from sayso.export.terminal import said

        said(map(_line, found), Console(highlight=False))
    names = "; ".join(f"{name} ({count})" for name, count in fitting.items())
    _note(f"{len(found)} statements; found under this name: {names}" if found else "nothing found")


def _line(said: "Said") -> "Line":
    """Return a row of the record in words."""
    from sayso.export.voices import Line, act_words, link_words
    from sayso.export.wording import interval

    when = interval(said.said_at.start, said.said_at.end) if said.said_at else ""
    return Line(
        date=said.published.start if said.published else "no date",
        outlet=said.publisher,
        title=said.title,
        article_id=said.article_id,
        speaker=said.speaker.name if said.speaker else "",
        words_of_source=said.source,
        act=act_words(said.act),
        content=said.content,
        chain=tuple(link_words(carrier.kind, carrier.name) for carrier in said.carriers),
        places=tuple(spot.name for spot in said.places),
        addressee=said.addressee,
        said_at=f"said {when}" if when else "",
    )


def _settings(options: dict[str, Any]) -> Settings:
    return Settings(**options)


def _engine(settings: Settings) -> "Engine":
    from sayso.pipeline import Engine

    return Engine.load(settings)


def _read(
    sources: tuple[str, ...], format_: str | None, settings: Settings
) -> Iterator[Article | ReadError]:
    from sayso.read import read_sources

    stdin = sys.stdin.buffer if "-" in sources else None
    return read_sources(sources, settings=settings, format=format_, stdin=stdin)


def _find(article: str, record: Path, min_score: float | None) -> Record:
    """Return the record of a file or address, read on the spot, or of an article in the record."""
    if article == "-" or "://" in article or Path(article).exists():
        from sayso.pipeline import records

        settings = Settings(min_score=min_score)
        for each in records(_read((article,), None, settings), _engine(settings), batch=1):
            if isinstance(each, ReadError):
                raise each
            return each
        raise UsageError(f"{article}: holds no article")
    with _open(record) as store:
        kept = store.record(store.article(article).id)
    return kept.only(lambda statement: statement.score >= (min_score or 0))


def _open(record: Path) -> "Store":
    from sayso.store import Store

    return Store.open(record, create=False)


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


@contextmanager
def _progress() -> Iterator[Callable[[Article | ReadError], None]]:
    """Give a function to call for each article: a bar on a terminal, nothing elsewhere."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.completed} articles"), TimeElapsedColumn(),
               TextColumn("{task.description}"))  # fmt: skip
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda each: bar.update(task, advance=1, description=each.source[-60:])


@contextmanager
def _writing(path: Path) -> Iterator[Any]:
    """Open a file for writing, - for standard output; say on one line why it cannot be."""
    if str(path) == "-":
        yield sys.stdout.buffer
        return
    try:
        with path.open("wb") as file:
            yield file
    except OSError as error:
        raise SaysoError(f"{path}: {error.strerror}") from error


def _complain(message: str) -> None:
    click.echo(f"sayso: {message}", err=True)


def _note(message: str) -> None:
    click.echo(message, err=True)
