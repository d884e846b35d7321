"""Commands by which people correct the record: `judge` adds decisions, `judgements` lists them."""

import getpass
import json
from collections.abc import Iterator
from dataclasses import replace
from typing import IO, TYPE_CHECKING, Any

import click

from sayso.cli.options import json_option, limit_option, record_option
from sayso.cli.output import note, print_json, say
from sayso.cli.parts import open_record
from sayso.corrections import opposed
from sayso.errors import MissingError, UsageError
from sayso.fitting import unwritable
from sayso.judgements import KINDS, Judgement
from sayso.moments import now
from sayso.packing import contract
from sayso.view.characters import in_line
from sayso.view.links import judgement_lines
from sayso.view.words import counted

if TYPE_CHECKING:
    from sayso.store import Store

_LONGEST = 10_000  # characters of who takes a judgement back, and why


@click.command()
@click.argument("kind", required=False, type=click.Choice(KINDS))
@click.argument("subject", required=False)
@click.argument("object_", metavar="[OBJECT]", required=False)
@click.option("--from", "file", type=click.File("rb"), help="Take them from a file of JSON Lines.")
@click.option("--withdraw", metavar="ID", help="Take back the judgement with this id.")
@click.option("--by", help="Who judges [default: the user of this machine].")
@click.option("--why", default="", help="The reason.")
@record_option
def judge(
    kind: str | None, subject: str | None, object_: str | None, record: str, **how: Any
) -> None:
    """Decide what the machine got wrong, once and for all.

    SUBJECT and OBJECT are a statement (its id, or article@44-148 as lists print it), a claim (its
    first statement), an entity, an actor (article/a1), a place (article@49-55) or an article, each
    by its id or how it begins. In a file they may be named so too. What is judged wins over the
    machine and stays through new models and rules. It is only ever added: take it back with
    --withdraw. The OBJECT of speaker is an actor or a name; of act, the act; of span, the words
    that are said, an ellipsis between parts, or JSON; of place, JSON in the form of the record.
    After it, link again.

    \b
    Examples:
      sayso judge same_entity 3f9a/a1 77c0/a2 --why "the same minister"
      sayso judge speaker st_0529418278cd57d8 "Doran Hesk"
      sayso judge act st_0529418278cd57d8 denies
      sayso judge span st_0529418278cd57d8 "the bridge at Karsk … is closed"
      sayso judge place 3f9a@49-55 '{"name": "Karsk"}'
      sayso judge --from decided.jsonl
      sayso judge --withdraw jd_06a21d0c59f00e67
    """
    from sayso.gather import judging

    by = how["by"] or getpass.getuser()
    with open_record(record) as store:
        if how["withdraw"]:
            if why := unwritable(f"{by}{how['why']}", _LONGEST):
                raise UsageError(f"what is said of taking it back {why}")
            store.withdraw(how["withdraw"], by=by, at=now(), why=how["why"])
            note(f"{how['withdraw']} is taken back; now: sayso link")
            return
        if how["file"]:
            given = list(_read(how["file"], store, by))
        elif kind and subject:
            its = judging.decided(store, kind, subject, object_)
            given = [replace(its, why=how["why"])]
        else:
            raise UsageError("judge takes a kind and a subject, --from FILE or --withdraw ID")
        kept = judging.keep(store, given, by)
    for each in kept:
        say(each.id)
    note(f"{counted(len(kept), 'judgement')} kept; now: sayso link")


@click.command()
@json_option("Print JSON Lines, one judgement a line.")
@limit_option
@record_option
def judgements(as_json: bool, limit: int | None, record: str) -> None:
    """List what people decided, in the order in which it was added; with --limit the latest.

    \b
    Examples:
      sayso judgements
      sayso judgements --limit 5
      sayso judgements --json > decided.jsonl
    """
    with open_record(record) as store:
        every = store.judgements()
    against = opposed(every)
    shown = every[-limit:] if limit else every
    for each in shown:
        if as_json:
            others = [other.id for other in against.get(each.id, ())]
            form = {"id": each.id} | contract(each, always=("why",))
            print_json(form | ({"against": others} if others else {}))
        else:
            for line in judgement_lines(each, against.get(each.id, ())):
                say(line)
    if len(every) > len(shown):
        note(f"{len(every) - len(shown)} more before these: --limit")
    if not every:
        note("nothing found")


def _read(file: IO[bytes], store: "Store", by: str) -> Iterator[Judgement]:
    """Yield the judgements of a file, whose things may have names as on the command line.

    Those of nobody are `by` whoever gives them. Raises UsageError where a line is none that can be
    kept, with file and number.
    """
    from sayso.gather.judging import check, written

    for number, line in enumerate(file, start=1):
        if line.strip():
            try:
                its = written(store, _value(line))
                its = replace(its, by=its.by or by, at=its.at or now())
                check(store, its)
            except (ValueError, UsageError, MissingError) as error:
                line_of = f"{_file_name(file)}, line {number}"
                raise UsageError(f"{line_of} is no judgement: {error}") from error
            yield its


def _file_name(file: IO[bytes]) -> str:
    name = getattr(file, "name", "-")
    return "standard input" if name in ("-", "<stdin>") else in_line(str(name))


def _value(line: bytes) -> Any:
    """Return what a line of JSON holds. Raises ValueError where it is none."""
    from sayso.store.verbatim import json_value

    try:
        return json_value(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ValueError("it is not UTF-8") from error
    except json.JSONDecodeError as error:
        raise ValueError(f"it is no JSON: {error.msg} (character {error.pos + 1})") from error
