"""Fetching, against a small server on this machine; no other address is ever contacted."""

import gzip
import socket
import threading
import time
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from sayso.errors import FetchError
from sayso.read import fetch as seam
from sayso.read.fetch import fetch, is_public
from sayso.settings import Settings

PAGE = (
    "<html><head><title>Velmark stays</title></head><body><h1>Velmark stays</h1>"
    "<p>“We stay,” the minister said on Friday.</p></body></html>"
)
OPEN = Settings(allow_private=True, timeout=2, max_bytes=10_000, max_redirects=3)

SLOWEST = 300  # characters that a server sends one by one, ten a second


class Site(BaseHTTPRequestHandler):
    """Answers each path in its own way, well or badly."""

    protocol_version = "HTTP/1.1"
    asked: list[tuple[str, str]] = []  # noqa: RUF012 - shared on purpose
    dripped: dict[str, int] = {}  # noqa: RUF012

    def do_GET(self):
        """Take a request down and answer it."""
        self.asked.append((self.headers["Host"], self.path))
        name = self.path.strip("/").partition("?")[0].partition("/")[0]
        getattr(self, f"_{name}", self._page)()

    def _answer(self, body=b"", status=200, **headers):
        self.send_response(status)
        headers = {
            "Content_Type": "text/html; charset=utf-8",
            "Content_Length": len(body),
        } | headers
        for name, value in headers.items():
            if value is not None:
                self.send_header(name.replace("_", "-"), str(value))
        self.end_headers()
        self.wfile.write(body)

    def _page(self):
        self._answer(PAGE.encode())

    def _latin(self):
        self._answer(PAGE.encode("cp1252"), Content_Type='text/html; charset="windows-1252"')

    def _text(self):
        self._answer(b"Velmark stays\n\nThe minister said so.", Content_Type="text/plain")

    def _bare(self):
        self._answer(PAGE.encode(), Content_Type=None)

    def _picture(self):
        self._answer(b"\x89PNG", Content_Type="image/png")

    def _gone(self):
        self._answer(b"gone", status=410)

    def _hop(self):
        left = int(self.path.rpartition("/")[2])
        self._answer(status=302, Location=f"/hop/{left - 1}" if left else "/page")

    def _away(self):
        self._answer(status=301, Location=self.path.partition("?")[2])

    def _nowhere(self):
        self._answer(status=302)

    def _gzip(self):
        self._answer(gzip.compress(PAGE.encode()), Content_Encoding="gzip")

    def _bomb(self):
        self._answer(gzip.compress(b"x" * 50_000_000), Content_Encoding="gzip")

    def _half(self):
        self._answer(gzip.compress(PAGE.encode())[:-20], Content_Encoding="gzip")

    def _broken(self):
        self._answer(b"not packed at all", Content_Encoding="gzip")

    def _brotli(self):
        self._answer(b"x", Content_Encoding="br")

    def _long(self):
        self._answer(b"x" * 20_000)

    def _endless(self):
        self._answer(Content_Length=None, Connection="close")
        try:
            while True:
                self.wfile.write(b"x" * 1_000)
        except OSError:
            self.close_connection = True

    def _drip(self):
        self._answer(Content_Length=None, Connection="close")
        try:
            for _ in range(100):
                self.wfile.write(b"x")
                time.sleep(0.1)
        except OSError:
            self.close_connection = True

    def _slow(self):
        """Send the status line, or a header after it, a character at a time."""
        start = b"HTTP/1.1 200 OK\r\nX-Part: " if self.path.endswith("header") else b""
        try:
            self.wfile.write(start)
            for _ in range(SLOWEST):
                self.dripped[self.path] = self.dripped.get(self.path, 0) + 1
                self.wfile.write(b"H")
                time.sleep(0.1)
        except OSError:
            pass
        self.close_connection = True

    def _silent(self):
        time.sleep(1.5)
        self.close_connection = True

    def _cut(self):
        self._answer(b"only this", Content_Length=5_000)
        self.close_connection = True

    def _garbage(self):
        self.wfile.write(b"hello\r\n\r\n")
        self.close_connection = True

    def log_message(self, *_):
        """Say nothing."""


@pytest.fixture(scope="module")
def site():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def failure(address, settings=OPEN):
    with pytest.raises(FetchError) as error:
        fetch(address, settings)
    assert error.value.source == address
    return error.value


def test_a_page_comes_with_its_address_type_and_charset(site):
    page = fetch(f"{site}/page?a=ü#part", OPEN)
    assert page.body == PAGE.encode()
    assert (page.media_type, page.charset) == ("text/html", "utf-8")
    assert Site.asked[-1] == (site.removeprefix("http://"), "/page?a=%C3%BC")


def test_packed_pages_are_unpacked(site):
    assert fetch(f"{site}/gzip", OPEN).body == PAGE.encode()


def test_redirects_are_followed_to_the_limit(site):
    assert fetch(f"{site}/hop/2", OPEN).url == f"{site}/page"
    assert failure(f"{site}/hop/3").kind == "redirects"
    assert (
        failure(f"{site}/hop/0", Settings(allow_private=True, max_redirects=0)).kind == "redirects"
    )


FAILURES = {
    "picture": "content-type",
    "gone": "status",
    "nowhere": "redirects",
    "bomb": "size",
    "long": "size",
    "endless": "size",
    "half": "content-encoding",
    "broken": "content-encoding",
    "brotli": "content-encoding",
    "cut": "protocol",
    "garbage": "protocol",
    "away?ftp://ledger.example/": "scheme",
    "away?file:///etc/hosts": "scheme",
    "away?http://[::1": "address",
}


@pytest.mark.parametrize(("path", "kind"), FAILURES.items())
def test_each_failure_has_its_kind(site, path, kind):
    assert failure(f"{site}/{path}").kind == kind


@pytest.mark.parametrize("path", ["silent", "drip"])
def test_slow_servers_are_left(site, path, seconds):
    impatient = Settings(allow_private=True, timeout=0.3)
    assert failure(f"{site}/{path}", impatient).kind == "timeout"
    assert seconds() < 5


@pytest.mark.parametrize("part", ["status", "header"])
def test_headers_that_drip_are_cut_before_they_end(site, part):
    impatient = Settings(allow_private=True, timeout=0.4)
    assert failure(f"{site}/slow/{part}", impatient).kind == "timeout"
    assert Site.dripped[f"/slow/{part}"] < SLOWEST / 2


def test_a_handshake_that_drips_is_cut_before_it_ends():
    sent = []

    def drip(listener):
        with listener.accept()[0] as connection, suppress(OSError):
            # The head of a TLS record that promises 16,000 bytes of a handshake.
            connection.sendall(b"\x16\x03\x03\x3e\x80")
            while len(sent) < SLOWEST:
                connection.sendall(b"\x02")
                sent.append(1)
                time.sleep(0.1)

    with socket.create_server(("127.0.0.1", 0)) as listener:
        threading.Thread(target=drip, args=(listener,), daemon=True).start()
        address = f"https://127.0.0.1:{listener.getsockname()[1]}/"
        assert failure(address, Settings(allow_private=True, timeout=0.4)).kind == "timeout"
    assert len(sent) < SLOWEST / 2


def test_a_port_that_nobody_listens_on():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        assert failure(f"http://127.0.0.1:{taken.getsockname()[1]}/").kind == "connect"


def test_a_server_without_encryption_is_refused_over_https(site):
    assert failure(site.replace("http:", "https:")).kind == "tls"


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("ftp://ledger.example/", "scheme"),
        ("file:///etc/hosts", "scheme"),
        ("javascript://x", "scheme"),
        ("http://", "address"),
        ("http://[::1", "address"),
        ("http://a..b/", "address"),
        ("http://x:99999/", "address"),
        ("http://user:word@127.0.0.1/", "address"),
        (f"http://{'x' * 70}.example/", "address"),
    ],
)
def test_addresses_that_are_never_asked(address, kind):
    assert failure(address).kind == kind


PRIVATE = [
    *("127.0.0.1", "127.8.8.8", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254"),
    *("100.64.0.1", "255.255.255.255", "224.0.0.1", "239.1.1.1", "240.0.0.1"),
    "0.0.0.0",  # noqa: S104
    *("192.0.2.1", "198.18.0.1", "203.0.113.5", "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1"),
    *("ff02::1", "2001:db8::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "2002:7f00:1::"),
    *("2002:a00:1::", "64:ff9b::7f00:1", "64:ff9b::a00:1", "fec0::1"),
]


@pytest.mark.parametrize("address", PRIVATE)
def test_private_addresses(address):
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "1.1.1.1", "2606:4700::1111", "64:ff9b::808:808"])
def test_public_addresses(address):
    assert is_public(address)


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "127.1", "0x7f000001", "2130706433", "[::1]", "[::ffff:127.0.0.1]"],
)
def test_private_hosts_are_refused_unless_allowed(site, host):
    asked = len(Site.asked)
    address = site.replace("127.0.0.1", host)
    assert failure(f"{address}/page", Settings()).kind == "private"
    assert len(Site.asked) == asked


@pytest.fixture
def names(monkeypatch):
    """Let names resolve as a test says, a list of addresses a question; numbers stay numbers."""
    real, known, questions = socket.getaddrinfo, {}, []

    def resolve(host, *args, **named):
        if host not in known:
            assert host == "127.0.0.1", f"{host} would have been asked for on the network"
            return real(host, *args, **named)
        questions.append(host)
        answers = known[host].pop(0)
        return [entry for ip in answers for entry in real(ip, *args, **named)]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    return known, questions


def test_a_name_is_resolved_once_and_connected_to_where_it_was_checked(site, names):
    known, questions = names
    known["ledger.example"] = [["127.0.0.1"], ["10.0.0.1"]]
    address = site.replace("127.0.0.1", "ledger.example")
    assert fetch(f"{address}/page", OPEN).url == f"{address}/page"
    assert questions == ["ledger.example"]
    assert Site.asked[-1][0] == address.removeprefix("http://")


def test_a_name_with_one_private_address_is_refused(site, names):
    known, _ = names
    known["ledger.example"] = [["8.8.8.8", "127.0.0.1"]]
    address = site.replace("127.0.0.1", "ledger.example")
    assert failure(address, Settings()).kind == "private"


def test_every_hop_is_checked(site, names, monkeypatch):
    known, _ = names
    known["ledger.example"] = [["127.0.0.1"]]
    known["inside.example"] = [["127.0.0.1"]]
    # The first hop stands for a public host: only there is this machine's address let through.
    real = seam.is_public
    monkeypatch.setattr(seam, "is_public", lambda ip: known["inside.example"] != [] or real(ip))
    port = site.rpartition(":")[2]
    address = f"http://ledger.example:{port}/away?http://inside.example:{port}/page"
    error = failure(address, Settings())
    assert error.kind == "private"
    assert "redirected to http://inside.example" in error.message


def test_the_next_address_is_tried_where_one_does_not_answer(site, names):
    known, _ = names
    known["ledger.example"] = [["127.0.0.2", "127.0.0.1"]]
    known["127.0.0.2"] = [["127.0.0.1"]] * 0 + [["127.0.0.2"]] * 9
    address = site.replace("127.0.0.1", "ledger.example")
    assert fetch(address, OPEN).body == PAGE.encode()


def test_an_unknown_host(names):
    known, _ = names

    def unknown(*_, **__):
        raise socket.gaierror("no such host")

    socket.getaddrinfo = unknown  # undone by the fixture
    assert failure("http://nobody.example/").kind == "dns"
    assert known == {}


def test_encryption_is_checked_against_the_name_not_the_number():
    target = seam._target("https://ledger.example/karsk")
    with seam._pool(target, "127.0.0.1", 1.0) as pool:
        assert (pool.host, pool.port) == ("127.0.0.1", 443)
        assert pool.assert_hostname == pool.conn_kw["server_hostname"] == "ledger.example"
        assert pool.cert_reqs == "CERT_REQUIRED"


@pytest.mark.parametrize("path", ["page", "gzip", "latin", "bare"])
def test_an_address_is_read_as_an_article(site, read, path):
    (article,) = read(f"{site}/{path}", allow_private=True)
    assert article.text == "Velmark stays\n\n“We stay,” the minister said on Friday."
    assert (article.source, article.url) == (f"{site}/{path}", f"{site}/{path}")


def test_plain_text_at_an_address(site, read):
    (article,) = read(f"{site}/text", allow_private=True)
    assert (article.title, article.url) == ("Velmark stays", f"{site}/text")


def test_an_address_that_fails_stops_nothing(site, read):
    outcomes = read(f"{site}/gone", f"{site}/page", "ftp://x", allow_private=True)
    assert [getattr(each, "kind", "article") for each in outcomes] == [
        "status",
        "article",
        "scheme",
    ]


def test_addresses_of_json_lines_are_refused(read):
    (error,) = read("http://127.0.0.1/", format="jsonl")
    assert error.kind == "format"
