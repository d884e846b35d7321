"""Cards, and what people judged -> the groups of those that are one actor.

`groups` of all cards is the same as `groups` of any part of them that is closed under shared keys
and under judgements, so that a new article touches only what shares a key with its actors.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

from sayso.english.names import unowned
from sayso.link.entities.cards import Card, Ref
from sayso.link.entities.clusters import Barred, Cluster, Unit, barred, card_order
from sayso.link.entities.keys import keys
from sayso.link.entities.likeness import likeness
from sayso.link.entities.organisations import organisations
from sayso.link.entities.people import people

_JUDGED = "judged to be one"


@dataclass(frozen=True, slots=True)
class Judged:
    """What people decided of actors: pairs that are one, and pairs that are two."""

    same: frozenset[frozenset[Ref]] = frozenset()
    different: Barred = frozenset()


NOTHING_JUDGED = Judged()


@dataclass(frozen=True, slots=True)
class Group:
    """Cards of one actor, the earliest first, and why they are together."""

    cards: tuple[Card, ...]
    whys: tuple[str, ...]


def groups(cards: Iterable[Card], judged: Judged = NOTHING_JUDGED) -> list[Group]:
    """Return who is who, by the order of appearing; every card is in one group."""
    clusters = [each for family in families(cards) for each in _clusters(family, judged.different)]
    bound = [each for cluster in _bound(clusters, judged) for each in _parted(cluster, judged)]
    made = [Group(tuple(c.cards), tuple(sorted(set(c.whys)))) for c in bound]
    return sorted(made, key=lambda group: card_order(group.cards[0]))


def families(cards: Iterable[Card]) -> list[list[Card]]:
    """Return the cards that share keys, directly or by others; a card without a key is alone."""
    parent: dict[int, int] = {}

    def root(key: int) -> int:
        while parent.setdefault(key, key) != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    keyed: list[tuple[int, Card]] = []
    alone: list[list[Card]] = []
    for card in cards:
        first, *more = sorted(keys(card)) or [-1]
        if first < 0:
            alone.append([card])
            continue
        for key in more:
            parent[root(key)] = root(first)
        keyed.append((first, card))
    tied: dict[int, list[Card]] = defaultdict(list)
    for key, card in keyed:
        tied[root(key)].append(card)
    return [*tied.values(), *alone]


def _clusters(family: Sequence[Card], pairs: Barred) -> list[Cluster]:
    """Return the clusters of cards that share keys."""
    refs = {card.ref for card in family} if pairs else set()
    own = frozenset(pair for pair in pairs if pair <= refs)
    judged = {ref for pair in own for ref in pair}
    units: dict[Hashable, list[Card]] = defaultdict(list)
    for card in family:
        units[card.ref if card.ref in judged else likeness(card)].append(card)
    return clusters_of(list(units.values()), own)


def clusters_of(units: Sequence[Unit], pairs: Barred) -> list[Cluster]:
    """Return the clusters of units: cards that are never parted."""
    if len(units) == 1:
        return [Cluster.alone(units[0])]
    persons = [unit for unit in units if unit[0].is_person]
    others = [unit for unit in units if not unit[0].is_person]
    return _misread(people(persons, pairs), organisations(others, pairs), pairs)


def _misread(persons: Sequence[Cluster], bodies: Sequence[Cluster], pairs: Barred) -> list[Cluster]:
    """Return clusters, a body's with whom an article took for a person of its name.

    That is one word that no article gives a given name, an office or a sex, and another one has as
    a body's: "Skerra says" of a country that no table knows.
    """
    called: dict[str, list[Cluster]] = defaultdict(list)
    for body in bodies:
        for name in {unowned(card.name) for card in body.cards}:
            called[name].append(body)
    rest: list[Cluster] = []
    for one in persons:
        names = {unowned(card.name) for card in one.cards}
        fitting = [b for b in called.get(min(names), ()) if not barred(one, b, pairs)]
        if len(names) > 1 or not fitting or not all(map(_is_bare, one.cards)):
            rest.append(one)
            continue
        one.names = set()
        most = max(fitting, key=lambda b: (len(b.cards), b.first))
        most.take(one, "a name that other articles give a body")
    return [*rest, *bodies]


def _is_bare(card: Card) -> bool:
    """Tell whether nothing but one word makes somebody of a card."""
    return " " not in card.name and not (card.roles or card.sex or card.of)


def _bound(clusters: Sequence[Cluster], judged: Judged) -> list[Cluster]:
    """Return clusters after those are joined that people say are one."""
    if not judged.same:
        return list(clusters)
    of = {card.ref: cluster for cluster in clusters for card in cluster.cards}
    for pair in sorted(judged.same, key=sorted):
        refs = [of[ref] for ref in sorted(pair) if ref in of]
        if len(refs) == 2 and refs[0] is not refs[1]:
            one, other = sorted(refs, key=lambda c: c.first)
            one.take(other, _JUDGED)
            of.update((card.ref, one) for card in other.cards)
    return list({id(cluster): cluster for cluster in of.values()}.values())


def _parted(cluster: Cluster, judged: Judged) -> list[Cluster]:
    """Return a cluster without those whom people keep apart from others of it.

    What people say is one may bring two together that others say are two: the later of these whom
    no judgement binds is then alone.
    """
    refs = {card.ref for card in cluster.cards}
    bound = {ref for pair in judged.same for ref in pair}
    out: set[Ref] = set()
    for pair in sorted((pair for pair in judged.different if pair <= refs), key=sorted):
        loose = [card.ref for card in cluster.cards if card.ref in pair - bound]
        if loose and not pair & out:
            out.add(loose[-1])
    if not out:
        return [cluster]
    alone = [Cluster.alone([card]) for card in cluster.cards if card.ref in out]
    cluster.cards = [card for card in cluster.cards if card.ref not in out]
    return [cluster, *alone]
