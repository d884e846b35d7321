"""The reader on a socket of this machine, in a thread of the test's or as a process of its own."""

import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import uvicorn

from sayso.store import Store
from sayso.web.app import make_app
from sayso.web.server import config
from sayso.web.serving import Serving


@contextmanager
def serving(record: Path | str) -> Iterator[str]:
    """Serve a record; yield the address without a slash at its end."""
    with socket.create_server(("127.0.0.1", 0)) as bound:
        server = uvicorn.Server(config(make_app(Store.open(record), Serving(str(record)))))
        thread = Thread(target=server.run, kwargs={"sockets": [bound]})
        thread.start()
        try:
            yield f"http://127.0.0.1:{bound.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()


@contextmanager
def started(record: Path | str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """Start `sayso serve` as a process of its own; yield its address without a slash, and it."""
    command = [sys.executable, "-m", "sayso", "serve", "--port", "0", "--record", str(record)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        try:
            yield re.search(r"http://127\.0\.0\.1:\d+", server.stderr.readline())[0], server
        finally:
            server.kill()
