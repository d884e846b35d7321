"""The command `watch`, as users and cron run it."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.commands import sayso
from tests.watch.sites import FEED, Site, article, item, rss, site

WORDS = "“We will not leave Karsk,” the foreign minister of Ostrania, Ilva Teren, said on Friday."


@pytest.fixture
def courier():
    with site() as its:
        its.put("/1", article("Talks go on", WORDS))
        its.put("/feed", rss(item(f"{its.address}/1", "Talks go on")), FEED)
        yield its


def watch(courier: Site, record: Path, *options: object):
    return sayso(
        *("watch", f"{courier.address}/feed", "--allow-private", "--pause", 0),
        *("--record", record, *options),
    )


def test_one_round_for_cron(courier, tmp_path):
    record = tmp_path / "record.db"
    first = watch(courier, record, "--once")
    assert first.exit_code == 0, first.output
    assert "what is there now is read and not told of" in first.stderr
    assert "1 source asked, 1 of their pages new or changed, 1 article new" in first.stdout
    assert "1 there before and not told of" in first.stdout
    second = watch(courier, record, "--once")
    assert second.stdout.startswith(f"{record}: 1 source asked (1 unchanged), 0 of their pages")
    assert second.stderr == ""
    assert len(sayso("list", "--record", record).stdout.splitlines()) >= 1


def test_what_fails_is_named_with_the_reason(courier, tmp_path):
    del courier.pages["/feed"]
    failed = watch(courier, tmp_path / "record.db", "--once")
    assert failed.exit_code == 1
    assert f"sayso: {courier.address}/feed: answers 404 Not Found" in failed.stderr
    again = watch(courier, tmp_path / "record.db", "--once")
    assert again.exit_code == 1
    assert "since it failed" in again.stderr


def test_private_addresses_are_refused_unless_allowed(courier, tmp_path):
    refused = sayso("watch", f"{courier.address}/feed", "--once", "--record", tmp_path / "r.db")
    assert refused.exit_code == 1
    assert "an address of a private network, is not fetched" in refused.stderr
    assert courier.asked == []


@pytest.mark.parametrize("source", ["feed.xml", "ftp://x.example/feed", "-"])
def test_only_addresses_are_followed(source, tmp_path):
    wrong = sayso("watch", source, "--once", "--record", tmp_path / "r.db")
    assert wrong.exit_code == 2
    assert not (tmp_path / "r.db").exists()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_goes_on_until_it_is_stopped(courier, tmp_path, number):
    command = [sys.executable, "-m", "sayso", "watch", f"{courier.address}/feed"]
    options = ["--allow-private", "--pause", "0", "--interval", "1", "--record", "record.db"]
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).resolve().parents[3])}
    process = subprocess.Popen(
        [*command, *options], cwd=tmp_path, env=environment, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    for _ in range(600):
        if courier.counts()["/feed"] > 1:
            break
        time.sleep(0.1)
    process.send_signal(number)
    out, error = process.communicate(timeout=60)
    assert process.returncode == 0
    assert "1 article new" in out
    assert len(out.splitlines()) >= 2
    assert "stops; once more ends it at once" in error
