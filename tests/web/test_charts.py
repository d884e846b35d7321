"""Drawn pages: what is drawn stands in a table too, and every mark leads to words."""

import html
import re

import pytest
from starlette.testclient import TestClient

from tests.export.browsing import Read
from tests.web.test_pages import first

PAGES = [
    *("/timeline", "/timeline?who=Tarsova&act=denies"),
    *("/network", "/network?who=Tarsova", "/network?kind=cites"),
]


@pytest.mark.parametrize("path", PAGES)
def test_drawings_have_names_and_a_table(reader: TestClient, path: str) -> None:
    answer = reader.get(path)
    assert answer.status_code == 200
    page = Read(answer.text)
    ids = page.all("id")
    assert len(ids) == len(set(ids))
    drawn = [attrs for tag, attrs in page.tags if tag == "svg" and "role" in attrs]
    assert drawn
    for attrs in drawn:
        assert {attrs["aria-labelledby"], attrs["aria-describedby"]} <= set(ids)
    assert "same" in page.text("summary") + page.text("h2")
    assert [tag for tag, _ in page.tags].count("table") >= 1
    assert not [attrs for _, attrs in page.tags if "style" in attrs]


@pytest.mark.parametrize("path", PAGES)
def test_every_mark_leads_to_a_page(reader: TestClient, path: str) -> None:
    page = reader.get(path).text
    drawings = re.findall(r"<svg.*?</svg>", page, re.S)
    links = {html.unescape(h) for each in drawings for h in re.findall(r'href="([^"]+)"', each)}
    assert links
    for address in sorted(links)[::9]:
        there = reader.get(address.partition("#")[0])
        assert there.status_code == 200, address
        if "#" in address and "/statement/" not in address:
            assert f'id="{address.partition("#")[2]}"' in there.text, address


def test_the_same_address_gives_the_figures(reader: TestClient) -> None:
    form = reader.get("/timeline.json?who=Tarsova").json()
    page = Read(reader.get("/timeline?who=Tarsova").text)
    assert f"{form['statements']} statements" in page.text("header")
    assert {each["name"] for each in form["series"]} >= {"says", "Milena Tarsova"}
    assert "timeline.json?who=Tarsova" in " ".join(page.all("href"))


def test_claims_and_people_have_a_timeline(reader: TestClient) -> None:
    for path in ("/claims", "/entities"):
        address = first(reader, path)
        assert 'id="when"' in reader.get(address).text
        assert reader.get(f"{address}.json").json()["timeline"]["series"]


def test_figures_of_a_dispute_are_drawn(reader: TestClient) -> None:
    made = next(each for each in reader.get("/disputes.json").json() if each["figures"])
    page = reader.get(f"/dispute/{made['id']}").text
    assert page.count('class="chart"') >= 1
    assert "Figures, as ranges" in page


@pytest.mark.parametrize(
    ("path", "words"),
    [("/timeline?act=sings", "no act"), ("/timeline?from=soon", "since is a day"),
     ("/timeline?page=0", "page is a number"),
     ("/network?kind=sings", "no kind of edge"), ("/network?from=soon", "since is a day"),
     ("/map?view=here", "west,south,east,north"),
     ("/map?view=30,10,20,40", "west comes before east"), ("/map?act=sings", "no act")],
)  # fmt: skip
def test_what_cannot_be_asked_is_said(reader: TestClient, path: str, words: str) -> None:
    answer = reader.get(path)
    assert answer.status_code == 400
    assert words in html.unescape(answer.text)


@pytest.mark.parametrize("path", ["/timeline", "/network", "/map"])
def test_hostile_words_are_text(reader: TestClient, path: str) -> None:
    page = reader.get(path, params={"who": '"><script>alert(1)</script>', "source": "<script>"})
    assert page.status_code == 200
    assert "<script>" not in page.text


def test_an_arrow_leads_to_its_statements(reader: TestClient) -> None:
    strongest = reader.get("/network.json").json()["edges"][0]
    source, target = strongest["source"], strongest["target"]
    asked = {"kind": strongest["kind"], "source": source["id"] or source["name"],
             "target": target["id"] or target["name"]}  # fmt: skip
    page = Read(reader.get("/network", params=asked).text)
    assert f"{strongest['number']} statements" in page.text("h2")
    proofs = {h.rpartition("/")[2] for h in page.all("href") if h.startswith("/statement/")}
    assert set(strongest["statements"][:30]) <= proofs


def test_the_map_says_what_it_cannot_draw(reader: TestClient) -> None:
    page = Read(reader.get("/map").text)
    form = reader.get("/map.json").json()
    assert {each["name"] for each in form["places"] if each["lat"] is None} >= {"Karsk", "Velmark"}
    assert "no coordinates" in page.text("h2")
    assert "/place/Karsk" in page.all("href")
    assert reader.get("/place/Karsk").status_code == 200
    assert reader.get("/map?view=20,10,65,45&who=Tarsova").status_code == 200


@pytest.mark.parametrize("path", ["/timeline", "/network", "/map", "/search", "/claims", "/copies"])
def test_every_day_of_the_calendar_may_be_asked_for(reader: TestClient, path: str) -> None:
    ends = {"since": "0001-01-01", "until": "9999-12-31"}
    assert reader.get(path, params=ends).status_code == 200
    answer = reader.get(path, params={**ends, "until": "2031-02-30"})
    assert answer.status_code == 400
    assert "until is a day such as 2031-03-14, not '2031-02-30'" in html.unescape(answer.text)


def test_a_claim_that_is_not_there_is_not_found(reader: TestClient) -> None:
    assert reader.get("/timeline?claim=cl_none").status_code == 404
