"""What many tests share: the engine, and a record of the sample, each made once."""

import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from sayso.pipeline import Engine
from tests.cli.commands import SAMPLE, sayso

_PATIENCE = 6000  # tenths of a second that a worker waits for what another one makes
# How many examples a property is tried on; `pytest --hypothesis-profile=thorough` takes more.
# No deadline: workers share the cores, and the clock tells what else runs there.
settings.register_profile("suite", max_examples=50, deadline=None)
settings.register_profile("thorough", max_examples=1000, deadline=None)
settings.load_profile("suite")


@pytest.fixture(scope="session")
def engine():
    return Engine.load()


@pytest.fixture(scope="session")
def sample_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a record of the bundled sample, to ask, not to write to."""

    def read(path: Path) -> None:
        assert sayso("read", SAMPLE, "--record", path).exit_code == 0

    return _made_once(tmp_path_factory, "read", read)


@pytest.fixture(scope="session")
def linked_record(sample_record: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a record of the bundled sample that is linked, to ask, not to write to."""

    def link(path: Path) -> None:
        shutil.copy(sample_record, path)
        assert sayso("link", "--record", path).exit_code == 0

    return _made_once(tmp_path_factory, "linked", link)


def _made_once(folders: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """Return a copy of a record that one worker makes, whichever is first, for all of them."""
    own = folders.mktemp(name) / "record.db"
    if "PYTEST_XDIST_WORKER" not in os.environ:
        make(own)
        return own
    shared = folders.getbasetemp().parent / name
    try:
        shared.mkdir()
    except FileExistsError:
        for _ in range(_PATIENCE):
            if (shared / "over").exists():
                break
            time.sleep(0.1)
    else:
        try:
            make(shared / "new.db")
            (shared / "new.db").rename(shared / "record.db")
        finally:
            (shared / "over").touch()
    return Path(shutil.copy(shared / "record.db", own))  # is not there where making it failed
