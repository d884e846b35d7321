"""Commands that tell where somebody stands, and who is said to hold a place."""

from typing import TYPE_CHECKING

import click

from sayso.cli.listing import one_form
from sayso.cli.options import html_option, json_option, record_option
from sayso.cli.output import note, print_json
from sayso.cli.parts import open_record
from sayso.cli.sparing import write_page
from sayso.view.standing import holding_lines, position_lines
from sayso.view.words import counted

if TYPE_CHECKING:
    from sayso.link.positions.positions import Saying
    from sayso.store import Said, Store


@click.command()
@click.argument("name", nargs=-1, required=True)
@html_option
@json_option("Print JSON Lines, one position a line.")
@record_option
def position(name: tuple[str, ...], html: str | None, as_json: bool, record: str) -> None:
    """Show what somebody demands, offers, refuses and accepts, by date, and where that changed.

    NAME is any name that the articles call the actor by; a surname will do. What is about one thing
    stands together, with its conditions; a turn is where a later statement takes another stance.

    \b
    Examples:
      sayso position Halvard
      sayso position Government of Ostrania --json
    """
    one_form(html, as_json)
    from sayso.link.positions.positions import positions

    asked = " ".join(name)
    with open_record(record) as store:
        made = positions([_saying(said, store) for said in store.who(asked)])
        fitting = store.matching_actors(asked)
    names = "; ".join(f"{name} ({count})" for name, count in fitting.items())
    if html:
        from sayso.export.across.pages import position_page

        write_page(html, position_page(asked, made, names), record, ())
    for each in made:
        if as_json:
            print_json(each.to_json())
        elif not html:
            for line in position_lines(each):
                click.echo(line)
    turned = sum(len(each.turns) for each in made)
    summary = (
        f"{counted(len(made), 'position')}, {counted(turned, 'turn')}; under this name: {names}"
    )
    note(summary if made else "nothing found")


def _saying(said: "Said", store: "Store") -> "Saying":
    from sayso.link.positions.positions import Saying

    text = store.article(said.article_id).text if said.act.condition else ""
    moment = said.said_at.start if said.said_at else None
    published = said.published.start if said.published else ""
    return Saying(
        statement=said.statement.id,
        article=said.article_id,
        publisher=said.publisher,
        date=moment or published,
        act=said.act.name,
        polarity=said.act.polarity,
        words=said.content,
        condition=" ".join(span.of(text) for span in said.act.condition),
    )


@click.command()
@click.argument("place", nargs=-1, required=True)
@html_option
@json_option("Print JSON Lines, one passage a line.")
@record_option
def control(place: tuple[str, ...], html: str | None, as_json: bool, record: str) -> None:
    """Show who is said to hold a place, to have lost it or to claim it, by whom, and when.

    PLACE is its name, as an article or as GeoNames has it, or its number in GeoNames. Holding a
    place and claiming it are different things; nothing is weighed, and each keeps its claimant.

    \b
    Examples:
      sayso control Karsk
      sayso control 709717 --json
    """
    one_form(html, as_json)
    from sayso.link.positions.control import holdings

    with open_record(record) as store:
        meant = store.placed(" ".join(place))
        made = [
            holding
            for article, numbers in meant.items()
            for holding in holdings(store.corrected(article), numbers)
        ]
    if as_json:
        for each in made:
            print_json(each.to_json())
    elif html:
        from sayso.export.across.pages import control_page

        write_page(html, control_page(" ".join(place), made), record, ())
    else:
        for line in holding_lines(made):
            click.echo(line)
    summary = f"{counted(len(made), 'passage')} in {counted(len(meant), 'article')} that name it"
    note(summary if made else "nothing found")
