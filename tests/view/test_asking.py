"""What is asked for stands in an address, and is read from it again."""

from sayso.view.asking import NetworkQuestion, Question, Search, at, of_address, parameters_of


def test_the_address_of_a_chart_has_what_is_asked_and_nothing_else() -> None:
    asked = Question(who="Ana & Bo", since="2031-03-14")
    assert asked.address("/timeline") == "/timeline?who=Ana+%26+Bo&from=2031-03-14"
    assert asked.address("/timeline", who="", until="2031-03-15") == (
        "/timeline?from=2031-03-14&to=2031-03-15"
    )
    assert Question().address("/map") == "/map"
    assert at("/x", {"a": "", "b": "ü"}) == "/x?b=%C3%BC"


def test_the_address_of_a_search_has_what_is_asked_and_nothing_else() -> None:
    search = Search(words="the dam", act="denies", since="2031-03-01", least="70")
    assert search.address() == "/search?q=the+dam&act=denies&from=2031-03-01&least=70"
    assert search.address(act="", words="") == "/search?from=2031-03-01&least=70"
    assert Search().address() == "/search"
    assert search.is_filtered
    assert not Search(words="the dam").is_filtered


def test_a_network_is_asked_for_as_other_charts_are_and_for_a_kind_of_edge() -> None:
    asked = NetworkQuestion(who="Ana", kind="cites")
    assert asked.address("/network") == "/network?who=Ana&kind=cites"
    assert asked.address("/network", kind="") == "/network?who=Ana"
    assert parameters_of(NetworkQuestion) == (
        *parameters_of(Question), "kind", "source", "target"
    )  # fmt: skip


def test_what_stands_in_an_address_is_what_was_asked() -> None:
    given = {
        "q": " the dam ",
        "from": "2031-03-01",
        "who": "A" * 300,
        "view": "world",
        "words": "x",
    }
    search = of_address(Search, given)
    assert search == Search(words="the dam", since="2031-03-01", who="A" * 200)
    assert of_address(Question, given) == Question(since="2031-03-01", who="A" * 200)
