"""An application on a socket, until somebody ends it."""

import socket

import uvicorn
from starlette.types import ASGIApp

_KEEP_ALIVE = 20  # seconds that an idle connection is kept
_PATIENCE = 5  # seconds that requests which still run are given at the end


def run(app: ASGIApp, bound: socket.socket) -> None:
    """Serve on a bound socket until Ctrl-C or a signal to end."""
    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_keep_alive=_KEEP_ALIVE,
        timeout_graceful_shutdown=_PATIENCE,
    )
    try:
        uvicorn.Server(config).run(sockets=[bound])
    except KeyboardInterrupt:  # uvicorn hands the signal on when it has shut down
        return
