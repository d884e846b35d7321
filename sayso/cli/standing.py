"""Commands that tell where somebody stands, and who is said to hold a place."""

from typing import TYPE_CHECKING, Any

import click

from sayso.cli.exporting.filters import filter_options, filters_of
from sayso.cli.listing import one_form, unlinked
from sayso.cli.options import html_option, json_option, record_option
from sayso.cli.output import console, note, print_json
from sayso.cli.parts import open_record
from sayso.cli.sparing import write_page
from sayso.view.across.standing import stand_name
from sayso.view.words import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.linked import Holding, Position
    from sayso.store import Filters, Store, Voice

_NAMED = 12  # of those whom a name fits


@click.command()
@click.argument("name", nargs=-1, required=True)
@html_option
@json_option("Print JSON Lines, one position a line.")
@filter_options(words="--words")
@record_option
def position(
    name: tuple[str, ...], html: str | None, as_json: bool, record: str, **given: Any
) -> None:
    """Show what somebody demands, offers, refuses and accepts, by date, and where that changed.

    NAME is any name that the articles call the actor by; a surname will do. What is about one thing
    stands together, with its conditions; a turn is where a later statement takes another stance.

    \b
    Examples:
      sayso position Halvard
      sayso position Government of Ostrania --json
      sayso position Halvard --since 2031-03-14 --words corridor
    """
    one_form(html, as_json)
    asked = " ".join(name)
    from sayso.gather import positions

    with open_record(record) as store:
        voices = store.voices(asked, which=filters_of(given))
        every = [positions.stands(store, voice) for voice in voices]
        unlinked(store)
    made = [each for each in every if each.positions]
    views = [(stand_name(each.voice), each.positions) for each in made]
    if html:
        from sayso.export.across.pages import position_page

        sightings = (s for each in made for row in each.voice.said for s in row.sightings)
        write_page(html, position_page(asked, views), record, sightings)
    elif as_json:
        for each in made:
            for form in each.to_json():
                print_json(form)
    else:
        from sayso.export.across.standing import positions as show_in

        show_in(views, console())
    _summary(voices, [position for each in made for position in each.positions])


def _summary(voices: "Sequence[Voice]", made: "Sequence[Position]") -> None:
    turned = sum(len(each.turns) for each in made)
    first = [f"{stand_name(voice)} ({voice.total})" for voice in voices[:_NAMED]]
    more = [f"{len(voices) - _NAMED} more"] if len(voices) > _NAMED else []
    names = "; ".join([*first, *more])
    summary = f"{counted(len(made), 'position')}, {counted(turned, 'turn')}"
    note(f"{summary}; under this name: {names}" if made else "nothing found")


@click.command()
@click.argument("name", metavar="PLACE...", nargs=-1, required=True)
@html_option
@json_option("Print JSON Lines, one passage a line.")
@filter_options(words="--words", said="any")
@record_option
def control(
    name: tuple[str, ...], html: str | None, as_json: bool, record: str, **given: Any
) -> None:
    """Show who is said to hold a place, to have lost it or to claim it, by whom, and when.

    PLACE is its name, as an article or as GeoNames has it, or its number in GeoNames. Holding a
    place and claiming it are different things; nothing is weighed, and each keeps its claimant.
    Filters on statements take passages of such statements alone, not what articles say themselves.

    \b
    Examples:
      sayso control Karsk
      sayso control 709717 --json
    """
    one_form(html, as_json)
    from sayso.gather import positions

    with open_record(record) as store:
        held = positions.held(store, " ".join(name))
        made = _fitting(store, held.holdings, filters_of(given))
    if as_json:
        for each in made:
            print_json(each.to_json())
    elif html:
        from sayso.export.across.pages import control_page

        write_page(html, control_page(" ".join(name), made), record, ())
    else:
        from sayso.export.across.standing import holdings as show_in

        show_in(made, console())
    summary = f"{counted(len(made), 'passage')} in {counted(held.articles, 'article')} that name it"
    note(summary if made else "nothing found")


def _fitting(store: "Store", made: "Sequence[Holding]", filters: "Filters") -> "Sequence[Holding]":
    """Return the passages of statements, or of articles, that fit."""
    if not filters.among_statements and not filters.are_given:
        return made
    choice = store.choice(filters)
    if not filters.among_statements:
        articles = choice.articles({each.article for each in made})
        return [each for each in made if each.article in articles]
    statements = choice.statements({each.statement for each in made if each.statement})
    return [each for each in made if each.statement in statements]
