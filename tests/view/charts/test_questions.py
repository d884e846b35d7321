"""Addresses of charts."""

from sayso.view.charts.questions import Question, at


def test_an_address_has_what_is_asked_and_nothing_else() -> None:
    asked = Question(who="Ana & Bo", since="2031-03-14")
    assert asked.address("/timeline") == "/timeline?who=Ana+%26+Bo&from=2031-03-14"
    assert asked.address("/timeline", who="", until="2031-03-15") == (
        "/timeline?from=2031-03-14&to=2031-03-15"
    )
    assert Question().address("/map") == "/map"
    assert at("/x", {"a": "", "b": "ü"}) == "/x?b=%C3%BC"
