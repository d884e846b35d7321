"""What many tests share: the engine, loaded once."""

import pytest

from sayso.annotate import Annotator


@pytest.fixture(scope="session")
def annotator():
    return Annotator.load()
