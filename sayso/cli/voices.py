"""The command `who`: what somebody says over all articles, and who says most."""

from typing import TYPE_CHECKING, Any

import click

from sayso.cli.exporting.filters import filter_options, filters_of
from sayso.cli.listing import one_form, unlinked
from sayso.cli.options import html_option, json_option, limit_option, record_option
from sayso.cli.output import console, note, print_json
from sayso.cli.parts import open_record
from sayso.cli.sparing import write_page
from sayso.view.characters import one_line
from sayso.view.words import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.store import Store, Voice

_NAMED = 12  # names that fit, the most telling first
_SHOWN = 30  # persons and bodies, unless more are asked for; JSON has all


@click.command()
@click.argument("name", nargs=-1)
@html_option
@json_option("Print JSON Lines, one statement a line; without NAME one person or body a line.")
@click.option("--carried", is_flag=True, help="Show what the actor passed on, whoever said it.")
@filter_options(words="--words")
@limit_option
@record_option
def who(name: tuple[str, ...], html: str | None, as_json: bool, record: str, **given: Any) -> None:
    """Show all that somebody says in the record, by date; without NAME who says most.

    NAME is any name that the articles call the actor by; a surname will do. After `sayso link` each
    person or body comes once, with all names and roles and what it said over all articles; before,
    by the names alone. Each statement comes with its words, who passed it on, and the places it
    speaks of.

    \b
    Examples:
      sayso who
      sayso who Ruel
      sayso who Government of Ostrania --json
      sayso who Northwire --carried
      sayso who Ruel --said any --html ruel.html
      sayso who --act threatens --since 2031-03-01
    """
    one_form(html, as_json)
    how = {"carried": given["carried"], "which": filters_of(given), "limit": given["limit"]}
    asked = " ".join(name)
    with open_record(record) as store:
        if asked.strip():
            _said(store, asked, how, (html, as_json, record))
        else:
            _speaking(store, how, (html, as_json, record))
        unlinked(store)


def _said(
    store: "Store", asked: str, how: dict[str, Any], form: tuple[str | None, bool, str]
) -> None:
    """Show what those say who are called so."""
    html, as_json, record = form
    voices = store.voices(asked, **how)
    if as_json:
        for voice in voices:
            its = voice.entity and {"id": voice.entity.id, "name": voice.entity.name}
            for row in voice.said:
                print_json(row.to_json() | {"entity": its})
    else:
        from sayso.gather.lists import names
        from sayso.view.across.voices import voice_view

        above = names(store, (voice.entity.of for voice in voices if voice.entity))
        shown = [voice for voice in voices if voice.said]
        views = [voice_view(voice, above, carried=how["carried"]) for voice in shown]
        if html:
            from sayso.export.across.pages import who_page

            sightings = (s for voice in shown for row in voice.said for s in row.sightings)
            write_page(html, who_page(asked, views), record, sightings)
        elif views:
            from sayso.export.across.voices import voices as show_in

            show_in(views, console())
    number = sum(len(voice.said) for voice in voices)
    numbers = _numbers(store, asked, how, voices)
    summary = f"{counted(number, 'statement')}; under this name: {_fitting(numbers)}"
    note(summary if voices else "nothing found")


def _numbers(
    store: "Store", asked: str, how: dict[str, Any], voices: "Sequence[Voice]"
) -> dict[str, int]:
    """Return who is called by a name, with the numbers of their statements."""
    numbers: dict[str, int] = {}
    for voice in voices:
        if voice.entity:
            numbers[voice.entity.name] = numbers.get(voice.entity.name, 0) + voice.total
    if not numbers:  # nothing is linked: by the names alone
        matching = store.matching_carriers if how["carried"] else store.matching_actors
        return matching(asked, said=how["which"].said)
    for row in (row for voice in voices if not voice.entity for row in voice.said):
        name = row.speaker.name if row.speaker else "nobody named"
        numbers[name] = numbers.get(name, 0) + 1
    return numbers


def _fitting(numbers: dict[str, int]) -> str:
    """Return names with numbers in words, the first of many."""
    ordered = sorted(numbers, key=lambda name: (-numbers[name], name))
    first = [f"{one_line(name)} ({numbers[name]})" for name in ordered[:_NAMED]]
    return "; ".join(first + ([f"{len(ordered) - _NAMED} more"] if len(ordered) > _NAMED else []))


def _speaking(store: "Store", how: dict[str, Any], form: tuple[str | None, bool, str]) -> None:
    """Show who says most."""
    html, as_json, record = form
    limit = how["limit"] or (None if as_json else _SHOWN)
    every, more = store.speaking(**{**how, "limit": limit})
    if as_json:
        for each in every:
            print_json(each.to_json())
    else:
        from sayso.gather.lists import names
        from sayso.view.across.voices import speaking_card

        above = names(store, (each.entity.of for each in every))
        cards = [speaking_card(each, above) for each in every]
        if html:
            from sayso.export.across.pages import speaking_page

            write_page(html, speaking_page(cards, more), record, ())
        else:
            from sayso.export.across.voices import speaking as show_in

            show_in(cards, console())
    if more:
        note(f"{more} more: --limit")
    if not every:
        note("nothing found")
