"""Options of a command -> the filters that choose some statements of a record."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import click

from sayso.cli.options import Amount, named
from sayso.records import ACTS, ANY_SAID, SAID

if TYPE_CHECKING:
    from sayso.store import Filters

_NAMES = ("entity", "outlet", "place", "since", "until")


def filter_options(
    *, words: str = "words", required: bool = False, said: str = "yes"
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Return what adds the filters; the command gets them as keywords, for `filters_of`.

    WORDS are arguments, or an option where these are something else: `words` is `--words` then.
    `said` is what is taken if nothing else is asked for.
    """
    its_words = (
        click.option(words, "words", metavar="WORDS", multiple=True,
                     help="With all these words in what was said.")
        if words.startswith("--")
        else click.argument(words, nargs=-1, required=required)
    )  # fmt: skip
    options = [
        its_words,
        click.option("--entity", metavar="NAME", callback=named,
                     help="Said by whoever is called so, or by the entity with this id."),
        click.option("--outlet", metavar="NAME", callback=named,
                     help="In articles seen at this outlet."),
        click.option("--place", metavar="PLACE", callback=named,
                     help="Speaking of a place, by name or GeoNames number."),
        click.option("--act", "acts", multiple=True, type=click.Choice(ACTS), metavar="ACT",
                     help="Doing this: asserts, denies, demands, ...; may be given several times."),
        click.option("--since", metavar="DAY", help="Published on this day or later: 2031-03-14."),
        click.option("--until", metavar="DAY", help="Published on this day or before."),
        click.option("--min-score", type=Amount(0, 1), default=0.0, metavar="SCORE",
                     help="As sure as this, 0 to 1."),
        click.option("--said", type=click.Choice((*SAID, ANY_SAID)), default=said,
                     show_default=True, help="Whether the text tells that it was said."),
    ]  # fmt: skip

    def add(command: Callable[..., None]) -> Callable[..., None]:
        for option in reversed(options):
            command = option(command)
        return command

    return add


def filters_of(given: Mapping[str, Any]) -> "Filters":
    """Return the filters that the options of a command give.

    Raises UsageError where one is something that it cannot be.
    """
    from sayso.store import Filters

    return Filters(
        **{name: given[name] or "" for name in _NAMES},
        acts=tuple(given["acts"]),
        min_score=given["min_score"],
        words=" ".join(given["words"]),
        said=given["said"],
    )
