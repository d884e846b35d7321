"""Units of persons whose surnames are spelt alike -> one cluster for each person.

Full names come first: those that fit are joined by what the articles say of both. Then cards of
which nothing is known, and surnames alone, each join the one cluster that fits, if one does.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence, Set
from functools import lru_cache
from itertools import combinations

from sayso.link.entities.cards import Card
from sayso.link.entities.clusters import Barred, Cluster, Scorer, Unit, barred, merged, unit_order
from sayso.link.entities.evidence import (
    Profile,
    Signal,
    because,
    prominence,
    same_article,
    signals,
    total,
    weights,
)
from sayso.link.entities.likeness import field_of
from sayso.link.entities.persons import PersonName, is_given, may_be_one
from sayso.link.entities.spelling import common_surnames

_NEVER = float("-inf")
_NOBODY = PersonName((), "")
_SURNAME = 0.85  # how well a surname alone must fit
_SAME = 0.97  # how well two names of one article must fit that the article itself keeps apart
Pairs = Set[frozenset[PersonName]]


def people(units: Sequence[Unit], pairs: Barred = frozenset()) -> list[Cluster]:
    """Return the clusters of units of one surname, however spelt."""
    full = [unit for unit in units if _name(unit[0]).is_full]
    alone = [unit for unit in units if not _name(unit[0]).is_full]
    clusters = _of_full_names(full, pairs)
    rest = _attach(alone, clusters, pairs, weights()["alone"])
    made = [_cluster(group) for group in _tied(rest)]
    alike = _scorer(pairs, frozenset(), lonely=not clusters)
    return clusters + merged(made, alike)


def _of_full_names(units: Sequence[Unit], pairs: Barred) -> list[Cluster]:
    """Return the clusters of full names; those of which nothing is known come after the others."""
    known = [unit for unit in units if field_of(unit[0])]
    forms = {_form(unit[0]) for unit in known}
    plain = [unit for unit in units if not field_of(unit[0])]
    blank = [unit for unit in plain if _form(unit[0]) in forms]
    others = [unit for unit in plain if _form(unit[0]) not in forms]
    score = _scorer(pairs, _together(card for unit in units for card in unit))
    made = [_cluster(unit) for unit in (*known, *_tied(others))]
    clusters = merged(made, score)
    rest = _attach(blank, clusters, pairs, weights()["join"])
    if not rest:
        return clusters
    return merged([*clusters, *(_cluster(group) for group in _tied(rest))], score)


def _tied(units: Sequence[Unit]) -> list[list[Card]]:
    """Return the cards of units, together where both stand beside the same two names.

    That holds of a surname alone and of a name that many have; others are left as they are.
    """
    parent = list(range(len(units)))

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    seen: dict[tuple[Hashable, int, int], int] = {}
    for at, unit in enumerate(units):
        name = _name(unit[0])
        if name.is_full and not name.is_common:
            continue
        own, form = Profile.of(unit[:1]).own, _form(unit[0])
        names = [other for other in unit[0].setting.company if other not in own]
        for one, other in combinations(names, 2):
            parent[root(at)] = root(seen.setdefault((form, one, other), at))
    groups: dict[int, list[Card]] = defaultdict(list)
    for at, unit in enumerate(units):
        groups[root(at)] += unit
    return list(groups.values())


def _scorer(pairs: Barred, together: Pairs, *, lonely: bool = False) -> Scorer:
    def score(a: Cluster, b: Cluster) -> tuple[float, list[Signal]]:
        fit = min((may_be_one(x, y) for x in a.names for y in b.names), default=0.0)
        if not fit or _kept_apart(a, b, together) or barred(a, b, pairs):
            return _NEVER, []
        said = signals(a.profile, b.profile, *by_name(_fullest(a), _fullest(b), fit, lonely))
        if _of_two_generations(a, b) and not any(t.name == "office" for t in said):
            return _NEVER, []
        return total(said), said

    return score


def _of_two_generations(a: Cluster, b: Cluster) -> bool:
    """Tell whether one is "Jr." and the other not: a son, unless both hold one office."""
    one, other = ({n.generation for n in c.names} for c in (a, b))
    return one.isdisjoint(other)


def _together(cards: Iterable[Card]) -> Pairs:
    """Return the pairs of names that articles give to two people, and by whom they are two.

    One article is enough for a father and a son; a name that fits otherwise may have been missed
    by the article's own reading once.
    """
    named: dict[str, set[PersonName]] = defaultdict(set)
    for card in cards:
        named[card.setting.article].add(_form(card))
    seen: Counter[frozenset[PersonName]] = Counter()
    for names in named.values():
        pairs = (frozenset(pair) for pair in combinations(names, 2))
        seen.update(pair for pair in pairs if 0 < may_be_one(*pair) < _SAME)
    return {p for p, many in seen.items() if many > 1 or len({n.generation for n in p}) > 1}


def by_name(a: PersonName, b: PersonName, fit: float, lonely: bool = False) -> list[Signal]:
    """Tell what two names that fit say by themselves: a rare one is one person's.

    A surname alone says that only where it is `lonely`: nobody has it with a given name.
    """
    if not a.is_full and not b.is_full:
        rare = lonely and a.surname not in common_surnames() and not is_given(a.surname)
        known = [Signal("rare_surname", 1.0, f"{a.surname} is a rare name")] if rare else []
    elif a.is_common or b.is_common:
        known = [Signal("common", 1.0, "a name that many have")]
    elif a.surname in common_surnames():
        known = [Signal("known", 1.0, "a surname that many have")]
    else:
        known = [Signal("rare", 1.0, "a rare name")]
    spelt = [Signal("spelling", 1 - fit, "the names differ a little")] if fit < 1 else []
    return known + spelt


def _attach(
    units: Sequence[Unit], clusters: Sequence[Cluster], pairs: Barred, least: float
) -> list[Unit]:
    """Put each unit into the one cluster that fits it, if one does; return the rest.

    All are weighed before any is put, so that none weighs for the next.
    """
    rest: list[Unit] = []
    joining: dict[int, list[Card]] = defaultdict(list)
    whys: dict[int, str] = {}
    for unit in sorted(units, key=unit_order):
        choice = _choose(_cluster(unit), clusters, pairs, least)
        if choice is None:
            rest.append(unit)
        else:
            number, said = choice
            joining[number] += unit
            whys.setdefault(number, because(said))
    for number, cards in joining.items():
        clusters[number].take(_plain(cards), whys[number])
    return rest


def _choose(
    one: Cluster, clusters: Sequence[Cluster], pairs: Barred, least: float
) -> tuple[int, list[Signal]] | None:
    """Return which cluster cards belong to, and what says so, None where that is not clear."""
    name = _name(one.cards[0])
    own = [n for n, c in enumerate(clusters) if _fits(name, c) and not barred(one, c, pairs)]
    said = {}
    for number in own:
        others = (clusters[n].profile.count for n in own if n != number)
        said[number] = _said(one, clusters[number], max(others, default=0))
    worth = {number: total(its) for number, its in said.items()}
    ordered = sorted(own, key=lambda n: (-worth[n], clusters[n].first))
    if not ordered or worth[ordered[0]] < least:
        return None
    if len(ordered) > 1 and worth[ordered[1]] > worth[ordered[0]] - weights()["margin"]:
        return None
    return ordered[0], said[ordered[0]]


def _fits(name: PersonName, cluster: Cluster) -> bool:
    fits = [may_be_one(name, other) for other in cluster.names]
    return min(fits) > 0 and (name.is_full or max(fits) > _SURNAME)


def _said(one: Cluster, cluster: Cluster, others: int) -> list[Signal]:
    name = _name(one.cards[0])
    beside = same_article(one.profile, cluster.profile)
    ahead = prominence(cluster.profile.count, others)
    if name.is_full:
        fit = min(may_be_one(name, other) for other in cluster.names)
        by = by_name(name, _fullest(cluster), fit)
        return signals(one.profile, cluster.profile, beside, ahead, *by)
    rare = name.surname not in common_surnames() and not is_given(name.surname)
    known = Signal("whose_surname", 1.0, f"{name.surname} is a rare name") if rare else None
    return signals(one.profile, cluster.profile, beside, ahead, known)


def _kept_apart(a: Cluster, b: Cluster, together: Pairs) -> bool:
    """Tell whether articles give their names to two people, or one of them does so to these."""
    if together and any(frozenset((x, y)) in together for x in a.names for y in b.names):
        return True
    small, large = sorted((a.in_article, b.in_article), key=len)
    return any(
        may_be_one(x, y) < _SAME
        for article in small.keys() & large.keys()
        for x in small[article]
        for y in large[article]
    )


def _fullest(cluster: Cluster) -> PersonName:
    """Return the fullest of a cluster's names."""
    names: set[PersonName] = cluster.names
    return max(names, key=lambda n: (len(n.given), n.words, n.generation))


def _name(card: Card) -> PersonName:
    return card.person or _NOBODY


def _form(card: Card) -> PersonName:
    """Return a name without what is told by the words around it."""
    return _bare(_name(card))


@lru_cache(maxsize=1 << 16)
def _bare(name: PersonName) -> PersonName:
    return PersonName(name.given, name.surname, name.generation, nicknames=name.nicknames)


def _cluster(cards: Iterable[Card]) -> Cluster:
    return Cluster.of(cards, _form)


def _plain(cards: Iterable[Card]) -> Cluster:
    """Return a cluster whose names are no forms of their own: they fit those of the one joined."""
    made = _cluster(cards)
    made.names = {name for name in made.names if name.is_full}
    return made
