"""Which things of a large article another one meets."""

from sayso.link.nearest import Large
from sayso.link.room import around, timeless
from sayso.nodes import number_of

DAY = "2031-03-14"


def keys(*words: str) -> frozenset[int]:
    return frozenset(around(number_of(word), DAY) for word in words)


def article(size: int) -> dict[int, frozenset[int]]:
    """Return things of which all share a key, and neighbours another."""
    return {n: keys("battle", f"{n}", f"{n + 1}") for n in range(size)}


def test_those_are_nearest_that_share_most_whatever_the_day() -> None:
    large = Large(article(400))
    assert {7, 8, 6} <= large.nearest(900, keys("battle", "7", "8"))
    assert len(large.nearest(900, keys("battle", "7", "8"))) == 3  # all 400 have "battle"
    later = frozenset(around(number_of(word), "2031-08-01") for word in ("7", "8"))
    assert large.nearest(900, later) == {6, 7, 8}


def test_a_thing_is_not_among_those_nearest_to_itself() -> None:
    large = Large(article(70))
    assert 7 not in large.nearest(7, article(70)[7])
    assert {6, 8} <= large.nearest(7, article(70)[7])


def test_the_larger_an_article_the_fewer_of_it_are_near() -> None:
    its = {n: keys("battle", f"side {n % 20}") for n in range(4000)}
    sizes = {}
    for size in (100, 500, 4000):
        some = {n: its[n] for n in range(size)}
        sizes[size] = len(Large(some).nearest(-1, keys("side 3", "battle")))
    assert sizes == {100: 16, 500: 8, 4000: 2}


def test_what_is_quoted_or_answered_goes_before_what_has_words_in_common() -> None:
    its = article(100) | {50: keys("elsewhere") | {timeless(number_of("a reply"))}}
    its |= {n: keys("battle", "ridge", "mill", "depot") for n in range(10, 40)}
    one = keys("battle", "ridge", "mill", "depot") | {timeless(number_of("a reply"))}
    assert 50 in Large(its).nearest(900, one)
