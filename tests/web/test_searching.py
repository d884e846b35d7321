"""The search of the reader: filters in the address, facets as links, no page without an answer."""

import html
import re

from starlette.testclient import TestClient


def test_facets_of_a_search_narrow_it(reader: TestClient) -> None:
    page = reader.get("/search?q=army").text
    assert "<mark>army</mark>" in page
    narrower = [
        html.unescape(each) for each in re.findall(r'href="(/search\?q=army&amp;[^"]*)"', page)
    ]
    assert {re.findall(r"&(\w+)=", each)[0] for each in narrower} >= {"who", "outlet", "act"}
    number = reader.get("/search.json?q=army").json()["number"]
    for address in narrower[:6]:
        answer = reader.get(address)
        assert answer.status_code == 200
        assert "not only this" in answer.text
        its = reader.get(address.replace("/search?", "/search.json?")).json()
        assert 0 < its["number"] <= number


def test_the_form_keeps_what_was_asked(reader: TestClient) -> None:
    page = reader.get("/search?act=denies&least=60&from=2031-03-01&outlet=%22%3Ex").text
    assert 'value="2031-03-01"' in page
    assert 'value="60"' in page
    assert '<option value="denies" selected>' in page
    assert "&#34;&gt;x" in page


def test_what_cannot_be_asked_is_told(reader: TestClient) -> None:
    assert reader.get("/search?act=sings").status_code == 404
    assert "Nothing has all these words" in reader.get("/search?q=nowhereatall").text
    assert reader.get("/search").status_code == 200
    assert reader.get("/search.csv?q=army").text.count("\n") > 3
