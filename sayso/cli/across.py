"""Commands that show one thing that holds across articles: `claim`, `disputes`, `quotation`."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from sayso.cli.exporting.filters import filter_options, filters_of
from sayso.cli.listing import one_form, unlinked
from sayso.cli.options import MOST, Count, html_option, json_option, record_option
from sayso.cli.output import console, note, print_json
from sayso.cli.parts import open_record
from sayso.cli.sparing import write_page

if TYPE_CHECKING:
    from sayso.records import Sighting
    from sayso.store import Said


@click.command()
@click.argument("name", metavar="ID")
@html_option
@json_option("Print the claim and its statements as one line of JSON.")
@record_option
def claim(name: str, html: str | None, as_json: bool, record: str) -> None:
    """Show one claim: who says it, who denies it, in which words, and where it comes from.

    ID is that of a claim or of a statement, or how it begins; `sayso claims WORDS` finds it.

    \b
    Examples:
      sayso claim cl_7d005b6e
      sayso claim cl_7d005b6e --html claim.html
    """
    one_form(html, as_json)
    from sayso.gather import claims

    with open_record(record) as store:
        its = claims.claim(store, name)
        if as_json:
            print_json(its.to_json())
            return
        unlinked(store)
    if html:
        from sayso.export.across.pages import claim_page

        write_page(
            html, claim_page(its.view, its.course, its.timeline), record, _sightings(its.said)
        )
    else:
        from sayso.export.across.terminal import claim as show_in

        show_in(its.view, its.course, console())


@click.command()
@html_option
@json_option("Print JSON Lines, one dispute a line.")
@filter_options()
@click.option(
    "--limit", type=Count(1, MOST), default=20, show_default=True, help="At most so many."
)
@record_option
def disputes(html: str | None, as_json: bool, limit: int, record: str, **given: Any) -> None:
    """Show what the articles do not agree on, the two sides face to face.

    The disputes of most articles come first; with WORDS and filters those alone of which a
    statement of the claim fits, and where words are a place, who are each said to hold it. Figures
    come as ranges, with whoever gives them.

    \b
    Examples:
      sayso disputes
      sayso disputes casualties --html disputes.html
      sayso disputes --place Karsk --outlet "Almis Post"
    """
    one_form(html, as_json)
    from sayso.gather import claims

    with open_record(record) as store:
        its = claims.disputes(store, which=filters_of(given), limit=limit)
        unlinked(store)
    if as_json:
        for form in its.to_json():
            print_json(form)
    elif html:
        from sayso.export.across.pages import disputes_page

        write_page(
            html, disputes_page(its.views, its.more, its.rival_views), record, _sightings(its.said)
        )
    else:
        from sayso.export.across.standing import rivals as show_rivals
        from sayso.export.across.terminal import disputes as show_in

        show_rivals(its.rival_views, console(), more=bool(its.views))
        show_in(its.views, console())
    if its.more:
        note(f"{its.more} more: --limit")
    if not its.views and not its.rivals:
        note("nothing found")


@click.command()
@click.argument("name", metavar="ID")
@html_option
@json_option("Print the quotation and its statements as one line of JSON.")
@record_option
def quotation(name: str, html: str | None, as_json: bool, record: str) -> None:
    """Show one quotation: its earliest wording, and what each other one made of it.

    ID is that of a quotation or of a statement, or how it begins.

    \b
    Examples:
      sayso quotation qu_47696b7f
      sayso quotation qu_47696b7f --html quotation.html
    """
    one_form(html, as_json)
    from sayso.gather import claims

    with open_record(record) as store:
        its = claims.quotation(store, name)
        if as_json:
            print_json(its.to_json())
            return
        unlinked(store)
    if html:
        from sayso.export.across.pages import quotation_page

        write_page(html, quotation_page(its.view), record, _sightings(its.said))
    else:
        from sayso.export.across.terminal import quotation as show_in

        show_in(its.view, console())


def _sightings(every: "Sequence[Said]") -> "Iterator[Sighting]":
    """Yield where the articles of statements were seen: no page is written over one of these."""
    return (sighting for said in every for sighting in said.sightings)
