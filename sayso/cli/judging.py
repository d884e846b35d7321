"""Commands by which people correct the record: `judge` adds decisions, `judgements` lists them."""

import getpass
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import IO, TYPE_CHECKING, Any

import click

from sayso.cli.anchors import anchor_of, named_anchor
from sayso.cli.options import json_option, limit_option, record_option
from sayso.cli.output import note, print_json
from sayso.cli.parts import open_record
from sayso.corrections import opposed
from sayso.errors import UsageError
from sayso.fitting import as_object, misfit
from sayso.judgements import KINDS, Judgement
from sayso.packing import contract
from sayso.records import made
from sayso.view.links import judgement_lines
from sayso.view.words import counted

if TYPE_CHECKING:
    from sayso.store import Store

_ON_TWO = (
    *("same_entity", "different_entity", "copy", "not_copy"),
    *("same_claim", "different_claim", "denies"),
)


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
    --withdraw. The OBJECT of speaker is an actor or a name; of act, the act; of place and span,
    JSON in the form of the record. After it, link again.

    \b
    Examples:
      sayso judge same_entity 3f9a/a1 77c0/a2 --why "the same minister"
      sayso judge speaker st_0529418278cd57d8 "Doran Hesk"
      sayso judge act st_0529418278cd57d8 denies
      sayso judge place 3f9a@49-55 '{"name": "Karsk"}'
      sayso judge --from decided.jsonl
      sayso judge --withdraw jd_06a21d0c59f00e67
    """
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    by = how["by"] or getpass.getuser()
    with open_record(record) as store:
        if how["withdraw"]:
            store.withdraw(how["withdraw"], by=by, at=now, why=how["why"])
            note(f"{how['withdraw']} is taken back; now: sayso link")
            return
        if how["file"]:
            given = [
                replace(each, by=each.by or by, at=each.at or now)
                for each in _read(how["file"], store)
            ]
        elif kind and subject:
            anchor = anchor_of(store, subject)
            given = [Judgement(kind, anchor, _object(store, kind, object_), by, now, how["why"])]
        else:
            raise UsageError("judge takes a kind and a subject, --from FILE or --withdraw ID")
        for each in given:
            _check(store, each)
        store.judge([replace(j, withdrawn="", withdrawn_by="", withdrawn_why="") for j in given])
        for each in given:
            if each.withdrawn:
                took, why = each.withdrawn_by or by, each.withdrawn_why
                store.withdraw(each.id, by=took, at=each.withdrawn, why=why)
    for each in given:
        click.echo(each.id)
    note(f"{counted(len(given), 'judgement')} kept; now: sayso link")


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
            click.echo("\n".join(judgement_lines(each, against.get(each.id, ()))))
    if len(every) > len(shown):
        note(f"{len(every) - len(shown)} more before these: --limit")
    if not every:
        note("nothing found")


def _check(store: "Store", judgement: Judgement) -> None:
    """Raise UsageError where the parts of a judgement do not fit its kind, or its article's text.

    It may be of an article that the record does not hold.
    """
    why = misfit(judgement)
    article = store.find(judgement.subject.article)
    if not why and article and judgement.kind == "span":
        last = max((end for spans in judgement.object.values() for _, end in spans), default=0)
        length = len(article.text)
        why = f"a span ends at {last}, and the text at {length}" if last > length else ""
    if why:
        raise UsageError(f"this cannot be judged: {why}")


def _present(data: dict[str, Any]) -> dict[str, Any]:
    """Return what a line tells: `judgements --json` writes null for what there is not."""
    return {
        name: _present(value) if isinstance(value, dict) else value
        for name, value in data.items()
        if value is not None
    }


def _read(file: IO[bytes], store: "Store") -> Iterator[Judgement]:
    """Yield the judgements of a file, whose things may have names as on the command line.

    Raises UsageError where a line is none, with its number.
    """
    for number, line in enumerate(file, start=1):
        if line.strip():
            try:
                data = json.loads(line)
                filled = {"object": {}, "by": "", "at": "", "why": ""} | _present(data)
                named = {name: named_anchor(store, filled.get(name)) for name in _ends(filled)}
                filled |= named
                yield made(filled, Judgement)
            except (ValueError, AttributeError) as error:
                raise UsageError(f"line {number} is no judgement: {error}") from error


def _ends(data: dict[str, Any]) -> Iterator[str]:
    """Yield which fields of a line name things: of a judgement on one the object may be a value."""
    yield "subject"
    if data.get("kind") in _ON_TWO or isinstance(data.get("object"), dict):
        yield "object"


def _object(store: "Store", kind: str, name: str | None) -> dict[str, Any]:
    """Return the object of a judgement in the form that is kept."""
    if name is None:
        if kind != "not_statement":
            raise UsageError(f"{kind} needs an object")
        return {}
    if name.lstrip().startswith("{"):
        try:
            data: dict[str, Any] = json.loads(name)
        except ValueError as error:
            raise UsageError(f"the object is no JSON: {error}") from error
        return data
    if kind == "act":
        return {"act": name}
    if kind == "speaker" and "/" not in name:
        return {"name": name}
    if kind in (*_ON_TWO, "speaker"):
        return as_object(anchor_of(store, name))
    raise UsageError(f"the object of {kind} is JSON")
