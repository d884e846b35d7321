"""Commands that tell what sayso is: `model`."""

from importlib import resources

import click

from sayso.cli.output import say
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
    card = (folder / "README.md").read_text("utf-8")
    figures = card.split("## Quantitative analyses")[1].split("## Failure examples")[0].strip()
    for line in (f"{info.name} {info.version}", "", *figures.splitlines()):
        say(line)
