"""The index of names finds whatever can be one actor's, and compares a name with few others."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.resolve.actors.antecedents import Cluster
from sayso.resolve.actors.names.name_index import NameIndex
from sayso.resolve.actors.names.name_matching import is_surname_of, same_body, same_person
from sayso.resolve.actors.names.spellings import Spellings, same_word
from tests.resolve.actors.names.test_name_matching import ONE_BODY, ONE_PERSON, pairs

# A few letters and words, so that much is alike by chance.
WORDS = st.text("aeknv", min_size=1, max_size=9) | st.sampled_from(
    [
        "halvardsen",
        "halvardson",
        "halvarsen",
        "mikhailov",
        "mihajlov",
        "of",
        "van",
        "jr",
        "dr",
        "“bo”",
    ]
)
NAMES = st.lists(st.tuples(WORDS, st.booleans()), min_size=1, max_size=4).map(
    lambda words: " ".join(word.upper() if loud else word.capitalize() for word, loud in words)
)


def finds(known, name, type_):
    """Tell whether an actor known by one name is found by another."""
    index = NameIndex()
    cluster = Cluster(0, type=type_)
    index.add(known, cluster)
    return index.near(name, "") == [cluster]


@pytest.mark.parametrize(
    ("one", "other", "type_"),
    [(*pair, "person") for pair in pairs(ONE_PERSON)]
    + [(*pair, "organisation") for pair in pairs(ONE_BODY)],
)
def test_names_that_can_be_one_actor_s_are_found(one, other, type_):
    assert finds(one, other, type_)
    assert finds(other, one, type_)


@given(NAMES, NAMES)
def test_a_person_is_found_by_any_name_that_can_be_his(known, name):
    if same_person(name, known) or is_surname_of(name, known):
        assert finds(known, name, "person")


@given(NAMES, NAMES)
def test_a_body_is_found_by_any_name_that_can_be_its(known, name):
    if same_body(name, known):
        assert finds(known, name, "organisation")


@given(st.lists(WORDS, min_size=2, max_size=6))
def test_words_that_are_one_are_found(words):
    spellings = Spellings()
    for word in words:
        spellings.like(word)
    alike = {(a, b) for a in words for b in words if same_word(a, b) or same_word(b, a)}
    assert {(a, b) for a in words for b in spellings.like(a)} == alike


def test_governments_are_found_first_come_first():
    index = NameIndex()
    paris, france = (Cluster(n, type="place", government="government of France") for n in range(2))
    index.add("France", france)
    index.add("Paris", paris)
    assert index.near("Lyon", "government of France") == [paris, france]
    assert index.near("Lyon", "") == []


@pytest.mark.parametrize(
    "form", ["Maria {0}", "Maria Karsk{0}", "{0} Karskov", "{0}", "Bank of {0}"]
)
def test_many_names_that_share_words_are_compared_with_few(form):
    random = Random(1)
    index = NameIndex()
    same_word.cache_clear()
    near = 0
    for number in range(600):
        name = form.format("".join(random.choices("abdegiklmnorstuv", k=8)))
        near += len(index.near(name, ""))
        index.add(name, Cluster(number, type="person"))
    used = same_word.cache_info()
    assert near < 600  # each with each would be 180,000
    assert used.hits + used.misses < 6000


def test_a_name_whose_last_two_words_are_alike_is_looked_for():
    index = NameIndex()
    known = Cluster(0, type="person")
    index.add("Yusef Halvardson", known)
    assert index.near("Yusef Halvardsen Halvardson", "") == [known]
    assert NameIndex().near("Yusef Halvardsen Halvardson", "") == []
