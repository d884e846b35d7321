"""A page, or JSON."""

import pytest
from starlette.requests import Request

from sayso.web.rendering import wants_json


@pytest.mark.parametrize(
    ("accepted", "is_json"),
    [
        ("", False),
        ("*/*", False),
        ("application/json", True),
        ("application/json, text/html;q=0.5", True),
        ("text/html,application/xhtml+xml,application/json;q=0.1", False),
    ],
)
def test_what_is_accepted_first_is_sent(accepted: str, is_json: bool) -> None:
    scope = {"type": "http", "headers": [(b"accept", accepted.encode())]}
    assert wants_json(Request(scope)) is is_json


def test_an_ending_is_enough() -> None:
    scope = {"type": "http", "headers": [(b"accept", b"text/html")], "sayso.json": True}
    assert wants_json(Request(scope))
