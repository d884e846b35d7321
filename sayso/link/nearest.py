"""Things of one large article, by their keys -> those that are nearest to another thing.

All statements of a long article are of one matter and share keys with each other: to compare each
with each takes hours where there are thousands. So whatever meets a large article meets those of
its things alone that share most with it. Which these are depends on the article and the thing, and
on nothing else that was read.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from itertools import chain

from sayso.link.room import is_timeless, timeless
from sayso.nodes import CROWD

_MOST, _LEAST = 16, 2  # things of a large article that another one meets
_PAIRS = 4000  # that a large article makes of its own things, about, up to where each has the least
_FIRST = 16  # times as much as others tell keys that hold no time: what is quoted or answered


class Large:
    """The things of one large article, by number, to be looked up by keys."""

    def __init__(self, its: Mapping[int, Iterable[int]]) -> None:
        holders: dict[int, list[int]] = defaultdict(list)
        for number in sorted(its):
            for key in {timeless(each): each for each in its[number]}.values():
                holders[timeless(key)].append(number)
        self._most = max(_LEAST, min(_MOST, _PAIRS // max(1, len(its))))
        # What so many have tells nothing.
        self._holders = {key: those for key, those in holders.items() if len(those) <= CROWD}
        whole = len(its).bit_length() + 1
        self._tells = {key: whole - len(h).bit_length() for key, h in self._holders.items()}

    def nearest(self, number: int, keys: Collection[int]) -> frozenset[int]:
        """Return the things that share most with another one, by its keys; not itself.

        A key that few have tells more, and those without a time tell most.
        """
        by_weight: dict[int, list[list[int]]] = defaultdict(list)
        for key in {timeless(each): each for each in keys}.values():
            if those := self._holders.get(timeless(key)):
                tells = self._tells[timeless(key)] * (_FIRST if is_timeless(key) else 1)
                by_weight[tells].append(those)
        scores: Counter[int] = Counter()
        for weight, every in by_weight.items():
            for other, count in Counter(chain.from_iterable(every)).items():
                scores[other] += weight * count
        del scores[number]
        ranked = sorted(scores, key=lambda other: (-scores[other], other))
        return frozenset(ranked[: self._most])
