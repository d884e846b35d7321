"""Commands that list what articles have in common: `claims`, `copies`, `quotations`, `entities`."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

import click

from sayso.cli.exporting.filters import filter_options, filters_of
from sayso.cli.options import html_option, json_option, limit_option, record_option
from sayso.cli.output import console, note, print_json
from sayso.cli.parts import open_record
from sayso.cli.sparing import write_page
from sayso.errors import UsageError
from sayso.view.words import counted

if TYPE_CHECKING:
    from sayso.store import Store

_SHOWN = 30  # values on a screen or page, unless more are asked for; JSON has all


class _Listed(Protocol):
    """What can be listed."""

    def to_json(self) -> dict[str, object]: ...


T = TypeVar("T")
L = TypeVar("L", bound=_Listed)


@click.command()
@html_option
@json_option("Print JSON Lines, one claim a line, in the order of appearing.")
@filter_options()
@limit_option
@record_option
def claims(html: str | None, as_json: bool, limit: int | None, record: str, **given: Any) -> None:
    """List what is claimed: by how many, who denies it, and from where it comes.

    With WORDS and filters those claims alone of which one statement fits. What most articles have
    comes first; `sayso claim ID` shows one of them.

    \b
    Examples:
      sayso claims
      sayso claims dam holds --json
      sayso claims --entity Ruel --act denies --since 2031-03-14
      sayso claims --html claims.html
    """
    one_form(html, as_json)
    from sayso.gather import lists

    filters = filters_of(given)
    with open_record(record) as store:
        its_groups = lists.groups(store, "claims", filters)
        if as_json:
            print_lines(store.claims(_ids(its_groups)), limit)
        else:
            its = lists.claims(store, limit or _SHOWN, numbers=its_groups)
            _show("claims", its.lines, its.more, html, record)
        unlinked(store)


@click.command()
@html_option
@json_option("Print JSON Lines, one quotation a line, in the order of appearing.")
@filter_options()
@limit_option
@record_option
def quotations(
    html: str | None, as_json: bool, limit: int | None, record: str, **given: Any
) -> None:
    """List what was said once and is reported several times.

    With WORDS and filters those alone of which one statement fits. What is reported most often
    comes first; `sayso quotation ID` shows one of them.

    \b
    Examples:
      sayso quotations
      sayso quotations --limit 10 --json
    """
    one_form(html, as_json)
    from sayso.gather import lists

    filters = filters_of(given)
    with open_record(record) as store:
        its_groups = lists.groups(store, "quotations", filters)
        if as_json:
            print_lines(store.quotations(_ids(its_groups)), limit)
        else:
            its = lists.quotations(store, limit or _SHOWN, numbers=its_groups)
            _show("quotations", its.lines, its.more, html, record)
        unlinked(store)


@click.command()
@html_option
@json_option("Print JSON Lines, one pair of articles a line.")
@filter_options()
@limit_option
@record_option
def copies(html: str | None, as_json: bool, limit: int | None, record: str, **given: Any) -> None:
    """List the pairs of articles that share their text, and whose text it is.

    With WORDS and filters those alone of which one article fits, or has a statement that does.
    Reprints come first, then what only quotes the same words or has standing sentences in common.

    \b
    Examples:
      sayso copies
      sayso copies --json --record crisis.db
    """
    one_form(html, as_json)
    from sayso.gather import copies as gathered

    filters = filters_of(given)
    with open_record(record) as store:
        if as_json:
            print_lines(gathered.values(store, filters), limit)
        else:
            lines, more = gathered.lines(store, limit or _SHOWN, which=filters)
            _show("copies", lines, more, html, record)
        unlinked(store)


@click.command()
@html_option
@json_option("Print JSON Lines, one person or body a line, in the order of appearing.")
@filter_options()
@limit_option
@record_option
def entities(html: str | None, as_json: bool, limit: int | None, record: str, **given: Any) -> None:
    """List the persons and bodies of the record, each once, with all names and roles.

    With WORDS and filters those alone who say what fits. Those of most articles come first.

    \b
    Examples:
      sayso entities
      sayso entities --json
    """
    one_form(html, as_json)
    from sayso.gather import lists

    filters = filters_of(given)
    with open_record(record) as store:
        its_groups = lists.groups(store, "entities", filters)
        if as_json:
            print_lines(store.entities(_ids(its_groups)), limit)
        else:
            its = lists.entities(store, limit or _SHOWN, numbers=its_groups)
            _show("entities", its.lines, its.more, html, record)
        unlinked(store)


def _ids(its_groups: Mapping[int, str] | None) -> list[str] | None:
    """Return the ids of what fits, None where everything does."""
    return None if its_groups is None else list(its_groups.values())


def print_lines(every: Iterable[L], limit: int | None) -> None:
    """Print values as JSON Lines."""
    count = 0
    for value in islice(every, limit):
        count += 1
        print_json(value.to_json())
    if not count:
        note("nothing found")


def unlinked(store: "Store") -> None:
    """Say how many articles, and how much of what was judged, are not linked yet, if any."""
    left = store.unlinked(), store.unapplied()
    nouns = ("article", "judgement")
    words = [counted(n, noun) for n, noun in zip(left, nouns, strict=True) if n]
    if words:
        note(f"{' and '.join(words)} not linked yet: sayso link")


def one_form(html: str | None, as_json: bool) -> None:
    """Raise UsageError where a page and JSON are asked for at once."""
    if html and as_json:
        raise UsageError("give either --json or --html")


def _show(kind: str, lines: Sequence[object], more: int, html: str | None, record: str) -> None:
    """Print lines of a list on a screen, or write them as a page."""
    if html:
        from sayso.export.across.pages import list_page

        write_page(html, list_page(kind, lines, more), record, ())
    else:
        from sayso.export.across import terminal

        getattr(terminal, kind)(lines, console())
    if more:
        note(f"{more} more: --limit")
    if not lines:
        note("nothing found")
