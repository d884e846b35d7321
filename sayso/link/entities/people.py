"""Cards of persons whose surnames are spelt alike -> one cluster for each person.

Full names come first: those that fit are joined by what the articles say of both. Then cards of
which nothing is known, and surnames alone, each join the one cluster that fits, if one does.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence, Set
from itertools import combinations

from sayso.link.entities.cards import Card
from sayso.link.entities.clusters import Barred, Cluster, Scorer, apart, barred, card_order, merged
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
from sayso.link.entities.persons import PersonName, is_given, may_be_one
from sayso.link.entities.spelling import common_surnames

_NEVER = float("-inf")
_NOBODY = PersonName((), "")
_SURNAME = 0.85  # how well a surname alone must fit
_SAME = 0.97  # how well two names of one article must fit that the article itself keeps apart
Facet = tuple[str, str]  # field and country
Pairs = Set[frozenset[PersonName]]


def people(cards: Sequence[Card], pairs: Barred = frozenset()) -> list[Cluster]:
    """Return the clusters of cards of one surname, however spelt."""
    full = [card for card in cards if _name(card).is_full]
    alone = [card for card in cards if not _name(card).is_full]
    clusters = _of_full_names(full, pairs)
    rest = _attach(alone, clusters, pairs, weights()["alone"])
    return clusters + _of_surnames(rest, pairs, lonely=not clusters)


def _of_full_names(cards: Sequence[Card], pairs: Barred) -> list[Cluster]:
    forms: dict[Hashable, dict[Facet, list[Card]]] = defaultdict(lambda: defaultdict(list))
    for card in cards:
        forms[_form(card)][_facet(card)].append(card)
    nodes: list[Cluster] = []
    blank: list[Card] = []
    for facets in forms.values():
        plain = facets.pop(("", ""), [])
        nodes += [_cluster(part) for group in facets.values() for part in apart(group, pairs)]
        if facets:
            blank += plain
        elif plain:
            tied = _tied(plain) if _name(plain[0]).is_common else [plain]
            nodes += [_cluster(part) for group in tied for part in apart(group, pairs)]
    score = _scorer(pairs, _together(cards))
    clusters = merged(nodes, score)
    rest = _attach(blank, clusters, pairs, weights()["join"])
    return merged([*clusters, *_by_company(rest, pairs)], score) if rest else clusters


def _of_surnames(cards: Sequence[Card], pairs: Barred, *, lonely: bool) -> list[Cluster]:
    """Return the clusters of surnames alone that belong to no full name.

    `lonely` where no full name has the surname: then a rare one tells something.
    """
    facets: dict[Hashable, list[Card]] = defaultdict(list)
    blank: list[Card] = []
    for card in cards:
        telling = sorted(
            (o.noun, o.country, sorted(o.words)) for o in card.offices if o.country or o.words
        )
        if telling:
            facets[_form(card), str(telling[0])].append(card)
        else:
            blank.append(card)
    nodes = [_cluster(part) for group in facets.values() for part in apart(group, pairs)]
    return merged([*nodes, *_by_company(blank, pairs)], _scorer(pairs, frozenset(), lonely=lonely))


def _by_company(cards: Iterable[Card], pairs: Barred) -> list[Cluster]:
    """Return clusters of cards of one form that share two names beside their own."""
    groups: list[list[Card]] = []
    by_form: dict[Hashable, list[Card]] = defaultdict(list)
    for card in cards:
        by_form[_form(card)].append(card)
    for same in by_form.values():
        groups += _tied(same)
    return [_cluster(part) for group in groups for part in apart(group, pairs)]


def _tied(cards: Sequence[Card]) -> list[list[Card]]:
    """Return the groups of cards that are tied by two shared names, directly or by others."""
    own = Profile.of(cards).own
    parent = list(range(len(cards)))

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    seen: dict[tuple[int, int], int] = {}
    for at, card in enumerate(cards):
        names = [name for name in card.setting.company if name not in own]
        for tie in combinations(names, 2):
            parent[root(at)] = root(seen.setdefault(tie, at))
    groups: dict[int, list[Card]] = defaultdict(list)
    for at, card in enumerate(cards):
        groups[root(at)].append(card)
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
    cards: Sequence[Card], clusters: Sequence[Cluster], pairs: Barred, least: float
) -> list[Card]:
    """Put each card into the one cluster that fits it, if one does; return the rest.

    All are weighed before any is put, so that none weighs for the next.
    """
    ordered = sorted(cards, key=card_order)
    chosen = [(card, _choose(card, clusters, pairs, least)) for card in ordered]
    rest: list[Card] = []
    joining: dict[int, tuple[Cluster, list[Card], str]] = {}
    for card, choice in chosen:
        if choice is None:
            rest.append(card)
        else:
            cluster, why = choice
            joining.setdefault(id(cluster), (cluster, [], why))[1].append(card)
    for cluster, group, why in joining.values():
        cluster.take(_plain(group), why)
    return rest


def _choose(
    card: Card, clusters: Sequence[Cluster], pairs: Barred, least: float
) -> tuple[Cluster, str] | None:
    """Return the cluster that a card belongs to, with the reason, None where that is not clear."""
    one = _cluster([card])
    fitting = [c for c in clusters if _fits(card, c) and not barred(one, c, pairs)]
    weighed = []
    for cluster in fitting:
        others = max((c.profile.count for c in fitting if c is not cluster), default=0)
        said = _said(one, cluster, others)
        weighed.append((total(said), because(said), cluster))
    weighed.sort(key=lambda w: (-w[0], w[2].first))
    if not weighed or weighed[0][0] < least:
        return None
    if len(weighed) > 1 and weighed[1][0] > weighed[0][0] - weights()["margin"]:
        return None
    return weighed[0][2], weighed[0][1]


def _fits(card: Card, cluster: Cluster) -> bool:
    name = _name(card)
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
    name = _name(card)
    return PersonName(name.given, name.surname, name.generation, nicknames=name.nicknames)


def _cluster(cards: Iterable[Card]) -> Cluster:
    return Cluster.of(cards, _form)


def _plain(cards: Iterable[Card]) -> Cluster:
    """Return a cluster whose names are no forms of their own: they fit those of the one joined."""
    made = _cluster(cards)
    made.names = {name for name in made.names if name.is_full}
    return made


def _facet(card: Card) -> Facet:
    """Return the field and country of the first office that tells a field."""
    for office in card.offices:
        if office.field and not office.past:
            return office.field, office.country
    return "", ""
