"""What pages say of their articles, and what they do not say."""

import json

import pytest

from sayso.read.html import read_html

TITLE = "Velmark will not leave Karsk, minister says"
LEAD = "Velmark will never give up the region of Karsk, its minister said on Friday."
PARAGRAPHS = (
    f"<p>{LEAD}</p><p>“We are not going to discuss it,” Oren Vask told reporters.</p>"
    "<p>“It is over,” said Lena Orsk, a spokeswoman for Ostrania.</p>"
)


def article(head="", top="", bottom="", address="", window=f"{TITLE} - The Northern Ledger"):
    body = f"<article><h1>{TITLE}</h1>{top}{PARAGRAPHS}{bottom}</article>"
    html = (
        f"<!doctype html><html><head><title>{window}</title>{head}</head><body>{body}</body></html>"
    )
    return read_html(html, "x", address=address)


def ld(**fields):
    block = json.dumps({"@type": "NewsArticle"} | fields)
    return f'<script type="application/ld+json">{block}</script>'


BYLINES = {
    "json-ld": ({"head": ld(author={"@type": "Person", "name": "Mira Tolland"})}, ["Mira Tolland"]),
    "json-ld list": ({"head": ld(author=[{"name": "A Bell"}, "C Dee"])}, ["A Bell", "C Dee"]),
    "json-ld agency": ({"head": ld(author={"@type": "Organization", "name": "NWA"})}, ["NWA"]),
    "meta": ({"head": '<meta name="author" content="By Mira Tolland and Petra Dunne">'},
             ["Mira Tolland", "Petra Dunne"]),
    "byl": ({"head": '<meta name="byl" content="By Mira Tolland">'}, ["Mira Tolland"]),
    "rel": ({"top": '<div>By <a rel="author" href="/m">Mira Tolland</a></div>'}, ["Mira Tolland"]),
    "class": ({"top": '<span class="c-byline__author">Mira Tolland</span>'}, ["Mira Tolland"]),
    "itemprop": ({"top": '<span itemprop="author">Mira Tolland</span>'}, ["Mira Tolland"]),
    "paragraph": ({"top": "<p>By Mira Tolland</p>"}, ["Mira Tolland"]),
}  # fmt: skip


@pytest.mark.parametrize(("parts", "names"), BYLINES.values(), ids=BYLINES)
def test_bylines_are_found(parts, names):
    assert list(article(**parts).byline) == names


# Where trafilatura, or a careless reader, takes the person quoted for the author.
QUOTED = {
    "json-ld person": {"head": '<script type="application/ld+json">{"@context":"https://schema.org",'
                               '"@type":"Person","name":"Lena Orsk"}</script>'},
    "about": {"head": ld(about={"@type": "Person", "name": "Lena Orsk"})},
    "cite": {"bottom": '<blockquote>“No.” <cite class="author">Lena Orsk</cite></blockquote>'},
    "quote box": {"bottom": '<div class="quote-box">“No.” <b class="author">Lena Orsk</b></div>'},
    "in the body": {"bottom": '<p>“No.”</p><span class="author">Lena Orsk</span>'},
    "spokeswoman": {"top": '<span class="author">Lena Orsk, spokeswoman</span>'},
    "figure": {"top": '<figure><span class="author">Lena Orsk</span></figure>'},
    "comment": {"bottom": '<div id="comments"><span class="comment-author">Rex Hall</span></div>'},
    "address": {"head": '<meta property="article:author" content="https://social.example/ledger">'},
    "nobody": {},
}  # fmt: skip


@pytest.mark.parametrize("parts", QUOTED.values(), ids=QUOTED)
def test_those_who_are_quoted_are_no_authors(parts):
    assert article(**parts).byline == ()


DATES = {
    "json-ld": {"head": ld(datePublished="2031-03-14T23:30:00+01:00", dateModified="2031-03-20")},
    "meta": {"head": '<meta property="article:modified_time" content="2031-03-20">'
                     '<meta property="article:published_time" content="2031-03-14T09:30:00Z">'},
    "itemprop": {"head": '<meta itemprop="datePublished" content="2031-03-14">'},
    "words": {"head": '<meta name="date" content="Friday, 14 March 2031">'},
    "broken first": {"head": ld(datePublished="soon") + '<meta name="date" content="2031-03-14">'},
    "time": {"top": '<time datetime="2031-03-14T09:30">two days ago</time>'},
    "updated time": {"top": '<time class="updated" datetime="2031-03-20">now</time>'
                            '<time datetime="2031-03-14">then</time>'},
    "class": {"top": '<span class="post-date">March 14, 2031</span>'},
    "paragraph": {"top": "<p>Published 14 March 2031, 09:30 GMT</p>"},
    "address": {"address": "https://ledger.example/2031/03/14/karsk"},
}  # fmt: skip


@pytest.mark.parametrize("parts", DATES.values(), ids=DATES)
def test_dates_are_found(parts):
    assert article(**parts).published.start == "2031-03-14"


def test_the_time_is_that_of_json_ld_where_it_has_the_day():
    stamp = "2031-03-14T09:30:00Z"
    assert article(head=ld(datePublished=stamp)).published.time == stamp
    day = '<meta property="article:published_time" content="2031-03-15">'
    published = article(head=day + ld(datePublished=stamp)).published
    assert (published.start, published.time) == ("2031-03-15", "")


@pytest.mark.parametrize(
    "parts",
    [
        {},
        {"bottom": "<p>The truce of 14 March 2031 held.</p>"},
        {"bottom": "<p>© 2029 The Northern Ledger</p>"},
        {"address": "https://ledger.example/2031/99/99/karsk"},
    ],
)
def test_other_dates_are_not_its_date(parts):
    assert article(**parts).published is None


TITLES = {
    "h1": {},
    "og": {"head": f'<meta property="og:title" content="{TITLE}">'},
    "og with site": {"head": f'<meta property="og:title" content="{TITLE} | The Northern Ledger">'},
    "json-ld": {"head": ld(headline=TITLE)},
    "other window": {"window": "The Northern Ledger"},
    "no window": {"window": ""},
    "site name in h1": {"top": "<h1>The Northern Ledger</h1>"},
}


@pytest.mark.parametrize("parts", TITLES.values(), ids=TITLES)
def test_the_title_is_the_headline_of_the_page(parts):
    assert article(**parts).title == TITLE


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (f"<title>{TITLE} | The Northern Ledger</title>", TITLE),
        (f"<title>{TITLE} - Ledger</title>", TITLE),
        (f'<meta property="og:title" content="{TITLE}"><title>Ledger</title>', TITLE),
        ("", ""),
    ],
)  # fmt: skip
def test_without_h1_the_head_gives_the_title(head, title):
    html = f"<html><head>{head}</head><body><article>{PARAGRAPHS}</article></body></html>"
    assert read_html(html, "x").title == title


def test_publisher_language_and_address():
    page = article(
        head='<meta property="og:site_name" content="The Northern Ledger">'
        '<link rel="canonical" href="/world/karsk">' + ld(inLanguage="en-GB"),
        address="https://ledger.example/x?from=feed",
    )
    assert (page.publisher, page.lang) == ("The Northern Ledger", "en")
    assert page.url == "https://ledger.example/world/karsk"


@pytest.mark.parametrize(
    ("head", "url"),
    [
        ("", "https://ledger.example/x"),
        ('<meta property="og:url" content="https://other.example/y">', "https://other.example/y"),
        ('<link rel="canonical" href="javascript:alert(1)">', "https://ledger.example/x"),
        ('<link rel="canonical" href="http://[::1">', "https://ledger.example/x"),
        ('<link rel="canonical" href="">', "https://ledger.example/x"),
    ],
)
def test_the_address_is_the_page_own_or_the_fetched_one(head, url):
    assert article(head=head, address="https://ledger.example/x").url == url


def test_what_a_page_does_not_say_is_empty():
    page = article()
    assert (page.publisher, page.url, page.lang, page.published) == ("", "", "", None)
