"""How exports keep up: for each format seconds of the processor, statements a second, memory.

Each runs as a process of its own, as the command does; the seconds of starting it count.
"""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from sayso.export.formats.table import FORMATS
from sayso.store import Store


def measure(record: Path, formats: Sequence[str] = ()) -> dict[str, dict[str, float]]:
    """Return the figures of a record by format, all of them if none is named."""
    with Store.open(record, create=False) as store:
        statements = store.counts(said="any").statements
    return {name: _exported(record, name, statements) for name in formats or FORMATS}


def _exported(record: Path, name: str, statements: int) -> dict[str, float]:
    with TemporaryDirectory() as folder:
        out = Path(folder) / "out"
        command = [sys.executable, "-m", "sayso", "export", name, "--record", str(record)]
        run = subprocess.Popen([*command, "--out", str(out)], stderr=subprocess.DEVNULL)  # noqa: S603
        _, status, used = os.wait4(run.pid, 0)
        run.returncode = os.waitstatus_to_exitcode(status)
        if run.returncode:
            raise RuntimeError(f"the export of {name} ended with {run.returncode}")
        seconds = used.ru_utime + used.ru_stime
        return {
            "cpu_seconds": round(seconds, 1),
            "statements_per_second": round(statements / seconds),
            "memory_mb": round(used.ru_maxrss / 1024),
            "file_mb": round(out.stat().st_size / 2**20, 1),
        }
