"""What a robots.txt lets be read."""

import pytest

from sayso.watch.robots import Robots

SITE = "https://courier.example"


@pytest.mark.parametrize(
    ("text", "path", "allowed"),
    [
        ("", "/a", True),
        ("<html>not found</html>", "/a", True),
        ("User-agent: *\nDisallow: /", "/a", False),
        ("User-agent: *\nDisallow:", "/a", True),
        ("User-agent: *\nDisallow: /news\nAllow: /news/free", "/news/free/1", True),
        ("User-agent: *\nDisallow: /*.pdf$", "/a.pdf", False),
        ("User-agent: *\nDisallow: /\n\nUser-agent: sayso\nDisallow: /x", "/a", True),
        ("User-agent: Sayso\nDisallow: /", "/a", False),
        ("User-agent: other\nDisallow: /", "/a", True),
        ("\0\ud800 broken: ]\n" * 50, "/a", True),
    ],
)
def test_who_may_read_what(text, path, allowed):
    assert Robots(text).allow(SITE + path) is allowed


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("", 0),
        ("User-agent: *\nCrawl-delay: 5", 5),
        ("User-agent: *\nCrawl-delay: 86400", 60),
        ("User-agent: *\nCrawl-delay: soon", 0),
        ("User-agent: *\nRequest-rate: 1/10", 10),
    ],
)
def test_how_fast(text, seconds):
    assert Robots(text).pause == seconds
