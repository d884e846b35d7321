"""The tree of errors."""

import pytest

from sayso.errors import FetchError, ModelError, ReadError, SaysoError, StoreError, UsageError


@pytest.mark.parametrize("kind", [UsageError, ModelError, StoreError, ReadError, FetchError])
def test_every_error_is_one_of_ours(kind):
    assert issubclass(kind, SaysoError)


def test_an_article_that_cannot_be_read_is_told_with_source_kind_and_reason():
    error = FetchError("a.txt", "missing", "there is no such file")
    assert isinstance(error, ReadError)
    assert str(error) == "a.txt: there is no such file"
    assert (error.source, error.kind, error.message) == (
        "a.txt",
        "missing",
        "there is no such file",
    )
