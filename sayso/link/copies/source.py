"""Two articles that share text -> who it comes from, which was copied, and how that shows."""

from typing import NamedTuple

from sayso.link.copies.credits import Credit, itself
from sayso.link.copies.evidence import Evidence
from sayso.link.copies.outlets import is_outlet, outlet_of
from sayso.link.copies.words import Words
from sayso.linked import Passage

_SURE = 0.75  # score of a credit that covers the whole text


class Source(NamedTuple):
    """Who shared text comes from, the id of the article that was copied, and the reason.

    Empty where the texts do not show it.
    """

    name: str = ""
    from_: str = ""
    why: str = ""


def source(a: Words, b: Words, seen: Evidence) -> Source:
    """Return who the text that two articles share comes from."""
    signed = [a.signed, b.signed]
    supplier = _supplier(signed, sure=True)
    copied = _copied(a, b, seen, supplier)
    if supplier:
        return _credited(supplier, a, b, copied)
    if seen.a_names_b != seen.b_names_a:
        named = b if seen.a_names_b else a
        name = outlet_of(named.article.publisher).name
        return Source(name, named.article.id, f"the other names {name} beside it")
    if name := seen.introduced:
        return Source(name, copied, f"{name} is named before it")
    if seen.same_outlet:
        name = outlet_of(a.article.publisher).name
        return Source(name, copied, f"both are of {name}")
    if agency := _of_itself(a, seen.passages):
        return Source(agency, copied, f"the shared text speaks as {agency} does of itself")
    if supplier := _supplier(signed, sure=False):
        return _credited(supplier, a, b, copied)
    first = next((w for w in (a, b) if w.article.id == copied), None)
    if first is None or not first.article.publisher:
        return Source("", copied, "neither says whose text it is")
    name = outlet_of(first.article.publisher).name
    return Source(name, copied, f"{name} has it first, and neither credits anybody else")


def _supplier(signed: list[Credit | None], *, sure: bool) -> Credit | None:
    """Return the surest credit of the two; of two that are as sure, that of the first."""
    given = [each for each in signed if each and (each.score >= _SURE) == sure]
    return max(given, key=lambda each: each.score, default=None)


def _credited(given: Credit, a: Words, b: Words, copied: str) -> Source:
    """Return the supplier that a text credits, by its whole name where one of both publishes it."""
    own = (words.article.publisher for words in (a, b) if _publishes(words, given))
    name = next((outlet_of(each).name for each in own), given.outlet.name)
    return Source(name, copied, f"credited to {name}: “{given.words}”")


def _of_itself(a: Words, passages: tuple[Passage, ...]) -> str:
    every = (itself(a.article.text[slice(*passage.a)]) for passage in passages)
    return next((outlet.name for outlet in every if outlet), "")


def _copied(a: Words, b: Words, seen: Evidence, supplier: Credit | None) -> str:
    """Return the id of the article that was copied: the supplier's own, or the earlier one."""
    if supplier:
        own = [_publishes(words, supplier) for words in (a, b)]
        if own[0] != own[1]:
            return (a if own[0] else b).article.id
    if seen.a_names_b != seen.b_names_a:
        return (b if seen.a_names_b else a).article.id
    one, other = a.article.published, b.article.published
    first = one.before(other) if one and other else None
    return "" if first is None else (a if first else b).article.id


def _publishes(words: Words, supplier: Credit) -> bool:
    return is_outlet(words.article.publisher, supplier.outlet)
