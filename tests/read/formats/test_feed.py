"""RSS and Atom: the full content where it is, else what there is, and it is said."""

import feedparser
import pytest

from sayso.read.formats.feed import SUMMARIES
from sayso.read.formats.trees import _Mended
from sayso.records import Moment
from tests.read.formats import samples
from tests.read.formats.samples import WORDS


def rss(*items, head=""):
    return (
        '<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:content="http://purl.org/rss/1.0/modules/content/"'
        ' xmlns:media="http://search.yahoo.com/mrss/"><channel>'
        f"<title>Skerra Courier</title><link>http://courier.example/</link>{head}{''.join(items)}"
        "</channel></rss>"
    ).encode()


def item(**fields):
    inside = "".join(
        f"<{k.replace('_', ':')}>{v}</{k.replace('_', ':')}>" for k, v in fields.items()
    )
    return f"<item>{inside}</item>"


@pytest.mark.parametrize("kind", ["rss", "atom"])
def test_a_feed_gives_an_article_an_item(reading, kind):
    read = reading(samples.feed(kind))
    assert read.kinds == [(f"file:{n}", "article") for n in (1, 2, 3)]
    summary, full, _ = read.articles
    assert summary.text == f"Velmark stays & waits 0\n\n{WORDS[0]}"
    assert full.text == "Velmark stays & waits 1\n\n" + "\n\n".join(WORDS)
    assert full.published == Moment("2031-03-14", "2031-03-14", "day", "2031-03-14T09:30:00Z")
    assert (full.publisher, full.byline) == ("Skerra Courier", ("Mira Tolland",))
    assert (full.url, full.lang) == ("http://courier.example/1", "en")
    assert full.given_id == "urn:courier:1"
    assert full.concluded == ()
    assert dict(read.asides.remarks) == {SUMMARIES: 1}


@pytest.mark.parametrize("kind", ["rss", "atom"])
def test_another_reader_of_feeds_sees_the_same(reading, kind):
    data = samples.feed(kind)
    theirs = feedparser.parse(data).entries
    ours = reading(data).articles
    assert [(a.title, a.url, a.given_id) for a in ours] == [(t.title, t.link, t.id) for t in theirs]


@pytest.mark.parametrize(
    ("given", "field", "value"),
    [
        (
            {"title": "A", "description": "One says.", "dc_date": "2031-03-14"},
            "published",
            "2031-03-14",
        ),
        (
            {"title": "A", "description": "One.", "author": "m@x.example (Mira Tolland)"},
            "byline",
            ("Mira Tolland",),
        ),
        ({"media_title": "Photo", "title": "A", "description": "One."}, "title", "A"),
        ({"title": "A", "media_description": "Photo", "description": "One."}, "text", "A\n\nOne."),
        (
            {"title": "A", "description": "One.", "source": "Karsk Beacon"},
            "publisher",
            "Karsk Beacon",
        ),
        ({"title": "A &amp;amp; B", "description": "One."}, "title", "A & B"),
        ({"title": "<![CDATA[A <b>bold</b> one]]>", "description": "One."}, "title", "A bold one"),
        (
            {"title": "A", "description": "One.", "link": "/news/1"},
            "url",
            "http://courier.example/news/1",
        ),
        ({"title": "A", "description": "One.", "link": "javascript:x"}, "url", ""),
        (
            {"title": "A", "description": "One.", "guid": "http://c.example/1"},
            "url",
            "http://c.example/1",
        ),
        (
            {"title": "A", "description": "&lt;p&gt;One.&lt;p&gt;Two.&lt;/p&gt;"},
            "text",
            "A\n\nOne.\n\nTwo.",
        ),
        ({"title": "A", "description": "One &nbsp; two."}, "text", "A\n\nOne two."),
        (
            {"title": "A", "content_encoded": "<![CDATA[<script>x()</script><p>One.</p>]]>"},
            "text",
            "A\n\nOne.",
        ),
    ],
)
def test_fields_are_read_as_feeds_write_them(reading, given, field, value):
    (article,) = reading(rss(item(**given))).articles
    read = getattr(article, field)
    assert (read.start if field == "published" else read) == value


def test_a_long_description_is_the_article_itself(reading):
    words = "The road to Karsk is shut. " * 40
    assert not reading(rss(item(title="A", description=words))).asides.remarks


def test_items_that_hold_nothing_are_errors_and_the_others_go_on(reading):
    read = reading(rss(item(link="http://x.example"), item(title="B", description="Two.")))
    assert read.kinds == [("file:1", "empty"), ("file:2", "article")]


def test_a_title_that_no_parser_is_given_is_an_error_of_its_item(reading):
    read = reading(rss(item(title="&lt;b&gt;" * 5000, description="One.")))
    assert read.kinds == [("file:1", "markup")]


def test_what_is_broken_is_mended_where_it_can_be(reading):
    bare = "<item><title>Rain & wind</title><link>http://x.example/?a=1&b=2</link></item>"
    cut = "<item><title>A</titl><description>One.</description></item>"
    section = item(title="<![CDATA[C & D &amp; E]]>", description="Two.")
    read = reading(rss(bare, cut, section))
    assert [a.title for a in read.articles] == ["Rain & wind", "A", "C & D & E"]
    assert read.articles[0].url == "http://x.example/?a=1&b=2"


@pytest.mark.parametrize("size", [1, 2, 3, 7, 50])
def test_what_is_mended_does_not_hang_on_where_it_is_cut(size):
    data = b"<a>&amp; & <![CDATA[ & ]] ]]> &b; &#38; &c <![CDATA[<&]]>&"
    mend = _Mended()
    pieces = [mend(data[i : i + size]) for i in range(0, len(data), size)]
    wanted = b"<a>&amp; &amp; <![CDATA[ & ]] ]]> &b; &#38; &amp;c <![CDATA[<&]]>&amp;"
    assert b"".join([*pieces, mend(b"")]) == wanted


def test_a_feed_that_is_cut_gives_its_whole_items_and_an_error(reading):
    data = samples.feed("rss")
    cut = data[: data.index(b"</item>", data.index(b"</item>") + 5) - 30]
    assert reading(cut).kinds == [("file:1", "article"), ("file", "xml")]


@pytest.mark.parametrize("behind", [b"\n", b"\n<!-- cached -->", b"\n" * 9000])
def test_what_stands_behind_a_feed_does_not_make_it_cut(reading, behind):
    feed = rss(item(title="A", description="One."))
    assert reading(feed + behind).kinds == [("file:1", "article")]
    wide = feed.decode().replace("?>", ' encoding="utf-16"?>', 1).encode("utf-16")
    assert reading(wide).kinds == [("file:1", "article")]
    assert reading(b"<rss/>" + behind[:1]).kinds == []


BOMB = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))


def test_entities_are_neither_grown_nor_fetched(reading, tmp_path):
    (tmp_path / "secret").write_text("secret words")
    kind = f'<!DOCTYPE rss [<!ENTITY e0 "x">{BOMB}<!ENTITY s SYSTEM "secret">]>'
    body = rss(item(title="A", description="One &e11; and &s;."))
    read = reading(body.replace(b"<rss", kind.encode() + b"<rss"))
    assert read.kinds == [("file", "xml")]  # of entities that grow nothing is read
    kind = '<!DOCTYPE rss [<!ENTITY a "x"><!ENTITY s SYSTEM "secret">]>'
    body = rss(item(title="A", description="One &a; and &s;."))
    (article,) = reading(body.replace(b"<rss", kind.encode() + b"<rss")).articles
    assert article.text == "A\n\nOne &a; and &s;."


def test_what_nests_too_deep_or_is_too_long_is_an_error(reading):
    deep = rss(item(title="A", description="<b>" * 400 + "x" + "</b>" * 400))
    assert [kind for _, kind in reading(deep).kinds] == ["xml"]
    long = rss(item(title="A", description="x" * 5000))
    assert [kind for _, kind in reading(long, max_bytes=4000).kinds] == ["size"]


def test_a_feed_without_items_is_counted(reading):
    assert reading(rss()).skipped == {"feeds without items": 1}


def test_a_sitemap_is_counted_and_nothing_of_it_fetched(reading):
    read = reading(samples.SITEMAP)
    assert read.outcomes == []
    assert list(read.skipped.values()) == [2]
    assert "none is fetched" in next(iter(read.skipped))
