"""Units of bodies whose names are alike -> one cluster for each body.

A name that no other body has is enough; an acronym joins the long form that articles tie it to.
"""

from collections import defaultdict
from collections.abc import Hashable, Sequence

from sayso.link.entities.cards import Card
from sayso.link.entities.clusters import Barred, Cluster, Scorer, Unit, barred, merged, unit_order
from sayso.link.entities.evidence import Signal, signals, total, weights
from sayso.link.entities.likeness import Likeness, likeness

_NEVER = float("-inf")
_NOTHING = Likeness("", ())
Form = tuple[tuple[str, ...], str, str]  # words, country, kind
Tied = dict[str, set[tuple[str, ...]]]  # acronyms, each with the words of the long forms


def organisations(units: Sequence[Unit], pairs: Barred = frozenset()) -> list[Cluster]:
    """Return the clusters of units whose keys are shared."""
    tied: Tied = defaultdict(set)
    for unit in units:
        name = _name(unit[0])
        for letters in () if name.short else name.letters:
            tied[letters].add(name.words)
    acronyms = [unit for unit in units if _name(unit[0]).short in tied]
    long = [unit for unit in units if _name(unit[0]).short not in tied]
    clusters = merged([_cluster(unit) for unit in long], _scorer(pairs))
    rest = _attach(acronyms, clusters, pairs, tied)
    return clusters + [_cluster(unit) for unit in rest]


def _scorer(pairs: Barred) -> Scorer:
    same = [Signal("rare", 1.0, "the same name")]

    def score(a: Cluster, b: Cluster) -> tuple[float, list[Signal]]:
        if barred(a, b, pairs) or not all(_alike(x, y) for x in a.names for y in b.names):
            return _NEVER, []
        return total(same), same

    return score


def _alike(a: Form, b: Form) -> bool:
    return a[0] == b[0] and a[2] == b[2] and (a[1] == b[1] or not a[1] or not b[1])


def _attach(
    units: Sequence[Unit], clusters: Sequence[Cluster], pairs: Barred, tied: Tied
) -> list[Unit]:
    """Put each acronym to the one long form that fits, if one does; return the rest."""
    rest: list[Unit] = []
    joining: dict[int, list[Card]] = defaultdict(list)
    for unit in sorted(units, key=unit_order):
        one, long = _cluster(unit), tied[_name(unit[0]).short]
        own = [n for n, c in enumerate(clusters) if any(form[0] in long for form in c.names)]
        fitting = [n for n in own if not barred(one, clusters[n], pairs)]
        chosen = _best(one, clusters, fitting)
        if chosen is None:
            rest.append(unit)
        else:
            joining[chosen] += unit
    for number, cards in joining.items():
        made = _cluster(cards)
        made.names = set()  # they are no other names than the long one
        clusters[number].take(made, f"articles tie {cards[0].name} to it")
    return rest


def _best(one: Cluster, clusters: Sequence[Cluster], fitting: Sequence[int]) -> int | None:
    """Return which cluster what stands beside speaks for; of one alone, nothing speaks against."""
    worth = {n: total(signals(one.profile, clusters[n].profile)) for n in fitting}
    ordered = sorted(fitting, key=lambda n: (-worth[n], clusters[n].first))
    if not ordered or worth[ordered[0]] < 0:
        return None
    if len(ordered) > 1 and worth[ordered[0]] < worth[ordered[1]] + weights()["margin"]:
        return None
    return ordered[0]


def _name(card: Card) -> Likeness:
    return likeness(card) or _NOTHING


def _form(card: Card) -> Hashable:
    name = _name(card)
    return name.words, name.country, name.kind


def _cluster(cards: Sequence[Card]) -> Cluster:
    return Cluster.of(cards, _form)
