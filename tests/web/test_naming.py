"""Every article with what it calls one person or body."""

from starlette.testclient import TestClient


def test_each_article_is_named_with_its_actor(reader: TestClient) -> None:
    its = reader.get("/entities.json").json()[0]
    rows = reader.get(f"/entity/{its['id']}/names.json").json()
    assert [[f"sha256:{row['article']}", row["actor"].rpartition("/")[2]] for row in rows] == its[
        "actors"
    ][:30]
    assert {row["name"] for row in rows} & set(its["names"])
    page = reader.get(f"/entity/{its['id']}/names").text
    assert page.count("This is somebody else") == len(rows)


def test_who_is_in_one_article_alone_cannot_be_parted(reader: TestClient) -> None:
    alone = next(
        row for row in reader.get("/entities.json?page=7").json() if len(row["actors"]) == 1
    )
    page = reader.get(f"/entity/{alone['id']}/names").text
    assert "one article alone" in page
    assert reader.get("/entity/en_none/names").status_code == 404
