"""What many tests share: the engine, and a record of the sample, each made once."""

import shutil
from pathlib import Path

import pytest
from hypothesis import settings

from sayso.pipeline import Engine
from tests.cli.commands import SAMPLE, sayso

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
    path = tmp_path_factory.mktemp("record") / "record.db"
    assert sayso("read", SAMPLE, "--record", path).exit_code == 0
    return path


@pytest.fixture(scope="session")
def linked_record(sample_record: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a record of the bundled sample that is linked, to ask, not to write to."""
    path = shutil.copy(sample_record, tmp_path_factory.mktemp("linked") / "record.db")
    assert sayso("link", "--record", path).exit_code == 0
    return path
