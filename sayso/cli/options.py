"""The options that several commands take, each as a decorator."""

import math
from collections.abc import Callable
from typing import Any

import click

from sayso.settings import Settings

FORMATS = (
    *("text", "html", "jsonl", "json", "warc", "feed", "sitemap", "newsml", "csv", "parquet"),
    *("pdf", "docx", "mail", "mailbox"),
)
# In the folder where the command runs, unless SAYSO_RECORD or --record says else.
RECORD = "sayso.db"
MOST_WORKERS = 4096
RAY = "ray"
MOST = 2**31 - 1  # of what can be asked for at once, on every database
_LONGEST_WAIT = 3600.0  # seconds of one connection or read; sockets take no number without end
_MOST_DIGITS = 40  # of a whole number that is repeated in a message


class Amount(click.FloatRange):
    """A number within bounds; what is no number ("nan") is within none."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the number that the words of an option give."""
        amount = super().convert(value, param, ctx)
        if math.isnan(amount):
            self.fail("nan is not a number", param, ctx)
        return amount


class Count(click.IntRange):
    """A whole number within bounds; one of very many digits is refused without repeating it."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the number that the words of an option give."""
        if isinstance(value, str) and len(value) > _MOST_DIGITS:
            self.fail(f"has more than {_MOST_DIGITS} characters", param, ctx)
        return super().convert(value, param, ctx)


def named(context: click.Context, option: click.Parameter, value: str | None) -> str | None:
    """Return the name given with an option, which is refused where it is empty."""
    if value is not None and not value.strip():
        raise click.BadParameter("names nothing", context, option)
    return value


def columns(
    context: click.Context, option: click.Parameter, value: str
) -> tuple[tuple[str, str], ...]:
    """Return what is given as `text=body,published=date` as pairs."""
    pairs = [part.partition("=") for part in value.split(",") if part.strip()]
    for ours, sign, theirs in pairs:
        if not sign or not ours.strip() or not theirs.strip():
            raise click.BadParameter("is not like text=body,published=date", context, option)
    return tuple((ours.strip().lower(), theirs.strip()) for ours, _, theirs in pairs)


def source_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add what every command that reads sources takes."""
    options = [
        click.argument("sources", nargs=-1, required=True, metavar="SOURCE..."),
        click.option("--format", "format_", type=click.Choice(FORMATS),
                     help="What the sources are; told from the content if not given."),
        click.option("--columns", callback=columns, metavar="OURS=THEIRS,...", default="",
                     help="Which columns of tables are what: text=body,published=date."),
    ]  # fmt: skip
    command = reading_options(command)
    for option in reversed(options):
        command = option(command)
    return command


def reading_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add what every command that reads articles takes, wherever it has them from."""
    options = [
        click.option("--threads", type=Count(0), default=0, show_default="all cores",
                     help="Processor threads for the model."),
        click.option("--timeout", type=Amount(0.1, _LONGEST_WAIT), default=Settings().timeout,
                     show_default=True, help="Seconds a network connection or read may take."),
        click.option("--allow-private", is_flag=True,
                     help="Let addresses of this machine and of private networks be fetched."),
    ]  # fmt: skip
    for option in reversed(options):
        command = option(command)
    return command


def workers_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add who reads: this process, several, or a cluster."""
    options = [
        click.option("--workers", type=Count(0, MOST_WORKERS), default=0, metavar="N",
                     help="Read with N processes, each on one thread; this one writes."),
        click.option("--on", default="", metavar="CLUSTER", callback=_cluster,
                     help="Read with the workers of Ray: ray://ADDRESS, or ray for this machine."),
        click.option("--parts", metavar="FOLDER", callback=named,
                     help="Write Parquet files, which read takes in, instead of the record."),
    ]  # fmt: skip
    for option in reversed(options):
        command = option(command)
    return command


def _cluster(context: click.Context, option: click.Parameter, value: str) -> str:
    if value and value != RAY and not value.startswith(f"{RAY}://"):
        raise click.BadParameter(f"must be {RAY} or {RAY}://ADDRESS", context, option)
    return value


def min_score_option(command: Callable[..., None]) -> Callable[..., None]:
    """Add the least score of the statements to take."""
    return click.option(
        "--min-score", type=Amount(0, 1), metavar="SCORE",
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


def html_option(command: Callable[..., None]) -> Callable[..., None]:
    """Add where to write a page."""
    return click.option(
        "--html", callback=named, metavar="FILE",
        help="Write one self-contained page instead; - for standard output.",
    )(command)  # fmt: skip


def limit_option(command: Callable[..., None]) -> Callable[..., None]:
    """Add how much to print at most."""
    return click.option("--limit", type=Count(1, MOST), help="At most so many.")(command)
