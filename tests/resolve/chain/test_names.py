"""Names as they are compared, and which are outlets' by their own words."""

import pytest

from sayso.records import Article, Span
from sayso.resolve.chain.names import key, named_in, of_the_trade, same_outlet, short_for


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("the Torvesk Banner’s", "torvesk banner"),
        ("*NWA*", "nwa"),
        ("The Almis Post", "almis post"),
        ("U.N.", "un"),
    ],
)
def test_a_name_as_it_is_compared(name, wanted):
    assert key(name).removeprefix("the ") == wanted


@pytest.mark.parametrize(
    ("name", "is_outlet"),
    [
        ("torvesk banner", True),
        ("radio velna", True),
        ("courier", True),
        ("border agency", False),
        ("northwire agency", True),
        ("voice council", False),
        ("reports", False),
        ("ana ruel", False),
    ],
)
def test_an_outlet_by_its_own_words(name, is_outlet):
    assert of_the_trade(name.split()) is is_outlet


def test_what_is_short_for_a_name():
    assert short_for(["banner"], ["torvesk", "banner"])
    assert short_for(["almis", "post"], ["almis", "post", "daily"])
    assert not short_for(["torvesk"], ["torvesk", "banner"])


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("The Ledgerline, a weekly in Ilvany, is poor.", "ledgerline"),
        ("TORVESK, March 14 (NWA) — It rained.", "nwa"),
        ("(Island Voice via Meridian)", "meridian"),
        ("Radio Velna’s own correspondent saw it.", "radio velna"),
        ("Northwire News Agency (SKB) said so.", "skb"),
    ],
)
def test_an_article_shows_its_outlets(text, outlet):
    named = {name.removeprefix("the ") for name in named_in(Article(text, "test"))}
    assert outlet in named


def test_nothing_else_is_shown_to_be_an_outlet():
    assert named_in(Article("Ana Ruel left Hadrov on Friday.", "test")) == frozenset()


def test_two_names_of_one_outlet():
    text = "The Torvesk Banner asked. The Banner left. The Almis Post stayed."

    def at(name):
        return Span(text.index(name), text.index(name) + len(name))

    first, short, other = at("Torvesk Banner"), at("Banner left")[:1], at("Almis Post")
    banner = Span(short[0], short[0] + len("Banner"))
    assert same_outlet(text, first, banner)
    assert not same_outlet(text, first, other)
