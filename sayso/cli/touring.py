"""The command that shows what sayso is good for, on the bundled sample: `demo`."""

import os
import sys
import webbrowser
from contextlib import ExitStack
from importlib import resources
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from sayso.cli.options import named
from sayso.cli.output import console, counting, note, progress
from sayso.cli.parts import load_engine, read_articles
from sayso.cli.serving import open_reader, reader
from sayso.errors import UsageError
from sayso.settings import Settings
from sayso.web import LOOPBACK
from sayso.web.serving import Serving

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sayso.linked import Position
    from sayso.store import Store
    from sayso.view.across.tour import Tour

_SPEAKERS = 10  # those who say most, among whom somebody is looked for who changed position


@click.command()
@click.option("--keep", metavar="FILE", callback=named, help="Keep the record of the sample there.")
@click.option("--web", is_flag=True, help="Open the sample in the reader, in a browser.")
def demo(keep: str | None, web: bool) -> None:
    """Show on the bundled sample what sayso finds in many articles.

    It is invented news about an invented dispute: a claim that many articles have from few
    origins, who denies it, a quotation that somebody changed, and somebody who changed position.

    \b
    Examples:
      sayso demo
      sayso demo --web
      sayso demo --keep demo.db
    """
    if keep and Path(keep).exists():
        raise UsageError(f"{keep}: there is something already")
    if web:
        reader()  # before the sample is read: what is missing is told at once
    from sayso.export.across.tour import tour as show_in
    from sayso.pipeline import link, run
    from sayso.store import Store

    if web:
        note("Reading the sample: this takes a minute or less.")
    settings = Settings()
    with ExitStack() as stack:
        folder = stack.enter_context(
            resources.as_file(resources.files("sayso") / "data" / "sample")
        )
        kept = keep or str(Path(stack.enter_context(TemporaryDirectory())) / "demo.db")
        store = stack.enter_context(Store.open(kept))
        with progress() as step:
            articles = read_articles((str(folder),), None, settings)
            run(
                articles, load_engine(settings), store, batch=settings.batch_articles, progress=step
            )
        if web:
            note("Linking what the articles have in common; then the reader opens.")
        with counting("articles linked") as further:
            link(store, progress=further)
        if web:
            open_reader(store, Serving(kept), (LOOPBACK[0], 0), _browse)
            return
        show_in(_tour(store), console())
    first = "" if keep else "sayso demo --keep demo.db && "
    note(f"Now try: {first}sayso disputes --record {keep or 'demo.db'}")


def _browse(address: str) -> None:
    """Open an address in a browser, where there is a screen to show one on."""
    named = any(name in os.environ for name in ("DISPLAY", "WAYLAND_DISPLAY"))
    if named or sys.platform in ("darwin", "win32"):
        webbrowser.open(address)


def _tour(store: "Store") -> "Tour":
    """Return what is shown of a record."""
    from sayso.gather.tellings import as_told
    from sayso.view.across.claims import claim_view, needed
    from sayso.view.across.quotations import quotation_view
    from sayso.view.across.tour import Tour, misquoted, telling_claim, turn

    claims = list(store.claims())
    claim, quotation = telling_claim(claims), misquoted(store.quotations())
    ids = [*(needed([claim]) if claim else ()), *(quotation.statements if quotation else ())]
    _, known = as_told(store, ids)
    texts = {
        known[each].article_id: store.article(known[each].article_id).text
        for each in (quotation.statements if quotation else ())
    }
    counts = store.counts()
    return Tour(
        articles=counts.articles,
        statements=counts.statements,
        claim=claim_view(claim, known) if claim else None,
        quotation=quotation_view(quotation, known, texts, "") if quotation else None,
        turn=turn(_stands(store)),
    )


def _stands(store: "Store") -> "Iterator[tuple[str, Sequence[Position]]]":
    """Yield those who say most, each with its positions."""
    from sayso.gather.positions import stands
    from sayso.view.across.standing import stand_name

    for speaking in store.speaking(limit=_SPEAKERS)[0]:
        for voice in store.voices(speaking.entity.id):
            yield stand_name(voice), stands(store, voice).positions
