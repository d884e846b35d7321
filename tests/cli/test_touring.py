"""The sample, shown to whoever meets sayso for the first time."""

import os
import re
import shutil
import signal
import subprocess
import sys
import urllib.request

from sayso.store import Store
from tests.cli.commands import FEW, SHOWN, sayso

# `sayso demo --web` with a smaller sample: the whole one is read for the record that tests share.
OF_FEW = """
import sys
from contextlib import nullcontext
from pathlib import Path
from types import SimpleNamespace
from sayso.cli import main, touring
folder = Path(sys.argv.pop())
touring.resources = SimpleNamespace(files=lambda _: folder, as_file=nullcontext)
main()
"""


def test_demo_shows_what_linking_is_good_for(linked_record):
    shown = (linked_record.parent / SHOWN).read_text("utf-8")
    for words in ("ONE CLAIM", "WHO DENIES IT", "misquoted", "WHO CHANGED POSITION", "offers"):
        assert words in shown
    assert len(shown.splitlines()) < 100
    with Store.open(linked_record) as store:
        assert store.unlinked() == 0
    again = sayso("demo", "--keep", linked_record)
    assert again.exit_code == 2


def test_demo_opens_the_sample_in_a_browser(tmp_path):
    opened = tmp_path / "opened"
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" > {opened}\n')
    browser.chmod(0o755)
    screen = {**os.environ, "DISPLAY": ":0", "BROWSER": f"{browser} %s"}
    folder = tmp_path / "data" / "sample"
    folder.mkdir(parents=True)
    for each in FEW[:3]:
        shutil.copy(each, folder)
    command = [sys.executable, "-c", OF_FEW, "demo", "--web", str(tmp_path)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=screen) as process:
        try:
            lines = iter(process.stderr.readline, "")
            address = next(its[0] for line in lines if (its := re.search(r"http://[\d.:]+/", line)))
            with urllib.request.urlopen(f"{address}health", timeout=60) as answer:  # noqa: S310
                assert b'"articles":3' in answer.read()
            process.send_signal(signal.SIGINT)
            assert process.wait(timeout=60) == 0
        finally:
            process.kill()
    assert opened.read_text().strip() == address
