"""What the tests of pages share."""

import pytest

from sayso.export.page import page
from tests.view.drafting import talks


@pytest.fixture(scope="session", autouse=True)
def compiled():
    """Compile the templates before anything is timed."""
    page(talks())
