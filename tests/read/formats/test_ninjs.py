"""ninjs of each version, and JSON that is one document of our own fields."""

import json

import pytest

from sayso.read.formats.newsml import NO_TEXT, NOT_USABLE
from tests.read.formats.samples import BODY, NINJS, NITF, WORDS


def dumped(value):
    return json.dumps(value, indent=1).encode()


@pytest.mark.parametrize("version", NINJS)
def test_each_version_is_read(reading, version):
    (article,) = reading(dumped(NINJS[version])).articles
    assert article.text == "Velmark stays\n\n" + "\n\n".join(WORDS)
    assert (article.publisher, article.byline) == ("Northwire", ("Mira Tolland",))
    assert (article.lang, article.given_id) == ("en", NINJS[version]["uri"])
    assert article.published
    assert article.published.time == "2031-03-14T09:30:00Z"
    assert article.source == "file"


def test_an_array_gives_an_article_an_element_and_the_rest_is_counted(reading):
    taken_back = {**NINJS["2.1"], "pubstatus": "canceled"}
    picture = {"uri": "urn:nwa:9", "type": "picture", "pubstatus": "usable"}
    rest = [{"text": "One says."}, {"a": 1}, 7, {"text": 7}]
    read = reading(dumped([NINJS["1.3"], taken_back, picture, *rest]))
    assert read.kinds == [("file:1", "article"), ("file:4", "article"), ("file:7", "field")]
    assert read.skipped == {NOT_USABLE: 1, NO_TEXT: 1, "JSON objects that hold no article": 2}


def test_of_several_bodies_the_one_with_paragraphs_is_taken(reading):
    plain = {"contenttype": "text/plain", "value": " ".join(WORDS)}
    nitf = {"contenttype": "text/vnd.IPTC.NITF", "value": NITF}
    html = {"contenttype": "text/html; charset=utf-8", "value": BODY}
    for bodies in ([plain, nitf, html], [nitf]):
        (article,) = reading(dumped({**NINJS["2.1"], "bodies": bodies})).articles
        assert article.text.endswith("\n\n".join(WORDS))


def test_a_picture_with_a_caption_is_no_article_and_its_file_no_address(reading):
    hrefs = [{"contenttype": "image/jpeg", "href": "http://nwa.example/a.jpg"},
             {"contenttype": "text/html", "href": "http://nwa.example/a.html"}]  # fmt: skip
    item = {**NINJS["3.0"], "renditions": hrefs}
    read = reading(dumped([{**item, "type": "picture"}, item]))
    assert read.skipped == {NO_TEXT: 1}
    assert [article.url for article in read.articles] == ["http://nwa.example/a.html"]


def test_items_may_stand_in_what_a_service_puts_around_them(reading):
    assert (
        len(reading(dumped({"status": "ok", "items": [NINJS["3.0"], NINJS["1.3"]]})).articles) == 2
    )


@pytest.mark.parametrize(
    "data", [b'{"text": "One",\n "b": ', b'[{"text": "One"},\n', b'{"headline":\n' + b"[" * 5000]
)
def test_broken_json_is_an_error(reading, data):
    assert [kind for _, kind in reading(data, "a.json").kinds] == ["json"]


def test_json_of_other_kinds_is_told_to_whoever_names_it(reading):
    assert reading(b'{"a": 1}', "a.json").kinds == [("a.json", "format")]
