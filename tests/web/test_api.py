"""The addresses for programs: all that there are, as valid OpenAPI, each with what can be tried."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate
from starlette.applications import Starlette
from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.testclient import TestClient

from sayso.judgements import Anchor, Judgement
from sayso.store import Store
from sayso.view.asking import OTHERWISE
from sayso.web.api import ADDRESSES, DOCUMENT, EXAMPLES, document, examples
from sayso.web.app import PAGES
from sayso.web.shapes import ANSWERS, components
from sayso.web.team.work import Works
from tests.web.conftest import asked
from tests.web.examples import answers, names

KEPT: dict[str, Any] = json.loads(EXAMPLES.read_text("utf-8"))


def test_the_document_is_openapi(linked_record: Path) -> None:
    with Store.open(linked_record) as store:
        validate(document(store))


def test_every_page_is_an_address() -> None:
    known = {each.path for each in ADDRESSES} - {"/health", "/changes", "/statement/{name}"}
    assert known == {*PAGES} - {DOCUMENT}


@pytest.fixture(scope="module")
def given(linked_record: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Return what each address of the linked sample answers, by its path."""
    return answers(linked_record, tmp_path_factory.mktemp("examples"))


@pytest.mark.parametrize("path", ANSWERS)
def test_answers_and_their_examples_fit_their_schemas(given: dict[str, Any], path: str) -> None:
    schema = ANSWERS[path] | {"components": {"schemas": components()}}
    check = Draft202012Validator(schema)
    assert [each.message for each in check.iter_errors(given[path])] == []
    assert [each.message for each in check.iter_errors(KEPT[path])] == []


@pytest.mark.parametrize("path", ANSWERS)
def test_examples_have_what_answers_have(given: dict[str, Any], path: str) -> None:
    """Else write them anew: see tests/web/examples.py."""
    assert names(KEPT[path]) == names(given[path])


def test_every_answer_of_json_has_a_schema() -> None:
    assert {each.path for each in ADDRESSES} - {"/statement/{name}"} == set(ANSWERS)


class Asked(QueryParams):
    """The parameters of a request, which note what they are asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def get(self, key: Any, default: Any = None) -> Any:
        """Note that a parameter is asked for; there is none."""
        self.names.add(key)
        return default


@pytest.mark.parametrize("path", [*PAGES])
def test_every_parameter_that_a_page_takes_is_described(linked_record: Path, path: str) -> None:
    may = {name for each in ADDRESSES if each.path == path for name in each.may}
    with Store.open(linked_record) as store:
        app = Starlette()
        app.state.store, app.state.works, app.state.may_fetch = store, Works(""), False
        name = {f"{{{key}}}": value for key, value in examples(store).items()}
        kind = next((each.of for each in ADDRESSES if each.path == path), "")
        scope = {"type": "http", "app": app, "method": "GET", "headers": [], "path": path,
                 "path_params": {"name": name.get(f"{{{kind}}}", "")}, "query_string": b"",
                 "server": ("127.0.0.1", 80), "scheme": "http"}  # fmt: skip
        request = Request(scope)
        request._query_params = noted = Asked()
        PAGES[path](store, request)
    forms = {"kept", "correct"}  # of pages alone, which programs need not
    assert noted.names - {*forms, *OTHERWISE} == may


@pytest.mark.parametrize("path", ["/articles", "/claims", "/disputes", "/judgements", "/timeline"])
def test_lists_tell_how_many_pages_there_are(reader: TestClient, path: str) -> None:
    answer = reader.get(f"{path}.json")
    number = int(answer.headers["sayso-pages"])
    assert number >= 1
    assert f'{path}.json?page=1>; rel="first"' in answer.headers["link"]
    assert ('rel="next"' in answer.headers["link"]) is (number > 1)
    if number > 1:
        assert f"Page 1 of {number}" in reader.get(path).text
        last = reader.get(f"{path}.json", params={"page": number})
        assert last.status_code == 200
        assert 'rel="next"' not in last.headers["link"]


def test_judgements_come_a_page_at_a_time(path: Path) -> None:
    with Store.open(path) as store:
        subject = Anchor(store.articles()[0].id)
        store.judge(
            Judgement(
                "not_copy", subject, {"article": f"sha256:{n:04}"}, "Ada", f"2031-05-01T{n:04}"
            )
            for n in range(40)
        )
    with asked(path) as client:
        first, second = (client.get(f"/judgements.json?page={n}").json() for n in (1, 2))
    assert (len(first), len(second)) == (30, 10)
    assert [each["at"] for each in (*first, *second)] == [
        f"2031-05-01T{n:04}" for n in range(39, -1, -1)
    ]


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
