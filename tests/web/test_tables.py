"""Lists of the reader taken away as tables, from a link on each page."""

import csv
import re
from io import StringIO

import pytest
from starlette.testclient import TestClient

from sayso.export.csvlines import BOM

LISTS = ["/articles", "/claims", "/disputes", "/quotations", "/copies", "/entities"]
WORDS = ["/claims?q=army", "/disputes?q=cannery", "/place/Karsk"]
DRAWN = ["/timeline", "/network", "/network?who=Tarsova", "/map"]


@pytest.mark.parametrize("path", [*LISTS, *DRAWN, *WORDS])
def test_a_page_leads_to_its_table(reader: TestClient, path: str) -> None:
    (address,) = re.findall(r'href="([^"]*\.csv[^"]*)"', reader.get(path).text)
    assert address == path.replace("?", ".csv?") if "?" in path else f"{path}.csv"
    answer = reader.get(address)
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert re.fullmatch(r'attachment; filename="sayso-[a-z]+\.csv"',
                        answer.headers["content-disposition"])  # fmt: skip
    assert answer.content.startswith(BOM.encode())
    header, *rows = csv.reader(StringIO(answer.content.decode("utf-8-sig"), newline=""))
    assert rows
    assert {len(row) for row in rows} == {len(header)}


def test_what_is_not_there_has_no_table(reader: TestClient) -> None:
    assert reader.get("/entity/en_0.csv").status_code == 404
    assert reader.get("/review.csv").status_code == 404
    entity = reader.get("/entities.json").json()[0]["id"]
    assert reader.get(f"/entity/{entity}.csv").status_code == 200
