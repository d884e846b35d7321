"""The addresses for programs: all that there are, as valid OpenAPI, each with what can be tried."""

from pathlib import Path

import pytest
from openapi_spec_validator import validate
from starlette.testclient import TestClient

from sayso.store import Store
from sayso.web.api import ADDRESSES, DOCUMENT, document
from sayso.web.app import PAGES
from tests.web.conftest import asked


def test_the_document_is_openapi(linked_record: Path) -> None:
    with Store.open(linked_record) as store:
        validate(document(store))


def test_every_page_is_an_address() -> None:
    known = {each.path for each in ADDRESSES} - {"/health", "/statement/{name}"}
    assert known == {*PAGES} - {DOCUMENT}


@pytest.mark.parametrize("path", [each.path for each in ADDRESSES])
def test_each_address_answers_its_example(reader: TestClient, path: str) -> None:
    shown = path.replace(":path", "")
    (its,) = (
        (at, one["get"])
        for at, one in reader.get("/openapi.json").json()["paths"].items()
        if at.removesuffix(".json").replace("/index", "/") == shown
    )
    at, operation = its
    named = [each["example"] for each in operation["parameters"] if each["in"] == "path"]
    answer = reader.get(at.format(name=named[0] if named else ""))
    assert answer.status_code == 200
    if path != "/statement/{name}":
        kind = operation["responses"]["200"]["content"]["application/json"]["schema"]["type"]
        assert isinstance(answer.json(), list if kind == "array" else dict)


def test_the_page_leads_to_what_can_be_tried(reader: TestClient) -> None:
    page = reader.get("/openapi").text
    assert 'href="/claims.json?q=said"' in page
    assert "nothing of the kind yet" not in page


def test_an_empty_record_has_nothing_to_try(tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    Store.open(path).close()
    with asked(path) as client:
        assert "nothing of the kind yet" in client.get("/openapi").text
        validate(client.get("/openapi.json").json())
