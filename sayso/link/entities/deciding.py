"""Two cards -> whether they are one actor, for whoever asks about two alone: a review, a test.

Groups are made of more than pairs: a third card may make clear what two leave open.
"""

from math import exp
from typing import NamedTuple

from sayso.link.entities.cards import Card, Ref
from sayso.link.entities.evidence import (
    Profile,
    Signal,
    because,
    same_article,
    signals,
    total,
    weights,
)
from sayso.link.entities.institutions import country_of, is_alone, kind
from sayso.link.entities.keys import keys
from sayso.link.entities.people import by_name
from sayso.link.entities.persons import PersonName, may_be_one


class Edge(NamedTuple):
    """Two actors, by article id and actor id, that are one with a score from 0 to 1, and why."""

    a: Ref
    b: Ref
    score: float
    why: str


def decide(a: Card, b: Card) -> Edge | None:
    """Return how sure two cards are one actor, in either order; None where names forbid it."""
    one, other = sorted((a, b), key=lambda card: card.ref)
    if one.ref == other.ref or kind(one) != kind(other) or not keys(one) & keys(other):
        return None
    said = _of_persons(one, other) if one.is_person else _of_bodies(one, other)
    if said is None:
        return None
    least = weights()["join" if _full(one) and _full(other) else "alone"]
    return Edge(one.ref, other.ref, 1 / (1 + exp(least - total(said))), because(said))


def _full(card: Card) -> bool:
    return not card.is_person or bool(card.person and card.person.is_full)


def _of_persons(a: Card, b: Card) -> list[Signal] | None:
    one, other = a.person, b.person
    fit = may_be_one(one, other) if one and other else 0.0
    if one is None or other is None or not fit:
        return None
    both = Profile.of([a]), Profile.of([b])
    beside = same_article(*both)
    if beside and one.is_full and other.is_full:
        return None
    full, short = sorted((one, other), key=_given)[::-1]
    return signals(*both, beside, *by_name(full if short.is_full else short, short, fit))


def _given(name: PersonName) -> tuple[int, tuple[str, ...]]:
    return len(name.given), name.words


def _of_bodies(a: Card, b: Card) -> list[Signal] | None:
    one, other = country_of(a), country_of(b)
    if is_alone(a) or is_alone(b) or (one and other and one != other):
        return None
    return signals(Profile.of([a]), Profile.of([b]), Signal("rare", 1.0, "the same name"))
