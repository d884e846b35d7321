"""Commands that link articles and list what they have in common: `link`, `claims` and so on."""

from collections.abc import Callable, Iterable
from dataclasses import asdict
from itertools import islice
from typing import TYPE_CHECKING, Protocol, TypeVar

import click

from sayso.cli.options import json_option, limit_option, record_option
from sayso.cli.output import counting, note, print_json
from sayso.cli.parts import open_record
from sayso.view.links import claim_lines, copy_lines, entity_lines, quotation_lines, summary
from sayso.view.words import counted

if TYPE_CHECKING:
    from sayso.store import Store


class _Listed(Protocol):
    """What can be listed."""

    def to_json(self) -> dict[str, object]: ...


T = TypeVar("T", bound=_Listed)


@click.command()
@click.option("--rebuild", is_flag=True, help="Link all articles again, not the new ones alone.")
@json_option("Print what was done as one line of JSON.")
@record_option
def link(rebuild: bool, as_json: bool, record: str) -> None:
    """Find what the articles of the record have in common, and keep it there.

    Which articles reprint others, who is who in several, what was said in several, who denies it,
    and where it comes from. New articles alone are linked, with all that they touch; so are those
    on which people judged since. A run that was stopped can simply be started again, and several
    may run at once.

    \b
    Examples:
      sayso link
      sayso link --rebuild --record crisis.db
    """
    from sayso.pipeline import link as link_all

    with open_record(record) as store, counting("articles linked") as step:
        done = link_all(store, rebuild=rebuild, progress=step)
        name = store.name
    if as_json:
        print_json(asdict(done))
    else:
        click.echo(f"{name}: {summary(done)}")


@click.command()
@json_option("Print JSON Lines, one pair of articles a line.")
@limit_option
@record_option
def copies(as_json: bool, limit: int | None, record: str) -> None:
    """List the pairs of articles that share their text, and whose text it is.

    \b
    Examples:
      sayso copies
      sayso copies --json --record crisis.db
    """
    from sayso.link.copies.groups import by_given, listed

    with open_record(record) as store:
        every = listed(store.copies(), store.article)
        if as_json:
            _print(store, by_given(every), limit, None)
        else:
            _print(store, every, limit, copy_lines)


@click.command()
@click.argument("words", nargs=-1)
@json_option("Print JSON Lines, one claim a line.")
@limit_option
@record_option
def claims(words: tuple[str, ...], as_json: bool, limit: int | None, record: str) -> None:
    """List what is claimed: by how many, who denies it, and from where it comes.

    With WORDS those claims alone of which a statement has all the words.

    \b
    Examples:
      sayso claims
      sayso claims dam holds --json
    """
    with open_record(record) as store:
        every = store.claims(words=" ".join(words))
        _print(store, every, limit, None if as_json else claim_lines)


@click.command()
@json_option("Print JSON Lines, one quotation a line.")
@limit_option
@record_option
def quotations(as_json: bool, limit: int | None, record: str) -> None:
    """List what was said once and is reported several times.

    \b
    Examples:
      sayso quotations
      sayso quotations --limit 10 --json
    """
    with open_record(record) as store:
        _print(store, store.quotations(), limit, None if as_json else quotation_lines)


@click.command()
@json_option("Print JSON Lines, one person or body a line.")
@limit_option
@record_option
def entities(as_json: bool, limit: int | None, record: str) -> None:
    """List the persons and bodies of the record, each once, with all names and roles.

    \b
    Examples:
      sayso entities
      sayso entities --json
    """
    with open_record(record) as store:
        _print(store, store.entities(), limit, None if as_json else entity_lines)


def _print(
    store: "Store",
    every: Iterable[T],
    limit: int | None,
    lines: Callable[[T], Iterable[str]] | None,
) -> None:
    """Print values as JSON, or each in its lines; then say what is not linked yet."""
    count = 0
    for value in islice(every, limit):
        count += 1
        if lines is None:
            print_json(value.to_json())
        else:
            click.echo("\n".join(lines(value)))
    left = store.unlinked()
    if not count:
        note("nothing found")
    if left:
        note(f"{counted(left, 'article')} not linked yet: sayso link")
