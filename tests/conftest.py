"""What many tests share: the engine, loaded once."""

import pytest
from hypothesis import settings

from sayso.pipeline import Engine

# How many examples a property is tried on; `pytest --hypothesis-profile=thorough` takes more.
settings.register_profile("suite", max_examples=50)
settings.register_profile("thorough", max_examples=1000)
settings.load_profile("suite")


@pytest.fixture(scope="session")
def engine():
    return Engine.load()
