"""A record may be read where it cannot be written."""

import gzip
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sayso.errors import StoreError
from sayso.store import Store

from .samples import article, record, records
from .server import Server
from .versions.test_migrations import OLDER

NOBODY = 65534
READER, SECRET = "reader", "only looking"


def asked(address: str | Path) -> list[str]:
    """Ask a record everything, then try to write to it; return what was found and said."""
    try:
        with Store.open(address, create=False) as store:
            answers = [
                *(row.given_id for row in store.articles()),
                *(hit.article.given_id for hit in store.search("corridor")),
                *(each.cue for each in store.who("Teren", limit=1)),
                *(each.cue for each in store.mentioning("Karsk", limit=1)),
                store.record(article(0).id).article.given_id,
            ]
            try:
                store.write([record(9)])
            except StoreError as error:
                answers.append(str(error))
    except StoreError as error:
        return [str(error)]
    return answers


ANSWERS = ["1", "0", "1", "0", "said", "told", "0"]


def as_nobody(ask: Callable[[str | Path], list[str]], address: str | Path) -> list[str]:
    """Return what `ask` returns to somebody who has no rights of his own."""
    if os.geteuid() != 0:
        return ask(address)
    receiver, sender = os.pipe()
    if not (child := os.fork()):
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)
        os.write(sender, "\n".join(ask(address)).encode())
        os._exit(0)
    os.close(sender)
    with os.fdopen(receiver) as answer:
        lines = answer.read().split("\n")
    os.waitpid(child, 0)
    return lines


@pytest.fixture
def folder() -> Iterator[Path]:
    """Return a folder that everybody may look into."""
    made = Path(tempfile.mkdtemp(prefix="sayso-"))
    made.chmod(0o777)
    yield made
    made.chmod(0o755)
    shutil.rmtree(made)


@pytest.fixture
def file(folder: Path) -> Path:
    """Return a file with two articles."""
    with Store.open(folder / "record.db") as store:
        store.write(records(2))
    return folder / "record.db"


def test_a_file_that_is_read_only(file: Path) -> None:
    file.chmod(0o444)
    refused = f"{file}: it is read-only, or its folder is"
    assert as_nobody(asked, file) == [*ANSWERS, refused]


def test_who_only_reads_leaves_nothing_that_stops_the_owner(file: Path) -> None:
    file.chmod(0o644)  # in a folder where everybody may write
    assert as_nobody(asked, file)[:-1] == ANSWERS
    assert [each.name for each in file.parent.iterdir()] == [file.name]


def test_a_file_in_a_folder_that_is_read_only(file: Path) -> None:
    file.parent.chmod(0o555)
    refused = f"{file}: it is read-only, or its folder is"
    assert as_nobody(asked, file) == [*ANSWERS, refused]
    assert [each.name for each in file.parent.iterdir()] == [file.name]


def test_what_somebody_else_is_writing(file: Path) -> None:
    with Store.open(file) as store:
        store.write([record(8)])  # it stands in the log beside the file as yet
        file.parent.chmod(0o555)
        answers = as_nobody(asked, file)
    assert answers[:3] == ["8", "1", "0"]
    assert answers[-1] == f"{file}: it is read-only, or its folder is"


def test_an_older_record_that_is_read_only(folder: Path) -> None:
    file = folder / "record.db"
    file.write_bytes(gzip.decompress((OLDER / "version_3.db.gz").read_bytes()))
    folder.chmod(0o555)
    refused = f"{file}: it is read-only, or its folder is"
    first = "its tables must be made or brought up to date first"
    assert as_nobody(asked, file) == [f"{refused}; {first}"]


def test_a_folder_in_which_nothing_can_be_made(folder: Path) -> None:
    folder.chmod(0o555)

    def made(path: str | Path) -> list[str]:
        with pytest.raises(StoreError) as caught:
            Store.open(path)
        return [str(caught.value)]

    file = folder / "record.db"
    assert as_nobody(made, file) == [f"{file}: it cannot be opened; is its folder writable?"]


def test_a_user_who_may_only_select(server: Server) -> None:
    address = server.database()
    with Store.open(address) as store:
        store.write(records(2))
    database = address.rpartition("/")[2]
    server.run(f"CREATE ROLE {READER} LOGIN PASSWORD '{SECRET}'")
    server.run(f"GRANT SELECT ON ALL TABLES IN SCHEMA public TO {READER}", database)
    *answers, refused = asked(server.address(database, READER, SECRET))
    assert answers == ANSWERS
    assert refused.endswith(f"{database}: permission denied for table articles")
    assert SECRET not in refused
