"""What the tests of commands share: an article, and a record of the bundled sample."""

import shutil

import pytest

from tests.cli.commands import TEXT


@pytest.fixture(scope="session")
def article(tmp_path_factory):
    path = tmp_path_factory.mktemp("article") / "article.txt"
    path.write_text(TEXT, "utf-8")
    return path


@pytest.fixture(scope="session")
def record(sample_record):
    """Return a record to ask, not to write to."""
    return sample_record


@pytest.fixture
def own_record(record, tmp_path):
    """Return a copy of the record that a test may write to."""
    return shutil.copy(record, tmp_path / "own.db")
