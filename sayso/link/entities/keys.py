"""Cards -> the keys by which those that can be one actor are brought together."""

from sayso.link.entities.bodies import body, one_spelling
from sayso.link.entities.cards import Card, hashed
from sayso.link.entities.institutions import is_alone, kind
from sayso.link.entities.persons import PersonName
from sayso.link.entities.spelling import skeleton, surname_key


def keys(card: Card) -> set[int]:
    """Return the keys of a card: cards that share none are never one actor, save by judgement.

    A person's is what all ways of writing the surname have in common, and what a full name has in
    either order; a body's are the words of its name, and each acronym. Who is not named has none.
    """
    if is_alone(card):
        return set()
    if card.is_person:
        return _person_keys(card.person)
    made = set()
    for name in card.names:
        parts = body(name, card.setting.country)
        if parts and (name == card.name or parts.acronym):
            made.add(hashed(f"{kind(card)} {' '.join(one_spelling(parts.words))}"))
    return made


def _person_keys(name: PersonName | None) -> set[int]:
    if name is None:
        return set()
    made = {hashed(f"person {surname_key(name.surname)}")}
    if len(name.given) == 1:
        made.add(hashed(f"turned {sorted(skeleton(word) for word in name.words)}"))
    return made
