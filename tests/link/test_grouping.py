"""Parts of a component: the surest join first, and nobody joins what people keep apart."""

import pytest

from sayso.link.grouping import _sharing, partition
from sayso.link.room import Component, Node, Ruling, answering, asking
from sayso.nodes import Member, PairRow

NODES = tuple(Node(n, None, Member(f"2031-03-0{n}", "sha256:a", n), "", 1) for n in range(1, 6))


def pair(a: int, b: int, score: float) -> PairRow:
    return PairRow(a, b, "same", True, 0, score, "")


CHAIN = (pair(1, 2, 0.9), pair(2, 3, 0.8), pair(3, 4, 0.7))
APART = Ruling(1, 4, True, "2031-05-01", "")
LATER = Ruling(1, 4, False, "2031-06-01", "")
EARLIER = Ruling(2, 4, False, "2031-04-01", "")


@pytest.mark.parametrize(
    ("pairs", "rulings", "parts"),
    [
        (CHAIN, (), [(1, 2, 3, 4), (5,)]),
        (CHAIN, (APART,), [(1, 2, 3), (4,), (5,)]),
        ((*CHAIN[:2], pair(3, 4, 0.95)), (APART,), [(1, 2), (3, 4), (5,)]),
        # What was judged later wins, whichever of the two it is.
        ((*CHAIN, pair(1, 4, 1.0)), (APART, LATER), [(1, 2, 3, 4), (5,)]),
        ((*CHAIN, pair(2, 4, 1.0)), (APART, EARLIER), [(1,), (2, 3, 4), (5,)]),
    ],
)  # fmt: skip
def test_parts(
    pairs: tuple[PairRow, ...], rulings: tuple[Ruling, ...], parts: list[tuple[int, ...]]
) -> None:
    component: Component[None] = Component(NODES, pairs, (), rulings, lambda _: ())
    made = [tuple(node.number for node in its) for its in partition(component)]
    assert made == parts


def test_who_asks_is_brought_together_with_all_who_answer() -> None:
    keys = {1: [8, answering(4)], 2: [answering(4)], 3: [answering(6)], 4: [8], 5: [asking(4)]}
    assert {frozenset(two) for two in _sharing(keys) if two[0] != two[1]} == {
        frozenset(two) for two in ((1, 4), (1, 5), (2, 5))
    }
