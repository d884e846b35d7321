"""`serve`: starts, answers, ends; what it refuses."""

import json
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager, suppress

import pytest

from sayso.web.server import Connection
from tests.cli.commands import sayso
from tests.web.serving import serving


@contextmanager
def killed(server):
    """Kill a server that still runs at the end."""
    try:
        yield
    finally:
        server.kill()


def test_it_answers_until_it_is_ended(linked_record):
    command = [sys.executable, "-m", "sayso", "serve", "--port", "0", "--record", linked_record]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server, killed(server):
        first = server.stderr.readline()
        address = re.search(r"http://127\.0\.0\.1:\d+/", first)[0]
        with urllib.request.urlopen(f"{address}health", timeout=30) as answer:  # noqa: S310
            assert json.load(answer)["articles"] == 33
        server.send_signal(signal.SIGINT)
        assert server.wait(timeout=30) == 0
        assert "Traceback" not in server.stderr.read()


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.5", "example.org"])  # noqa: S104
def test_others_are_not_let_in(linked_record, host):
    result = sayso("serve", "--host", host, "--record", linked_record)
    assert result.exit_code == 2
    assert "give --auth" in result.stderr


def test_a_port_that_is_taken_is_one_line(linked_record):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = sayso("serve", "--port", port, "--record", linked_record)
    assert result.exit_code == 1
    assert result.stderr == f"sayso: 127.0.0.1:{port}: Address already in use\n"


def test_without_a_record_it_says_so(tmp_path):
    result = sayso("serve", "--record", tmp_path / "none.db")
    assert result.exit_code == 1
    assert "none.db" in result.stderr


def test_without_the_extra_it_says_what_to_install(linked_record, monkeypatch):
    for name in [name for name in sys.modules if name.startswith(("sayso.web", "starlette"))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "starlette", None)
    result = sayso("serve", "--record", linked_record)
    assert result.exit_code == 1
    assert 'pip install "sayso[web]"' in result.stderr


def answered(address, said):
    """Return what comes until the other side ends, after saying something."""
    host, port = address.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=30) as connection:
        connection.sendall(said)
        made = b""
        while some := connection.recv(4096):
            made += some
        return made


@pytest.mark.parametrize("said", [b"", b"GET / HTTP/1.1\r\nHost: 127", b"GET /health HTTP/1.1\r\n"])
def test_whoever_says_nothing_is_not_waited_for(linked_record, monkeypatch, said):
    monkeypatch.setattr(Connection, "HEAD", 0.2)
    with serving(linked_record) as address, suppress(ConnectionResetError):
        assert answered(address, said) == b""


def test_a_head_in_pieces_is_waited_for(linked_record, monkeypatch):
    monkeypatch.setattr(Connection, "HEAD", 5.0)
    with serving(linked_record) as address:
        host, port = address.removeprefix("http://").split(":")
        with socket.create_connection((host, int(port)), timeout=30) as connection:
            for part in (b"GET /health HTTP/1.1\r\n", b"Host: 127.0.0.1\r\n", b"\r\n"):
                connection.sendall(part)
                time.sleep(0.05)
            assert connection.recv(4096).startswith(b"HTTP/1.1 200")


def test_those_who_hold_connections_keep_nobody_out(linked_record, monkeypatch):
    monkeypatch.setattr(Connection, "HEAD", 0.5)
    monkeypatch.setattr(Connection, "MOST", 5)
    with serving(linked_record) as address:
        host, port = address.removeprefix("http://").split(":")
        idle = [socket.create_connection((host, int(port)), timeout=30) for _ in range(20)]
        end = time.monotonic() + 30
        while time.monotonic() < end:
            try:
                with urllib.request.urlopen(f"{address}/health", timeout=30) as answer:  # noqa: S310
                    assert json.load(answer)["articles"] == 33
                    break
            except OSError:
                time.sleep(0.1)
        else:
            raise AssertionError("nobody else is answered")
        for each in idle:
            each.close()
