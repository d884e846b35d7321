"""Many readers with one judge writing, and a server that is killed: nothing confirmed is lost.

`python -m tests.web.test_many RECORD` tells how fast fifty readers are answered: it judges, so give
it a copy.
"""

import shutil
import sqlite3
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import httpx
import pytest

from sayso.store import Store
from tests.cli.commands import FEW, sayso
from tests.store.databases import server as postgres
from tests.web.serving import started

READERS, EACH = 50, 2  # how many ask at once, and for how many pages
DECIDED = 40
PATIENCE = 120  # seconds; the machines of tests are slow, and shared
OWN = {"sec-fetch-site": "same-origin"}


@pytest.fixture(scope="module")
def few_linked(few_record: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a small linked record, to ask, not to write to."""
    path = Path(shutil.copy(few_record, tmp_path_factory.mktemp("few") / "record.db"))
    assert sayso("link", "--record", path).exit_code == 0
    return path


@pytest.fixture
def path(few_linked: Path, tmp_path: Path) -> Path:
    """Return a copy of it, to write to."""
    return Path(shutil.copy(few_linked, tmp_path / "record.db"))


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest) -> Iterator[str]:
    """Return where a small linked record is, in a file or in a database."""
    if request.param == "sqlite":
        yield str(request.getfixturevalue("path"))
        return
    try:
        with postgres.running() as running:
            yield linked(running.database())
    except postgres.NoServerError as error:
        pytest.skip(f"no PostgreSQL: {error}")


def linked(address: str) -> str:
    assert sayso("read", *FEW, "--record", address).exit_code == 0
    assert sayso("link", "--record", address).exit_code == 0
    return address


def pages(client: httpx.Client) -> list[str]:
    """Return addresses of pages, and the statements of one article."""
    rows = {kind: client.get(f"/{kind}.json").json() for kind in ("articles", "claims", "entities")}
    things = [f"/{n}/{rows[k][0]['id']}" for k, n in
             (("articles", "article"), ("claims", "claim"), ("entities", "entity"))]  # fmt: skip
    return ["/", "/claims", "/disputes", "/search?q=Karsk", "/judgements", *things]


def statements(client: httpx.Client) -> list[str]:
    rows = client.get("/articles.json").json()
    forms = (client.get(f"/article/{row['id']}.json").json() for row in rows)
    return [each["id"] for form in forms for each in form["statements"]]


def judge(client: httpx.Client, statement: str, number: int) -> str:
    """Decide something; return the id under which it was confirmed."""
    fields = {"kind": "act", "act": "denies", "subject": statement, "by": f"Ada {number}"}
    answer = client.post("/judge", data=fields, headers=OWN)
    assert answer.status_code == 303, answer.text
    return answer.headers["location"].partition("kept=")[2]


class Load(NamedTuple):
    """What readers and one judge got: seconds of each answer, what went wrong, what was kept."""

    seconds: list[float]
    errors: list[tuple[str, int]]
    kept: list[str]
    lost: int
    took: float

    @property
    def words(self) -> str:
        """Return the figures on one line."""
        ordered = sorted(self.seconds)
        return (
            f"{len(ordered)} answers, {len(ordered) / self.took:.0f} a second, {len(self.errors)}"
            f" errors, median {ordered[len(ordered) // 2]:.2f} s, slowest {ordered[-1]:.2f} s;"
            f" {len(self.kept)} judgements, {self.lost} lost"
        )


def loaded(address: str, each: int = EACH) -> Load:
    """Let fifty read a record, each that many pages, while one judges; return what they got."""
    with started(address) as (base, _), httpx.Client(base_url=base, timeout=PATIENCE) as client:
        asked, subjects = pages(client), statements(client)
        start = threading.Barrier(READERS + 1)

        def read(number: int) -> list[tuple[str, int, float]]:
            answers = []
            with httpx.Client(base_url=base, timeout=PATIENCE) as mine:
                start.wait()
                for n in range(each):
                    path, begin = asked[(number + n) % len(asked)], time.monotonic()
                    answers.append((path, mine.get(path).status_code, time.monotonic() - begin))
            return answers

        def decide() -> list[str]:
            start.wait()
            return [judge(client, subjects[n % len(subjects)], n) for n in range(DECIDED)]

        begin = time.monotonic()
        with ThreadPoolExecutor(READERS + 1) as pool:
            deciding = pool.submit(decide)
            answers = [answer for its in pool.map(read, range(READERS)) for answer in its]
            took = time.monotonic() - begin
            kept = deciding.result()
    with Store.open(address) as store:
        judged = {each.id for each in store.judgements()}
    wrong = [(path, status) for path, status, _ in answers if status != 200]
    return Load([its[2] for its in answers], wrong, kept, len(set(kept) - judged), took)


def test_fifty_read_while_one_judges(address: str) -> None:
    its = loaded(address)
    assert its.errors == []
    assert len(its.seconds) == READERS * EACH
    assert its.lost == 0
    assert len(its.kept) == len(set(its.kept)) == DECIDED


def test_a_killed_server_loses_nothing_that_it_confirmed(path: Path) -> None:
    kept: list[str] = []
    with started(path) as (base, server), httpx.Client(base_url=base, timeout=PATIENCE) as client:
        subjects = statements(client)

        def decide() -> None:
            for number in range(10_000):
                try:
                    kept.append(judge(client, subjects[number % len(subjects)], number))
                except httpx.TransportError:
                    return

        deciding = threading.Thread(target=decide)
        deciding.start()
        while len(kept) < DECIDED // 2:
            time.sleep(0.01)
        server.kill()
        deciding.join()
    with Store.open(path) as store:
        judged = {each.id for each in store.judgements()}
    assert set(kept) <= judged
    assert len(judged) - len(kept) <= 1  # one may have been written and not yet confirmed
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


if __name__ == "__main__":
    print(loaded(sys.argv[1], each=20).words)
