"""The form by which a page is narrowed: on each list and chart, and it keeps what is set."""

from urllib.parse import urlencode

import pytest
from starlette.testclient import TestClient

from tests.export.browsing import Read

PAGES = (
    *("/articles", "/claims", "/disputes", "/quotations", "/entities", "/copies"),
    *("/timeline", "/network", "/map", "/search"),
)
SET = {
    "q": "soldiers", "entity": "Velmark", "outlet": "Almis Post", "place": "Karsk",
    "act": "asserts", "since": "2031-03-01", "until": "2031-12-31", "min_score": "0.7",
}  # fmt: skip


def fields(page: Read) -> dict[str, str]:
    """Return what the fields of a page hold, the last ones of a name; of choices the one made."""
    held, name = {}, ""
    for tag, given in page.tags:
        if tag in ("input", "select"):
            name = given.get("name", "")
            held[name] = given.get("value", "")
        if tag == "option" and "selected" in given:
            held[name] = given["value"]
    return held


@pytest.mark.parametrize("path", PAGES)
def test_each_list_and_chart_keeps_what_is_set(reader: TestClient, path: str) -> None:
    page = Read(reader.get(path, params=SET).text)
    its = fields(page)
    assert {name: its[name] for name in SET} == SET
    assert "Only “soldiers” · Velmark" in page.text("summary") or path == "/search"


@pytest.mark.parametrize("path", ["/timeline", "/map", "/network"])
def test_a_chart_is_narrowed_by_words_outlet_and_score(reader: TestClient, path: str) -> None:
    def number(**given: str) -> int:
        return int(reader.get(f"{path}.json", params=given).json()["statements"])

    every = number()
    assert 0 < number(q="soldiers") < every
    assert 0 < number(outlet="Almis Post") < every
    assert 0 < number(min_score="0.97") < every
    assert number(q="soldiers", outlet="Almis Post") < number(q="soldiers")
    assert number(q="zyzzyva") == 0
    assert reader.get(f"{path}.json?min_score=2").status_code == 400


def test_a_chart_counts_what_a_search_finds(reader: TestClient) -> None:
    asked = {name: SET[name] for name in ("q", "act", "since", "min_score")}
    number = reader.get("/search.json", params=asked).json()["number"]
    assert reader.get("/timeline.json", params=asked).json()["statements"] == number > 0


def test_somebody_who_is_asked_for_by_id_is_named(reader: TestClient) -> None:
    its = reader.get("/entities.json").json()[0]
    for path in ("/claims", "/timeline", "/search"):
        page = Read(reader.get(f"{path}?{urlencode({'entity': its['id']})}").text)
        assert f"{its['name']}anybody" in page.text("select").replace("\n", "")
        assert fields(page)["entity"] == its["id"]


def test_what_is_asked_for_of_a_chart_stays_in_its_form(reader: TestClient) -> None:
    claim = reader.get("/claims.json").json()[0]["id"]
    page = Read(reader.get(f"/timeline?claim={claim}&act=asserts").text)
    assert fields(page)["claim"] == claim


def test_a_list_that_nothing_fits_says_so(reader: TestClient) -> None:
    for path in ("/claims", "/quotations", "/entities", "/copies", "/articles", "/disputes"):
        assert "fits this" in reader.get(f"{path}?q=zyzzyva").text
