"""How the tests call the command line: in this process, or as a process of its own."""

import json
import subprocess
import sys
from pathlib import Path

from click.testing import CliRunner

from sayso.cli import main

TEXT = "“We never agreed to that,” the minister of Velmark said on Friday.\n"
SAMPLE = Path(__file__).resolve().parents[2] / "sayso" / "data" / "sample"
DENIAL = SAMPLE / "2031-03-20-northwire-askel-denial.txt"


def sayso(*arguments, stdin=None):
    return CliRunner().invoke(main, [str(a) for a in arguments], input=stdin)


def process(*arguments, **options):
    command = [sys.executable, "-m", "sayso", *map(str, arguments)]
    return subprocess.run(
        command, **({"stderr": subprocess.PIPE} | options), text=True, check=False
    )


def lines(result):
    return [json.loads(line) for line in result.stdout.splitlines()]
