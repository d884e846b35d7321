"""A reader that shows itself to those alone who sign in."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from sayso.accounts import Account
from sayso.store import Store
from sayso.web.app import make_app
from sayso.web.serving import Serving
from sayso.web.team.passwords import hashed
from tests.web.conftest import BASE

PASSWORD = "three small herons"  # noqa: S105
SINCE = "2031-03-01T10:00:00Z"
Asks = Callable[[str], TestClient]


@pytest.fixture(scope="session")
def kept() -> str:
    """Return what is kept of the password of all accounts."""
    return hashed(PASSWORD)


@pytest.fixture
def path(path: Path, kept: str) -> Path:
    """Return a copy of the linked sample, with an account of each role, called by it."""
    with Store.open(path) as store:
        for role in ("reader", "judge", "admin"):
            store.accounts.add(Account(role, role, SINCE), kept)
    return path


@pytest.fixture
def outside(path: Path) -> Iterator[TestClient]:
    """Return what asks the reader without being signed in, as its own pages ask."""
    app = make_app(Store.open(path), Serving(str(path), accounts=True))
    with TestClient(app, base_url=BASE, raise_server_exceptions=False) as client:
        client.headers["sec-fetch-site"] = "same-origin"
        yield client


@pytest.fixture
def signed_in(outside: TestClient) -> Asks:
    """Return what signs a client in under a role."""

    def sign(role: str) -> TestClient:
        given = {"name": role, "password": PASSWORD, "back": "/claims"}
        answer = outside.post("/sign-in", data=given, follow_redirects=False)
        assert (answer.status_code, answer.headers["location"]) == (303, "/claims")
        return outside

    return sign
