"""Ray's workers make what one process makes, and what one dies of fails alone.

Skipped where Ray is not installed: `pip install "sayso[ray]"`.
"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest

from sayso.errors import ReadError
from sayso.exported import Exported
from sayso.pipeline import Engine, exports, run
from sayso.read import Outcome
from sayso.records import Article
from sayso.scale import Cluster
from sayso.settings import Settings
from sayso.store import Store
from sayso.workers import Batch, Done, Here, engine_of, work
from tests.working.test_workers import DEADLY, READ, rows

# Not imported here: what Ray prints is decided when it is.
pytestmark = pytest.mark.skipif(find_spec("ray") is None, reason="needs sayso[ray]")


def mortal() -> type:
    """Return a worker that dies of one text; made here, so that it travels to Ray by its code."""

    class Mortal:
        def __init__(self, settings: Settings) -> None:
            self._engine = engine_of(settings)

        def finder(self) -> object:
            return self._engine.finder

        def work(self, articles: Batch) -> Done:
            if DEADLY in articles:
                os.kill(os.getpid(), signal.SIGKILL)
            return work(self._engine, articles)

    return Mortal


class Fragile(Cluster):
    """Workers that die of one text."""

    worker = mortal()


@pytest.fixture(scope="module")
def cluster() -> Iterator[Fragile]:
    with Fragile("", 2, Settings()) as started:
        yield started


@pytest.mark.filterwarnings("ignore")
def test_a_cluster_writes_what_one_process_writes(
    engine: Engine, cluster: Cluster, tmp_path: Path
) -> None:
    made = []
    for name, working in (("one", Here(engine)), ("cluster", cluster)):
        with Store.open(tmp_path / name) as store:
            assert run([*READ, READ[0]], working, store, batch=3).new == len(READ)
            made.append(rows(store))
    assert made[0] == made[1]


@pytest.mark.filterwarnings("ignore")
def test_what_a_worker_dies_of_fails_alone(
    cluster: Cluster, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    outcomes: list[Outcome] = []
    with Store.open(tmp_path / "record") as store:
        read = [READ[0], DEADLY, READ[1]]
        summary = run(read, cluster, store, batch=3, progress=outcomes.append)
    assert (summary.new, summary.failed) == (2, 1)
    errors = [each for each in outcomes if isinstance(each, ReadError)]
    assert [(each.source, each.kind) for each in errors] == [("deadly.txt", "worker")]
    assert not any(isinstance(each, Article) and each == DEADLY for each in outcomes)
    assert capsys.readouterr().out == ""  # where programs read, Ray would tell of it


@pytest.mark.filterwarnings("ignore")
def test_what_a_cluster_makes_can_be_exported(engine: Engine, cluster: Cluster) -> None:
    one = [each for each in exports(READ, Here(engine), batch=3) if isinstance(each, Exported)]
    made = [each for each in exports(READ, cluster, batch=3) if isinstance(each, Exported)]
    assert [each.record for each in made] == [each.record for each in one]


@pytest.mark.filterwarnings("ignore")
def test_no_process_outlives_one_that_is_ended_while_ray_starts(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "The mayor, Tilda Orsk, said that the bridge would close.", "utf-8"
    )
    command = [sys.executable, "-m", "sayso", "read", "a.txt", "--on", "ray", "--workers", "1"]
    import_module("ray")  # with which it comes
    psutil = import_module("psutil")
    run = psutil.Popen(command, cwd=tmp_path, stderr=subprocess.DEVNULL)
    begun: set[object] = set()
    while run.poll() is None and len(begun) < 5:  # Ray's own, and what these begin
        begun |= set(run.children(recursive=True))
        time.sleep(0.05)
    run.terminate()
    assert run.wait(60) != 0
    assert psutil.wait_procs(begun, timeout=5)[1] == []
