"""Commands that tell what sayso is: `model`."""

from importlib import resources

import click

from sayso.cli.parts import load_engine
from sayso.settings import Settings


@click.command()
def model() -> None:
    """Show which model this is, and how well it does.

    \b
    Example:
      sayso model
    """
    folder = resources.files("sayso") / "data" / "model"
    info = load_engine(Settings()).annotator.model
    click.echo(f"{info.name} {info.version}\n")
    card = (folder / "README.md").read_text("utf-8")
    click.echo(card.split("## Quantitative analyses")[1].split("## Failure examples")[0].strip())
