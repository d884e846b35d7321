"""What requests name."""

import pytest
from starlette.requests import Request

from sayso.errors import UsageError
from sayso.web.asked import number_of


def request(query: str) -> Request:
    return Request({"type": "http", "query_string": query.encode(), "headers": []})


@pytest.mark.parametrize(
    ("query", "number"), [("", 1), ("page=1", 1), ("page=12&q=x", 12), ("page=3334", 3334)]
)
def test_the_number_of_a_page(query: str, number: int) -> None:
    assert number_of(request(query)) == number


@pytest.mark.parametrize("words", ["", "0", "-1", "x", "1e3", "99999999", "²"])
def test_what_is_no_page(words: str) -> None:
    with pytest.raises(UsageError, match="page is a number"):
        number_of(request(f"page={words}"))
