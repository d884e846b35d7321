"""Commands that show one thing that holds across articles: `claim`, `disputes`, `quotation`."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from sayso.cli.anchors import judged_of
from sayso.cli.listing import one_form, unlinked
from sayso.cli.options import MOST, Count, html_option, json_option, record_option
from sayso.cli.output import console, note, print_json
from sayso.cli.parts import as_told, open_record
from sayso.cli.sparing import write_page
from sayso.errors import SaysoError, UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sayso.linked import Quotation
    from sayso.store import Store
    from sayso.view.across.disputes import Number
    from sayso.view.across.judged import JudgedLine
    from sayso.view.across.tellings import Telling


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
    from sayso.view.across.claims import claim_view, needed
    from sayso.view.across.course import course

    with open_record(record) as store:
        (its,) = store.claims([_only(store, "claims", name, "claim")])
        said, known = as_told(store, needed([its]))
        went = course(its, known)
        judged = _judged(store, known)
        if as_json:
            form = its.to_json() | went.to_json() | {"said": [each.to_json() for each in said]}
            print_json(form | {"judged": [each.to_json() for each in judged]})
            return
        view = claim_view(its, known, judged)
        unlinked(store)
    if html:
        from sayso.export.across.pages import claim_page

        write_page(
            html, claim_page(view, went), record, (s for each in said for s in each.sightings)
        )
    else:
        from sayso.export.across.terminal import claim as show_in

        show_in(view, went, console())


@click.command()
@click.argument("words", nargs=-1)
@html_option
@json_option("Print JSON Lines, one dispute a line.")
@click.option(
    "--limit", type=Count(1, MOST), default=20, show_default=True, help="At most so many."
)
@record_option
def disputes(
    words: tuple[str, ...], html: str | None, as_json: bool, limit: int, record: str
) -> None:
    """Show what the articles do not agree on, the two sides face to face.

    The disputes of most articles come first; with WORDS those alone of which a claim has all the
    words. Figures come as ranges, with whoever gives them.

    \b
    Examples:
      sayso disputes
      sayso disputes casualties --html disputes.html
    """
    one_form(html, as_json)
    from sayso.view.across.disputes import dispute_view, needed
    from sayso.view.across.disputes import disputes as disputed

    with open_record(record) as store:
        every = disputed(store.claims(words=" ".join(words)))
        some = every[:limit]
        said, known = as_told(store, needed(some))
        figures = _figures(store, known.values())
        views = [dispute_view(each, known, figures) for each in some]
        unlinked(store)
    if as_json:
        for each, view in zip(some, views, strict=True):
            print_json(each.to_json() | {"figures": [f.to_json() for f in view.figures]})
    elif html:
        from sayso.export.across.pages import disputes_page

        write_page(
            html,
            disputes_page(views, len(every) - len(some)),
            record,
            (s for each in said for s in each.sightings),
        )
    else:
        from sayso.export.across.terminal import disputes as show_in

        show_in(views, console())
    if len(every) > len(some):
        note(f"{len(every) - len(some)} more: --limit")
    if not every:
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
    from sayso.view.across.quotations import quotation_view

    with open_record(record) as store:
        (its,) = store.quotations([_only(store, "quotations", name, "quotation")])
        said, known = as_told(store, its.statements)
        if as_json:
            form = its.to_json() | {"said": [each.to_json() for each in said]}
            print_json(form)
            return
        if its.earliest not in {each.statement.id for each in said}:
            raise SaysoError("its earliest wording was judged to be no statement; now: sayso link")
        texts = {name: store.article(name).text for name in {each.article_id for each in said}}
        view = quotation_view(its, known, texts, _speaker(store, its))
        unlinked(store)
    if html:
        from sayso.export.across.pages import quotation_page

        write_page(html, quotation_page(view), record, (s for each in said for s in each.sightings))
    else:
        from sayso.export.across.terminal import quotation as show_in

        show_in(view, console())


def _judged(store: "Store", known: "Mapping[str, Telling]") -> "tuple[JudgedLine, ...]":
    """Return what people judged of some statements, in words."""
    from sayso.view.across.judged import judged_lines

    every = judged_of(store, known)
    ids = {each for its in every for each in (its.subject, its.object)} - {"", *known}
    _, others = as_told(store, ids)
    return judged_lines(every, {**known, **others})


def _only(store: "Store", room: str, name: str, noun: str) -> str:
    """Return the id of the one thing that a name stands for."""
    ids = store.named(room, name)
    if len(ids) == 1:
        return ids[0]
    if not ids:
        raise UsageError(f"no {noun} in {store.name} has the id {name!r}, nor a statement of it")
    raise UsageError(f"{name!r} may be {', '.join(ids[:5])}")


def _speaker(store: "Store", quotation: "Quotation") -> str:
    """Return the name of whoever said something, empty where nobody is known."""
    its = list(store.entities([quotation.speaker])) if quotation.speaker else []
    return its[0].name if its else ""


def _figures(store: "Store", tellings: "Iterable[Telling]") -> "dict[str, list[Number]]":
    """Return the numbers that statements give, by their ids."""
    figures: dict[str, list[Number]] = {}
    for article in sorted({each.article_id for each in tellings}):
        for quantity in store.corrected(article).quantities:
            figures.setdefault(quantity.statement, []).append(quantity)
    return figures
