"""Outputs that take no more: one line and an exit code, never a traceback, never half a file."""

import json
import os
import re
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from rich.console import Console
from rich.text import Text

from sayso.cli.output import complain, console, note, say, write_file
from sayso.errors import SaysoError
from sayso.export.screen import put
from tests.cli.commands import CLOSED, DENIAL, lines, process, sayso

FULL = Path("/dev/full")

COMMANDS = [
    "--help",
    "--version",
    "show --help",
    "demo",
    "model",
    "extract {denial}",
    "show {article}",
    "show {article} --html -",
    "show {denial} --json",
    "read {denial} --record {own_record}",
    "rebuild --record {own_record}",
    "list --record {record}",
    "search Karsk --record {record}",
    "who Dunov --record {record}",
    "who Dunov --json --limit 1 --record {record}",
    "where Karsk --json --record {record}",
]
# One for each way in which commands write.
ONE_OF_A_KIND = [
    "--version",
    "extract {denial}",
    "show {article} --html -",
    "rebuild --record {own_record}",
    "list --record {record}",
]


@pytest.fixture
def own_record(article, tmp_path):
    """Return a record of one article, to write to."""
    path = tmp_path / "own.db"
    assert sayso("read", article, "--record", path).exit_code == 0
    return path


@pytest.mark.skipif(not FULL.exists(), reason="no /dev/full here")
@pytest.mark.parametrize("line", COMMANDS)
def test_a_full_disk_is_one_line_and_an_exit_code(line, article, record, own_record):
    names = {"article": article, "denial": DENIAL, "record": record, "own_record": own_record}
    with FULL.open("wb") as full:
        result = process(*(part.format(**names) for part in line.split()), stdout=full)
    assert result.returncode == 1
    assert "Traceback" not in result.stderr
    assert result.stderr.splitlines()[-1] == "sayso: standard output: No space left on device"


@pytest.mark.skipif(not FULL.exists(), reason="no /dev/full here")
@pytest.mark.parametrize(
    ("to", "reason"), [(">&-", "Bad file descriptor"), (">/dev/full", "No space left on device")]
)
def test_a_process_that_is_started_ends_as_the_forked_ones_do(to, reason):
    command = f"{sys.executable} -m sayso --version {to}"
    result = subprocess.run(command, shell=True, stderr=subprocess.PIPE, text=True, check=False)  # noqa: S602
    assert (result.returncode, result.stderr) == (1, f"sayso: standard output: {reason}\n")


@pytest.mark.skipif(not FULL.exists(), reason="no /dev/full here")
@pytest.mark.parametrize("line", ["--help", "list --record {record}", "nonsense"])
def test_where_nothing_can_be_told_the_exit_code_still_tells(line, record):
    with FULL.open("wb") as full:
        result = process(*line.format(record=record).split(), stdout=full, stderr=full)
    assert result.returncode in (1, 2)


@pytest.mark.parametrize("line", ["--help", "list --record {record}", "extract {article}"])
def test_output_that_nobody_reads_is_silence(line, article, record):
    reader, writer = os.pipe()
    os.close(reader)
    result = process(*line.format(record=record, article=article).split(), stdout=writer)
    os.close(writer)
    assert "Traceback" not in result.stderr
    assert "standard output" not in result.stderr


@pytest.mark.parametrize("line", ONE_OF_A_KIND)
def test_a_closed_output_is_one_line_and_an_exit_code(line, article, record, own_record):
    names = {"article": article, "denial": DENIAL, "record": record, "own_record": own_record}
    arguments = (part.format(**names) for part in line.split())
    result = process(*arguments, stdout=CLOSED)
    assert result.returncode == 1
    assert result.stderr.splitlines()[-1] == "sayso: standard output: Bad file descriptor"
    assert "Traceback" not in result.stderr


def test_a_closed_output_is_no_matter_where_nothing_is_written_to_it(article, tmp_path):
    page = tmp_path / "page.html"
    result = process("show", article, "--html", page, stdout=CLOSED)
    assert (result.returncode, result.stderr) == (0, "")
    assert page.read_text("utf-8").endswith("</html>")


def test_a_closed_input_is_one_line_and_an_exit_code():
    result = process("extract", "-", stdin=CLOSED)
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr == "sayso: standard input is closed, so - holds no article\n"


@pytest.mark.parametrize("before", [None, "the page of yesterday"])
def test_a_full_disk_leaves_no_half_page(article, tmp_path, before):
    """No file can grow over a thousand bytes, as on a disk that is all but full."""
    page = tmp_path / "page.html"
    if before:
        page.write_text(before)
    result = process("show", article, "--html", page, largest=1000)
    assert result.returncode == 1
    assert result.stderr == f"sayso: {page}: File too large\n"
    assert [path.name for path in tmp_path.iterdir()] == (["page.html"] if before else [])
    assert not before or page.read_text() == before


def test_a_file_is_replaced_with_its_rights_and_through_its_links(tmp_path):
    page, link = tmp_path / "page.html", tmp_path / "link.html"
    page.write_text("before")
    page.chmod(0o600)
    link.symlink_to(page)
    write_file(link, b"after")
    assert link.is_symlink()
    assert page.read_bytes() == b"after"
    assert stat.S_IMODE(page.stat().st_mode) == 0o600


@pytest.mark.parametrize("name", ["no/page.html", ".", "page.html/x"])
def test_a_file_that_cannot_be_is_one_line(tmp_path, name):
    (tmp_path / "page.html").write_text("x")
    with pytest.raises(SaysoError, match=r"^[^\n]+: [A-Z][a-z ]+$"):
        write_file(tmp_path / name, b"x")


def test_a_device_is_written_and_stays_one():
    write_file(Path(os.devnull), b"x")
    assert not Path(os.devnull).is_file()


@pytest.mark.parametrize(("columns", "widest"), [("0", 80), ("1", 20), ("9", 20), ("40", 40)])
def test_a_width_that_is_unknown_or_too_small_shows_all(monkeypatch, columns, widest):
    monkeypatch.setenv("COLUMNS", columns)
    screen = console()
    with screen.capture() as captured:
        screen.print("We never agreed to that, " * 20)
    lines = captured.get().splitlines()
    assert len(" ".join(lines).split()) == 100
    assert widest / 2 < max(map(len, lines)) <= widest


def test_what_went_wrong_quotes_no_more_than_fits(capsys):
    complain(f"no article is named {'a' * 10_000_000}: it is not there")
    said = capsys.readouterr().err
    assert len(said) < 700
    assert said.startswith("sayso: no article is named aaa")
    assert said.endswith("it is not there\n")


FORGED = "a\x1b[2J\nsayso: all is well\r\x9b1m\u202e.txt"
COMMANDS_TO_TERMINALS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]")
SHOWN = "a␛[2J␊sayso: all is well␍\ufffd1m⇄.txt"


def test_what_is_printed_is_one_line_and_no_command(capsys):
    say(FORGED, [(FORGED, True), (FORGED, False)])
    note(FORGED)
    complain(FORGED)
    out, err = capsys.readouterr()
    assert out == f"{SHOWN}{SHOWN}{SHOWN}\n"
    assert err == f"{SHOWN}\nsayso: {SHOWN}\n"


def test_names_titles_and_addresses_from_outside_forge_no_line(tmp_path):
    """Of a file, of an article and its outlet, in errors, lists and pages of the terminal."""
    folder, record = tmp_path / "news", tmp_path / "own.db"
    folder.mkdir()
    (folder / FORGED).write_bytes(b"")
    (folder / f"b{FORGED}").write_bytes(b"\xff\xfe\0")
    row = dict.fromkeys(("title", "publisher", "byline", "url", "id"), FORGED)
    text = "“No,” said Ana Ruel.\x1b[2J"
    (folder / "c.jsonl").write_text(json.dumps({**row, "text": text, "published": FORGED}))
    (folder / "d.csv").write_text("text\n")
    own = ("--record", record)
    asked = [
        *(["read", folder, folder / FORGED, *own], ["read", FORGED, *own], ["list", *own]),
        *(["search", "No", *own], ["who", "Ruel", *own], ["list", "--outlet", FORGED, *own]),
        *(["who", FORGED, FORGED], ["list", f"--x{FORGED}"], [FORGED]),
    ]
    for each in asked:
        printed = sayso(*each)
        words = printed.stdout + printed.stderr
        assert not COMMANDS_TO_TERMINALS.search(words)
        assert "\nsayso: all is well" not in words
    (line,) = lines(sayso("list", "--json", *own))
    assert not COMMANDS_TO_TERMINALS.search(sayso("show", line["id"], *own).stdout)


def test_a_page_of_the_terminal_breaks_lines_by_itself_alone(capsys):
    screen = Console(width=60)
    put(screen, Text("One\ntwo\tthree\r\nfour"), 60)
    assert capsys.readouterr().out == "One two three four\n"
