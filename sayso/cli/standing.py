"""Commands that tell where somebody stands, and who is said to hold a place."""

from typing import TYPE_CHECKING

import click

from sayso.cli.listing import one_form, unlinked
from sayso.cli.options import html_option, json_option, record_option
from sayso.cli.output import console, note, print_json
from sayso.cli.parts import open_record
from sayso.cli.sparing import write_page
from sayso.view.standing import stand_name
from sayso.view.words import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.link.positions.stances import Saying
    from sayso.linked import Position
    from sayso.store import Said, Store, Voice

_NAMED = 12  # of those whom a name fits


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
    asked = " ".join(name)
    with open_record(record) as store:
        voices = store.voices(asked)
        stands = [(voice, positions_of(voice, store)) for voice in voices]
        unlinked(store)
    made = [(voice, its) for voice, its in stands if its]
    views = [(stand_name(voice), its) for voice, its in made]
    if html:
        from sayso.export.across.pages import position_page

        sightings = (s for voice, _ in made for row in voice.said for s in row.sightings)
        write_page(html, position_page(asked, views), record, sightings)
    elif as_json:
        for voice, its in made:
            entity = voice.entity and {"id": voice.entity.id, "name": voice.entity.name}
            for each in its:
                print_json({"entity": entity} | each.to_json())
    else:
        from sayso.export.across.standing import positions as show_in

        show_in(views, console())
    _summary(voices, [each for _, its in made for each in its])


def _summary(voices: "Sequence[Voice]", made: "Sequence[Position]") -> None:
    turned = sum(len(each.turns) for each in made)
    first = [f"{stand_name(voice)} ({voice.total})" for voice in voices[:_NAMED]]
    more = [f"{len(voices) - _NAMED} more"] if len(voices) > _NAMED else []
    names = "; ".join([*first, *more])
    summary = f"{counted(len(made), 'position')}, {counted(turned, 'turn')}"
    note(f"{summary}; under this name: {names}" if made else "nothing found")


def positions_of(voice: "Voice", store: "Store") -> "list[Position]":
    """Return the positions of somebody by all that they say."""
    from sayso.link.positions.positions import positions

    own = _own(voice, store)
    texts: dict[str, str] = {}
    return positions([_saying(said, store, own, texts) for said in voice.said])


def _own(voice: "Voice", store: "Store") -> tuple[str, ...]:
    """Return names of somebody and of its side: its own, its offices, whom it speaks for."""
    entity = voice.entity
    if entity is None:
        speakers = {row.speaker.id: row.speaker for row in voice.said if row.speaker}
        roles = [role.text for each in speakers.values() for role in each.roles]
        return tuple(dict.fromkeys([*(each.name for each in speakers.values()), *roles]))
    above = [each.name for each in store.entities([entity.of])] if entity.of else []
    return (*entity.names, *(role.text for role in entity.roles), *above)


def _saying(said: "Said", store: "Store", own: tuple[str, ...], texts: dict[str, str]) -> "Saying":
    from sayso.link.positions.stances import Saying

    if said.act.condition and said.article_id not in texts:
        texts[said.article_id] = store.article(said.article_id).text
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
        condition=" ".join(span.of(texts[said.article_id]) for span in said.act.condition),
        own=own,
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
        from sayso.export.across.standing import holdings as show_in

        show_in(made, console())
    summary = f"{counted(len(made), 'passage')} in {counted(len(meant), 'article')} that name it"
    note(summary if made else "nothing found")
