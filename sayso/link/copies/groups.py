"""Copies, pair by pair -> the same, with what others of a group of copies tell of their origin."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import product

from sayso.link.copies.outlets import outlet_of
from sayso.linked import COPIES, Copy

_ONE_TEXT = ("same", "version")


def groups(copies: Iterable[Copy]) -> list[list[str]]:
    """Return the ids of articles that are one text, or states of one, each group in order."""
    joined: dict[str, set[str]] = {}
    for copy in copies:
        if copy.relation in _ONE_TEXT:
            both = joined.get(copy.a, {copy.a}) | joined.get(copy.b, {copy.b})
            joined |= dict.fromkeys(both, both)
    return sorted(sorted(group) for group in {id(each): each for each in joined.values()}.values())


def settled(copies: Sequence[Copy]) -> list[Copy]:
    """Return copies with the agency whose text one of a group says that it is, for all of them.

    What a pair alone does not tell, others that carry the text do: of three reprints one credits
    the agency. A pair that names a supplier by itself stays as it is.
    """
    supplied = _suppliers(copies)
    return [_settled(copy, supplied) for copy in copies]


def listed(
    copies: Iterable[Copy],
    printings: Callable[[str], Sequence[Copy]],
) -> list[Copy]:
    """Return the copies of a record as they are listed, with all that is known of their origin.

    `printings` gives of a text that was seen more than once, by its id, what its sightings are to
    each other; these take the place of what the record knows.
    """
    every = list(copies)
    several = dict.fromkeys(copy.a for copy in every if copy.a == copy.b)
    others = [copy for copy in every if copy.a != copy.b]
    return settled([*(copy for each in several for copy in printings(each)), *others])


def by_given(copies: Sequence[Copy]) -> Iterator[Copy]:
    """Yield copies with every pair of the ids that their inputs gave, in order.

    A text that was seen several times has several, and the pairs of all its sightings are alike.
    """
    names: dict[str, set[str]] = {}
    for copy in copies:
        for id_, name in zip((copy.a, copy.b), copy.given, strict=True):
            names.setdefault(id_, set()).add(name)
    for copy in copies:
        if copy.a == copy.b:
            yield copy
            continue
        for given in product(sorted(names[copy.a]), sorted(names[copy.b])):
            yield replace(copy, given=given)


def _suppliers(copies: Sequence[Copy]) -> dict[str, str]:
    """Return the supplier of an article's text, of articles in groups that name only one."""
    of_article = {id_: n for n, group in enumerate(groups(copies)) for id_ in group}
    named: dict[int, set[str]] = {}
    for copy in copies:
        if copy.relation in _ONE_TEXT and outlet_of(copy.origin).supplies:
            named.setdefault(of_article[copy.a], set()).add(copy.origin)
    only = {n: names for n, names in named.items() if len(names) == 1}
    return {id_: next(iter(only[n])) for id_, n in of_article.items() if n in only}


def _settled(copy: Copy, supplied: dict[str, str]) -> Copy:
    name = supplied.get(copy.a) or supplied.get(copy.b) or ""
    if copy.relation not in COPIES or not name or outlet_of(copy.origin).supplies:
        return copy
    return replace(copy, origin=name, why=f"{copy.why}; others that carry it credit {name}")
