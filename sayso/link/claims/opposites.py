"""Two statements that read alike -> what opposes them: polarity, contrary words, roles, a thing.

Word lists: `sayso/data/opposites.toml`.
"""

from collections.abc import Callable, Iterator
from functools import cache

from sayso.english.function_words import auxiliaries, determiners, modals, owners, prepositions
from sayso.english.lemmas import irregular
from sayso.english.stems import stem, stems, weigh, weight
from sayso.english.tables import lists
from sayso.link.claims.charges import accuses, is_of_offer
from sayso.link.claims.features import Pair, likeness, towns
from sayso.link.claims.points import Point
from sayso.link.claims.roles import TABLE, Roles, refusing
from sayso.link.claims.swaps import are_one, exchanged, is_mutual, mirrored, powers, roles
from sayso.link.claims.turns import Turn
from sayso.link.compare.figures import agree, same_of_else
from sayso.link.entities.lands import country_names

Phrases = frozenset[tuple[str, ...]]

# By what both cannot hold; by the others they only say two things.
POLARITY, CONTRARY, ACTOR = "opposite polarity", "contrary words", "another actor"
MIRROR, CAUSE = "the other way round", "another cause"
CONFLICTS = (POLARITY, CONTRARY, ACTOR, MIRROR, CAUSE)

_ALIKE = 0.5  # how alike two are otherwise that a word opposes
_ELSE = 0.6  # but for the words that are contrary, or the names of who does it
_COVERED = 0.6  # how much each of two sides has of what both say
_THINGS = 2  # words of the thing in which two differ
_SHARED = 1  # words that are no names which these share
_QUOTED = 0.3  # of the words as spoken of one that the other has
_BEGIN = 5  # letters in which words of one origin begin alike
_QUITE = 0.6  # of the rows of words of one that the other has
_ALL = 0.9  # likewise, where one word makes a difference
_CAUSED = 0.4  # how alike two are but for who or what did it
_THIN = 20.0  # bits of words that hardly tell what it is about
_SAYS = ("asserts", "believes", "other", "promises", "accuses")
_BIDS = ("offers", "proposes")
_REFUSALS = ("refuses", "declines")
_DEMANDS, _OFFERS = ("demands",), ("offers", "promises", "proposes", "refuses")


def opposed(pair: Pair) -> str:
    """Return what opposes two statements that read alike, empty where nothing does."""
    return next((name for name, opposes in _OPPOSED.items() if opposes(pair)), "")


def _polarity(pair: Pair) -> bool:
    """Tell whether a word that both say is negated by one alone, and neither denies."""
    if pair.a.denies or pair.b.denies:
        return False
    if Turn.of(pair.a, pair.b).is_in_person or Turn.of(pair.b, pair.a).is_in_person:
        return True
    negated = [len(roles(point).negated) for point in (pair.a, pair.b)]
    if pair.rows >= _QUITE and negated[0] == negated[1]:
        return False
    words = _turned_alone(pair.a, pair.b) | _turned_alone(pair.b, pair.a)
    return bool(words - pair.a.words.names - pair.b.words.names) and likeness(pair) >= _ALIKE


def _turned_alone(point: Point, other: Point) -> frozenset[str]:
    """Return the stems that one says negated alone, and the other as they are."""
    its = frozenset(roles(point).row[at] for at in _turned(point))
    return (its - _plain(point)) & (_plain(other) - roles(other).scope)


def _turned(point: Point) -> frozenset[int]:
    """Return the places of words that are negated: of what somebody refuses, the first is."""
    its = roles(point)
    refused = point.act in _REFUSALS or not refusing().isdisjoint(point.cue.lower().split())
    if not refused or its.raw[:1] == ("that",):
        return its.negated
    first = next((at for at, word in enumerate(its.row) if weight(word)), None)
    return its.negated if first is None else its.negated | {first}


def _plain(point: Point) -> frozenset[str]:
    turned = _turned(point)
    return frozenset(word for at, word in enumerate(roles(point).row) if at not in turned)


def _contrary(pair: Pair) -> bool:
    """Tell whether one has a word, and the other what says the contrary of it."""
    if pair.rows >= _ALL:  # one has the words of the other
        return False
    words = {
        word
        for one, other in _contrasts()
        if _way(pair.a, one, other) * _way(pair.b, one, other) < 0
        for phrase in one | other
        for word in phrase
    }
    return bool(words) and likeness(pair, frozenset(words)) >= _ELSE


def _way(point: Point, one: Phrases, other: Phrases) -> int:
    """Return 1 where words of the one end of a contrast stand, -1 for the other, 0 for both.

    A negated word stands for the other end.
    """
    its, turned = roles(point), _turned(point)
    ways = {1 if at not in turned else -1 for at in its.places(one)}
    return sum(ways | {-1 if at not in turned else 1 for at in its.places(other)})


def _reversed(pair: Pair) -> bool:
    """Tell whether one speaker tells of winning what another tells of winning back."""
    if pair.speaker >= 0:
        return False
    win, back = _reversals()
    a, b = roles(pair.a), roles(pair.b)
    says = [(any(r.places(win)), any(r.places(back))) for r in (a, b)]
    return set(says) == {(True, False), (False, True)}


def _another_actor(pair: Pair) -> bool:
    """Tell whether the same is done by another one."""
    a, b = roles(pair.a), roles(pair.b)
    one, other = a.actor, b.actor
    if not one or not other or are_one(one.marks, other.marks):
        return False
    acting = frozenset(r.row[at] for r, who in ((a, one), (b, other)) for at in who.places)
    if likeness(pair, acting) < _ELSE or is_mutual(a) or is_mutual(b):
        return False
    spots = towns(pair.a) | towns(pair.b)
    if any(r.row[who.first] in spots for r, who in ((a, one), (b, other))):
        return False
    return _are_rivals(pair, a, b)


def _are_rivals(pair: Pair, a: Roles, b: Roles) -> bool:
    """Tell whether two names are those of two lands or bodies, of which neither is of the other.

    The regime of a land and that of its leader are one.
    """
    one, other = a.actor, b.actor
    if not one or not other:
        return False
    lands = [not who.marks.isdisjoint(country_names()) for who in (one, other)]
    if not all(lands) and (any(powers(a)) and any(powers(b))):
        return False
    accused = are_one(one.marks, {*pair.b.sides}) or are_one(other.marks, {*pair.a.sides})
    return all(lands) or accused or (one.behind == other.behind and weight(one.behind) > 0)


def _another_thing(pair: Pair) -> bool:
    """Tell whether two differ in nothing but the noun of one thing, in one place of a sentence."""
    one, other = _things(pair.a, pair.b), _things(pair.b, pair.a)
    both = (pair.a.words.stems & pair.b.words.stems) - pair.a.words.names - pair.b.words.names
    if len(both) < _SHARED or likeness(pair, one | other) < _ELSE:
        return False
    return 0 < len(one) <= _THINGS and 0 < len(other) <= _THINGS and differ_in_thing(pair)


def differ_in_thing(pair: Pair) -> bool:
    """Tell whether two have other nouns in one place of a sentence, that cannot name one thing."""
    one, other = _things(pair.a, pair.b), _things(pair.b, pair.a)
    if any(are_alike(x, y) for x in one for y in other):
        return False
    slots = {*_slots(roles(pair.a), one)}
    return not slots.isdisjoint(_slots(roles(pair.b), other))


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


def are_alike(one: str, other: str) -> bool:
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
    return certain[0] != certain[1] and not is_one and likeness(pair) >= _ALIKE


def _called_for(pair: Pair) -> bool:
    """Tell whether one speaker demands what another one offers or refuses."""
    acts = (pair.a.act, pair.b.act)
    demanded = any(x in _DEMANDS and y in _OFFERS for x, y in (acts, acts[::-1]))
    return demanded and pair.speaker < 0


def _offered(pair: Pair) -> bool:
    """Tell whether one offers what another one says will be."""
    a, b = pair.a, pair.b
    bid, other = (a, b) if a.act in _BIDS else (b, a)
    if pair.speaker > 0 or bid.act not in _BIDS or other.act not in _SAYS:
        return False
    return bid.text.startswith("to ") and not is_of_offer(other)


def _another_cause(pair: Pair) -> bool:
    """Tell whether one says that somebody did it, and the other that a storm or a fault did."""
    a, b = roles(pair.a), roles(pair.b)
    for one, other, by in ((a, b, pair.a), (b, a, pair.b)):
        natural = not _nature().isdisjoint(other.row) and _nature().isdisjoint(one.row)
        who = one.actor.marks if one.actor else frozenset[str]()
        done = bool(who) and not are_one(who, other.actor.marks if other.actor else who ^ who)
        if natural and by.act in _SAYS and (done or accuses(by)):
            gone = frozenset(one.row[at] for at in one.actor.places) if one.actor else who
            return likeness(pair, gone | _nature()) >= _CAUSED
    return False


def _of_else(pair: Pair) -> bool:
    """Tell whether a number of both counts other things, or those that came to something else."""
    if pair.rows == 1:
        return False
    names = pair.a.words.names | pair.b.words.names
    return same_of_else(pair.a.words.figures, pair.b.words.figures, are_alike, names)


def _is_unnamed(pair: Pair) -> bool:
    """Tell whether one gives a number of "it", whatever that is, which the other names."""
    opened = [_opens_with_it(point) for point in (pair.a, pair.b)]
    if opened[0] == opened[1] or not agree(pair.a.words.figures, pair.b.words.figures):
        return False
    it, other = (pair.a, pair.b) if opened[0] else (pair.b, pair.a)
    words = frozenset(word for word in it.words.stems if not word[0].isdigit())
    return weigh(words) < _THIN and bool(_things(other, it) or other.words.names - it.words.stems)


def _opens_with_it(point: Point) -> bool:
    words = point.text.lower().strip("\"“”‘’' ").removeprefix("that ").split()
    return not lists(TABLE, "unnamed")["subjects"].isdisjoint(words[:1]) and not point.meant


def _two_sides(pair: Pair) -> bool:
    """Tell whether two speak for two sides, and one says far more than the other."""
    one, other = {*pair.a.sides}, {*pair.b.sides}
    return bool(one and other) and one.isdisjoint(other) and pair.alike < _COVERED


def _phrases(words: frozenset[str]) -> Phrases:
    return frozenset(tuple(stems(phrase)) for phrase in words)


@cache
def _nature() -> frozenset[str]:
    """Return the stems of what breaks things that nobody breaks."""
    return frozenset(map(stem, lists(TABLE, "nature")["words"]))


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
    MIRROR: mirrored,
    ACTOR: _another_actor,
    CAUSE: _another_cause,
    "won and won back": _reversed,
    "one is possible, or on a condition": _possible,
    "one demands what the other offers": _called_for,
    "one offers what the other says will be": _offered,
    "two names change places": exchanged,
    "the same number of something else": _of_else,
    "of one it is open what it is": _is_unnamed,
    "another thing": _another_thing,
    "two sides": _two_sides,
}
