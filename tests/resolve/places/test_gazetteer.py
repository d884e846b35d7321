"""The gazetteer: folding, a small one made of invented places, and the one that ships."""

import numpy as np
import pytest

from sayso.resolve.places.gazetteer import (
    ADMIN1,
    CITY,
    COUNTRY,
    NOTHING,
    REGION,
    Gazetteer,
    fold,
    pack,
    shipped_gazetteer,
)

FOLDED = [
    ("Sarnholt", "sarnholt"),
    ("the Karsk", "karsk"),
    ("The", "the"),
    ("St. Almis", "saint almis"),
    ("Łørd-Straße", "lord strasse"),
    ("Donets’ka Oblast'", "donetska oblast"),
    ("U. S.", "us"),
    ("U.S.", "us"),
    ("Al-Ḩasakah", "al hasakah"),
    ("  New   Almis ", "new almis"),
]


@pytest.mark.parametrize(("name", "folded"), FOLDED)
def test_fold(name, folded):
    assert fold(name) == folded


@pytest.fixture
def small(tmp_path):
    """Return a gazetteer of Velmark, its region Karsk, and the town and the village of Almis."""
    names = ["Velmark", "Karsk", "Almis", "Almis"]
    filed = [(name, row, 0) for row, name in enumerate(names)]
    filed += [("Velmarkia", 0, 1), ("Almiš", 2, 1), ("Karsk", 3, 1)]
    path = tmp_path / "small.npz"
    np.savez_compressed(
        path,
        ids=np.array([7, 0, 9, 8], np.uint32),
        kind=np.array([COUNTRY, ADMIN1, CITY, CITY], np.uint8),
        lat=np.array([10, 11, 12.5, 13], np.float32),
        lon=np.array([20, 21, 22.25, 23], np.float32),
        population=np.array([900, 500, 400, 3], np.uint32),
        country=np.array([1, 1, 1, 0], np.uint16),
        admin1=np.array([NOTHING, 1, 1, NOTHING], np.uint32),
        admin2=np.full(4, NOTHING, np.uint32),
        codes=np.frombuffer(b"|VM", np.uint8),
        **pack(names, filed),
    )
    return Gazetteer(path)


@pytest.mark.parametrize(
    ("name", "rows", "by_name"),
    [
        ("Velmark", [0], [0]),
        ("velmarkia", [0], [1]),
        ("ALMIŠ", [2, 3], [0, 0]),
        ("Karsk", [1, 3], [0, 1]),
        ("Ostrania", [], []),
        ("", [], []),
    ],
)
def test_find(small, name, rows, by_name):
    bearers, flags = small.find(fold(name))
    assert (bearers.tolist(), flags.tolist()) == (rows, by_name)


def test_known(small):
    assert small.known(["karsk", "ostrania", "almis"]).tolist() == [True, False, True]


def test_entry(small):
    entry = small.entry(2)
    assert (entry.geonames, entry.name, entry.country, entry.admin1) == (9, "Almis", "VM", "Karsk")
    assert (entry.lat, entry.lon, entry.feature, entry.population) == (12.5, 22.25, "P", 400)
    assert small.entry(1).geonames is None
    assert small.entry(3).country == small.entry(3).admin1 == ""


@pytest.mark.parametrize(("number", "row"), [(7, 0), (9, 2), (8, 3), (10, None), (0, None)])
def test_row_of(small, number, row):
    assert small.row_of(number) == row


def test_row_of_nothing(small):
    assert small.row_of(None) is None


def test_is_kind(small):
    rows = np.array([0, 2, 3], np.uint32)
    assert small.is_kind(rows, {CITY, REGION}).tolist() == [False, True, True]
    assert not small.is_kind(rows, ()).any()


SHIPPED = [
    ("Krasnohorivka", 704393, "UA", "P"),
    ("Kiev", 703448, "UA", "P"),
    ("Hasakah", 173811, "SY", "P"),
    ("Donetsk Oblast", 709716, "UA", "A"),
    ("Rapides Parish", 4338356, "US", "A"),
    ("Crimea", 703883, "UA", "A"),
    ("Kosovo", 831053, "XK", "A"),
    ("Europe", 6255148, "", "L"),
    ("the Red Sea", 235615, "", "H"),
    ("La.", 4331987, "US", "A"),
]


@pytest.mark.parametrize(("name", "number", "country", "feature"), SHIPPED)
def test_shipped(shipped, name, number, country, feature):
    rows, _ = shipped.find(fold(name))
    entries = {(e.geonames, e.country, e.feature) for e in map(shipped.entry, rows.tolist())}
    assert (number, country, feature) in entries


def test_shipped_columns_agree(shipped):
    rows = len(shipped.kind)
    columns = (shipped.lat, shipped.lon, shipped.population, shipped.country, shipped.admin1)
    assert rows > 280_000
    assert all(len(column) == rows for column in columns)
    assert np.isfinite(shipped.lat).all()
    assert (np.abs(shipped.lat) <= 90).all()
    assert (np.abs(shipped.lon) <= 180).all()
    regions = shipped.admin1[shipped.admin1 != NOTHING]
    assert set(np.unique(shipped.kind[regions]).tolist()) == {ADMIN1}


@pytest.fixture(scope="module")
def shipped():
    return Gazetteer()


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Ma'arrat al-Numan", "SY"),
        ("Marsa Matrouh", "EG"),
        ("Beit Sahour", "PS"),
        ("Ras al-Ain", "SY"),
        ("Bashar al-Numan", ""),
        ("Numan", ""),
    ],
)
def test_towns_with_arabic_names_that_are_spelt_otherwise(name, country):
    rows = shipped_gazetteer().spelt_otherwise(fold(name))
    assert (country in {shipped_gazetteer().entry(row).country for row in rows.tolist()}) == bool(
        country
    )
    assert bool(len(rows)) == bool(country)
