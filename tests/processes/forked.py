"""A process that has imported sayso once, and becomes one command after the other by forking.

A command that is started anew imports for a second before it does anything. Here it is a process
all the same: it has the standard streams, the folder and the environment that it is given, ends as
the interpreter ends, and leaves an exit code.
"""

import atexit
import gc
import io
import json
import os
import resource
import runpy
import socket
import subprocess
import sys
import threading
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "sayso" / "data" / "sample" / "2031-03-20-northwire-askel-denial.txt"
STREAMS = ("stdin", "stdout", "stderr")


def run(arguments: Sequence[str], files: Sequence[int | None], largest: int | None = None) -> int:
    """Run a command with these files as its standard streams, None for one that is closed.

    Return its exit code. It can write no file of more than `largest` bytes.
    """
    server = _server()
    asked = {
        "arguments": list(arguments),
        "open": [file is not None for file in files],
        "largest": largest,
        "folder": str(Path.cwd()),
        "environment": dict(os.environ),
    }
    given = [file for file in files if file is not None]
    socket.send_fds(server, [json.dumps(asked).encode() + b"\n"], given)
    return int(server.recv(16))


@cache
def _server() -> socket.socket:
    """Start what forks, for as long as this process lives."""
    ours, theirs = socket.socketpair()
    with theirs:
        number = str(theirs.fileno())
        command = [sys.executable, "-m", "tests.processes.forked", number]
        started = subprocess.Popen(command, cwd=ROOT, pass_fds=[int(number)])
    atexit.register(started.wait)
    atexit.register(ours.close)  # at which it ends; what was registered last is called first
    return ours


def _serve(server: socket.socket) -> None:
    """Fork for each command that is asked for, tell how it ended; return in the forked process."""
    while True:
        line, files = b"", []
        while not line.endswith(b"\n"):
            some, more, _, _ = socket.recv_fds(server, 1 << 16, len(STREAMS))
            if not some:
                sys.exit()
            line, files = line + some, [*files, *more]
        forked = os.fork()
        if not forked:
            server.close()
            return _become(json.loads(line), files)
        for file in files:
            os.close(file)
        _, status = os.waitpid(forked, 0)
        server.send(b"%d" % os.waitstatus_to_exitcode(status))


def _become(asked: dict[str, Any], files: list[int]) -> None:
    """Take the arguments, streams, folder and environment of a command."""
    for number, (name, is_open) in enumerate(zip(STREAMS, asked["open"], strict=True)):
        before = getattr(sys, name)
        if not is_open:
            os.close(number)
            setattr(sys, name, None)
            continue
        os.dup2(file := files.pop(0), number)
        os.close(file)
        raw = io.FileIO(number, "wb" if number else "rb", closefd=False)
        held = io.BufferedWriter(raw) if number else io.BufferedReader(raw)
        setattr(sys, name, io.TextIOWrapper(held, before.encoding, before.errors))
    os.chdir(asked["folder"])
    os.environ.clear()
    os.environ.update(asked["environment"])
    if asked["largest"] is not None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (asked["largest"],) * 2)
    sys.argv = ["sayso", *asked["arguments"]]


def _warm() -> None:
    """Import what commands import once they run, and let what they keep in memory be kept."""
    from sayso.export import terminal  # noqa: F401
    from sayso.export.page import page
    from sayso.pipeline import Engine
    from sayso.records import Article
    from sayso.store import Store  # noqa: F401

    (record,) = Engine.load()([Article(SAMPLE.read_text("utf-8"), "warm")])
    page(record)
    gc.collect()  # the threads of the engine end with it: a process that has any cannot be forked
    for thread in threading.enumerate():
        if thread is not threading.current_thread():
            thread.join()
    gc.freeze()  # forked processes share what they do not look at


if __name__ == "__main__":
    _warm()
    _serve(socket.socket(fileno=int(sys.argv[1])))
    runpy.run_module("sayso", run_name="__main__", alter_sys=True)
