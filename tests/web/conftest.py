"""The reader over the linked sample, asked as a browser asks."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from sayso.store import Store
from sayso.web.app import make_app
from sayso.web.serving import Serving

BASE = "http://127.0.0.1:8741"


def asked(path: Path) -> TestClient:
    """Return what asks the reader of a record."""
    app = make_app(Store.open(path), Serving(str(path)))
    return TestClient(app, base_url=BASE, raise_server_exceptions=False)


@pytest.fixture(scope="session")
def reader(linked_record: Path) -> Iterator[TestClient]:
    """Return what asks the reader of the linked sample."""
    with asked(linked_record) as client:
        yield client


@pytest.fixture
def path(linked_record: Path, tmp_path: Path) -> Path:
    """Return a copy of the linked sample, to write to."""
    return Path(shutil.copy(linked_record, tmp_path / "record.db"))
