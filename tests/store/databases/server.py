"""A PostgreSQL server of the tests' own: made in a folder of its own, started, stopped, removed."""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sayso.store.schema import metadata, version

USER, PASSWORD = "sayso", "open sesame: 9%/@"
# Bytes that the databases of all tests take, and then some.
ROOM = 1 << 30
# Nothing that the tests keep outlives the server, so it need not force anything to the disk.
SETTINGS = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
    "max_connections": "50",
    "shared_buffers": "32MB",
    "listen_addresses": "127.0.0.1",
}


class NoServerError(Exception):
    """There is no PostgreSQL server to be had here; the text says why."""


@dataclass(frozen=True)
class Server:
    """A server that runs, and a way to make databases on it."""

    folder: Path
    port: int
    numbers: Iterator[int]

    def address(self, database: str, user: str = USER, password: str = PASSWORD) -> str:
        """Return the address of a database."""
        return f"postgresql://{user}:{quote(password, '')}@127.0.0.1:{self.port}/{database}"

    def connected(self, database: str) -> Any:
        """Return a connection to a database, as the server's owner."""
        import psycopg

        return psycopg.connect(self.address(database), autocommit=True)

    def run(self, statement: str, database: str = "postgres") -> None:
        """Run one statement as the server's owner."""
        with self.connected(database) as connection:
            connection.execute(statement)

    def database(self, encoding: str = "UTF8", tablespace: str = "pg_default") -> str:
        """Make an empty database, and return its address."""
        name = f"record_{next(self.numbers)}"
        options = f"ENCODING '{encoding}' TABLESPACE {tablespace}"
        self.run(f"CREATE DATABASE {name} TEMPLATE template0 {options}")
        return self.address(name)

    def copy(self, database: str) -> str:
        """Make a copy of a database that nobody is connected to, and return its address."""
        name = f"record_{next(self.numbers)}"
        self.run(f"CREATE DATABASE {name} TEMPLATE {database}")
        return self.address(name)

    def drop(self, address: str, tablespace: str) -> None:
        """Drop a database and the tablespace that it is in."""
        self.run(f"DROP DATABASE {address.rpartition('/')[2]} WITH (FORCE)")
        self.run(f"DROP TABLESPACE {tablespace}")


def empty(connection: Any) -> None:
    """Take everything out of a record; that is faster than to make another."""
    tables = ["search", *(table.name for table in reversed(metadata.sorted_tables))]
    every = "; ".join(f"DELETE FROM {name}" for name in tables if name != version.name)  # noqa: S608
    connection.execute(every)


def binary(name: str) -> str:
    """Return the newest program of this name that a package of PostgreSQL brought."""
    packaged = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), key=_version)
    path = packaged[-1] if packaged else shutil.which(name)
    if path is None:
        raise NoServerError("PostgreSQL is not installed here")
    return str(path)


def _version(path: Path) -> float:
    return float(path.parts[4])


def owner() -> str | None:
    """Return whom the server must run as, None for whoever runs the tests."""
    if os.geteuid() != 0:
        return None
    import pwd

    known = {each.pw_name for each in pwd.getpwall()}
    user = next((name for name in ("postgres", "nobody") if name in known), None)
    if user is None:
        raise NoServerError("PostgreSQL does not run as the superuser, and there is no other")
    return user


def memory() -> Path | None:
    """Return a folder that is kept in memory and has room for a server, if there is one.

    A database is three hundred files; on a busy disk it takes longer to remove than to use them.
    """
    folder = Path("/dev/shm")  # noqa: S108
    roomy = folder.is_dir() and os.access(folder, os.W_OK) and _free(folder) > ROOM
    return folder if roomy else None


def _free(folder: Path) -> int:
    return shutil.disk_usage(folder).free


@contextmanager
def running() -> Iterator[Server]:
    """Start a server, and stop it at the end. Raises NoServerError if there can be none."""
    try:
        import psycopg  # noqa: F401
    except ImportError as error:
        raise NoServerError("psycopg is not installed") from error
    initdb, pg_ctl, user = binary("initdb"), binary("pg_ctl"), owner()
    folder = Path(tempfile.mkdtemp(prefix="sayso-", dir=memory()))
    data, secret = folder / "data", folder / "secret"
    secret.write_text(PASSWORD)
    if user:
        shutil.chown(folder, user)
        shutil.chown(secret, user)
    port = _free_port()
    options = " ".join(f"-c {key}={value}" for key, value in SETTINGS.items())
    make = f"--auth=scram-sha-256 --username={USER} --pwfile={secret} --encoding=UTF8 --locale=C"
    try:
        _call([initdb, "-D", data, *make.split(), "--no-sync"], user)
        start = f"-k {folder} -p {port} {options}"
        _call([pg_ctl, "-D", data, "-l", folder / "log", "-w", "-o", start, "start"], user)
        try:
            yield Server(folder, port, count())
        finally:
            _call([pg_ctl, "-D", data, "-m", "immediate", "stop"], user)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _call(command: list[str | Path], user: str | None) -> None:
    # A running server keeps its standard output, so what a command says goes nowhere.
    done = subprocess.run(
        list(map(str, command)), user=user, group=user and _group(user), cwd="/", check=False,
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    if done.returncode:
        raise NoServerError(f"{Path(command[0]).name} failed")


def _group(user: str) -> int:
    import pwd

    return pwd.getpwnam(user).pw_gid


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
