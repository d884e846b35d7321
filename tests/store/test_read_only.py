"""A record may be read where it cannot be written."""

import gzip
import os
import resource
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sayso.errors import StoreError
from sayso.store import Store

from .databases.server import Server
from .samples import article, record, records
from .versions.test_migrations import OLDER

Ask = Callable[[str | Path], list[str]]
NOBODY = 65534
OWNER, TEAM = 61001, 61002
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


def as_nobody(ask: Ask, address: str | Path) -> list[str]:
    """Return what `ask` returns to somebody who has no rights of his own."""
    if os.geteuid() != 0:
        return ask(address)
    return in_a_child(ask, address, lambda: become(NOBODY))


def become(user: int, *groups: int) -> None:
    """Be another user in this process, from now on."""
    os.setgroups(groups)
    os.setgid(user)
    os.setuid(user)


def without_room(ask: Ask, address: str | Path) -> list[str]:
    """Return what `ask` returns where no file can be made longer."""
    limit = resource.RLIMIT_FSIZE
    most = resource.getrlimit(limit)[1]
    return in_a_child(ask, address, lambda: resource.setrlimit(limit, (1024, most)))


def in_a_child(ask: Ask, address: str | Path, first: Callable[[], None]) -> list[str]:
    """Return what `ask` returns in another process, in which something is done `first`."""
    receiver, sender = os.pipe()
    if not (child := os.fork()):
        first()
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


def test_a_file_on_a_full_disk(file: Path) -> None:
    assert without_room(asked, file) == [*ANSWERS, f"{file}: the disk is full"]
    assert asked(file)[-1] == ANSWERS[-1]  # with room again, it was written to


def test_an_older_record_on_a_full_disk(folder: Path) -> None:
    file = folder / "record.db"
    file.write_bytes(gzip.decompress((OLDER / "version_3.db.gz").read_bytes()))
    first = "its tables must be made or brought up to date first"
    assert without_room(asked, file) == [f"{file}: the disk is full; {first}"]


def test_a_log_that_cannot_be_read_on_a_full_disk(file: Path) -> None:
    with Store.open(file) as store:
        store.write([record(8)])  # it stands in the log beside the file as yet
        copy = file.with_name("copy.db")
        for ending in ("", "-wal"):
            shutil.copy(f"{file}{ending}", f"{copy}{ending}")
    last = "what was written last can be read from copy.db-wal only once there is room"
    assert without_room(asked, copy) == [f"{copy}: the disk is full; {last}"]
    assert asked(copy)[:3] == ["8", "1", "0"]


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may be one user, then another")
@pytest.mark.parametrize("mode", [0o775, 0o2775, 0o1777])
def test_who_looks_and_is_killed_keeps_nobody_of_the_team_from_writing(
    file: Path, mode: int
) -> None:
    for path, rights in ((file.parent, mode), (file, 0o664)):
        os.chown(path, OWNER, TEAM)
        path.chmod(rights)

    def look(path: str | Path) -> list[str]:
        return [row.given_id for row in Store.open(path).articles()]  # and never close it

    def write(path: str | Path) -> list[str]:
        with Store.open(path) as store:
            return [str(store.write([record(9)]).new)]

    assert in_a_child(look, file, lambda: become(NOBODY, TEAM)) == ["1", "0"]
    assert file.with_name("record.db-shm").stat().st_uid == NOBODY
    assert in_a_child(write, file, lambda: become(OWNER, TEAM)) == ["1"]


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
