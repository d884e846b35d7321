"""Groups of cards -> entities: what each is called, its roles with their dates, whom it is for."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sayso.english.names import folded
from sayso.link.entities.bodies import body
from sayso.link.entities.cards import Card, Ref
from sayso.link.entities.groups import Group
from sayso.link.entities.persons import person
from sayso.linked import DatedRole, Entity, derived_id

_MOST_WHYS = 3


def entity_id(group: Group) -> str:
    """Return the id of a group: that of its earliest actor."""
    return derived_id("en_", *group.cards[0].ref)


def entities(groups: Sequence[Group]) -> list[Entity]:
    """Return the entity of each group, in order; `of` is looked up among them."""
    ids = {card.ref: entity_id(group) for group in groups for card in group.cards}
    return [entity(group, ids) for group in groups]


def entity(group: Group, ids: Mapping[Ref, str]) -> Entity:
    """Return the entity of a group; `ids` are entities by the actors that they hold."""
    cards = group.cards
    named = [card for card in cards if card.type != "unnamed"] or cards
    own = entity_id(group)
    return Entity(
        id=own,
        name=_shown(named),
        type=_type(named),
        actors=tuple(card.ref for card in cards),
        names=_names(named),
        roles=_roles(cards),
        of=_of(cards, ids, own),
        why=_why(group),
    )


def _type(cards: Sequence[Card]) -> str:
    """Return the commonest type; one word that some take for a person is the body of others."""
    bodies = [card for card in cards if not card.is_person]
    person_ = any(" " in card.name for card in cards if card.is_person)
    return _commonest(card.type for card in (cards if person_ or not bodies else bodies))


def _shown(cards: Sequence[Card]) -> str:
    """Return the fullest of the common names: of a person the commonest with a given name."""
    counts = Counter(card.name for card in cards)
    if cards[0].is_person:
        full = {n: k for n, k in counts.items() if (parts := person(n)) and parts.is_full}
        counts = Counter(full) or counts
    for name in sorted(counts):
        if cards[0].type not in ("person", "unnamed") and (named := body(name)) and named.known:
            return named.known
    return min(counts, key=lambda name: (-counts[name], -len(name), name))


def _names(cards: Iterable[Card]) -> tuple[str, ...]:
    """Return all names, the commonest first; of those that differ in marks alone the commonest."""
    counts = Counter(name for card in cards for name in dict.fromkeys(card.names))
    shown: dict[str, str] = {}
    for name in sorted(counts, key=lambda name: (-counts[name], name)):
        shown.setdefault(folded(name, initials=True), name)
    return tuple(shown.values())


def _roles(cards: Iterable[Card]) -> tuple[DatedRole, ...]:
    """Return what somebody is called beside names, in the order in which articles first say so."""
    days: dict[str, list[str]] = defaultdict(list)
    texts: dict[str, Counter[str]] = defaultdict(Counter)
    for card in cards:
        for text, _ in card.roles:
            days[text.lower()] += [card.setting.date] if card.setting.date else []
            texts[text.lower()][text] += 1
    roles = [_dated(_commonest(texts[low].elements()), days[low]) for low in texts]
    return tuple(sorted(roles, key=lambda role: (role.first or "9999", role.last, role.text)))


def _dated(text: str, days: Sequence[str]) -> DatedRole:
    return DatedRole(text, min(days, default=""), max(days, default=""))


def _of(cards: Iterable[Card], ids: Mapping[Ref, str], own: str) -> str:
    """Return the entity that most of the actors speak for."""
    bodies = (ids.get((card.setting.article, card.of), "") for card in cards if card.of)
    return _commonest(each for each in bodies if each not in ("", own))


def _commonest(words: Iterable[str]) -> str:
    counts = Counter(words)
    return min(counts, key=lambda word: (-counts[word], word), default="")


def _why(group: Group) -> str:
    articles = len({card.setting.article for card in group.cards})
    if articles == 1:
        return "In one article."
    reasons = [why for why in group.whys if why][:_MOST_WHYS]
    because = f": {'. '.join(reasons)}" if reasons else ", by the same name"
    return f"In {articles} articles{because}."
