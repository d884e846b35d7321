"""Groups of what is alike."""

import random

from sayso.link.claims.groups import components, grouped

CLOSE, FAR = 3.0, -3.0


def test_what_is_alike_is_one_group_and_everything_is_in_one():
    assert grouped(4, {(0, 1): CLOSE, (2, 3): FAR}) == [[0, 1], [2], [3]]


def test_one_chance_resemblance_chains_nothing():
    near = dict.fromkeys([(0, 1), (0, 2), (1, 2), (3, 4), (3, 5), (4, 5)], CLOSE)
    assert grouped(6, near | {(2, 3): CLOSE}) == [[0, 1, 2], [3, 4, 5]]


def test_what_is_apart_is_in_no_group_even_through_a_third():
    alike = {(0, 1): CLOSE, (1, 2): CLOSE, (0, 2): CLOSE}
    groups = grouped(3, alike, apart=[(0, 2)])
    assert sorted(number for group in groups for number in group) == [0, 1, 2]
    assert not any({0, 2} <= {*group} for group in groups)


def test_groups_do_not_depend_on_the_order_of_pairs():
    rng = random.Random(7)
    pairs = {
        (a, b): rng.uniform(-4, 4)
        for a in range(12)
        for b in range(a + 1, 12)
        if rng.random() < 0.6
    }
    first = grouped(12, pairs)
    for _ in range(5):
        rows = list(pairs.items())
        rng.shuffle(rows)
        assert grouped(12, dict(rows)) == first


def test_components_are_what_hangs_together():
    assert components(5, [(0, 3), (3, 4), (1, 2)]) == [[0, 3, 4], [1, 2]]
