"""Opening and closing: what can be opened, and what is said about the rest."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from sayso.errors import StoreError
from sayso.store import Store

from .databases.server import PASSWORD, USER, Server
from .samples import article, record, records

Make = Callable[[Path], None]


def make_folder(path: Path) -> None:
    path.mkdir()


def make_text(path: Path) -> None:
    path.write_text("Karsk, they said, is not a database. " * 50)


def make_empty(path: Path) -> None:
    path.touch()


def make_other_database(path: Path) -> None:
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE bookmarks (url)")
    other.close()


def make_damaged(path: Path) -> None:
    with Store.open(path) as store:
        store.write(records(50))
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"\x07" * (len(whole) - 4096))


def make_pipe(path: Path) -> None:
    os.mkfifo(path)


def make_nothing(path: Path) -> None:
    assert not path.exists()


def make_database_with_a_table_called_as_ours(path: Path) -> None:
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE sayso_version (of_what)")
    other.close()


@pytest.mark.parametrize(
    ("make", "create", "reason"),
    [
        (make_nothing, False, "there is no such record"),
        (make_folder, True, "it is a folder, not a record"),
        (make_text, True, "it is not a sayso record"),
        (make_empty, False, "it is empty, not a sayso record"),
        (make_other_database, True, "it is a database, but not a sayso record"),
        (
            make_database_with_a_table_called_as_ours,
            True,
            "it is a database, but not a sayso record",
        ),
        (make_damaged, True, "the record is damaged: its file cannot be read"),
        pytest.param(
            make_pipe,
            True,
            "it is not a file",
            marks=pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here"),
        ),
    ],
)
def test_what_cannot_be_opened(path: Path, make: Make, create: bool, reason: str) -> None:
    make(path)
    with pytest.raises(StoreError) as caught:
        Store.open(path, create=create)
    assert str(caught.value) == f"{path}: {reason}"


def test_a_file_that_is_no_record_stays_as_it_is(path: Path) -> None:
    make_text(path)
    before = path.read_bytes()
    with pytest.raises(StoreError):
        Store.open(path)
    assert path.read_bytes() == before
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_a_folder_is_not_created(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="its folder does not exist"):
        Store.open(tmp_path / "nowhere" / "record.db")


def test_a_name_that_the_system_refuses(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="it cannot be reached: "):
        Store.open(tmp_path / ("x" * 5000))


@pytest.mark.parametrize("name", [":memory:", "a?mode=memory#b %41.db", "größe 🙂.db", "file:x"])
def test_a_name_is_only_a_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.chdir(tmp_path)
    with Store.open(name) as store:
        store.write([record(1)])
    assert [p.name for p in tmp_path.iterdir()] == [name]
    with Store.open(name, create=False) as store:
        assert store.article("1") == article(1)


def test_an_empty_file_becomes_a_record(path: Path) -> None:
    make_empty(path)
    with Store.open(path) as store:
        assert store.write([record(1)]).new == 1


def test_closing_leaves_one_file(path: Path) -> None:
    with Store.open(path) as store:
        store.write(records(3))
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_the_package_alone_does_not_load_the_database() -> None:
    check = "import sys, sayso.records, sayso.settings; sys.exit('sqlalchemy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", check], check=False).returncode == 0


def test_a_database_that_cannot_be_reached(server: Server) -> None:
    nobody_there = server.address("postgres").replace(str(server.port), "1")
    wrong = server.address("postgres", USER, "not it")
    who = f"{USER}@127.0.0.1:{server.port}"
    for address, message in {
        nobody_there: f"postgresql://{USER}@127.0.0.1:1/postgres: no server answers there",
        wrong: f"postgresql://{who}/postgres: the user's name or password is wrong",
        server.address("nowhere"): f'postgresql://{who}/nowhere: database "nowhere" does not exist',
        "postgresql:///x?host=/nowhere": "postgresql:///x: no server answers there",
        "postgresql://host:port/x": "postgresql://…: it is not the address of a database",
        "mysql://me:secret@host/x": "mysql://…: give a file, or an address that begins with postgresql://",
    }.items():
        with pytest.raises(StoreError) as caught:
            Store.open(address)
        assert str(caught.value) == message


def test_a_database_that_is_no_record(server: Server) -> None:
    address = server.database()
    with pytest.raises(StoreError, match="it is empty, not a sayso record"):
        Store.open(address, create=False)
    server.run("CREATE TABLE bookmarks (url TEXT)", address.rpartition("/")[2])
    with pytest.raises(StoreError, match="it is a database, but not a sayso record"):
        Store.open(address)
    latin = server.database(encoding="LATIN1")
    with pytest.raises(StoreError, match="its encoding is LATIN1; sayso needs UTF8"):
        Store.open(latin)


@pytest.mark.parametrize("scheme", ["postgres", "postgresql+psycopg"])
def test_a_database_has_several_schemes(server: Server, scheme: str) -> None:
    address = server.database()
    with Store.open(f"{scheme}://{address.partition('://')[2]}") as store:
        assert store.write(records(1)).new == 1
        assert PASSWORD not in store.name
        assert store.name.startswith(f"postgresql://{USER}@127.0.0.1:")
    with Store.open(address, create=False) as store:
        assert store.counts().articles == 1


def test_a_record_in_a_schema_of_its_own(server: Server) -> None:
    address = server.database()
    database = address.rpartition("/")[2]
    server.run("CREATE TABLE bookmarks (url TEXT)", database)
    server.run("CREATE SCHEMA news", database)
    own = f"{address}?options=-csearch_path%3Dnews"
    with Store.open(own) as store:
        assert store.write(records(1)).new == 1
    with Store.open(own, create=False) as store:
        assert len(store.search("corridor")) == 1
    with pytest.raises(StoreError, match="not a sayso record"):
        Store.open(address)


def test_a_newer_database_is_left_alone(server: Server) -> None:
    address = server.database()
    Store.open(address).close()
    server.run("UPDATE sayso_version SET number = 99", address.rpartition("/")[2])
    with pytest.raises(StoreError, match="it was made by a newer sayso"):
        Store.open(address)


def test_postgresql_without_its_driver_says_what_to_install() -> None:
    check = (
        "import sys; sys.modules['psycopg'] = None\n"
        "from sayso.store import Store\n"
        "Store.open('postgresql://me:secret@host/x')"
    )
    done = subprocess.run(
        [sys.executable, "-c", check], capture_output=True, text=True, check=False
    )
    last = done.stderr.splitlines()[-1]
    wanted = "postgresql://me@host/x: PostgreSQL needs psycopg: pip install 'sayso[postgres]'"
    assert last.endswith(wanted)


@pytest.mark.skipif(os.name != "posix", reason="an open file keeps its name on other systems")
@pytest.mark.parametrize("change", ["removed", "replaced", "moved"])
def test_nothing_is_written_to_a_file_that_lost_its_name(path: Path, change: str) -> None:
    with Store.open(path) as store:
        store.write(records(1))
        if change == "moved":
            path.rename(path.with_name("elsewhere.db"))
        else:
            path.unlink()
        if change == "replaced":
            Store.open(path).close()
        with pytest.raises(StoreError, match="removed or replaced since it was opened"):
            store.write(records(2))
