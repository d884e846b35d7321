"""The command `review`: doubtful things one by one, each answered with a key and kept at once."""

import getpass
import sys
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

import click

from sayso.cli.listing import unlinked
from sayso.cli.options import MOST, Count, json_option, record_option
from sayso.cli.output import console, note, print_json
from sayso.cli.parts import open_record
from sayso.errors import UsageError
from sayso.view.across.questions import ASKED, Option, Question
from sayso.view.words import counted

if TYPE_CHECKING:
    from sayso.store import Store

_SHOWN = 50  # questions in JSON, unless more are asked for
_Numbered = tuple[int, Question]
_LEAVE = ("q", "\x03", "\x04", "\x1b")  # q, control-C, control-D, escape


@click.command()
@click.option(
    "--kind", "kinds", multiple=True, type=click.Choice(tuple(ASKED)),
    help="Ask such questions alone; may be given several times.",
)  # fmt: skip
@click.option("--by", help="Who judges [default: the user of this machine].")
@json_option("Print the questions as JSON Lines, each with the judgements of yes and of no.")
@click.option("--limit", type=Count(1, MOST), help="At most so many questions.")
@record_option
def review(
    kinds: tuple[str, ...], by: str | None, as_json: bool, limit: int | None, record: str
) -> None:
    """Walk through what is doubtful, what is worth most first, and answer with one key each.

    Asked is whether two are one and the same, two statements say the same, one denies the other,
    one article reprints another, and who says something. Each answer is kept at once, as a
    judgement (`sayso judgements` lists them), and is not asked again; stop whenever you like. Link
    again after it. Keys: y yes, n no, u skip, o show more, b take the last answer back and
    be asked again, q quit.

    \b
    Examples:
      sayso review
      sayso review --kind entity --limit 20
      sayso review --json --limit 100 > questions.jsonl
    """
    from sayso.reviewing import KINDS, questions

    if not as_json and not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError("review asks on a terminal; --json lists the questions for programs")
    with open_record(record) as store:
        asked = questions(store, kinds or KINDS)
        if as_json:
            _print(islice(asked, limit or _SHOWN))
        else:
            _walk(store, islice(asked, limit), by or getpass.getuser())
        unlinked(store)


def _print(asked: Iterable[Question]) -> None:
    count = 0
    for question in asked:
        count += 1
        print_json(question.to_json())
    if not count:
        note("nothing is doubtful")


def _walk(store: "Store", asked: Iterator[Question], by: str) -> None:
    """Ask one question after the other until somebody has enough, and say what was done.

    One whose answer is taken back is asked again, and then the one that was open.
    """
    kept: list[tuple[_Numbered, str]] = []
    numbered = enumerate(asked, 1)
    open_: list[_Numbered] = []
    at = next(numbered, None)
    if at is None:
        note("nothing is doubtful")
        return
    while at and (key := _ask(at)) not in _LEAVE:
        if key == "b":
            open_.append(at)
            if kept:
                at, id_ = kept.pop()
                _take_back(store, id_, by)
                continue
            note("nothing to take back")
        elif option := at[1].option(key):
            kept.append((at, _keep(store, option, by)))
            note(f"{option.label}: kept as {kept[-1][1]}")
        else:
            note("skipped")
        at = open_.pop() if open_ else next(numbered, None)
    answers = f"{counted(len(kept), 'answer')} kept"
    note(f"{answers}; now: sayso link" if kept else answers)


def _ask(at: _Numbered) -> str:
    """Ask one question; return the key that answers it, skips it, goes back or leaves."""
    from sayso.export.across.questions import ask, more

    number, question = at
    screen = console()
    ask(question, number, screen)
    while True:
        key = click.getchar().lower()
        if key in (*_LEAVE, "u", "b") or question.option(key):
            return key
        if key == "o":
            more(question, screen)
        else:
            note("y yes, n no, u skip, o more, b take the last answer back, q quit")


def _keep(store: "Store", option: Option, by: str) -> str:
    """Write the judgement of an answer, and return its id."""
    from sayso.gather.judging import keep

    return keep(store, [option.judgement], by)[0].id


def _take_back(store: "Store", id_: str, by: str) -> None:
    from sayso.moments import now

    store.withdraw(id_, by=by, at=now(), why="taken back in review")
    note(f"{id_} is taken back; the question again:")
