"""Pairs of points -> what each is to the other: the same, a denial, a conflict, akin, or nothing.

Features and weights decide; where they leave it open, a model of pairs of texts has a say, if one
is given.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Protocol

from sayso.link.claims.features import OTHERWISE, SAME, TABLE, Pair, alike_else, of_one_text
from sayso.link.claims.firm import is_firm
from sayso.link.claims.opposites import CONFLICTS, MIRROR, opposed
from sayso.link.claims.points import Point
from sayso.link.claims.swaps import mirrored
from sayso.link.claims.turns import SIGNS, Turn, corrects, kind_of, strength, turns
from sayso.link.compare.figures import bounded, equal, none_meets, rivals
from sayso.link.compare.weights import Scorer, odds

AKIN = -3.5  # score from which on a pair is kept, so that groups know how alike their members are
JOINS = -0.5  # score from which on two statements may be of one claim
AGAINST = -0.5  # score from which on one turns against the other
# Scores between which a model of pairs of texts has a say. It takes milliseconds a pair: below,
# few of those that say the same are left; above, the features are right.
OPEN = (-2.5, 4.0)
RIVALS = "rival figures"
NUMBERS = "other numbers"
DENIED = "a denial"
_RIVAL = (RIVALS, *CONFLICTS)  # by what both cannot hold
ELSE = "otherwise"  # what two statements are that plainly say the same of something else
UNLIKE = -8.0  # the score of such two
OPPOSED = -60.0  # likewise of two that are opposed: hardly any claim holds both
NEVER = -99.0  # the score of what does not turn against anything
_VAGUE = -1.0  # score of what shares names alone, at most
_LITTLE = 3.0  # bits of words in common that are no names
_HALF = 0.5  # of the rows of words of a statement
# How alike two are but for where, when, to whom or of which side, where they differ in one of
# these, in several, or in numbers alone. Of labelled stories 1 pair in 900 of one claim is taken
# apart so.
_ELSE, _ABOUT_ELSE, _SURELY_ELSE = 0.6, 0.4, 0.7
_PLAIN = 1.5  # score of what plainly turns against something
_FLAT = 0.5  # score of a flat no of who is accused
_REPLIED = 1.5  # what it adds to the odds that one was picked out of a whole article


class Chances(Protocol):
    """The probabilities of what two texts are to each other; they add up to one."""

    @property
    def same(self) -> float:
        """Return that of saying the same."""

    @property
    def denies(self) -> float:
        """Return that of one denying the other."""

    @property
    def conflicts(self) -> float:
        """Return that of not both holding."""

    @property
    def unrelated(self) -> float:
        """Return that of none of these."""


class Comparer(Protocol):
    """A model of pairs of texts."""

    def compare(self, pairs: Sequence[tuple[str, str]]) -> Sequence[Chances]:
        """Return what the texts of each pair are to each other; their order means nothing."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What two points are to each other: same, akin, otherwise, or one of `sayso.linked.ANSWERS`.

    `way` is 1 where the first turns against the second, -1 where the second does against the
    first, 0 where it goes both ways. `score` is the logarithm of the odds.
    """

    kind: str
    score: float
    why: str
    way: int = 0


@dataclass(frozen=True, slots=True)
class Weighed:
    """A pair with its scores by features, and what a model says of its texts, if it was asked."""

    pair: Pair
    same: float
    against: float
    alike: str  # the feature that spoke most for the one and for the other
    unlike: str
    way: int = 0  # see `Decision`
    chances: Chances | None = None

    @property
    def is_open(self) -> bool:
        """Tell whether the features leave it open what the two are to each other."""
        return OPEN[0] <= self.same <= OPEN[1]


# What the last word is made of where a model was asked: more of it fits the labels no better.
COMPARED: dict[str, Callable[[Weighed], float]] = {
    "same": lambda weighed: weighed.same,
    "model: same": lambda weighed: odds(weighed.chances.same) if weighed.chances else 0.0,
}


def decide(
    pairs: Sequence[tuple[Point, Point]], comparer: Comparer | None = None
) -> list[Decision | None]:
    """Return what each pair of points is to each other, None for nothing.

    The order of the two, and what other pairs are decided, makes no difference.
    """
    weighed = [weigh_pair(a, b) for a, b in pairs]
    if comparer:
        weighed = compared(weighed, comparer)
    return [_decision(each) for each in weighed]


def weigh_pair(a: Point, b: Point) -> Weighed:
    """Return a pair of points with its scores by features."""
    pair = Pair.of(a, b)
    same, alike = _same().score(pair)
    against, unlike, way = _turning(pair)
    return Weighed(pair, same, against, alike, unlike, way)


def _turning(pair: Pair) -> tuple[float, str, int]:
    """Return how sure one turns against the other, the sign that tells most, and which does.

    It must turn against something by its act or words, and share words with what it turns against.
    """
    if not pair.shared:
        return NEVER, "", 0
    a, b = pair.a, pair.b
    ways = [(one, other, way) for one, other, way in ((a, b, 1), (b, a, -1)) if turns(one)]
    turned = [(Turn.of(one, other), way) for one, other, way in ways]
    scores = [(*_score(turn, pair), way) for turn, way in turned if not turn.is_barred]
    return max(scores, key=lambda each: (each[0], abs(each[2])), default=(NEVER, "", 0))


def _score(turn: Turn, pair: Pair) -> tuple[float, str]:
    """Return how sure one turns against the other.

    Who repeats it without denying it does not; what says no more than "any knowledge of it" is only
    told by what it answers in its article.
    """
    score, sign = _against().score(turn)
    if turn.is_plain:
        return max(score, _PLAIN), "a denial in the same words"
    if turn.is_flatly_denied:
        return max(score, _FLAT), "a flat no of the accused"
    repeats = pair.rows >= _HALF and not turn.denial.denies
    return (NEVER, "") if repeats or turn.is_bare else (score, sign)


def compared(weighed: Sequence[Weighed], comparer: Comparer) -> list[Weighed]:
    """Return pairs with what a model says of those that the features leave open."""
    asked = [n for n, each in enumerate(weighed) if each.is_open]
    texts = [(weighed[n].pair.a.reading, weighed[n].pair.b.reading) for n in asked]
    answers = dict(zip(asked, comparer.compare(texts), strict=True))
    return [
        replace(each, chances=answers[n]) if n in answers else each
        for n, each in enumerate(weighed)
    ]


def _decision(weighed: Weighed) -> Decision | None:
    a, b = weighed.pair.a, weighed.pair.b
    same, against, alike, unlike = weighed.same, weighed.against, weighed.alike, weighed.unlike
    if weighed.chances:
        same, alike = _last().score(weighed)
    replied = _replied(a, b)
    if replied and not (weighed.chances and same >= JOINS):
        return replied
    plainly = _plainly(weighed) or (opposed(weighed.pair) if same >= AKIN else "")
    if plainly and plainly not in (DENIED, *_RIVAL):
        return _otherwise(plainly, a, b)
    if plainly:
        same = AKIN - 1
        if plainly in _RIVAL and is_firm(weighed.pair, plainly):
            against, unlike = max(against, _PLAIN), plainly
    elif _is_bounded(a, b) or (not weighed.chances and _is_vague(weighed.pair)):
        same = min(same, _VAGUE)
    if against >= AGAINST and against > same and same < JOINS:
        kind, way = _turned(weighed, plainly)
        return Decision(kind, against, _REASONS[kind].format(sign=unlike), way)
    if same >= AKIN:
        kind = "same" if same >= JOINS else "akin"
        return Decision(kind, same, _REASONS[kind].format(sign=alike))
    return None


def _plainly(weighed: Weighed) -> str:
    """Return by what two statements plainly do not say the same, empty where nothing tells."""
    pair = weighed.pair
    a, b = pair.a, pair.b
    if (pair.opposite and a.denies != b.denies) or weighed.against >= _PLAIN:
        return DENIED
    if mirrored(pair):
        return MIRROR
    if pair.rows == 1:  # word for word: what an article says of the day may be wrong
        return ""
    rival = rivals(a.words.figures, b.words.figures)
    differ = [name for name, differs in OTHERWISE.items() if differs(a, b)]
    if differ and (rival or _else(a, b, differ)):  # 20 dead here and 30 there are no rivals
        return differ[0]
    if rival:
        return RIVALS
    numbers = none_meets(a.words.figures, b.words.figures)
    return NUMBERS if numbers and alike_else(a, b) >= _SURELY_ELSE else ""


def _otherwise(plainly: str, a: Point, b: Point) -> Decision | None:
    """Return that two say the same, but of something else, or otherwise, as far as they are alike.

    Two that are opposed read alike anyway.
    """
    is_opposed = plainly not in (*OTHERWISE, NUMBERS)
    if not is_opposed and alike_else(a, b) < _ABOUT_ELSE:
        return None
    score = OPPOSED if is_opposed else UNLIKE
    return Decision(ELSE, score, f"they say the same of something else ({plainly})")


def _else(a: Point, b: Point, differ: Sequence[str] = ()) -> bool:
    """Tell whether two say the same otherwise: about, where they differ in several things.

    So it is where one text has both: it would hardly tell one thing of two places.
    """
    several = len(differ) + none_meets(a.words.figures, b.words.figures) > 1
    about = several or bool(differ and of_one_text(a, b))
    return alike_else(a, b) >= (_ABOUT_ELSE if about else _ELSE)


def _is_vague(pair: Pair) -> bool:
    """Tell whether two have names in common, and hardly a word of what is said of them."""
    return pair.nameless < _LITTLE and pair.rows < _HALF


def _is_bounded(a: Point, b: Point) -> bool:
    """Tell whether one gives a number in the bounds that the other gives, and says it otherwise."""
    one, other = a.words.figures, b.words.figures
    return bounded(one, other) and not equal(one, other) and not _else(a, b)


def _replied(a: Point, b: Point) -> Decision | None:
    """Return that one answers the other in its article, if it does."""
    for one, other, way in ((a, b, 1), (b, a, -1)):
        for reply in one.replies:
            if reply.key in other.replied:
                return Decision(reply.kind, _REPLIED + odds(reply.score), reply.why, way)
    return None


def _turned(weighed: Weighed, plainly: str) -> tuple[str, int]:
    """Return how one of two turns against the other, and which: see `Decision`."""
    a, b = weighed.pair.a, weighed.pair.b
    for one, way in ((a, 1), (b, -1)):
        if corrects(one) and not corrects(b if way > 0 else a):
            return "corrects", way
    if plainly in _RIVAL or not weighed.way or strength(a) == strength(b):
        return "conflicts", 0
    return kind_of(a if weighed.way > 0 else b), weighed.way


_REASONS = {
    "same": "they say the same ({sign})",
    "akin": "they are alike ({sign}), not enough to be one claim",
    "denies": "one says that the other is not so ({sign})",
    "rejects": "one rejects the other ({sign})",
    "corrects": "one puts the other right ({sign})",
    "conflicts": "both cannot hold ({sign})",
}


@cache
def _same() -> Scorer[Pair]:
    return Scorer.of("same", SAME, TABLE)


@cache
def _against() -> Scorer[Turn]:
    return Scorer.of("against", SIGNS, TABLE)


@cache
def _last() -> Scorer[Weighed]:
    return Scorer.of("same compared", COMPARED, TABLE)
