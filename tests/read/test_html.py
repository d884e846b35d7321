"""HTML pages of many makes -> articles."""

import random

import pytest

from sayso.errors import ReadError
from sayso.read.html import read_html

TITLE = "Velmark will not leave Karsk, minister says"
LEAD = "KARSK (NWA) — Velmark will never give up the region of Karsk, its minister said on Friday."
QUOTE = "“We are not going to discuss it,” Oren Vask told reporters in the capital."
STRAIGHT = '"It is the end of the talks," said Lena Orsk, a spokeswoman for Ostrania.'
BODY = [LEAD, QUOTE, STRAIGHT, "Ostrania denies it."]
PARAGRAPHS = "".join(f"<p>{text}</p>" for text in BODY)
TEXT = "\n\n".join([TITLE, *BODY])

STORY = f"<h1>{TITLE}</h1>{PARAGRAPHS}"
MENU = '<ul class="main"><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul>'
PAGES = {
    "article": f"<nav>{MENU}</nav><article>{STORY}</article><footer>Ledger</footer>",
    "main": f"<header>{MENU}</header><main><h1>{TITLE}</h1><div>{PARAGRAPHS}</div></main>",
    "divs": f'{MENU}<div class="wrap"><div class="content">{STORY}</div></div>',
    "bare": f"{STORY}",
    "breaks": f'<h1>{TITLE}</h1><div class="content"><div>{"<br><br>".join(BODY)}</div></div>',
    "table": f"<table><tr><td>{STORY}</td></tr></table>",
    "blockquotes": f"<article><h1>{TITLE}</h1><p>{LEAD}</p><blockquote><p>{QUOTE}</p></blockquote>"
    f"<blockquote>{STRAIGHT}</blockquote><p>{BODY[3]}</p></article>",
    "links": f"<article>{STORY.replace(' Karsk', ' <a href=k><b>Karsk</b></a>')}</article>",
    "byline": f"<article><h1>{TITLE}</h1><p class=by>By Mira Tolland</p><p>14 March 2031</p>"
    f"{PARAGRAPHS}</article>",
    "name": f"<article><h1>{TITLE}</h1><p itemprop=author>Mira Tolland</p>{PARAGRAPHS}</article>",
    "kicker": f"<article><p>Karsk conflict</p>{STORY}</article>",
    "pull quote": f"<article>{STORY}"
    "<div class='Pull-Quote'>We are not going to discuss it</div></article>",
    "aside": f"<article>{STORY}<aside><p>The war in five maps.</p></aside></article>",
    "related": f"<article>{STORY}<p>Read more: <a href=x>Who has Karsk?</a></p>"
    f"<h2>Related stories</h2>{MENU}<p>© 2031 The Ledger. All rights reserved.</p></article>",
    "comments": f"<article>{STORY}</article>"
    '<div id="comments"><p>Rex: “I was there,” my uncle said, and nobody believes it.</p></div>',
    "share": f"<article><h1>{TITLE}</h1><div><a>Facebook</a> <a>Twitter</a></div>{PARAGRAPHS}"
    "<p>Sign up for our newsletter</p></article>",
    "leaked label": f"<article>{STORY.replace('KARSK', 'text_fieldsKARSK')}</article>",
    "unclosed nav": f"<nav>{MENU}{STORY}",
}


def page(body, head=""):
    return (
        f'<!doctype html><html lang="en-GB"><head><title>{TITLE} | The Northern Ledger</title>'
        f"{head}</head><body>{body}</body></html>"
    )


@pytest.mark.parametrize("body", PAGES.values(), ids=PAGES)
def test_every_make_of_page_gives_the_same_text(body):
    article = read_html(page(body), "a.html")
    assert article.text == TEXT
    assert article.title == article.title_span.of(article.text) == TITLE
    assert (article.source, article.dateline, article.lang) == ("a.html", "KARSK", "en")


OPENINGS = [
    '"',
    "“",
    "”",
    "'",
    "‘",
    "«",
    "„",
    "‚",
    "‹",
    "「",
    "&quot;",
    "&ldquo;",
    "&#8220;",
    "''",
    "``",
]


@pytest.mark.parametrize("mark", OPENINGS)
def test_paragraphs_that_open_with_a_quotation_mark_survive(mark):
    said = f"{mark}No,” he said." * 2
    body = f"<article><p>{LEAD}</p><p>{said}</p><p><b>{said}</b> He left.</p></article>"
    assert read_html(page(body), "x").text.count("he said.") == 4


def test_the_marks_that_browsers_draw_around_q_are_in_the_text():
    body = (
        f"<article><h1>{TITLE}</h1><p>{LEAD}</p><p><q>We stay</q>, he said. <q>It is <q>ours</q> "
        "<b>now</b></q> <q>“Yes”</q></p></article>"
    )
    assert read_html(page(body), "x").text.endswith("“We stay”, he said. “It is ‘ours’ now” “Yes”")


def test_a_news_flash_brings_no_menus_with_it():
    body = f"<nav>{MENU}</nav>{MENU}<h1>{TITLE}</h1><p>“We stay,” said Vask.</p><p>{MENU}</p>"
    assert read_html(page(body), "x").text == f"{TITLE}\n\n“We stay,” said Vask."


def test_rows_of_figures_and_items_are_paragraphs():
    body = (
        f"<article>{STORY}<ul><li>One <b>demand</b>.</li><li>Two.</li></ul>"
        "<table><tr><th>Party</th><th>Seats</th></tr><tr><td>Hearth</td><td>40</td></tr></table></article>"
    )
    assert (
        read_html(page(body), "x").text
        == TEXT + "\n\nOne demand.\n\nTwo.\n\nParty | Seats\n\nHearth | 40"
    )


def test_text_in_other_scripts_is_read():
    body = "<p>卡尔斯克地区将永远属于维尔马克，外交部长星期五表示，谈判已经结束。</p>"
    assert "外交部长" in read_html(f"<html lang=zh><body>{body}</body></html>", "x").text


NO_ARTICLES = {
    "empty": "<html><body></body></html>",
    "menu": page(MENU * 9),
    "script": page('<div id="root"></div><script>var said = "he said so";</script>'),
    "no script": page("<noscript>You need to enable JavaScript to run this app.</noscript>"),
    "cookies": page("<p>We use cookies to improve your experience on this site.</p>"),
    "image": page('<img src="x.png">'),
    "nothing": "<",
}


@pytest.mark.parametrize("html", NO_ARTICLES.values(), ids=NO_ARTICLES)
def test_a_page_without_article_is_an_error(html):
    with pytest.raises(ReadError) as error:
        read_html(html, "a.html")
    assert (error.value.source, error.value.kind) == ("a.html", "no-article")


ODD_PAGES = [
    f"<div>{PARAGRAPHS}",
    PARAGRAPHS,
    f"<!-- x --><html>{PARAGRAPHS}",
    f'<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><body>{PARAGRAPHS}</body>',
    page(f"<p>\x01 &#0;&#xD800;&#x110000; &nbsp;</p>{PARAGRAPHS}"),
    page(PARAGRAPHS, '<script type="application/ld+json">' + "[" * 50_000 + "</script>"),
    page(
        PARAGRAPHS,
        '<script type="application/ld+json">{"@type":"NewsArticle","author":{"@id":5}}</script>',
    ),
    page(
        PARAGRAPHS,
        '<link rel="canonical" href="http://[::1"><meta property="og:url" content="js:x">',
    ),
]


@pytest.mark.parametrize("html", ODD_PAGES, ids=range(len(ODD_PAGES)))
def test_odd_pages_are_read(html):
    assert LEAD in read_html(html, "x").text


TAGS = "p div article q blockquote table tr td ul li a h1 title time nav aside figure form b pre"
SCRAPS = [
    *(f"<{tag}>" for tag in TAGS.split()),
    *(f"</{tag}>" for tag in TAGS.split()),
    *("<!--", "-->", "<br>", "&amp;", "“", "”", "\x00", "<time datetime='2031-03-14'>", "said "),
    *("<div class='author byline date'>", "<script type='application/ld+json'>{}", "</script>"),
    *(LEAD, QUOTE, "<meta name=author content='A B'>", "<body>", "</body>", "\ufffe"),
]


def test_broken_pages_are_articles_or_errors():
    chance = random.Random(20310314)
    outcomes = set()
    for _ in range(150):
        html = "".join(chance.choices(SCRAPS, k=chance.randrange(1, 80)))
        try:
            outcomes.add(bool(read_html(html, "x").text))
        except ReadError as error:
            outcomes.add(error.kind)
    assert outcomes == {True, "no-article"}


@pytest.mark.parametrize("tag", ["div", "b", "span", "q", "blockquote"])
def test_deep_pages_are_read_to_their_end_or_refused(tag):
    def deep(levels):
        return page(
            PARAGRAPHS + f"<{tag}>" * levels + "x" + f"</{tag}>" * levels + f"<p>{QUOTE}.</p>"
        )

    assert read_html(deep(1_000), "x").text.endswith(f"{QUOTE}.")
    with pytest.raises(ReadError, match=r"^x\.html: has elements thousands deep"):
        read_html(deep(5_000), "x.html")


# What grows without end in a page that is made to stall its reader, and what is read of it.
HOSTILE = {
    "one attribute": (f"<p title='{'a=b ' * 200_000}'>It is so.</p>", "It is so."),
    "an open attribute": (f"<p>It is so.</p><p title='{'a=b ' * 200_000}", "It is so."),
    "breaks": ("<p>It is" + "<br>" * 200_000 + " so.</p>", "It is\n\nso."),
    "quotations": ("<p>" + "<q>so</q> " * 40_000 + "</p>", "“so” " * 39_999 + "“so”"),
    "spans": ("<p>" + "<span>so</span> " * 60_000 + "</p>", "so " * 59_999 + "so"),
    "links": ("<p>" + "<a href=x>so</a> " * 40_000 + "</p>", "so " * 39_999 + "so"),
    "notes": ("<p>" + "<sup><foo>so</foo></sup> " * 9_000 + "</p>", "so " * 8_999 + "so"),
    "unknown": ("<p>" + "<ref target=x>so</ref> " * 9_000 + "</p>", "so " * 8_999 + "so"),
    "pictures": ("<div>" + "<img src=x>so. " * 18_000 + "</div>", "so. " * 17_999 + "so."),
    "fields": ("<p>" + "<input>so. " * 18_000 + "</p>", "so. " * 17_999 + "so."),
    "headings": ("<h2>It is so.</h2><h2>So it is.</h2>" * 25_000, "So it is."),
    "a comment": ("<p>It is so.</p><!--" + " a" * 400_000, "It is so."),
    "open signs": ("<p>" + "<" * 400_000 + "</p>", "<" * 400_000),
    "tags in tags": ("<p>It is so.</p>" + "<a" * 400_000, "It is so."),
}


@pytest.mark.parametrize(("html", "last"), HOSTILE.values(), ids=HOSTILE)
def test_a_page_that_grows_without_end_takes_no_longer_than_others(html, last, seconds):
    assert read_html(page(f"{STORY}{html}"), "x").text.endswith(f"\n\n{last}")
    assert seconds() < 15


@pytest.mark.parametrize("attribute", ["a{} ", "a{}=1\n", "a{}='>'", 'a="{}"', "a{}/"])
def test_a_tag_with_attributes_without_end_is_refused(attribute, seconds):
    tag = f"<p {''.join(map(attribute.format, range(100_000)))}>{QUOTE}</p>"
    with pytest.raises(ReadError, match=r"^x\.html: has a tag with more than 1,000 attributes$"):
        read_html(page(f"{STORY}{tag}"), "x.html")
    assert seconds() < 15


SCRIPT = '<script type="application/ld+json">{}</script>'


@pytest.mark.parametrize(
    "script",
    [
        SCRIPT.format('{"@type": "NewsArticle", "headline": "%s"}' % ("<" * 500_000)),
        SCRIPT.format('{"@type": "Thing", "name": "x"}') * 10_000,
        SCRIPT.format('{"a":' * 100_000),
        SCRIPT.format("[" * 400_000 + "]" * 400_000),
    ],
    ids=["open signs", "many", "cut", "deep"],
)
def test_descriptions_without_end_do_not_stall_the_reader(script, seconds):
    assert read_html(page(STORY, script), "x.html").text == TEXT
    assert seconds() < 15


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("&#27;[31m", "\ufffd[31m"),
        ("&#x1b;[31m", "\ufffd[31m"),
        ("&#X001B[31m", "\ufffd[31m"),
        ("\x1b[31m", "\ufffd[31m"),
        ("&#0;", "\ufffd"),
        ("&#1;&#8;&#11;&#14;&#31;&#127;", "\ufffd" * 6),
        ("&#xFFFE;&#xffff;&#xD800;", "\ufffd" * 3),
        ("&#9;&#10;&#12;&#13;", ""),
        ("&#128;&#8364;&#x20AC;&#65;", "€€€A"),
        ("&amp;#27;", "&#27;"),
    ],
)
@pytest.mark.parametrize("block", ["<p>{}</p>", "<p><q>{}</q></p>", "<blockquote>{}</blockquote>"])
def test_control_characters_leave_a_sign_and_break_nothing(written, read, block):
    words = block.format(f"“We{written} go,” Lena Orsk said.")
    article = read_html(page(f"{STORY}{words}<p>{QUOTE}.</p>"), "x.html")
    said = " ".join(f"“We{read} go,” Lena Orsk said.".split())
    assert article.text.endswith(f"\n\n{said}\n\n{QUOTE}.")


def test_five_megabytes_take_seconds(seconds):
    paragraphs = [f"{LEAD} {number}." for number in range(50_000)]
    html = page(f"<article><h1>{TITLE}</h1>{''.join(f'<p>{p}</p>' for p in paragraphs)}</article>")
    assert len(html) > 5_000_000
    assert read_html(html, "x").text == "\n\n".join([TITLE, *paragraphs])
    assert seconds() < 15


@pytest.mark.parametrize(
    "block",
    [
        "<blockquote><p>I sat here.</p><footer>Lena Orsk, on a bench</footer></blockquote>",
        "<blockquote><p>“I sat here.”</p><cite>— Lena Orsk, on a bench</cite></blockquote>",
        "<figure><blockquote>I sat here.</blockquote>"
        "<figcaption>Lena Orsk, on a bench</figcaption></figure>",
    ],
)
def test_a_block_quotation_keeps_the_name_of_its_author(block):
    page = f"<article><h1>{TITLE}</h1><p>{LEAD}</p>{block}<p>{QUOTE}</p><p>{STRAIGHT}</p></article>"
    paragraphs = read_html(page, "page").text.split("\n\n")
    at = paragraphs.index("“I sat here.”")
    assert paragraphs[at + 1] == "— Lena Orsk, on a bench"
