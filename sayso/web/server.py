"""An application on a socket, until somebody ends it."""

import asyncio
import gc
import socket

import h11
import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.h11_impl import H11Protocol

_KEEP_ALIVE = 20  # seconds that an idle connection is kept
_NEW_VALUES = 50_000  # after so many more the newest are looked through for garbage
_PATIENCE = 5  # seconds that requests which still run are given at the end


class Connection(H11Protocol):
    """A connection that ends where a request is slow to begin, or where there are too many.

    uvicorn waits for the head of a request as long as it takes, so that a few hundred connections
    which say nothing keep everybody else out.
    """

    HEAD = 15.0  # seconds in which the head of a request must have come
    MOST = 200  # connections at once; more would leave no files to read the record with

    _waiting: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Take a connection up, or end it where there are too many."""
        super().connection_made(transport)
        if len(self.connections) > self.MOST:
            transport.abort()
        else:
            self._watch()

    def data_received(self, data: bytes) -> None:
        """Take what came, and wait for the rest of a head for so long."""
        super().data_received(data)
        self._watch()

    def connection_lost(self, exc: Exception | None) -> None:
        """End."""
        self._rest()
        super().connection_lost(exc)

    def _watch(self) -> None:
        if self.conn.their_state is not h11.IDLE:
            self._rest()
        elif self._waiting is None:
            self._waiting = self.loop.call_later(self.HEAD, self.transport.abort)

    def _rest(self) -> None:
        if self._waiting is not None:
            self._waiting.cancel()
            self._waiting = None


def config(app: ASGIApp) -> uvicorn.Config:
    """Return how an application is served."""
    return uvicorn.Config(
        app,
        http=Connection,
        ws="none",
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_keep_alive=_KEEP_ALIVE,
        timeout_graceful_shutdown=_PATIENCE,
    )


def settle() -> None:
    """Let the collector of garbage pass over what stays, and look through the rest less often.

    Pages make many values and few rings of them: a look through all that is loaded would cost every
    third page as much as a quick one takes.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(_NEW_VALUES, 20, 20)


def run(app: ASGIApp, bound: socket.socket) -> None:
    """Serve on a bound socket until Ctrl-C or a signal to end."""
    settle()
    try:
        uvicorn.Server(config(app)).run(sockets=[bound])
    except KeyboardInterrupt:  # uvicorn hands the signal on when it has shut down
        return
