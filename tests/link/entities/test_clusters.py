"""The joining of clusters, best pair first."""

from sayso.link.entities.cards import Card
from sayso.link.entities.clusters import Cluster, barred, card_order, merged
from sayso.link.entities.evidence import Signal
from tests.link.entities.making import card, setting

NEVER = (float("-inf"), [])


def clusters(*names: str) -> list[Cluster]:
    return [Cluster.of([card(name, at=setting(name))], _name) for name in names]


def _name(each: Card) -> str:
    return each.name


def scored(worth: dict[str, float]):
    """Return a scorer of clusters by the first letters of all their names."""

    def score(a: Cluster, b: Cluster):
        pairs = ["".join(sorted(x + y)) for x in a.names for y in b.names]
        if any(worth[pair] < 0 for pair in pairs):
            return NEVER
        return max(worth[pair] for pair in pairs), [Signal("rare", 1.0, "alike")]

    return score


def groups(made: list[Cluster]) -> list[str]:
    return sorted("".join(sorted(cluster.names)) for cluster in made)


def test_the_best_pair_joins_first_and_keeps_out_what_contradicts_it():
    worth = {"ab": 3.0, "bc": 2.0, "ac": -1}
    assert groups(merged(clusters("a", "b", "c"), scored(worth))) == ["ab", "c"]


def test_what_fits_two_that_are_two_joins_neither():
    worth = {"ab": 3.0, "bc": 2.9, "ac": -1}
    assert groups(merged(clusters("a", "b", "c"), scored(worth))) == ["a", "b", "c"]


def test_what_is_not_good_enough_stays_apart():
    assert groups(merged(clusters("a", "b"), scored({"ab": 1.0}))) == ["a", "b"]


def test_a_cluster_says_why():
    (made,) = merged(clusters("a", "b"), scored({"ab": 3.0}))
    assert made.whys == ["alike"]
    assert made.cards == sorted(made.cards, key=card_order)


def test_judgements_keep_cards_apart():
    one, other = (made.cards[0] for made in clusters("a", "b"))
    pairs = frozenset({frozenset({one.ref, other.ref})})
    assert barred(*clusters("a", "b"), pairs)
    assert not barred(*clusters("a", "c"), pairs)
