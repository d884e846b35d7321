"""The command that links the articles of a record: `link`."""

from dataclasses import asdict

import click

from sayso.cli.options import json_option, record_option
from sayso.cli.output import complain, counting, print_json, say
from sayso.cli.parts import open_record
from sayso.view.links import summary


@click.command()
@click.option("--rebuild", is_flag=True, help="Link all articles again, not the new ones alone.")
@json_option("Print what was done as one line of JSON.")
@record_option
def link(rebuild: bool, as_json: bool, record: str) -> None:
    """Find what the articles of the record have in common, and keep it there.

    Which articles reprint others, who is who in several, what was said in several, who denies it,
    and where it comes from. New articles alone are linked, with all that they touch; so are those
    on which people judged since. A run that was stopped can simply be started again, and several
    may run at once. An article that cannot be linked is named, and tried again the next time.

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
        say(f"{name}: {summary(done)}")
    for each in done.failed:
        complain(f"{each.article} cannot be linked: {each.why}")
    if done.failed:
        click.get_current_context().exit(1)
