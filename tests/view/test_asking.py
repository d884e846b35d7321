"""What is asked for stands in an address, and is read from it again."""

import pytest
from starlette.datastructures import QueryParams

from sayso.errors import UsageError
from sayso.view.asking import NetworkQuestion, Question, Search, at, of_address, parameters_of


def test_the_address_of_a_chart_has_what_is_asked_and_nothing_else() -> None:
    asked = Question(who="Ana & Bo", since="2031-03-14")
    assert asked.address("/timeline") == "/timeline?entity=Ana+%26+Bo&since=2031-03-14"
    assert asked.address("/timeline", who="", until="2031-03-15") == (
        "/timeline?since=2031-03-14&until=2031-03-15"
    )
    assert Question().address("/map") == "/map"
    assert at("/x", {"a": "", "b": "ü"}) == "/x?b=%C3%BC"


def test_the_address_of_a_search_has_what_is_asked_and_nothing_else() -> None:
    search = Search(words="the dam", act="denies", since="2031-03-01", min_score="0.7")
    assert search.address() == "/search?q=the+dam&act=denies&since=2031-03-01&min_score=0.7"
    assert search.address(act="", words="") == "/search?since=2031-03-01&min_score=0.7"
    assert Search().address() == "/search"
    assert search.is_filtered
    assert not Search(words="the dam").is_filtered


def test_a_network_is_asked_for_as_other_charts_are_and_for_a_kind_of_edge() -> None:
    asked = NetworkQuestion(who="Ana", kind="cites")
    assert asked.address("/network") == "/network?entity=Ana&kind=cites"
    assert asked.address("/network", kind="") == "/network?entity=Ana"
    assert parameters_of(NetworkQuestion) == (
        *parameters_of(Question), "kind", "source", "target"
    )  # fmt: skip


def test_what_stands_in_an_address_is_what_was_asked() -> None:
    given = {
        "q": " the dam ",
        "from": "2031-03-01",
        "who": "A" * 3000,
        "view": "world",
    }
    search = of_address(Search, given)
    assert search == Search(words="the dam", since="2031-03-01", who="A" * 2000)
    asked = Question(since="2031-03-01", who="A" * 2000, words="the dam")
    assert of_address(Question, given) == asked


@pytest.mark.parametrize(
    ("old", "now"),
    [
        ({"who": "Ana"}, Search(who="Ana")),
        ({"from": "2031-03-01"}, Search(since="2031-03-01")),
        ({"to": "2031-03-02"}, Search(until="2031-03-02")),
        ({"least": "70"}, Search(min_score="0.7")),
        ({"least": "much"}, Search(min_score="much")),
        ({"words": "the dam"}, Search(words="the dam")),
        ({"who": "Bo", "entity": "Ana"}, Search(who="Ana")),
    ],
)
def test_old_addresses_ask_for_the_same(old: dict[str, str], now: Search) -> None:
    assert of_address(Search, old) == now


def test_several_acts_may_be_asked_for() -> None:
    given = QueryParams("act=denies&act=rejects")
    assert of_address(Search, given) == Search(act="denies,rejects")
    assert of_address(Search, {"act": "denies,rejects"}) == Search(act="denies,rejects")


@pytest.mark.parametrize("words", ["much", "-1", "1.1", "nan", "70"])
def test_a_score_is_a_share_of_one(words: str) -> None:
    with pytest.raises(UsageError, match="a score is 0 to 1"):
        _ = Search(min_score=words).score
