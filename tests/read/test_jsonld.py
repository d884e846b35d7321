"""schema.org blocks -> the article's."""

import json

import pytest

from sayso.read.jsonld import article_block, names_in, text_in

ARTICLE = {"@type": "NewsArticle", "headline": "Velmark stays"}


@pytest.mark.parametrize(
    "data",
    [
        ARTICLE,
        [ARTICLE],
        {"@graph": [{"@type": "WebSite", "name": "Ledger"}, ARTICLE]},
        {"@type": "WebPage", "mainEntity": ARTICLE},
        ARTICLE | {"@type": ["Thing", "http://schema.org/OpinionNewsArticle"]},
        ARTICLE | {"@type": "LiveBlogPosting"},
    ],
)
def test_the_article_is_found(data):
    assert article_block(["{broken", json.dumps(data)])["headline"] == "Velmark stays"


@pytest.mark.parametrize(
    "scripts",
    [
        [],
        [""],
        ["{"],
        ["null"],
        ["5"],
        ['{"@type": "Person", "name": "Lena Orsk"}'],
        ["[" * 50_000],
    ],
)
def test_other_blocks_are_none(scripts):
    assert article_block(scripts) == {}


def test_references_are_followed():
    graph = [
        ARTICLE | {"author": {"@id": "#mira"}, "publisher": {"@id": "#ledger"}},
        {"@type": "Person", "@id": "#mira", "name": "Mira Tolland"},
    ]
    block = article_block([json.dumps({"@graph": graph})])
    assert names_in(block["author"]) == ["Mira Tolland"]
    assert names_in(block["publisher"]) == []


def test_scripts_with_wrappers_and_raw_line_ends_are_read():
    script = '\n<![CDATA[{"@type": "NewsArticle", "headline": "Velmark\n stays"};]]>\n'
    assert text_in(article_block([script])["headline"]) == "Velmark stays"


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("Mira Tolland", ["Mira Tolland"]),
        ({"name": "Mira &amp; Co"}, ["Mira & Co"]),
        ([{"name": ["A B", "C D"]}, "E  F"], ["A B", "C D", "E F"]),
        ({"name": None}, []),
        (5, []),
        (None, []),
        ("", []),
    ],
)
def test_names(value, names):
    assert names_in(value) == names


@pytest.mark.parametrize(
    ("value", "text"), [("a&quot;b", 'a"b'), (["x", "y"], "x"), (5, ""), ({}, "")]
)
def test_texts(value, text):
    assert text_in(value) == text
