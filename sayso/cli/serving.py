"""The command that opens the record in a browser: `serve`."""

import socket
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from sayso.cli.options import Count, record_option
from sayso.cli.output import note
from sayso.cli.parts import open_record
from sayso.errors import SaysoError, UsageError
from sayso.web import LOOPBACK

if TYPE_CHECKING:
    from sayso.store import Store

_PORT = 8741
_LAST_PORT = 65535


@click.command()
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    help="Address of this machine to listen on; one of its own alone.",
)
@click.option(
    "--port",
    type=Count(0, _LAST_PORT),
    default=_PORT,
    show_default=True,
    help="Port to listen on; 0 takes a free one.",
)
@record_option
def serve(host: str, port: int, record: str) -> None:
    """Open the record in a browser: read, follow and compare, until Ctrl-C.

    Whatever it shows leads to the exact words that prove it. Each address with .json at its end
    gives the same as JSON. It listens on this machine alone.

    \b
    Examples:
      sayso serve
      sayso serve --record crisis.db --port 9000
    """
    if host not in LOOPBACK:
        raise UsageError(f"--host {host}: listens on this machine alone: {', '.join(LOOPBACK)}")
    reader()
    with open_record(record) as store:
        open_reader(store, host, port)


def reader() -> tuple[Callable[..., Any], Callable[..., None]]:
    """Return what makes the reader and what runs it. Raises SaysoError where the extra is not."""
    try:
        from sayso.web.app import make_app
        from sayso.web.server import run
    except ModuleNotFoundError:
        raise SaysoError('the reader is not installed; now: pip install "sayso[web]"') from None
    return make_app, run


def open_reader(store: "Store", host: str, port: int, show: Callable[[str], object] = str) -> None:
    """Serve a record until Ctrl-C; `show` is given the address when it can be asked."""
    make_app, run = reader()
    with _listening(host, port) as bound:
        name = f"[{host}]" if ":" in host else host
        address = f"http://{name}:{bound.getsockname()[1]}/"
        note(f"{store.name}: {address} (Ctrl-C ends it)")
        show(address)
        run(make_app(store), bound)


def _listening(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    bound = socket.socket(family, socket.SOCK_STREAM)
    try:
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind((host, port))
        bound.listen()  # whoever asks before the server runs waits for it
    except OSError as error:
        bound.close()
        raise SaysoError(f"{host}:{port}: {error.strerror or error}") from None
    return bound
