"""An article in the reader: its text with what other articles have of it."""

from starlette.testclient import TestClient

from tests.export.browsing import Read


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
