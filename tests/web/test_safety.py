"""The reader against other sites, hostile articles, and records that are empty or broken."""

import json
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from sayso.pipeline import extract
from sayso.store import Store
from sayso.web.safety import host_of
from tests.cli.commands import sayso
from tests.export.browsing import Read
from tests.web.conftest import asked

LIVE = {"src": "/static/live.js", "defer": ""}
OURS = [{"src": "/static/select.js", "defer": ""}, LIVE]
MARKUP = '"><script>alert(1)</script><img src=x onerror=alert(2)>'


@pytest.mark.parametrize(
    ("name", "host"),
    [
        ("127.0.0.1:8741", "127.0.0.1"),
        ("localhost", "localhost"),
        ("LOCALHOST:1", "localhost"),
        ("[::1]:8741", "::1"),
        ("evil.example:8741", "evil.example"),
        ("127.0.0.1.evil.example", "127.0.0.1.evil.example"),
        ("user@127.0.0.1:1", "127.0.0.1"),
        ("[::1", ""),
        ("", ""),
    ],
)
def test_which_host_a_header_names(name: str, host: str) -> None:
    assert host_of(name) == host


@pytest.mark.parametrize("name", ["evil.example", "127.0.0.1.evil.example", "", "[::1"])
def test_another_name_is_refused(reader: TestClient, name: str) -> None:
    answer = reader.get("/articles", headers={"host": name})
    assert answer.status_code == 421
    assert "soldiers" not in answer.text


@pytest.mark.parametrize(
    "origin", ["http://[::1", "null", "127.0.0.1:8741", "file://127.0.0.1:8741"]
)
def test_an_origin_that_is_none_changes_nothing(reader: TestClient, origin: str) -> None:
    answer = reader.post("/judge", data={"by": "Ada"}, headers={"origin": origin})
    assert answer.status_code == 403


@pytest.mark.parametrize("page", ["0", "-1", "1e3", "x", "0" * 5000 + "1", "9" * 30, "²"])
def test_what_is_no_page_of_a_list_is_told(reader: TestClient, page: str) -> None:
    answer = reader.get("/articles", params={"page": page})
    assert answer.status_code == 400
    assert "page is a number from 1 on" in answer.text


def test_an_address_has_an_end(reader: TestClient) -> None:
    assert reader.get("/place/" + "x" * 9000).status_code == 414


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "FROBNICATE"])
def test_other_ways_to_ask_are_refused(reader: TestClient, method: str) -> None:
    assert reader.request(method, "/claims").status_code == 405


OWN = {"sec-fetch-site": "same-origin", "content-type": "application/x-www-form-urlencoded"}


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"content-length": str(10**6)}, 413),
        ({"content-length": "0" * 20 + "70000"}, 413),
        ({"content-length": "20", "transfer-encoding": "chunked"}, 413),
        ({"content-length": "20"}, 413),  # and more than these come
        ({}, 413),  # of unknown length
    ],
)
def test_more_than_is_allowed_is_not_taken(
    reader: TestClient, headers: dict[str, str], status: int
) -> None:
    body = iter([b"by=" + b"x" * 70_000])
    answer = reader.post("/judge", content=body, headers=OWN | headers)
    assert answer.status_code == status


@pytest.mark.parametrize("path", ["/", "/nothing", "/static/sayso.css", "/health", "/claims.json"])
def test_what_a_browser_may_do_is_told_with_every_answer(reader: TestClient, path: str) -> None:
    headers = reader.get(path).headers
    assert headers["content-security-policy"].startswith("default-src 'none'; ")
    assert "unsafe" not in headers["content-security-policy"]
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "server" not in headers


def test_pages_take_nothing(reader: TestClient) -> None:
    for path in ("/", "/claims", "/search"):
        answer = reader.post(path, data={"q": "x"}, headers={"sec-fetch-site": "same-origin"})
        assert answer.status_code == 405


def hostile(folder: Path) -> Path:
    """Return a linked record of an article with markup in every field."""
    text = (
        f"{MARKUP}\n\n“We never agreed to {MARKUP} that,” Ilva {MARKUP} Teren said.\n\n"
        f"Ilva Teren said the bridge at Karsk was closed by {MARKUP}."
    )
    fields = {"id": MARKUP, "title": MARKUP, "publisher": MARKUP, "byline": [MARKUP], "text": text}
    source = folder / "articles.jsonl"
    rows = [fields, {**fields, "id": "2", "text": f"{text} It was seen twice."}]
    source.write_text("\n".join(map(json.dumps, rows)))
    path = folder / "hostile.db"
    assert sayso("read", source, "--record", path).exit_code == 0
    assert sayso("link", "--record", path).exit_code == 0
    return path


def test_markup_in_every_field_is_text(tmp_path: Path) -> None:
    with asked(hostile(tmp_path)) as reader:
        paths = ["/", "/articles", "/claims", "/disputes", "/copies", "/entities", "/quotations"]
        paths += [f"/article/{row['id']}" for row in reader.get("/articles.json").json()]
        paths += [f"/claim/{row['id']}" for row in reader.get("/claims.json").json()]
        paths += [f"/entity/{row['id']}" for row in reader.get("/entities.json").json()]
        for path in [*paths, "/place/Karsk", "/search"]:
            answer = reader.get(path, params={"q": MARKUP} if path == "/search" else None)
            tags = Read(answer.text).tags
            assert [attrs for tag, attrs in tags if tag == "script"] in ([LIVE], OURS), path
            assert "img" not in [tag for tag, _ in tags], path


def test_an_empty_record_says_what_to_do(tmp_path: Path) -> None:
    Store.open(tmp_path / "empty.db").close()
    with asked(tmp_path / "empty.db") as reader:
        home = reader.get("/").text
        assert "sayso read" in home
        assert "sayso link" in home
        for path in ("/articles", "/claims", "/disputes", "/quotations", "/copies", "/entities"):
            assert reader.get(path).status_code == 200


def test_a_damaged_record_is_told(tmp_path: Path, linked_record: Path) -> None:
    path = tmp_path / "damaged.db"
    path.write_bytes(linked_record.read_bytes())
    with sqlite3.connect(path) as connection:
        connection.execute("DELETE FROM actors")
    with asked(path) as reader:
        answer = reader.get("/articles.json")
        one = reader.get(f"/article/{answer.json()[0]['id']}")
    assert one.status_code == 500
    assert "the record is damaged" in one.text


def test_halves_of_characters_in_older_records_are_shown(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    text = "Ruel spoke\n\n“We never agreed to that,” Ana Ruel said.\n"
    with Store.open(path) as store:
        store.write([extract(text)])
        store.see([replace(store.article(store.articles()[0].id), title="Ruel \ud800", source="b")])
    with asked(path) as client:
        (row,) = client.get("/articles.json").json()
        for page in (
            f"/article/{row['id']}",
            "/articles",
            "/search?q=Ruel",
            "/claims?q=%00%ED%A0%80",
        ):
            assert client.get(page).status_code == 200, page
