"""Cards of bodies whose names are alike -> one cluster for each body.

A name that no other body has is enough. What many countries have ("the foreign ministry") needs
the country; an acronym needs an article, or the shipped table, that ties it to the long form.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from functools import cache

from sayso.english.function_words import articles, determiners, joints
from sayso.english.tables import listed
from sayso.english.titles import short_titles
from sayso.link.entities.bodies import BodyName, body, is_generic, one_spelling, stands_for
from sayso.link.entities.cards import Card
from sayso.link.entities.clusters import Barred, Cluster, Scorer, apart, barred, card_order, merged
from sayso.link.entities.evidence import Signal, signals, total, weights

_NEVER = float("-inf")
Tied = dict[str, set[tuple[str, ...]]]  # acronyms, each with the words of the long forms
_FEWEST = 3  # letters of a name that is no acronym and can be told from others


def is_alone(card: Card) -> bool:
    """Tell whether a card stands for nobody that another article could name: "the company"."""
    name = card.body
    if card.type == "unnamed" or name is None:
        return True
    if card.is_person:
        return not _names_a_person(card)
    if _describes(card.name):
        return True
    if card.type == "document":
        return name.generic or len(name.words) < 2 or not _all_high(card.name)
    if name.generic and not name.known:
        return not country_of(card) or bool({*name.words} & _words("local"))
    return sum(map(len, name.words)) < _FEWEST and not name.known


@cache
def _words(of: str) -> frozenset[str]:
    return listed("entities.toml", of)


def _names_a_person(card: Card) -> bool:
    """Tell whether a name is more than a form of address or a title: "Your Honor", "Rear Adm."."""
    name = card.person
    first = card.name.split()[0].lower()
    titled = name is None or name.surname in short_titles()
    return not titled and first not in determiners() - {"the"}


def country_of(card: Card) -> str:
    """Return the country of a body: its name's, or the article's for what a country has once."""
    name = card.body
    if name is None:
        return ""
    if name.country or card.place:
        return name.country or card.place
    one = name.generic and bool({*name.words} & _words("national"))
    return card.setting.country if one and name.is_name and _all_high(card.name) else ""


def _describes(words: str) -> bool:
    """Tell whether words describe a body rather than name it: "a group of Northern senators".

    "Turkish foreign ministry" and "the Petrak administration" name one.
    """
    parts = words.split()
    if parts and parts[0].lower() in determiners() - {"the"}:
        return True
    small = joints() | articles()
    low = [w for w in parts if w == w.lower() and w != w.upper() and w not in small]
    named = any(w != w.lower() for w in parts if w.lower() not in small)
    return bool(low) and not (named and low[-1] == parts[-1] and all(map(is_generic, low)))


def _all_high(words: str) -> bool:
    """Tell whether all words but small ones are written as in a name."""
    kept = [w for w in words.split() if w.lower() not in joints() | articles()]
    return all(w != w.lower() or w == w.upper() for w in kept)


def institutions(cards: Sequence[Card], pairs: Barred = frozenset()) -> list[Cluster]:
    """Return the clusters of cards whose keys are shared."""
    nodes: dict[Hashable, list[Card]] = defaultdict(list)
    for card in cards:
        nodes[_form(card)].append(card)
    acronyms: list[Card] = []
    long: list[Cluster] = []
    tied = _long_forms(cards)
    for group in nodes.values():
        letters = _letters(group[0])
        if letters in tied:
            own = [card for card in group if any(short == letters for short, _ in ties(card))]
            acronyms += [card for card in group if card not in own]
            group = own
        long += [_cluster(part) for part in apart(group, pairs)]
    clusters = merged(long, _scorer(pairs))
    rest = _attach(acronyms, clusters, pairs, tied)
    return clusters + [_cluster(group) for group in _by_form(rest)]


def _by_form(cards: Iterable[Card]) -> Iterable[list[Card]]:
    groups: dict[Hashable, list[Card]] = defaultdict(list)
    for card in cards:
        groups[_form(card)].append(card)
    return groups.values()


def _letters(card: Card) -> str:
    name = card.body
    return name.acronym if name and not name.known else ""


def _long_forms(cards: Iterable[Card]) -> Tied:
    """Return the acronyms that an article ties to a longer name, with the words of that."""
    tied: Tied = defaultdict(set)
    for card in cards:
        for short, long in ties(card):
            tied[short].add(one_spelling(long.words))
    return tied


def ties(card: Card) -> list[tuple[str, BodyName]]:
    """Return the acronyms and long forms that one article calls a body by."""
    named = [(n, body(n, card.setting.country)) for n in card.names]
    return [
        (short.acronym, long)
        for _, short in named
        for full, long in named
        if short and long and short.acronym and stands_for(short.acronym, long, full)
    ]


def _scorer(pairs: Barred) -> Scorer:
    same = [Signal("rare", 1.0, "the same name")]

    def score(a: Cluster, b: Cluster) -> tuple[float, list[Signal]]:
        if barred(a, b, pairs) or not all(_alike(x, y) for x in a.names for y in b.names):
            return _NEVER, []
        return total(same), same

    return score


Form = tuple[tuple[str, ...], str, str]  # words, country, kind


def _alike(a: Form, b: Form) -> bool:
    return a[0] == b[0] and a[2] == b[2] and (a[1] == b[1] or not a[1] or not b[1])


def _attach(
    cards: Sequence[Card], clusters: Sequence[Cluster], pairs: Barred, tied: Tied
) -> list[Card]:
    """Put each acronym to the one long form that fits, if one does; return the rest."""
    rest: list[Card] = []
    joining: dict[int, list[Card]] = defaultdict(list)
    for card in sorted(cards, key=card_order):
        one, long = _cluster([card]), tied[_letters(card)]
        own = [n for n, c in enumerate(clusters) if any(form[0] in long for form in c.names)]
        fitting = [n for n in own if not barred(one, clusters[n], pairs)]
        chosen = _best(one, clusters, fitting)
        if chosen is None:
            rest.append(card)
        else:
            joining[chosen].append(card)
    for number, group in joining.items():
        made = _cluster(group)
        made.names = set()  # they are no other names than the long one
        clusters[number].take(made, f"articles tie {group[0].name} to it")
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


def _form(card: Card) -> Form:
    name = card.body
    words = one_spelling(name.words) if name else ()
    long = next((long for _, long in ties(card)), None)
    if long and name and name.acronym and not name.known:
        words = one_spelling(long.words)
    return words, country_of(card), kind(card)


def kind(card: Card) -> str:
    """Return what can be one with what: a person, a body, a document."""
    if card.type in ("person", "document", "unnamed"):
        return card.type
    return "body"


def _cluster(cards: Iterable[Card]) -> Cluster:
    return Cluster.of(cards, _form)
