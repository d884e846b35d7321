"""The command `sayso`: the group of all commands, and what it ends with when one fails."""

from typing import Any

import click

from sayso.cli.about import model
from sayso.cli.across import claim, disputes, quotation
from sayso.cli.asking import list_, mentioning, search
from sayso.cli.comparing import compare
from sayso.cli.exporting import export
from sayso.cli.judging import judge, judgements
from sayso.cli.linking import link
from sayso.cli.listing import claims, copies, entities, quotations
from sayso.cli.output import complain, guarded
from sayso.cli.reading import extract, read, rebuild_
from sayso.cli.reviewing import review
from sayso.cli.serving import serve, user
from sayso.cli.showing import show
from sayso.cli.standing import control, position
from sayso.cli.touring import demo
from sayso.cli.voices import who
from sayso.cli.watching import watch
from sayso.errors import SaysoError, UsageError
from sayso.view.characters import in_line

CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 96}


class Examples(click.Group):
    """A group whose commands keep the line breaks of their help, and whose errors are one line."""

    main = guarded()(click.Group.main)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; say what went wrong on one line and end with an exit code that tells."""
        try:
            return super().invoke(ctx)
        except click.MissingParameter:  # which quotes nothing
            raise
        except click.UsageError as error:
            raise click.UsageError(in_line(error.format_message()), error.ctx) from None
        except UsageError as error:
            complain(str(error))
            ctx.exit(2)
        except SaysoError as error:
            complain(str(error))
            ctx.exit(1)
        except BrokenPipeError:  # whoever reads has enough
            ctx.exit(0)


@click.group(cls=Examples, context_settings=CONTEXT)
@click.version_option(package_name="sayso", prog_name="sayso")
def main() -> None:
    """Read news and keep the record: who said what, word for word.

    Everything runs on this machine; the network is used only for addresses that you name.

    \b
    Try it:
      sayso demo                              what it finds in the bundled sample
      sayso show article.html                 one article with its statements marked
      sayso extract article.html              the same for programs, as JSON Lines
      sayso read articles/ && sayso list      keep a record of many, in sayso.db
      sayso search "annexed regions"          find words in it
      sayso who Ruel                          all that one actor says
      sayso where Karsk                       all that is said about a place
      sayso link && sayso disputes            what articles do not agree on, side by side
      sayso serve                             all of it in a browser
    """


for command in (
    *(compare, demo, export, extract, list_, model, read, rebuild_, search, show, mentioning, who),
    *(link, claim, claims, copies, disputes, entities, quotation, quotations),
    *(judge, judgements, position, control, review, serve, user, watch),
):
    main.add_command(command)
