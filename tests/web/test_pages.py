"""Pages and JSON of the reader: all of them answer, and every link leads somewhere."""

import html
import re
from collections import Counter, deque
from urllib.parse import urljoin, urlsplit

import pytest
from starlette.testclient import TestClient

from tests.export.browsing import Read

LISTS = ["/articles", "/claims", "/disputes", "/quotations", "/copies", "/entities"]
MOST = 3  # pages of a kind that are looked at


def links(page: str, at: str) -> list[str]:
    """Return where a page leads to on its own server, without fragments."""
    every = [urljoin(at, html.unescape(each)) for each in re.findall(r'href="([^"]*)"', page)]
    return [each.partition("#")[0] for each in every if not urlsplit(each).netloc]


def first(reader: TestClient, path: str) -> str:
    """Return the address of the first thing of a list."""
    one = {"/claims": "claim", "/quotations": "quotation", "/entities": "entity"}
    rows = reader.get(f"{path}.json").json()
    return f"/{one.get(path, path[1:-1])}/{rows[0]['id']}"


def test_every_link_leads_to_a_page(reader: TestClient) -> None:
    waiting, seen, lost = deque(["/"]), {"/"}, []
    visits: Counter[tuple[str, bool]] = Counter()
    while waiting:
        at = waiting.popleft()
        kind = at.split("/")[1].partition("?")[0], at.endswith(".json")
        if (visits := visits + Counter([kind]))[kind] > MOST:
            continue
        answer = reader.get(at)
        if answer.status_code != 200:
            lost.append((at, answer.status_code))
        if "html" in answer.headers["content-type"]:
            fresh = [each for each in links(answer.text, answer.url.path) if each not in seen]
            seen.update(fresh)
            waiting.extend(fresh)
    assert lost == []
    assert {"article", "claim", "dispute", "entity", "quotation"} <= {name for name, _ in visits}


@pytest.mark.parametrize("path", ["/", *LISTS, "/search?q=soldiers", "/place/Karsk"])
def test_pages_are_whole_and_run_our_script_alone(reader: TestClient, path: str) -> None:
    answer = reader.get(path)
    assert answer.status_code == 200
    page = Read(answer.text)
    tags = [tag for tag, _ in page.tags]
    scripts = [attrs for tag, attrs in page.tags if tag == "script"]
    assert scripts == [{"src": "/static/live.js", "defer": ""}]
    assert [name for _, attrs in page.tags for name in attrs if name.startswith("on")] == []
    assert tags.count("h1") == tags.count("main") == 1
    assert page.open == []


@pytest.mark.parametrize("path", LISTS)
def test_the_same_address_gives_json(reader: TestClient, path: str) -> None:
    by_ending = reader.get(f"{path}.json")
    by_header = reader.get(path, headers={"accept": "application/json"})
    assert by_ending.headers["content-type"] == "application/json"
    assert by_ending.json() == by_header.json()
    assert len(by_ending.json()) > 1
    assert "html" in reader.get(path, headers={"accept": "text/html,*/*"}).headers["content-type"]


@pytest.mark.parametrize("path", ["/articles", "/claims", "/quotations", "/entities"])
def test_one_thing_of_each_list_as_page_and_json(reader: TestClient, path: str) -> None:
    address = first(reader, path)
    assert reader.get(address).status_code == 200
    assert reader.get(f"{address}.json").status_code == 200


def test_a_claim_leads_to_the_exact_words(reader: TestClient) -> None:
    claim = reader.get("/claims.json").json()[0]
    for said in reader.get(f"/claim/{claim['id']}.json").json()["said"][:5]:
        answer = reader.get(f"/statement/{said['statement']['id']}", follow_redirects=False)
        assert answer.status_code == 303
        path, _, anchor = answer.headers["location"].partition("#")
        page = Read(reader.get(path).text)
        assert anchor in page.all("id")
        start, end = said["statement"]["content"][0]
        assert reader.get(f"{path}.json").json()["article"]["text"][start:end] in page.text("main")


def test_a_dispute_has_both_sides(reader: TestClient) -> None:
    disputes = reader.get("/disputes.json").json()
    page = reader.get(f"/dispute/{disputes[0]['id']}")
    assert page.status_code == 200
    assert "One side" in page.text
    assert "The other" in page.text


def test_a_list_is_turned_page_by_page(reader: TestClient) -> None:
    ids = [[row["id"] for row in reader.get(f"/claims.json?page={n}").json()] for n in (1, 2)]
    assert len(ids[0]) == 30
    assert not set(ids[0]) & set(ids[1])
    assert 'rel="next"' in reader.get("/claims").text
    assert 'rel="prev"' in reader.get("/claims?page=2").text


def test_search_finds_people_claims_and_articles(reader: TestClient) -> None:
    made = reader.get("/search.json?q=Karsk").json()
    assert {kind: bool(its) for kind, its in made.items()} == dict.fromkeys(made, True)
    assert "<mark>" in reader.get("/search?q=Karsk").text
    assert "Nothing has all these words" in reader.get("/search?q=zyzzyva").text
    assert reader.get("/search").status_code == 200


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/nothing", "no such page"),
        ("/claim/cl_none", "no claim in"),
        ("/quotation/none", "no quotation in"),
        ("/entity/en_none", "no person or body in"),
        ("/article/ffffffff", "no article in the record"),
        ("/statement/st_0", "no statement in the record"),
        ("/place/Nowhere at all", "no article on the record names"),
        ("/claims?page=none", "page is a number"),
        ("/claims?page=0", "page is a number"),
    ],
)
def test_what_is_not_there_is_said(reader: TestClient, path: str, words: str) -> None:
    answer = reader.get(path)
    assert answer.status_code == (400 if "?" in path else 404)
    assert words in html.unescape(answer.text)
    as_json = reader.get(path, headers={"accept": "application/json"})
    assert words in as_json.json()["error"].replace("There is ", "")


def test_health(reader: TestClient) -> None:
    assert reader.get("/health").json()["articles"] == 33


@pytest.mark.parametrize("path", ["/claims", "/disputes", "/quotations", "/entities"])
def test_speakers_lead_to_who_they_are_and_words_to_where_they_stand(
    reader: TestClient, path: str
) -> None:
    page = reader.get(first(reader, path)).text
    spoken = re.findall(r'<span class="who">(.*?)</span>', page)
    known = {each["name"] for each in reader.get("/entities.json").json()}
    lost = [each for each in spoken if not each.startswith("<a") and each in known]
    assert lost == []
    assert spoken or 'href="/entity/en_' in page
    assert 'href="/statement/st_' in page


def test_a_tree_of_origins_leads_to_the_words(reader: TestClient) -> None:
    page = reader.get(first(reader, "/claims")).text
    tree = page[page.index('class="tree"') : page.index('id="when"')]
    outlets = re.findall(r"<li><b>(<a[^>]*>)?", tree)
    assert outlets
    assert all('href="/statement/st_' in each for each in outlets)


def test_home_tells_who_denied_first_and_who_changed(reader: TestClient) -> None:
    page, form = reader.get("/").text, reader.get("/index.json").json()
    assert form["turns"]
    assert form["first_denials"]
    for each in (*form["turns"], *form["first_denials"]):
        assert each["address"] in page
        assert f"/entity/{each['entity']}" in page


def test_an_entity_shows_what_is_said_about_it_and_who_answers_whom(reader: TestClient) -> None:
    rows = reader.get("/entities.json").json()
    its = {each["name"]: reader.get(f"/entity/{each['id']}.json").json() for each in rows[:12]}
    assert any(each["answers"] for each in its.values())
    assert any(each["answered_by"] for each in its.values())
    name, most = max(its.items(), key=lambda each: len(each[1]["about"]))
    page = reader.get(f"/entity/{most['id']}").text
    assert name
    assert f"/statement/{most['about'][0]['statement']['id']}" in page
    about = reader.get(f"/entity/{most['id']}/about.json").json()
    assert [each["statement"]["id"] for each in about[: len(most["about"])]] == [
        each["statement"]["id"] for each in most["about"]
    ]
