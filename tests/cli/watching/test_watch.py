"""The command `watch`, as users and cron run it."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.commands import sayso
from tests.watch.sites import FEED, Served, Site, article, item, rss, site

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
    """Which is said with the option that allows it; then it is read at once, and ends watching."""
    record = tmp_path / "r.db"
    for options in (("--once",), ("--once",), ()):
        refused = sayso("watch", f"{courier.address}/feed", *options, "--record", record)
        assert refused.exit_code == 1
        why = f"{courier.address}/feed: 127.0.0.1, an address of this machine or of a private"
        assert f"sayso: {why} network, is refused; --allow-private lets it be" in refused.stderr
        assert f"{record}: 0 sources asked (1 refused), 0 of their pages" in refused.stdout
    assert courier.asked == []
    allowed = watch(courier, record, "--once")
    assert allowed.exit_code == 0
    assert "1 article new" in allowed.stdout


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
    for _ in range(3000):
        if courier.counts()["/feed"] > 1:
            break
        time.sleep(0.1)
    process.send_signal(number)
    out, error = process.communicate(timeout=300)
    assert process.returncode == 0
    assert "1 article new" in out
    assert len(out.splitlines()) >= 2
    assert "stops; once more ends it at once" in error


CLAIM = (
    "“Ostranian soldiers burned the grain store of Tolm,” the foreign minister of Velmark,"
    " Ilva Teren, said on Friday."
)
DENIAL = (
    "The Ostranian defence ministry denied that Ostranian soldiers burned the grain store of Tolm."
)
RULES = '[[alert]]\nevents = ["denial"]\n[to.file]\nlines = "{}"\n[to.desk]\nwebhook = "{}"\n'


@pytest.fixture
def disputed(courier):
    """Return a site whose second article denies the first."""
    courier.put("/2", article("Grain store of Tolm burned", CLAIM))
    courier.put("/3", article("Ministry denies fire", DENIAL, day="2031-03-15", outlet="Monitor"))
    courier.pages["/desk"] = Served(status=200)
    items = [item(f"{courier.address}/{n}", f"Story {n}") for n in (1, 2, 3)]
    courier.put("/feed", rss(*items), FEED)
    return courier


def rules(site: Site, folder: Path) -> Path:
    path = folder / "rules.toml"
    path.write_text(RULES.format(folder / "alerts.jsonl", f"{site.address}/desk"), "utf-8")
    return path


def test_alerts_go_where_the_rules_say(disputed, tmp_path):
    record, path = tmp_path / "record.db", rules(disputed, tmp_path)
    first = watch(disputed, record, "--once", "--everything", "--rules", path)
    assert first.exit_code == 0, first.output
    assert first.stdout.endswith("; 1 alert\n")
    (line,) = (tmp_path / "alerts.jsonl").read_text("utf-8").splitlines()
    alert = json.loads(line)
    assert alert["kind"] == "denial"
    assert "burned the grain store of Tolm” is denied for the first time: " in alert["words"]
    (posted,) = [each for each in disputed.asked if each.path == "/desk"]
    assert json.loads(posted.body) == alert
    again = watch(disputed, record, "--once", "--everything", "--rules", path)
    assert again.stdout.endswith("; 0 alerts\n")
    assert disputed.counts()["/desk"] == 1


def test_alerts_are_printed_where_no_file_says_else(disputed, tmp_path):
    its = watch(disputed, tmp_path / "record.db", "--once", "--everything")
    assert " DENIAL “Ostranian soldiers burned the grain store of Tolm” is denied" in its.stdout
    its = watch(disputed, tmp_path / "other.db", "--once", "--everything", "--json")
    kinds = [json.loads(line)["kind"] for line in its.stdout.splitlines()]
    assert "denial" in kinds
    assert "1 source asked" in its.stderr


def test_of_what_is_there_nothing_is_told(disputed, tmp_path):
    its = watch(disputed, tmp_path / "record.db", "--once")
    assert its.stdout.count("\n") == 1
    assert its.stdout.endswith("; 0 alerts\n")


def test_rules_that_are_none_are_told_before_anything_is_asked(disputed, tmp_path):
    path = tmp_path / "rules.toml"
    path.write_text('[[alert]]\nto = ["nobody"]\n', "utf-8")
    its = watch(disputed, tmp_path / "record.db", "--once", "--rules", path)
    assert its.exit_code == 2
    assert f"{path}: rule 1 names 'nobody'" in its.stderr
    assert disputed.asked == []


@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
def test_killed_again_and_again_each_alert_is_told_once(disputed, tmp_path, request, database):
    """By a signal that nothing can catch, later and later; a webhook may be asked twice."""
    record = tmp_path / "record.db"
    if database == "postgresql":
        record = request.getfixturevalue("server").database()
    command = [sys.executable, "-m", "sayso", "watch", f"{disputed.address}/feed", "--everything"]
    options = ["--allow-private", "--pause", "0", "--once", "--record", str(record)]
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).resolve().parents[3])}
    path = rules(disputed, tmp_path)
    started = [*command, *options, "--rules", str(path)]
    for asked in ("/feed", "/3", "/desk"):
        process = subprocess.Popen(
            started, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        for _ in range(3000):
            if disputed.counts()[asked] or process.poll() is not None:
                break
            time.sleep(0.05)
        process.kill()
        process.wait()
    last = watch(disputed, record, "--once", "--rules", path)
    assert last.exit_code == 0, last.output
    lines = (tmp_path / "alerts.jsonl").read_text("utf-8").splitlines()
    assert len(lines) == len({json.loads(line)["key"] for line in lines}) == 1
    posted = [each for each in disputed.asked if each.path == "/desk"]
    assert len({each.headers["Idempotency-Key"] for each in posted}) == 1
