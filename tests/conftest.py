"""What many tests share: the engine, loaded once."""

import pytest
from hypothesis import settings

from sayso.pipeline import Engine

# How many examples a property is tried on; `pytest --hypothesis-profile=thorough` takes more.
# No deadline: workers share the cores, and the clock tells what else runs there.
settings.register_profile("suite", max_examples=50, deadline=None)
settings.register_profile("thorough", max_examples=1000, deadline=None)
settings.load_profile("suite")


@pytest.fixture(scope="session")
def engine():
    return Engine.load()
