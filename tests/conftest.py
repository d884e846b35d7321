"""What many tests share: the engine, loaded once."""

import pytest

from sayso.pipeline import Engine


@pytest.fixture(scope="session")
def engine():
    return Engine.load()
