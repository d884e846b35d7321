"""What several tests of reading need."""

import time

import pytest

from sayso.read import read_sources
from sayso.settings import Settings


@pytest.fixture
def seconds():
    """Return a function that tells how many seconds of processors the test has taken."""
    start = time.process_time()
    return lambda: time.process_time() - start


@pytest.fixture
def read():
    """Return a function that reads sources with given settings into a list."""

    def reader(*sources, format=None, stdin=None, **settings):  # noqa: A002
        made = Settings(**settings)
        return list(read_sources([*map(str, sources)], settings=made, format=format, stdin=stdin))

    return reader
