"""The word lists: each says what its columns are, and is whole."""

from importlib.resources import files

import pytest

from sayso.english.tables import rows

FOLDER = files("sayso").joinpath("data", "english")
TABLES = sorted(each.name for each in FOLDER.iterdir() if each.name.endswith(".csv"))


@pytest.mark.parametrize("name", TABLES)
def test_every_table_says_what_its_columns_are(name):
    comments = [
        line for line in FOLDER.joinpath(name).read_text("utf-8").splitlines() if line[:1] == "#"
    ]
    for column in next(rows(f"english/{name}")):
        assert f"{column}:" in " ".join(comments), column


@pytest.mark.parametrize("name", TABLES)
def test_every_row_of_a_table_is_whole(name):
    for row in rows(f"english/{name}"):
        assert None not in row, row
        assert None not in row.values(), row
