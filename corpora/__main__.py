"""The command line of the corpora: `python -m corpora list`, `python -m corpora fetch NAME`."""

import sys
from pathlib import Path

import click

from corpora.catalogue import CORPORA
from corpora.corpus import data_dir
from corpora.fetch import fetch
from sayso.errors import SaysoError


@click.group()
def main() -> None:
    """Fetch the public corpora that sayso is trained and measured on."""


@main.command("list")
def list_command() -> None:
    """Print each corpus: its name, what it is, its licence, and where it is published."""
    for corpus in CORPORA.values():
        click.echo(f"{corpus.name}: {corpus.title}\n  {corpus.licence}\n  {corpus.address}")


@main.command("fetch")
@click.argument("names", nargs=-1, required=True, type=click.Choice(list(CORPORA)))
@click.option("--to", type=click.Path(path_type=Path), help="Folder; else that of SAYSO_DATA.")
@click.option(
    "--from",
    "published",
    type=click.Path(exists=True, path_type=Path),
    help="What was downloaded by hand, a file or a folder.",
)
def fetch_command(names: tuple[str, ...], to: Path | None, published: Path | None) -> None:
    """Download corpora and lay them out as bench and train read them."""
    for name in names:
        documents = fetch(CORPORA[name], to or data_dir(), published=published)
        click.echo(f"{name}: {documents} documents in {to or data_dir()}")


def run() -> None:
    """Run the command line; an error is one line on stderr and exit code 1."""
    try:
        main(prog_name="python -m corpora")
    except SaysoError as error:
        click.echo(f"Error: {error}", err=True)
        sys.exit(1)


if __name__ == "__main__":
    run()
