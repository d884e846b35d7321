"""The statements of one article -> which of them answer which: deny or reject it.

A denial may name no content ("he dismissed the charge", "Moscow denies this"): what it answers is
then what the other side said, most likely just before. Signs and weights tell which statement.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import accumulate

from sayso.english.excerpts import shorten
from sayso.english.stems import stems, weigh
from sayso.link.claims.features import TABLE, same_speaker
from sayso.link.claims.points import Point, Reply
from sayso.link.claims.words import correcting
from sayso.link.compare.weights import Scorer, chance
from sayso.nodes import number_of
from sayso.records import Record, Statement

_REACH = 30  # statements away at which another may stand
_NEAR = 10
_LITTLE = 8.0  # bits of a denial that names no content
_MOST = 2  # statements that one answers
_LEAST = 0.12  # chance of the one that it answers
_SECOND = 0.6  # of the chance of the first that a second one needs
_SHARED = 30.0  # bits


@dataclass(frozen=True, slots=True)
class Side:
    """One statement in its article: its point, its number, and where it stands.

    `place` counts the statements that stand inside no other: what is inside has the outer one's.
    """

    point: Point
    number: int
    place: int
    statement: Statement
    reports: str
    text: str


@dataclass(frozen=True, slots=True)
class Answer:
    """A statement that answers something, and one that may be what it answers."""

    denial: Side
    other: Side

    @property
    def back(self) -> int:
        """Return how many statements before the denial the other one stands, if it does."""
        return self.denial.place - self.other.place

    @property
    def shared(self) -> float:
        """Return the bits of what the denial talks about that the other one has."""
        return weigh(self.denial.point.words.own & self.other.point.words.stems)

    @property
    def contained(self) -> float:
        """Return what share of what the denial talks about the other one has."""
        own = weigh(self.denial.point.words.own)
        return self.shared / own if own else 0.0

    @property
    def is_empty(self) -> bool:
        """Tell whether the denial names hardly anything itself."""
        return weigh(self.denial.point.words.own) < _LITTLE

    @property
    def speaker(self) -> float:
        """Return whether one speaker says both: see `Pair.speaker`."""
        return same_speaker(self.denial.point, self.other.point)

    @property
    def paragraphs(self) -> int:
        """Return how many paragraphs lie between both."""
        first, last = sorted(s.statement.extent.start for s in (self.denial, self.other))
        return self.denial.text.count("\n\n", first, last)


def _named(speakers: Sequence[Sequence[str]], point: Point) -> float:
    """Return what share of the names of some speakers a point names."""
    names = frozenset(word for words in speakers for word in words)
    all_of = weigh(names)
    return weigh(names & point.words.stems) / all_of if all_of else 0.0


def _inside(some: Statement, others: Statement) -> bool:
    return all(any(o.holds(s) for o in others.content) for s in some.content)


SIGNS: dict[str, Callable[[Answer], float]] = {
    "contained": lambda a: a.contained,
    "contained in few words": lambda a: a.contained * a.is_empty,
    "shared": lambda a: min(a.shared, _SHARED) / _SHARED,
    "opposite": lambda a: float(a.denial.point.polarity != a.other.point.polarity),
    "same speaker": lambda a: max(0.0, a.speaker),
    "other speaker": lambda a: max(0.0, -a.speaker),
    "just before": lambda a: float(a.back == 1),
    "before": lambda a: min(a.back, _NEAR) / _NEAR * (a.back > 0),
    "after": lambda a: float(a.back < 0),
    "far after": lambda a: min(-a.back, _NEAR) / _NEAR * (a.back < 0),
    "just before, names nothing": lambda a: float(0 < a.back <= 2 and a.is_empty),
    "same paragraph": lambda a: float(a.paragraphs == 0),
    "paragraphs": lambda a: min(a.paragraphs, _NEAR) / _NEAR,
    "other denies": lambda a: float(a.other.point.denies),
    "other refutes": lambda a: float(a.other.point.words.refutes),
    "other accuses": lambda a: float(a.other.point.act in ("accuses", "criticises")),
    "other names who denies": lambda a: _named(a.denial.point.speakers, a.other.point),
    "denial names who says": lambda a: _named(a.other.point.speakers, a.denial.point),
    "other points": lambda a: float(a.other.point.words.points),
    "other inside denial": lambda a: float(_inside(a.other.statement, a.denial.statement)),
}


def with_replies(record: Record, points: Sequence[Point]) -> tuple[Point, ...]:
    """Return the points of a record with what each of them answers, and by what it is answered."""
    replies: defaultdict[int, list[Reply]] = defaultdict(list)
    replied: defaultdict[int, list[int]] = defaultdict(list)
    for denial, other, reply in _replies(sides(record, points)):
        replies[denial].append(reply)
        replied[other].append(reply.key)
    return tuple(
        replace(point, replies=tuple(replies[n]), replied=tuple(sorted(replied[n])))
        for n, point in enumerate(points)
    )


def sides(record: Record, points: Sequence[Point]) -> list[Side]:
    """Return the points of a record with where they stand."""
    places = accumulate(not provenance.reports for provenance in record.provenance)
    rows = zip(points, places, record.statements, record.provenance, strict=True)
    return [
        Side(point, number, place, statement, provenance.reports, record.article.text)
        for number, (point, place, statement, provenance) in enumerate(rows)
    ]


def is_answer(point: Point) -> bool:
    """Tell whether a statement answers what somebody said, going by its own words.

    It turns against it, or it confirms it without saying what: "confirmed the report".
    """
    words = point.words
    negative = point.polarity == "neg"
    if point.act == "confirms":
        return point.said == "yes" and words.points and weigh(words.own) < _LITTLE
    return point.said == "yes" and (
        point.denies or words.refutes or (negative and (words.doubts or words.points))
    )


def candidates(every: Sequence[Side], denial: Side) -> list[Answer]:
    """Return what a statement may answer, in text order."""
    near = every[max(0, denial.number - _REACH) : denial.number + _REACH + 1]
    return [
        Answer(denial, other)
        for other in near
        if other.number != denial.number and other.point.said == "yes"
    ]


def _replies(every: Sequence[Side]) -> Iterator[tuple[int, int, Reply]]:
    """Yield the numbers of a denial and of what it answers, with the reply."""
    for denial in every:
        if not is_answer(denial.point):
            continue
        ranked = sorted(
            ((*_scorer().score(each), each.other.number) for each in candidates(every, denial)),
            key=lambda row: (-row[0], row[2]),
        )
        best = chance(ranked[0][0]) if ranked else 0.0
        for score, sign, number in ranked[:_MOST]:
            if (likely := chance(score)) >= max(_LEAST, _SECOND * best):
                yield denial.number, number, _reply(denial, every[number], likely, sign)


def _reply(denial: Side, other: Side, likely: float, sign: str) -> Reply:
    kind = _kind(denial.point)
    key = number_of("reply", denial.point.text, other.point.text)
    words = shorten(other.point.text)
    why = f"it {kind} what its article has: “{words}” ({sign})"
    return Reply(key, kind, round(likely, 3), why)


def _kind(point: Point) -> str:
    if point.act in ("confirms", "rejects"):
        return point.act
    corrects = not correcting().isdisjoint(stems(f"{point.cue} {point.text}"))
    return "corrects" if corrects else "denies"


@cache
def _scorer() -> Scorer[Answer]:
    return Scorer.of("answers", SIGNS, TABLE)
