"""Commands that show one article after another with its statements: `show`, `demo`."""

from importlib import resources
from pathlib import Path

import click

from sayso.cli.options import min_score_option, record_option
from sayso.cli.output import console, note, print_bytes, write_file
from sayso.cli.parts import load_engine, open_record, read_articles
from sayso.errors import ReadError, UsageError
from sayso.records import Record
from sayso.settings import Settings


@click.command()
@click.argument("article")
@click.option(
    "--html",
    type=click.Path(path_type=Path, allow_dash=True),
    metavar="FILE",
    help="Write one self-contained page instead; - for standard output.",
)
@min_score_option
@record_option
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
        from sayso.export.terminal import show as show_in

        show_in(shown, console())
        return
    from sayso.export.page import page

    data = page(shown).encode("utf-8", "replace")
    if str(html) == "-":
        print_bytes(data)
    else:
        write_file(html, data)


@click.command()
def demo() -> None:
    """Show what the bundled sample says.

    It is invented news about an invented dispute.

    \b
    Example:
      sayso demo
    """
    from sayso.export.terminal import show as show_in
    from sayso.export.terminal import summary as summary_in
    from sayso.pipeline import records

    settings = Settings()
    screen = console()
    with resources.as_file(resources.files("sayso") / "data" / "sample") as folder:
        read = read_articles((str(folder),), None, settings)
        made = list(records(read, load_engine(settings), batch=settings.batch_articles))
    found = [each for each in made if isinstance(each, Record)]
    show_in(found[0], screen)
    for each in found[1:]:
        summary_in(each, screen)
    total = sum(len(each.statements) for each in found)
    note(f"{len(found)} articles, {total} statements. Now try: sayso show YOUR-ARTICLE.html")


def _find(article: str, record: Path, min_score: float | None) -> Record:
    """Return the record of a file or address, read on the spot, or of an article in the record."""
    if article == "-" or "://" in article or Path(article).exists():
        from sayso.pipeline import records

        settings = Settings(min_score=min_score)
        for each in records(
            read_articles((article,), None, settings), load_engine(settings), batch=1
        ):
            if isinstance(each, ReadError):
                raise each
            return each
        raise UsageError(f"{article}: holds no article")
    with open_record(record) as store:
        kept = store.record(store.article(article).id)
    return kept.only(lambda statement: statement.score >= (min_score or 0))
