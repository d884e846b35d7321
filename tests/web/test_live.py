"""What open pages ask: the mark of the record that they were made of, and whether work runs."""

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from sayso.store import Store
from tests.store.samples import record
from tests.web.conftest import asked

MARK = re.compile(r'data-mark="([0-9a-f]{16})"')


@pytest.mark.parametrize("page", ["/", "/claims", "/timeline", "/search?q=Karsk", "/work"])
def test_a_page_has_the_mark_of_its_record(reader: TestClient, page: str) -> None:
    assert MARK.search(reader.get(page).text)[1] == reader.get("/changes").json()["mark"]


def test_articles_have_it_too(reader: TestClient) -> None:
    id_ = reader.get("/articles.json").json()[0]["id"]
    answer = reader.get(f"/article/{id_}")
    assert MARK.search(answer.text)[1] == reader.get("/changes.json").json()["mark"]
    assert "connect-src 'self'" in answer.headers["content-security-policy"]


def test_what_others_write_is_another_mark(path: Path) -> None:
    with asked(path) as client:
        before = client.get("/changes").json()
        with Store.open(path) as store:
            store.write([record(1)])
        after = client.get("/changes").json()
    assert after["mark"] != before["mark"]
    assert (after["articles"], after["unlinked"]) == (before["articles"] + 1, 1)


def test_a_record_that_is_gone_or_another_is_told(path: Path, tmp_path: Path) -> None:
    with asked(path) as client:
        other = tmp_path / "other.db"
        Store.open(other).close()
        other.replace(path)
        answers = [client.get("/changes.json"), client.get("/claims")]
        path.unlink()
        answers.append(client.get("/changes.json"))
        for answer in answers:
            assert answer.status_code == 500
            assert "it was removed or replaced since it was opened" in answer.text


def test_it_is_never_kept_by_a_browser(reader: TestClient) -> None:
    assert reader.get("/changes").headers["cache-control"] == "no-store"
