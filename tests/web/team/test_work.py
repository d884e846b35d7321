"""Long work: what is sent is read and linked, in a process that can be stopped."""

import json
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from sayso.errors import UsageError
from sayso.pipeline import extract
from sayso.store import Store
from sayso.web.app import make_app
from sayso.web.serving import Serving
from sayso.web.team.tasks import Sources
from sayso.web.team.work import Works
from tests.web.conftest import BASE

TEXT = "Dam of Velmark broke\n\n“We never agreed to that,” Doran Hesk said on Friday.\n"
PATIENCE = 120.0  # seconds


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return an empty record."""
    path = tmp_path / "record.db"
    Store.open(path).close()
    return path


@pytest.fixture
def own(path: Path) -> Iterator[TestClient]:
    """Return what asks the reader of an empty record as its own pages do."""
    app = make_app(Store.open(path), Serving(str(path)))
    with TestClient(app, base_url=BASE, raise_server_exceptions=False) as client:
        client.headers["sec-fetch-site"] = "same-origin"
        yield client


def over(client: TestClient) -> dict[str, object]:
    """Wait for the latest work to end, and return what is told of it."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        latest: dict[str, object] = client.get("/work.json").json()[0]
        if latest["state"] not in ("waiting", "running"):
            return latest
        time.sleep(0.05)
    raise AssertionError("it does not end")


def test_files_and_a_text_that_are_sent_are_read_and_linked(own: TestClient, path: Path) -> None:
    files = [
        ("files", ("../../desk/one.txt", TEXT.encode(), "text/plain")),
        ("files", ("two.html", b"\xff\xfe\xff", "text/html")),
        ("files", ("empty.txt", b"", "text/plain")),
    ]
    answer = own.post("/read", files=files, data={"text": "A mayor of Askel denied that it broke."})
    assert answer.url.path == "/work"
    latest = over(own)
    assert latest["state"] == "done"
    words = str(latest["words"])
    assert words.startswith("Read: 2 new")
    assert "Linked: 2 articles" in words
    assert "Failed: empty.txt: is empty" in words
    with Store.open(path) as store:
        assert store.unlinked() == 0
        sources = {seen.source for row in store.articles() for seen in store.sightings(row.id)}
    assert sources == {"one.txt", "pasted text.txt"}


def test_what_is_stopped_ends_and_says_so(own: TestClient) -> None:
    own.post("/link")
    own.post("/link")
    for each in own.get("/work.json").json():
        own.post("/stop", data={"number": each["number"]})
    assert {each["state"] for each in own.get("/work.json").json()} <= {"stopped", "done"}
    own.post("/link")
    assert over(own)["state"] == "done"  # the next is not kept from running


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "nothing was sent"),
        ({"addresses": "https://example.org/"}, "fetches nothing"),
    ],
)
def test_what_cannot_be_read_is_told(own: TestClient, fields: dict[str, str], words: str) -> None:
    assert words in own.post("/read", data=fields | {"x": "y"}).text
    assert own.get("/work.json").json() == []


@pytest.mark.parametrize("address", ["/etc/passwd", "file:///etc/passwd", "-"])
def test_nothing_of_the_server_itself_is_read(path: Path, address: str) -> None:
    app = make_app(Store.open(path), Serving(str(path), fetch=True))
    with TestClient(app, base_url=BASE, raise_server_exceptions=False) as client:
        client.headers["sec-fetch-site"] = "same-origin"
        assert "begins with http" in client.post("/read", data={"addresses": address}).text


def test_private_addresses_are_not_fetched(path: Path) -> None:
    app = make_app(Store.open(path), Serving(str(path), fetch=True))
    with TestClient(app, base_url=BASE, raise_server_exceptions=False) as client:
        client.headers["sec-fetch-site"] = "same-origin"
        client.post("/read", data={"addresses": "http://127.0.0.1:1/x"})
        words = str(over(client)["words"])
    assert "Failed: http://127.0.0.1:1/x" in words
    assert "is refused." in words
    assert "--allow-private" not in words


def test_work_on_what_is_no_record_fails_and_says_why(tmp_path: Path) -> None:
    works = Works(str(tmp_path / "none.db"))
    works.link("ada")
    end = time.monotonic() + PATIENCE
    while not works.all()[0].is_over and time.monotonic() < end:
        time.sleep(0.05)
    assert (works.all()[0].state, "none.db" in works.all()[0].words) == ("failed", True)
    works.close()


@pytest.mark.parametrize("stopped", [True, False])
def test_what_was_sent_and_is_never_read_is_removed(
    path: Path, tmp_path: Path, stopped: bool
) -> None:
    works, folder = Works(str(path)), tmp_path / "sent"
    folder.mkdir()
    (folder / "0.txt").write_text(TEXT)
    works.link("ada")
    works.read(Sources(folder, ("one.txt",)), "ada")
    if stopped:
        works.stop(2)
    works.close()
    assert not folder.exists()
    with pytest.raises(UsageError, match="too much waits"):
        works.read(Sources(folder), "ada")


def test_how_far_it_is_names_the_stage(own: TestClient, path: Path) -> None:
    with Store.open(path) as store:
        store.write([extract(TEXT)])
    own.post("/link")
    latest = over(own)
    assert latest["stage"] == {"doing": "linking", "done": 1, "of": 1}


def test_how_many_are_to_be_read_is_told_before(own: TestClient) -> None:
    rows = "\n".join(json.dumps({"text": f"{TEXT} Number {n}."}) for n in range(3))
    files = [
        ("files", ("many.jsonl", f"{rows}\n\n".encode(), "application/json")),
        ("files", ("one.txt", TEXT.encode(), "text/plain")),
    ]
    own.post("/read", files=files)
    end = time.monotonic() + PATIENCE
    stage = {"doing": "", "of": 0}
    while time.monotonic() < end and (stage["doing"], stage["of"]) != ("reading", 4):
        stage = own.get("/work.json").json()[0]["stage"]
        time.sleep(0.01)
    assert (stage["doing"], stage["of"]) == ("reading", 4)
    assert over(own)["state"] == "done"


def test_a_page_of_work_that_runs_looks_again_by_itself(path: Path) -> None:
    app = make_app(Store.open(path), Serving(str(path)))
    with TestClient(app, base_url=BASE, raise_server_exceptions=False) as client:
        client.headers["sec-fetch-site"] = "same-origin"
        again = '<noscript><meta http-equiv="refresh" content="10"></noscript>'
        assert again not in client.get("/work").text
        assert again in client.post("/link").text  # which leads to the page
        assert "Keep it still" in client.get("/work").text
        assert again not in client.get("/work?still=1").text
        over(client)
        assert again not in client.get("/work").text
