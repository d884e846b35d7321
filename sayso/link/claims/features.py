"""Two points -> what tells whether they say the same, each a number between 0 and 1."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache

from sayso.english.calendar import weekdays
from sayso.english.stems import stems, weigh
from sayso.link.claims.circumstances import other_day, other_people, other_place, other_side
from sayso.link.claims.points import Point
from sayso.link.claims.words import Row
from sayso.link.compare.figures import agree, rivals

TABLE = "claims-weights.csv"  # of the weights of claims, in `sayso/data`
_MUCH = 40.0  # bits of shared words that are much
_NAMED = 20.0  # bits of names that are much
_LITTLE = 3.0  # bits of what is shared beside names that tell nothing
_TOPICS = 12  # stems that tell what an article is about
_LONG = 14  # days after which what is said is likely said of something else
_SHORT = 8.0  # bits of a text that says little
# Acts of which it tells what two statements are to each other that one, or each, does them.
_EACH = ("accuses", "criticises", "demands", "believes", "denies", "rejects", "promises")
_ONE = (*_EACH, "threatens", "supports", "wants", "confirms", "refuses", "declines", "asserts")
_CALLS = frozenset({"demands", "proposes", "offers", "refuses", "promises", "threatens", "wants"})


@dataclass(frozen=True, slots=True)
class Pair:
    """Two points, and how much their words, rows of words and speakers have in common.

    `speaker` is 1 where a speaker of one is one of the other, -1 where none is, 0 where unknown.
    """

    a: Point
    b: Point
    shared: float
    contained: float
    alike: float
    nameless: float
    beyond: float
    contained_beyond: float
    alike_beyond: float
    rows: float
    quoted: float
    speaker: float

    @classmethod
    def of(cls, a: Point, b: Point) -> "Pair":
        """Return two points as a pair; their order makes no difference to any feature."""
        one, other = a.words, b.words
        given = {*a.topics} & {*b.topics}
        own, others = one.stems - given, other.stems - given
        beyond = weigh(own & others)
        few, many = sorted((weigh(own), weigh(others)))
        shared = weigh(one.stems & other.stems)
        less, more = sorted((one.bits, other.bits))
        return cls(
            a,
            b,
            shared=shared,
            contained=shared / less if less else 0.0,
            alike=shared / more if more else 0.0,
            nameless=weigh((one.stems & other.stems) - one.names - other.names),
            beyond=beyond,
            contained_beyond=beyond / few if few else 0.5,
            alike_beyond=beyond / many if many else 0.5,
            rows=_share(one.rows, other.rows),
            quoted=max(_share(one.quoted, other.rows), _share(other.quoted, one.rows)),
            speaker=same_speaker(a, b),
        )

    @property
    def covered(self) -> float:
        """Return how much each has of the other: one that says far more says something else."""
        return self.contained * self.alike

    @property
    def both_assert(self) -> bool:
        """Tell whether both put something forward as so, and no more."""
        return self.a.act == self.b.act == "asserts"

    @property
    def opposite(self) -> bool:
        """Tell whether one puts forward as so what the other puts forward as not so."""
        return self.a.polarity != self.b.polarity


def _share(some: frozenset[Row], others: frozenset[Row]) -> float:
    """Return what share of the smaller of two sets of rows both have."""
    least = min(len(some), len(others))
    return len(some & others) / least if least else 0.0


def same_speaker(a: Point, b: Point) -> float:
    """Return 1 where a speaker of one is one of the other, -1 where none is, 0 where unknown."""
    if not a.speakers or not b.speakers:
        return 0.0
    best = 0.0
    for one in map(frozenset, a.speakers):
        for other in map(frozenset, b.speakers):
            least = min(weigh(one), weigh(other))
            best = max(best, weigh(one & other) / least if least else 0.0)
    return 2 * best - 1


def _days(pair: Pair) -> float:
    """Return how far apart in time the articles are, as a share of a fortnight, 0 if unknown."""
    if not pair.a.date or not pair.b.date:
        return 0.0
    days = date.fromisoformat(pair.a.date) - date.fromisoformat(pair.b.date)
    return min(abs(days.days), _LONG) / _LONG


def _other_names(pair: Pair) -> float:
    """Return how much each names somebody or something that the other one does not."""
    one, other = pair.a.words, pair.b.words
    apart = min(weigh(one.names - other.stems), weigh(other.names - one.stems))
    return min(apart, _NAMED) / _NAMED


def _shared_names(pair: Pair) -> float:
    both = weigh(pair.a.words.names & pair.b.words.names)
    return min(both, _NAMED) / _NAMED


def _topical(pair: Pair) -> float:
    """Return how much of what both say is what both their articles are about."""
    topics = {*pair.a.topics} & {*pair.b.topics}
    return min(weigh(topics & pair.a.words.stems & pair.b.words.stems), _NAMED) / _NAMED


def _each_does(act: str) -> Callable[[Pair], float]:
    return lambda pair: float(pair.a.act == pair.b.act == act)


def _one_does(act: str) -> Callable[[Pair], float]:
    return lambda pair: float((pair.a.act == act) != (pair.b.act == act))


def _differ(of: Callable[[Point], bool]) -> Callable[[Pair], float]:
    return lambda pair: float(of(pair.a) != of(pair.b))


# In what two statements may differ though they read alike.
OTHERWISE: dict[str, Callable[[Point, Point], bool]] = {
    "another place": lambda a, b: other_place((a.spots, a.words.stems), (b.spots, b.words.stems)),
    "another day": lambda a, b: other_day(a.days, b.days, night=0 if of_one_text(a, b) else 1),
    "other people": lambda a, b: other_people(a.words.people, b.words.people),
    "another side": lambda a, b: other_side(a.words.whose, b.words.whose),
}


def of_one_text(a: Point, b: Point) -> bool:
    """Tell whether two stand in one article, as far as points tell, or in two prints of it."""
    return bool(a.topics) and a.topics == b.topics and a.date == b.date


def towns(point: Point) -> frozenset[str]:
    """Return the stems of the towns that a statement names."""
    return frozenset(stem for spot in point.spots for stem in spot)


def likeness(pair: Pair, apart: frozenset[str] = frozenset()) -> float:
    """Return how alike two statements are but for towns, days, numbers and some words."""
    given = towns(pair.a) | towns(pair.b) | named_days() | apart
    one, other = (
        frozenset(word for word in point.words.stems - given if not word[0].isdigit())
        for point in (pair.a, pair.b)
    )
    most = max(weigh(one), weigh(other))
    return weigh(one & other) / most if most else 1.0


def alike_else(a: Point, b: Point) -> float:
    """Return how alike two statements are but for the names of towns and sides, and numbers."""
    one, other = (_else(point) for point in (a, b))
    most = max(weigh(one), weigh(other))
    return weigh(one & other) / most if most else 0.0


def _else(point: Point) -> frozenset[str]:
    words = point.words
    telling = words.stems - towns(point) - words.whose - named_days()
    return frozenset(stem for stem in telling if not stem[0].isdigit())


@cache
def named_days() -> frozenset[str]:
    """Return the stems of the days of the week."""
    return frozenset(stem for day in weekdays() for stem in stems(day))


FEATURES: dict[str, Callable[[Pair], float]] = {
    "shared": lambda p: min(p.shared, _MUCH) / _MUCH,
    "contained": lambda p: p.contained,
    "alike": lambda p: p.alike,
    "contained and much": lambda p: p.contained * min(p.shared, _MUCH) / _MUCH,
    "shared beyond names": lambda p: min(p.nameless, _MUCH / 2) / (_MUCH / 2),
    "shares names alone": lambda p: float(p.shared > 0 and p.nameless < _LITTLE),
    "shared beyond the topic": lambda p: min(p.beyond, _MUCH / 2) / (_MUCH / 2),
    "contained beyond the topic": lambda p: p.contained_beyond,
    "alike beyond the topic": lambda p: p.alike_beyond,
    "rows": lambda p: p.rows,
    "quoted": lambda p: p.quoted,
    "rows and alike": lambda p: p.rows * p.alike,
    "same speaker": lambda p: max(0.0, p.speaker),
    "other speaker": lambda p: max(0.0, -p.speaker),
    "same speaker, alike": lambda p: max(0.0, p.speaker) * p.alike,
    "same speaker, contained": lambda p: max(0.0, p.speaker) * p.contained,
    "opposite": lambda p: float(p.opposite),
    "opposite, alike": lambda p: float(p.opposite) * p.alike,
    "opposite, contained": lambda p: float(p.opposite) * p.contained,
    "same act": lambda p: float(p.a.act == p.b.act),
    "one denies": _differ(lambda p: p.denies),
    "one refutes": _differ(lambda p: p.words.refutes),
    "one refutes, contained": lambda p: _differ(lambda q: q.words.refutes)(p) * p.contained,
    "one calls for something": _differ(lambda p: p.act in _CALLS),
    "other certainty": _differ(lambda p: p.modality == "certain"),
    "both direct": lambda p: float(p.a.kind == p.b.kind == "direct"),
    "no words of the quotation": lambda p: (
        float("indirect" not in (p.a.kind, p.b.kind)) * (1 - p.quoted)
    ),
    "rival figures": lambda p: float(rivals(p.a.words.figures, p.b.words.figures)),
    "figures agree": lambda p: float(agree(p.a.words.figures, p.b.words.figures)),
    "other names": _other_names,
    "shared names": _shared_names,
    "days apart": _days,
    "short": lambda p: 1 / (1 + min(p.a.words.bits, p.b.words.bits) / _SHORT),
}

# What more tells whether they say the same.
SAME: dict[str, Callable[[Pair], float]] = FEATURES | {
    "covered both ways": lambda p: p.covered,
    "both assert": lambda p: float(p.both_assert),
    "both assert, covered": lambda p: p.both_assert * p.covered,
    "both assert, shared": lambda p: p.both_assert * min(p.shared, _MUCH) / _MUCH,
    "both certain": lambda p: float(p.a.modality == p.b.modality == "certain"),
    "both negative": lambda p: float(p.a.polarity == p.b.polarity == "neg"),
    "topics": lambda p: len({*p.a.topics} & {*p.b.topics}) / _TOPICS,
    "topical": _topical,
    **{f"each {act}": _each_does(act) for act in _EACH},
    **{f"one {act}": _one_does(act) for act in _ONE},
}
