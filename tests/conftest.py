"""What many tests share: the engine, and a record of the sample, each made once."""

import os
import shutil
import time
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from sayso import pipeline
from sayso.pipeline import Engine
from tests.cli.commands import FEW, SAMPLE, SHOWN, sayso
from tests.store.databases import compiled
from tests.store.databases import server as postgres

_PATIENCE = 6000  # tenths of a second that a worker waits for what another one makes
# How many examples a property is tried on; `pytest --hypothesis-profile=thorough` takes more.
# No deadline: workers share the cores, and the clock tells what else runs there.
settings.register_profile("suite", max_examples=50, deadline=None)
settings.register_profile("thorough", max_examples=1000, deadline=None)
settings.load_profile("suite")


# What takes longest is begun first, so that workers end at about the same time.
_FIRST = ("web/browser", "web", "cli", "link", "store", "test_docs.py", "test_shape.py")


@pytest.hookimpl(optionalhook=True)  # of xdist, which is not there in every run
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Let workers share the suite by modules, so that what a module prepares is made once."""
    from xdist.scheduler import LoadScopeScheduling

    config.option.loadscopereorder = False  # which would begin with what has most tests
    return LoadScopeScheduling(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes longest."""

    def place(item: pytest.Item) -> int:
        its = (n for n, start in enumerate(_FIRST) if item.nodeid.startswith(f"tests/{start}"))
        return next(its, len(_FIRST))

    items.sort(key=place)


@pytest.fixture(scope="session", autouse=True)
def unhurried() -> Iterator[None]:
    """Let linking not wait for others who may want to write: in tests there are none."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline, "_PAUSE", 0.0)
        yield


@pytest.fixture(scope="session", autouse=True)
def compiled_once() -> Iterator[None]:
    """Let a question that one test asked a record not be compiled again for the next."""
    with compiled.kept():
        yield


@pytest.fixture(scope="session", autouse=True)
def loaded_once() -> Iterator[None]:
    """Let commands that run in this process share the engine of the same settings."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Engine, "load", staticmethod(cache(Engine.load)))
        yield


@pytest.fixture(scope="session")
def engine():
    return Engine.load()


@pytest.fixture(scope="session")
def server() -> Iterator[postgres.Server]:
    """Return a running server of PostgreSQL."""
    try:
        with postgres.running() as running:
            yield running
    except postgres.NoServerError as error:
        pytest.skip(f"no PostgreSQL: {error}")


@pytest.fixture(scope="session")
def sample_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a record of the bundled sample, to ask, not to write to."""

    def read(path: Path) -> None:
        assert sayso("read", SAMPLE, "--record", path).exit_code == 0

    return _made_once(tmp_path_factory, "read", read)


@pytest.fixture(scope="session")
def linked_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a record of the bundled sample that is linked, to ask, not to write to.

    It is what `sayso demo` keeps; what that shows lies beside it.
    """

    def show(path: Path) -> None:
        shown = sayso("demo", "--keep", path)
        assert shown.exit_code == 0, shown.output
        (path.parent / SHOWN).write_text(shown.stdout, "utf-8")

    return _made_once(tmp_path_factory, "linked", show)


@pytest.fixture(scope="session")
def few_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a record of a few articles of the sample, to ask, not to write to."""

    def read(path: Path) -> None:
        assert sayso("read", *FEW, "--record", path).exit_code == 0

    return _made_once(tmp_path_factory, "few", read)


def _made_once(folders: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """Return a record that one worker makes, whichever is first, for all of them."""
    if "PYTEST_XDIST_WORKER" not in os.environ:
        own = folders.mktemp(name) / "record.db"
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
            make(shared / "record.db")
        finally:
            (shared / "over").touch()
    # Of each worker's own; it is not there where making it failed.
    return Path(shutil.copytree(shared, folders.mktemp(name) / "own")) / "record.db"
