"""Cards -> the keys by which those that can be one actor are brought together."""

from sayso.link.entities.cards import Card
from sayso.link.entities.likeness import likeness


def keys(card: Card) -> set[int]:
    """Return the keys of a card: cards that share none are never one actor, save by judgement.

    A person's is what all ways of writing the surname have in common, and what a full name has in
    either order; a body's are the words of its name, and each acronym. Who is not named has none.
    """
    name = likeness(card)
    return set(name.keys) if name else set()
