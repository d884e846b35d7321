"""What stands beside a name of a place: links to others, and words for its kind."""

import pytest

from sayso.resolve.places.candidates import kinds_beside, links, plain


@pytest.mark.parametrize(
    ("between", "link"),
    [
        (", ", "in"),
        (" in ", "in"),
        (" (", "in"),
        (", in northern ", "in"),
        ("'s ", "of"),
        ("’s eastern ", "of"),
        (" and ", ""),
        (" ", ""),
        (". ", ""),
        (" said that ", ""),
    ],
)
def test_links(between, link):
    assert links(between) == link


def test_kinds_beside():
    assert kinds_beside("Karsk region", 0, 5) == kinds_beside("Karsk Oblast", 0, 5)
    assert kinds_beside("the city of Karsk", 12, 17)
    assert not kinds_beside("Karsk Department of Trade", 0, 5)
    assert not kinds_beside("Karsk citywide", 0, 5)


def test_plain():
    assert plain(" “Karsk’s,") == "Karsk"
