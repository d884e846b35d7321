"""NewsML-G2 and NITF, written by hand to the schema."""

import pytest

from sayso.read.formats.newsml import NO_TEXT, NOT_USABLE
from sayso.records import Moment
from tests.read.formats.samples import BODY, NITF, WORDS, newsml, newsml_item

TEXT = "Velmark stays in Karsk\n\n" + "\n\n".join(WORDS)
XHTML = f"<html><head><title>no</title></head><body>{BODY}</body></html>"
INLINE = {
    "nitf": f'<inlineXML contenttype="application/nitf+xml">{NITF}</inlineXML>',
    "xhtml": f'<inlineXML contenttype="application/xhtml+xml">{XHTML}</inlineXML>',
    "html": f'<inlineData contenttype="text/html"><![CDATA[{BODY}]]></inlineData>',
    "plain": '<inlineData contenttype="text/plain">' + "\n\n".join(WORDS) + "</inlineData>",
}


@pytest.mark.parametrize("form", INLINE)
def test_an_item_is_an_article_whatever_its_text_is_in(reading, form):
    read = reading(newsml_item(1, INLINE[form]).encode())
    (article,) = read.articles
    assert (article.source, article.text) == ("file", TEXT)
    assert article.published == Moment("2031-03-14", "2031-03-14", "day", "2031-03-14T09:30:00Z")
    assert (article.publisher, article.byline, article.lang) == ("NWA", ("Mira Tolland",), "en")
    assert article.given_id == "urn:nwa:1"


def test_of_a_message_each_text_is_read_and_the_rest_counted(reading):
    remote = '<remoteContent href="a.jpg" contenttype="image/jpeg"/>'
    items = (
        newsml_item(1, INLINE["nitf"]),
        newsml_item(2, remote, kind="picture"),
        newsml_item(3, INLINE["plain"], status="canceled"),
        newsml_item(4, INLINE["html"]),
    )
    read = reading(newsml(*items))
    assert read.kinds == [("file:1", "article"), ("file:4", "article")]
    assert read.skipped == {NO_TEXT: 1, NOT_USABLE: 1}


def test_what_is_no_text_inside_an_item_is_counted(reading):
    events = '<inlineXML contenttype="application/x"><events><p>Talks</p></events></inlineXML>'
    assert reading(newsml_item(1, events).encode()).skipped == {NO_TEXT: 1}


def test_nitf_alone_is_an_article(reading):
    (article,) = reading(NITF.encode()).articles
    assert article.text == "Velmark waits\n\n" + "\n\n".join(WORDS)
    assert article.byline == ("Bo Tarn",)
    assert article.published
    assert article.published.start == "2031-03-14"


def test_a_message_that_is_cut_gives_its_whole_items_and_an_error(reading):
    data = newsml(newsml_item(1, INLINE["nitf"]), newsml_item(2, INLINE["html"]))
    assert reading(data[:-200]).kinds == [("file:1", "article"), ("file", "xml")]
