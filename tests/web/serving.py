"""The reader on a socket of this machine, in a thread of the test's own process."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import uvicorn

from sayso.store import Store
from sayso.web.app import make_app


@contextmanager
def serving(record: Path | str) -> Iterator[str]:
    """Serve a record; yield the address without a slash at its end."""
    with socket.create_server(("127.0.0.1", 0)) as bound:
        config = uvicorn.Config(make_app(Store.open(record)), log_level="error", access_log=False)
        server = uvicorn.Server(config)
        thread = Thread(target=server.run, kwargs={"sockets": [bound]})
        thread.start()
        try:
            yield f"http://127.0.0.1:{bound.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()
