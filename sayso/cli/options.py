"""The options that several commands take, each as a decorator."""

from collections.abc import Callable

import click

from sayso.records import ANY_SAID, SAID
from sayso.settings import Settings

FORMATS = ("text", "html", "jsonl")
# In the folder where the command runs, unless SAYSO_RECORD or --record says else.
RECORD = "sayso.db"
MOST = 2**31 - 1  # of what can be asked for at once, on every database


def named(context: click.Context, option: click.Parameter, value: str | None) -> str | None:
    """Return the name given with an option, which is refused where it is empty."""
    if value is not None and not value.strip():
        raise click.BadParameter("names nothing", context, option)
    return value


def source_options(command: Callable[..., None]) -> Callable[..., None]:
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


def min_score_option(command: Callable[..., None]) -> Callable[..., None]:
    """Add the least score of the statements to take."""
    return click.option(
        "--min-score", type=click.FloatRange(0, 1), metavar="SCORE",
        help="Leave out statements less sure than this, 0 to 1 [default: the model's own].",
    )(command)  # fmt: skip


def record_option(command: Callable[..., None]) -> Callable[..., None]:
    """Add which record to use."""
    return click.option(
        "--record", envvar="SAYSO_RECORD", default=RECORD, show_default=True, show_envvar=True,
        metavar="RECORD", callback=named, help="What keeps the record: a file, or an address postgresql://...",
    )(command)  # fmt: skip


def json_option(help_: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Add whether to print JSON."""
    return click.option("--json", "as_json", is_flag=True, help=help_)


def said_option(command: Callable[..., None]) -> Callable[..., None]:
    """Add which statements to take, by whether the text tells that they were said."""
    return click.option(
        "--said", type=click.Choice((*SAID, ANY_SAID)), default="yes", show_default=True,
        help="Take what was said; what was not, may be, or is asked about; or any.",
    )(command)  # fmt: skip


def limit_option(command: Callable[..., None]) -> Callable[..., None]:
    """Add how much to print at most."""
    return click.option("--limit", type=click.IntRange(1, MOST), help="At most so many.")(command)
