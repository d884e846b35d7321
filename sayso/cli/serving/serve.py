"""The command that opens the record in a browser: `serve`."""

import re
import socket
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from sayso.cli.options import Count, record_option
from sayso.cli.output import note
from sayso.cli.parts import open_record
from sayso.errors import ExtraError, SaysoError, UsageError
from sayso.web import LOOPBACK
from sayso.web.serving import Serving

if TYPE_CHECKING:
    from sayso.store import Store

_PORT = 8741
_LAST_PORT = 65535
_NAME = re.compile(r"[A-Za-z0-9._-]+|[0-9A-Fa-f:.]+")  # of a machine, or its address


def _host_names(
    context: click.Context, option: click.Parameter, values: tuple[str, ...]
) -> tuple[str, ...]:
    if wrong := [each for each in values if not _NAME.fullmatch(each)]:
        raise click.BadParameter(f"{wrong[0]!r} is no name of a machine", context, option)
    return values


@click.command()
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    help="Address to listen on; others than this machine's own need --auth.",
)
@click.option(
    "--port",
    type=Count(0, _LAST_PORT),
    default=_PORT,
    show_default=True,
    help="Port to listen on; 0 takes a free one.",
)
@click.option(
    "--auth",
    "accounts",
    is_flag=True,
    help="Show it to those alone who sign in; see `sayso user`.",
)
@click.option(
    "--name",
    "names",
    multiple=True,
    metavar="NAME",
    callback=_host_names,
    help="Name by which browsers ask for it, behind a proxy or in a network; may be repeated.",
)
@click.option("--fetch", is_flag=True, help="Let pages have addresses read from the network.")
@record_option
def serve(host: str, port: int, record: str, names: tuple[str, ...], **options: bool) -> None:
    """Open the record in a browser: read, follow and compare, until Ctrl-C.

    Whatever it shows leads to the exact words that prove it. Each address with .json at its end
    gives the same as JSON. It listens on this machine alone, unless --host says else.

    \b
    Examples:
      sayso serve
      sayso serve --record crisis.db --port 9000
      sayso serve --auth --name desk.example.org --record postgresql://...
    """
    serving = Serving(record, (*LOOPBACK, host, *names), **options)
    if host not in LOOPBACK and not serving.accounts:
        own = ", ".join(LOOPBACK)
        raise UsageError(f"--host {host}: whoever reaches it could judge; give --auth, or {own}")
    reader()
    with open_record(record) as store:
        if serving.accounts and not store.accounts.all():
            note("nobody may sign in yet; now: sayso user add NAME --role admin")
        open_reader(store, serving, (host, port))


def reader() -> tuple[Callable[..., Any], Callable[..., None]]:
    """Return what makes the reader and what runs it. Raises ExtraError."""
    try:
        from sayso.web.app import make_app
        from sayso.web.server import run
    except ModuleNotFoundError:
        raise ExtraError("the reader", "web") from None
    return make_app, run


def open_reader(
    store: "Store", serving: Serving, at: tuple[str, int], show: Callable[[str], object] = str
) -> None:
    """Serve a record at a host and port until Ctrl-C; `show` is given the address."""
    make_app, run = reader()
    host, port = at
    with _listening(host, port) as bound:
        name = f"[{host}]" if ":" in host else host
        address = f"http://{name}:{bound.getsockname()[1]}/"
        note(f"{store.name}: {address} (Ctrl-C ends it)")
        show(address)
        run(make_app(store, serving), bound)


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
