"""The command `compare`: whether texts assert claims, deny them, or only report them."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli.options import Count
from sayso.cli.output import print_json
from sayso.errors import ReadError, UsageError
from sayso.settings import Settings

if TYPE_CHECKING:
    from sayso.read.jsonl import ClaimedText

BATCH = 64  # pairs that are held at a time


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option(
    "--threads", type=Count(0), default=0, show_default="all cores",
    help="Processor threads for the model.",
)  # fmt: skip
def compare(sources: tuple[str, ...], threads: int) -> None:
    """Print what texts do with claims: for, against, or observing.

    Each line of a SOURCE, a file or - for standard input, is a JSON object with a "claim" and a
    "text": a headline, a sentence or a statement. For each a line is printed with "relation": the
    text asserts the claim ("for"), says that it is not so ("against"), or leaves open whether it
    is ("observing"); "scores", and "why". A line that cannot be read gives one with "error" in
    its place, and exit code 1 at the end.

    \b
    Examples:
      sayso compare pairs.jsonl
      sayso compare - < pairs.jsonl
    """
    from sayso.export.jsonlines import error_json
    from sayso.link.compare import Comparer, answers

    failed = False
    model = Comparer.load(threads=threads)
    for each in answers(_pairs(sources), model, batch=BATCH):
        print_json(error_json(each) if isinstance(each, ReadError) else each.to_json())
        failed |= isinstance(each, ReadError)
    if failed:
        raise click.exceptions.Exit(1)


def _pairs(sources: tuple[str, ...]) -> Iterator["ClaimedText | ReadError"]:
    """Yield the pairs of the sources, `-` for standard input, and errors in their places."""
    from sayso.read.jsonl import read_pairs

    limit = Settings().max_bytes
    for source in sources:
        if source == "-":
            if sys.stdin is None:
                raise UsageError("standard input is closed, so - holds no pair")
            yield from read_pairs(sys.stdin.buffer, source, max_bytes=limit)
            continue
        try:
            with Path(source).open("rb") as file:
                yield from read_pairs(file, source, max_bytes=limit)
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            yield ReadError(source, "missing", reason)
