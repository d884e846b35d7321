"""The search of the reader: filters in the address, facets as links, no page without an answer."""

import html
import json
import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from sayso.web.asked import ON_A_PAGE
from tests.cli.commands import sayso


def test_facets_of_a_search_narrow_it(reader: TestClient) -> None:
    page = reader.get("/search?q=army").text
    assert "<mark>army</mark>" in page
    narrower = [
        html.unescape(each) for each in re.findall(r'href="(/search\?q=army&amp;[^"]*)"', page)
    ]
    assert {re.findall(r"&(\w+)=", each)[0] for each in narrower} >= {"entity", "outlet", "act"}
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
    assert 'value="0.6"' in page
    assert '<option value="denies" selected>' in page
    assert "&#34;&gt;x" in page


def test_what_cannot_be_asked_is_told(reader: TestClient) -> None:
    assert reader.get("/search?act=sings").status_code == 400
    assert "Nothing has all these words" in reader.get("/search?q=nowhereatall").text
    assert reader.get("/search").status_code == 200
    assert reader.get("/search.csv?q=army").text.count("\n") > 3


LISTS = ("claims", "disputes", "quotations", "entities", "copies")
GIVEN = ("--entity", "Velmark", "--min-score", "0.6")
ASKED = "entity=Velmark&min_score=0.6"


@pytest.mark.parametrize("name", LISTS)
def test_lists_take_the_filters_of_commands(
    reader: TestClient, linked_record: Path, name: str
) -> None:
    its = reader.get(f"/{name}.json?{ASKED}").json()
    options = (*GIVEN, "--limit", 1000, "--json", "--record", linked_record)
    lines = sayso(name, *options).stdout.splitlines()
    wanted = [json.loads(line) for line in lines]
    assert len(its) == min(ON_A_PAGE, len(wanted)) > 0
    if name != "copies":  # of which commands tell all printings
        assert {each["id"] for each in its} <= {each["id"] for each in wanted}
    table = reader.get(f"/{name}.csv?{ASKED}").text.splitlines()
    assert len(table) > 1


def test_the_list_of_articles_takes_the_filters_of_commands(
    reader: TestClient, linked_record: Path
) -> None:
    options = ("--act", "denies", "--act", "rejects", "--outlet", "almis post", "--json")
    lines = sayso("list", *options, "--record", linked_record).stdout.splitlines()
    its = reader.get("/articles.json?act=denies&act=rejects&outlet=almis+post").json()
    assert [each["id"] for each in its] == [json.loads(line)["id"] for line in lines]
    assert reader.get("/articles.csv?act=denies&act=rejects&outlet=almis+post").text.count(
        "\n"
    ) == (len(its) + 1)


@pytest.mark.parametrize(
    ("asked", "why"),
    [("act=sings", "no act"), ("min_score=70", "a score is 0 to 1"), ("said=perhaps", "said is"),
     ("since=March", "since is a day"), ("until=2031-02-30", "until is a day"),
     ("since=2031-03-20&until=2031-03-01", "nothing is since")],
)  # fmt: skip
def test_what_is_no_filter_of_a_list_is_told(reader: TestClient, asked: str, why: str) -> None:
    answer = reader.get(f"/claims.json?{asked}")
    assert answer.status_code == 400
    assert why in answer.text


@pytest.mark.parametrize(
    ("old", "now"),
    [("who=Tarsova", "entity=Tarsova"), ("from=2031-04-01", "since=2031-04-01"),
     ("to=2031-04-01", "until=2031-04-01"), ("least=90", "min_score=0.9"),
     ("words=army", "q=army"), ("act=says", "act=saying")],
)  # fmt: skip
def test_old_addresses_lead_to_the_same(reader: TestClient, old: str, now: str) -> None:
    one, other = (reader.get(f"/search.json?{each}").json() for each in (old, now))
    assert one["number"] == other["number"] > 0
    assert one["statements"] == other["statements"]
