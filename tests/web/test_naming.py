"""Every article with what it calls one person or body."""

from starlette.testclient import TestClient


def entity(reader: TestClient, articles: int) -> dict[str, object]:
    """Return somebody who is named in so many articles at least, or in one alone."""
    every = (
        reader.get(f"/entity/{row['id']}.json").json()
        for page in (1, 7)
        for row in reader.get(f"/entities.json?page={page}").json()
    )
    return next(its for its in every if (len(its["actors"]) == 1) is (articles == 1))


def test_each_article_is_named_with_its_actor(reader: TestClient) -> None:
    its = entity(reader, 2)
    rows = reader.get(f"/entity/{its['id']}/names.json").json()
    listed = [[f"sha256:{row['article']}", row["actor"].rpartition("/")[2]] for row in rows]
    assert listed == its["actors"][:30]
    assert {row["name"] for row in rows} & set(its["names"])
    page = reader.get(f"/entity/{its['id']}/names").text
    assert page.count("This is somebody else") == len(rows)


def test_who_is_in_one_article_alone_cannot_be_parted(reader: TestClient) -> None:
    page = reader.get(f"/entity/{entity(reader, 1)['id']}/names").text
    assert "one article alone" in page
    assert reader.get("/entity/en_none/names").status_code == 404
