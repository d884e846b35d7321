"""What several tests of formats need."""

from typing import NamedTuple

import pytest

from sayso.errors import ReadError
from sayso.read import Asides, read_sources
from sayso.settings import Settings


class Reading(NamedTuple):
    """What came of reading: articles and errors in their order, and what was counted."""

    outcomes: list
    asides: Asides

    @property
    def articles(self):
        """Return the articles alone."""
        return [each for each in self.outcomes if not isinstance(each, ReadError)]

    @property
    def kinds(self):
        """Return the places of outcomes, each with the kind of error or "article"."""
        return [(each.source, getattr(each, "kind", "article")) for each in self.outcomes]

    @property
    def skipped(self):
        """Return what was skipped, by kind."""
        return dict(self.asides.skipped)


@pytest.fixture
def reading(tmp_path, monkeypatch):
    """Return a function that writes a file, reads it by its name and returns what came of it."""
    monkeypatch.chdir(tmp_path)

    def reader(data, name="file", *, format=None, **settings):  # noqa: A002
        (tmp_path / name).write_bytes(data)
        return read_all(name, format=format, **settings)

    return reader


def read_all(*sources, format=None, stdin=None, **settings):  # noqa: A002
    """Return what comes of reading some sources."""
    asides = Asides()
    made = Settings(**settings)
    read = read_sources(sources, settings=made, format=format, stdin=stdin, asides=asides)
    return Reading(list(read), asides)
