"""An article in the reader: its text with what other articles have of it."""

import html
import re
from pathlib import Path

from starlette.testclient import TestClient

from sayso.store import Store
from tests.export.browsing import Read
from tests.web.conftest import asked
from tests.web.test_walk import said


def test_an_article_leads_to_its_claims_people_and_copies(reader: TestClient) -> None:
    rows = reader.get("/articles.json").json()
    pages = [Read(reader.get(f"/article/{row['id']}").text) for row in rows[:8]]
    hrefs = [href for page in pages for href in page.all("href")]
    for kind in ("/claim/cl_", "/entity/en_"):
        assert any(href.startswith(kind) for href in hrefs)
    assert any("reprinted" in page.text("main") for page in pages)


def test_an_article_is_its_text_and_its_record(reader: TestClient) -> None:
    row = reader.get("/articles.json").json()[0]
    form = reader.get(f"/article/{row['id']}.json").json()
    page = Read(reader.get(f"/article/{row['id']}").text)
    assert "".join(page.text("article").split()) == "".join(form["article"]["text"].split())
    assert len(form["statements"]) >= row["statements"]


def test_its_policy_allows_its_own_sheet_and_the_script_of_the_package(reader: TestClient) -> None:
    row = reader.get("/articles.json").json()[0]
    policy = reader.get(f"/article/{row['id']}").headers["content-security-policy"]
    assert "style-src 'sha256-" in policy
    assert "script-src 'self';" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy


def test_shared_passages_are_marked_and_the_text_stays_as_it_is(reader: TestClient) -> None:
    every = [each for each in reader.get("/copies.json").json() if each["relation"] == "partial"]
    name = every[0]["a"].removeprefix("sha256:")
    page = reader.get(f"/article/{name}").text
    marks = re.findall(r'<a class="same( end)?" href="/article/(\w+)#(w[0-9-]+)"', page)
    assert marks
    assert len([end for end, _, _ in marks if end]) == len(marks) / 2
    for _, other, spot in marks:
        assert f'id="{spot}"' in reader.get(f"/article/{other}").text
    body = page[page.index('<article id="text"') : page.index("</article>")]
    text = html.unescape(re.sub(r"<[^>]+>", "", body.replace("&#13;", "")))
    assert text == reader.get(f"/article/{name}.json").json()["article"]["text"]
    assert reader.get(f"/article/{name}.json").json()["shared"]


def test_people_of_an_article_lead_to_who_they_are(reader: TestClient) -> None:
    first = reader.get("/entities.json").json()[0]
    entity = reader.get(f"/entity/{first['id']}.json").json()
    article, actor = entity["actors"][0]
    page = reader.get(f"/article/{article.removeprefix('sha256:')}").text
    assert page.count(f'href="/entity/{entity["id"]}"') >= 2
    form = reader.get(f"/article/{article.removeprefix('sha256:')}.json").json()
    assert form["entities"][actor] == entity["id"]


def test_of_a_long_article_one_form_is_there_at_a_time(tmp_path: Path) -> None:
    path = tmp_path / "long.db"
    long = said("Ilva Teren", "2031-03-15", 1, 301)
    with Store.open(path) as store:
        store.write([long])
    address, wanted = f"/article/{long.article.id}", long.statements[7].id
    with asked(path) as client:
        page = client.get(address).text
        assert page.count('value="not_statement"') == 0
        assert f'href="?correct={wanted}#{wanted}" aria-label="Correct statement 8"' in page
        one = client.get(f"{address}?correct={wanted}").text
    assert one.count('value="not_statement"') == 1
    assert f'name="subject" value="{wanted}"' in one
