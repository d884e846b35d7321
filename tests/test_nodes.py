"""Numbers of nodes, and the order of what they stand for."""

from dataclasses import replace

from sayso.nodes import Member, Seen, number_of, sample_bound
from sayso.records import Moment
from tests.store.samples import record


def test_numbers_have_63_bits_and_come_from_words() -> None:
    numbers = {number_of("copies", n) for n in range(1000)}
    assert len(numbers) == 1000
    assert all(0 <= number < 2**63 for number in numbers)
    assert number_of("a", 1) == number_of("a", "1") != number_of("a|1", "")


def test_what_has_no_date_comes_last() -> None:
    members = [Member("", "sha256:a", 0), Member("2031-03-01", "sha256:b", 1)]
    assert min(members, key=lambda each: each.order).article == "sha256:b"


def test_an_article_was_published_when_it_was_first_seen() -> None:
    made = record(1)
    other = replace(made.article.sighting, published=Moment("2030-01-01", "2030-01-01", "day"))
    assert Seen(1, made).published == "2031-02-05"
    assert Seen(1, made, (made.article.sighting, other)).published == "2030-01-01"


def test_a_sample_of_a_node_is_as_large_as_wanted():
    ids = [f"sha256:{number:04x}" for number in range(0, 1 << 16, 13)]
    for size in (65, 128, 129, 1000, len(ids)):
        below = sum(each < sample_bound(size, 64) for each in ids) * size / len(ids)
        assert 32 <= round(below) <= 65
    assert not sample_bound(64, 64)
    assert not sample_bound(1000, 0)
