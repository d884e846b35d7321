"""How the tests call the command line: in this process, or as a process of its own."""

import json
from pathlib import Path
from tempfile import TemporaryFile
from typing import NamedTuple

from click.testing import CliRunner

from sayso.cli import main
from tests.processes import forked

TEXT = "“We never agreed to that,” the minister of Velmark said on Friday.\n"
SAMPLE = Path(__file__).resolve().parents[2] / "sayso" / "data" / "sample"
FEW = sorted(SAMPLE.glob("2031-04-1[34]-*"))[:5]
SHOWN = "shown.txt"  # what `sayso demo` shows of the record that tests share, beside it
DENIAL = SAMPLE / "2031-03-20-northwire-askel-denial.txt"


CLOSED = object()


class Ended(NamedTuple):
    """How a process ended, and what it wrote."""

    returncode: int
    stdout: str
    stderr: str


def sayso(*arguments, stdin=None):
    return CliRunner().invoke(main, [str(a) for a in arguments], input=stdin)


def process(*arguments, stdin=0, stdout=None, stderr=None, **options):
    """Run a command as a process of its own, whose standard streams are files, or CLOSED.

    What it writes to those that are not given is in what is returned.
    """
    with TemporaryFile("w+") as out, TemporaryFile("w+") as error:
        streams = (stdin, stdout or out, stderr or error)
        files = [None if each is CLOSED else each if isinstance(each, int) else each.fileno()
                 for each in streams]  # fmt: skip
        code = forked.run([*map(str, arguments)], files, **options)
        out.seek(0)
        error.seek(0)
        return Ended(code, out.read(), error.read())


def lines(result):
    return [json.loads(line) for line in result.stdout.splitlines()]
