"""Two statements that read alike -> what opposes them: polarity, contrary words, roles, a thing.

Word lists: `sayso/data/opposites.toml`.
"""

from collections.abc import Callable, Iterator
from functools import cache

from sayso.english.function_words import auxiliaries, determiners, modals, owners, prepositions
from sayso.english.lemmas import irregular
from sayso.english.stems import stem, stems, weigh, weight
from sayso.english.tables import lists
from sayso.link.claims.features import Pair, named_days, towns
from sayso.link.claims.points import Point
from sayso.link.claims.roles import TABLE, Actor, Roles, roles_of
from sayso.link.entities.lands import country_names

Phrases = frozenset[tuple[str, ...]]

# By what both cannot hold; by the others they only say two things.
POLARITY, CONTRARY, ACTOR = "opposite polarity", "contrary words", "another actor"
CONFLICTS = (POLARITY, CONTRARY, ACTOR)

_ALIKE = 0.5  # how alike two are otherwise that a word opposes
_ELSE = 0.6  # but for the words that are contrary, or the names of who does it
_COVERED = 0.6  # how much each of two sides has of what both say
_THINGS = 2  # words of the thing in which two differ
_SHARED = 1  # words that are no names which these share
_QUOTED = 0.3  # of the words as spoken of one that the other has
_BEGIN = 5  # letters in which words of one origin begin alike
_DEMANDS, _OFFERS = ("demands",), ("offers", "promises", "proposes", "refuses")


def opposed(pair: Pair) -> str:
    """Return what opposes two statements that read alike, empty where nothing does."""
    return next((name for name, opposes in _OPPOSED.items() if opposes(pair)), "")


def _roles(point: Point) -> Roles:
    return roles_of(point.text, point.words.names)


def _polarity(pair: Pair) -> bool:
    """Tell whether a word that both say is negated by one alone, and neither denies."""
    if pair.a.denies or pair.b.denies:
        return False
    a, b = _roles(pair.a), _roles(pair.b)
    words = (_negated(a) & _plain(b) - b.scope) | (_negated(b) & _plain(a) - a.scope)
    return bool(words) and _likeness(pair) >= _ALIKE


def _negated(roles: Roles) -> frozenset[str]:
    """Return the stems that stand negated, and never otherwise."""
    return frozenset(roles.row[at] for at in roles.negated) - _plain(roles)


def _plain(roles: Roles) -> frozenset[str]:
    return frozenset(word for at, word in enumerate(roles.row) if at not in roles.negated)


def _contrary(pair: Pair) -> bool:
    """Tell whether one has a word, and the other what says the contrary of it."""
    a, b = _roles(pair.a), _roles(pair.b)
    words = {
        word
        for one, other in _contrasts()
        if _way(a, one, other) * _way(b, one, other) < 0
        for phrase in one | other
        for word in phrase
    }
    return bool(words) and _likeness(pair, frozenset(words)) >= _ELSE


def _way(roles: Roles, one: Phrases, other: Phrases) -> int:
    """Return 1 where words of the one end of a contrast stand, -1 for the other, 0 for both.

    A negated word stands for the other end.
    """
    ways = {1 if at not in roles.negated else -1 for at in roles.places(one)}
    return sum(ways | {-1 if at not in roles.negated else 1 for at in roles.places(other)})


def _likeness(pair: Pair, apart: frozenset[str] = frozenset()) -> float:
    """Return how alike two statements are but for towns, days, numbers and some words."""
    given = towns(pair.a) | towns(pair.b) | named_days() | apart
    one, other = (
        frozenset(word for word in point.words.stems - given if not word[0].isdigit())
        for point in (pair.a, pair.b)
    )
    most = max(weigh(one), weigh(other))
    return weigh(one & other) / most if most else 1.0


def _reversed(pair: Pair) -> bool:
    """Tell whether one speaker tells of winning what another tells of winning back."""
    if pair.speaker >= 0:
        return False
    win, back = _reversals()
    a, b = _roles(pair.a), _roles(pair.b)
    says = [(any(r.places(win)), any(r.places(back))) for r in (a, b)]
    return set(says) == {(True, False), (False, True)}


def _another_actor(pair: Pair) -> bool:
    """Tell whether the same is done by another one, or by one to the other and the reverse."""
    a, b = _roles(pair.a), _roles(pair.b)
    one, other = a.actor, b.actor
    if not one or not other or not one.marks.isdisjoint(other.marks):
        return False
    acting = frozenset(r.row[at] for r, who in ((a, one), (b, other)) for at in who.places)
    if _likeness(pair, acting) < _ELSE or _is_mutual(a) or _is_mutual(b):
        return False
    spots = towns(pair.a) | towns(pair.b)
    if any(r.row[who.first] in spots for r, who in ((a, one), (b, other))):
        return False
    return _are_rivals(pair, one, other) or _swapped(a, b)


def _are_rivals(pair: Pair, one: Actor, other: Actor) -> bool:
    """Tell whether two names are those of two lands or bodies, of which neither is of the other."""
    lands = all(not who.marks.isdisjoint(country_names()) for who in (one, other))
    accused = not one.marks.isdisjoint(pair.b.sides) or not other.marks.isdisjoint(pair.a.sides)
    return lands or accused or (one.behind == other.behind and weight(one.behind) > 0)


def _swapped(a: Roles, b: Roles) -> bool:
    """Tell whether each of two that act is named in the other statement, behind its actor."""
    one, other = a.actor, b.actor
    if not one or not other:
        return False
    ways = ((one, other, b), (other, one, a))
    return all(
        any(mark in who.marks for at, mark in roles.marks.items() if at >= acts.last)
        for who, acts, roles in ways
    )


def _is_mutual(roles: Roles) -> bool:
    return not _mutual().isdisjoint(roles.row)


def _another_thing(pair: Pair) -> bool:
    """Tell whether two differ in nothing but the noun of one thing, in one place of a sentence."""
    a, b = _roles(pair.a), _roles(pair.b)
    one, other = _things(pair.a, pair.b), _things(pair.b, pair.a)
    both = (pair.a.words.stems & pair.b.words.stems) - pair.a.words.names - pair.b.words.names
    if (
        len(both) < _SHARED
        or _likeness(pair, one | other) < _ELSE
        or not (0 < len(one) <= _THINGS and 0 < len(other) <= _THINGS)
    ):
        return False
    if any(_are_alike(x, y) for x in one for y in other):
        return False
    return not {*_slots(a, one)}.isdisjoint(_slots(b, other))


def _things(point: Point, other: Point) -> frozenset[str]:
    """Return the stems of a statement that tell something and that the other one has not."""
    own = point.words.stems - other.words.stems - point.words.names - towns(point)
    return frozenset(word for word in own if not word[0].isdigit())


def _slots(roles: Roles, words: frozenset[str]) -> Iterator[str]:
    """Yield what stands before nouns made of some stems: nothing where that is a determiner."""
    for at, word in enumerate(roles.row):
        if word in words and _is_noun(roles, at):
            first = at - 1 if at and roles.row[at - 1] in words else at
            before = roles.raw[first - 1] if first else ""
            if before in determiners() | owners():
                yield ""
            elif before not in auxiliaries() | modals() | {"to", "not"}:
                yield stem(before)


def _is_noun(roles: Roles, at: int) -> bool:
    """Tell whether a word ends a phrase, as nouns do, and is no form of a verb as far as shows."""
    raw = roles.raw[at]
    behind = roles.raw[at + 1] if at + 1 < len(roles.raw) else ""
    ends = behind not in determiners() | owners() and not weight(stem(behind))
    ends = ends or behind in prepositions()
    return ends and not raw.endswith(("ed", "ing", "ly")) and raw not in irregular()


def _are_alike(one: str, other: str) -> bool:
    """Tell whether two stems may name one thing."""
    if one.endswith(other) or other.endswith(one):  # "presents" and "represents"
        return True
    return one[:_BEGIN] == other[:_BEGIN] or not _classes(one).isdisjoint(_classes(other))


def _classes(word: str) -> frozenset[str]:
    """Return the lists of alike nouns that have a stem."""
    return frozenset(name for name, words in _alike_nouns().items() if word in words)


@cache
def _alike_nouns() -> dict[str, frozenset[str]]:
    every = dict(lists(TABLE, "alike"))
    every |= {
        words: frozenset(words.split())
        for rows in lists("quotations.toml", "near").values()
        for words in rows
    }
    return {name: frozenset(map(stem, words)) for name, words in every.items()}


def _possible(pair: Pair) -> bool:
    """Tell whether one puts forward as so what the other holds possible, or ties to something."""
    certain = [point.modality == "certain" for point in (pair.a, pair.b)]
    is_one = pair.quoted >= _QUOTED  # said once, in words of which one has fewer
    return certain[0] != certain[1] and not is_one and _likeness(pair) >= _ALIKE


def _called_for(pair: Pair) -> bool:
    """Tell whether one speaker demands what another one offers or refuses."""
    acts = (pair.a.act, pair.b.act)
    demanded = any(x in _DEMANDS and y in _OFFERS for x, y in (acts, acts[::-1]))
    return demanded and pair.speaker < 0


def _two_sides(pair: Pair) -> bool:
    """Tell whether two speak for two sides, and one says far more than the other."""
    one, other = {*pair.a.sides}, {*pair.b.sides}
    return bool(one and other) and one.isdisjoint(other) and pair.alike < _COVERED


def _phrases(words: frozenset[str]) -> Phrases:
    return frozenset(tuple(stems(phrase)) for phrase in words)


@cache
def _mutual() -> frozenset[str]:
    """Return the stems of what two do to each other."""
    return frozenset(map(stem, lists(TABLE, "mutual")["verbs"]))


@cache
def _reversals() -> tuple[Phrases, Phrases]:
    """Return what tells of winning something, and of winning it back."""
    words = lists(TABLE, "reversals")
    return _phrases(words["win"]), _phrases(words["back"])


@cache
def _contrasts() -> tuple[tuple[Phrases, Phrases], ...]:
    one, other = lists(TABLE, "one"), lists(TABLE, "other")
    return tuple((_phrases(one[name]), _phrases(other[name])) for name in sorted(one))


_OPPOSED: dict[str, Callable[[Pair], bool]] = {
    POLARITY: _polarity,
    CONTRARY: _contrary,
    ACTOR: _another_actor,
    "won and won back": _reversed,
    "one is possible, or on a condition": _possible,
    "one demands what the other offers": _called_for,
    "another thing": _another_thing,
    "two sides": _two_sides,
}
