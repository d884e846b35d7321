"""Two rows of words -> where they agree in order, and the stretches in which they do not."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import Indel

from sayso.link.quotations.words import Word

_CLOSE_BY = 4  # words between two shared rows that support each other
_FIRM = 3  # words of a row that counts though nothing stands by it,
_TELLING = 2  # if so many of them tell something, or if it is longer
_MOVED = 2  # words that are moved at most


class Region(NamedTuple):
    """A stretch in which two rows of words differ: `[a, a_end)` of one, `[b, b_end)` of the other.

    One of both may be empty.
    """

    a: int
    a_end: int
    b: int
    b_end: int


class Block(NamedTuple):
    """A row of words that both have: where it starts in one and in the other, and its length."""

    a: int
    b: int
    size: int


def chains(a: Sequence[str], b: Sequence[str], light: Sequence[bool]) -> list[list[Block]]:
    """Return the rows of words that two have in the same order, those close by together.

    `light` tells of each word of `a` whether it tells nothing. Rows far from all others count where
    they are long, or the longest; so words that both use by chance are no agreement.
    """
    blocks = (
        Block(op.src_start, op.dest_start, op.src_end - op.src_start)
        for op in Indel.opcodes(a, b)
        if op.tag == "equal"
    )
    made: list[list[Block]] = []
    for block in blocks:
        if made and _gap(made[-1][-1], block) <= _CLOSE_BY:
            made[-1].append(block)
        else:
            made.append([block])
    sizes = [_size(chain, light) for chain in made]
    return [
        chain
        for chain, size in zip(made, sizes, strict=True)
        if size == max(sizes) or _is_firm(chain, light)
    ]


def _gap(block: Block, after: Block) -> int:
    """Return how many words lie between two shared rows, in the wording where they are more."""
    return max(after.a - block.a - block.size, after.b - block.b - block.size)


def _size(chain: Sequence[Block], light: Sequence[bool]) -> tuple[int, int]:
    """Return how many words that tell something a chain has, and how many words at all."""
    every = [light[at] for block in chain for at in range(block.a, block.a + block.size)]
    return every.count(False), len(every)


def _is_firm(chain: Sequence[Block], light: Sequence[bool]) -> bool:
    longest = max(block.size for block in chain)
    telling, _ = _size(chain, light)
    return longest > _FIRM or (longest == _FIRM and telling >= _TELLING)


def regions(a: Sequence[Word], b: Sequence[Word]) -> list[Region]:
    """Return the stretches in which two rows of words differ, in order."""
    kept = chains([word.form for word in a], [word.form for word in b], [word.light for word in a])
    blocks = _grown(_slid([block for chain in kept for block in chain], a, b), a, b)
    ends = [Block(0, 0, 0), *blocks, Block(len(a), len(b), 0)]
    between = (
        Region(one.a + one.size, other.a, one.b + one.size, other.b)
        for one, other in pairwise(ends)
    )
    return [each for each in between if each.a < each.a_end or each.b < each.b_end]


def _slid(blocks: list[Block], a: Sequence[Word], b: Sequence[Word]) -> list[Block]:
    """Return the blocks, the few words before a gap moved behind it where they stand there too.

    Of "the plan is dead and the people know it" and "the people know it", "the" is the second.
    """
    made = list(blocks)
    for number in range(len(made) - 1, 0, -1):
        before, after = made[number - 1], made[number]
        size = before.size
        gap_a, gap_b = after.a - before.a - size, after.b - before.b - size
        if size > _MOVED or not size or (gap_a and gap_b) or gap_a + gap_b < size:
            continue
        row, at, end = (a, before.a, after.a) if gap_a else (b, before.b, after.b)
        if [w.form for w in row[at : at + size]] == [w.form for w in row[end - size : end]]:
            made[number - 1] = Block(after.a - size, after.b - size, size)
    return made


def _grown(blocks: Sequence[Block], a: Sequence[Word], b: Sequence[Word]) -> list[Block]:
    """Return the blocks with the words before and behind them that agree too."""
    made: list[Block] = []
    for number, (at, to, size) in enumerate(blocks):
        low_a, low_b = (made[-1].a + made[-1].size, made[-1].b + made[-1].size) if made else (0, 0)
        last = number + 1 == len(blocks)
        high_a, high_b = (len(a), len(b)) if last else blocks[number + 1][:2]
        start, end = 0, size
        while (
            at + start > low_a
            and to + start > low_b
            and _same(a, b, at + start - 1, to + start - 1)
        ):
            start -= 1
        while at + end < high_a and to + end < high_b and _same(a, b, at + end, to + end):
            end += 1
        made.append(Block(at + start, to + start, end - start))
    return made


def _same(a: Sequence[Word], b: Sequence[Word], at: int, to: int) -> bool:
    return a[at].form == b[to].form
