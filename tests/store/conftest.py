"""An open, empty record for each test: in a file, and in a database of PostgreSQL."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sayso.store import Store

from .databases import server as postgres


@pytest.fixture(scope="session")
def shared(server: postgres.Server) -> str:
    """Return the address of a record that tests use one after the other."""
    address = server.database()
    Store.open(address).close()
    return address


@pytest.fixture(scope="session")
def empty(server: postgres.Server, shared: str) -> Iterator[Callable[[], None]]:
    """Return what takes everything out of that record."""
    with server.connected(shared.rpartition("/")[2]) as connection:
        yield lambda: postgres.empty(connection)


@pytest.fixture(scope="session")
def held(shared: str) -> Iterator[Store]:
    """Return that record, open: who connects anew waits until the server knows all tables again."""
    with Store.open(shared) as opened:
        yield opened


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return where a record in a file may lie."""
    return tmp_path / "record.db"


@pytest.fixture(params=["sqlite", "postgresql"])
def nowhere(request: pytest.FixtureRequest) -> str:
    """Return where there is no record yet."""
    if request.param == "sqlite":
        return str(request.getfixturevalue("path"))
    server: postgres.Server = request.getfixturevalue("server")
    return server.database()


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest) -> str:
    """Return where an empty record is, in a file or in a database."""
    if request.param == "sqlite":
        return str(request.getfixturevalue("path"))
    shared: str = request.getfixturevalue("shared")
    request.getfixturevalue("empty")()
    return shared


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def apart(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return where an empty record is that no other module uses: to fill once and ask often."""
    if request.param == "sqlite":
        return str(tmp_path_factory.mktemp("apart") / "record.db")
    server: postgres.Server = request.getfixturevalue("server")
    return server.database()


@pytest.fixture
def store(request: pytest.FixtureRequest, address: str) -> Iterator[Store]:
    """Return an open, empty record."""
    if "://" in address:
        yield request.getfixturevalue("held")
        return
    with Store.open(address) as opened:
        yield opened
