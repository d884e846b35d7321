"""The statements of one article -> which of them answer which: deny or reject it.

A denial may name no content ("he dismissed the charge", "Moscow denies this"): what it answers is
then what the other side said, most likely just before. Signs and weights tell which statement.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import accumulate
from math import exp, fsum

from sayso.english.excerpts import shorten
from sayso.english.stems import stems, weigh
from sayso.link.claims.charges import (
    CALLS,
    accuses,
    aim,
    is_mishap,
    is_offer,
    is_to_come,
    points_at,
)
from sayso.link.claims.features import TABLE
from sayso.link.claims.points import Point, Reply
from sayso.link.claims.turns import SIGNS as TURNS
from sayso.link.claims.turns import Turn, is_only_flat, is_plain, kind_of, opposes
from sayso.link.claims.words import claim_nouns, untold
from sayso.link.compare.weights import Scorer, chance
from sayso.nodes import number_of
from sayso.records import Record, Statement

_REACH = 30  # statements away at which another may stand
_NEAR = 10
_LITTLE = 8.0  # bits of a denial that names no content
_MOST = 4  # statements that one answers: "the allegations" may be several
_LEAST = 0.05  # chance of what is answered, at least; what is less likely than not is shown apart
_NONE = -2.5  # score of there being none among them, for what only points at one
_FIRST = 4  # words of a content among which a noun stands that only points at a charge
_NAMED = 0.5  # of the names of a speaker, that name him
_SECOND = 0.3  # of the chance of the first that another one needs
_SURE = 0.6  # chance at least of what who denies is accused of, or turns down
# Chances, before what it tells that one was picked out of a whole article: below the first nothing
# is shown as denied, and what shares little with a denial has the second.
_LIKELY, _DOUBTFUL = 0.23, 0.12
_FITS = 3  # of what fits, from which on it surely is what is answered
_MOSTLY = 0.6  # of these words, by which it plainly is what is denied
_SHOWN = 2  # statements that one shows as denied by its words
_PART = 0.3  # of the words of a denial beside names, that what it denies has


@dataclass(frozen=True, slots=True)
class Placed:
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

    denial: Placed
    other: Placed
    turn: Turn

    @classmethod
    def of(cls, denial: Placed, other: Placed) -> "Answer":
        """Return two statements of one article as a pair."""
        return cls(denial, other, Turn.of(denial.point, other.point))

    @property
    def back(self) -> int:
        """Return how many statements before the denial the other one stands, if it does."""
        return self.denial.place - self.other.place

    @property
    def inside(self) -> bool:
        """Tell whether the other one stands in what the denial says: "denied Ruel's charge"."""
        return _inside(self.other.statement, self.denial.statement)

    @property
    def has_words(self) -> bool:
        """Tell whether the other one has words of the denial that are no names, or stands in it."""
        return self.inside or (self.turn.nameless >= _PART and self.turn.shared >= _LITTLE)

    @property
    def paragraphs(self) -> int:
        """Return how many paragraphs lie between both."""
        first, last = sorted(s.statement.extent.start for s in (self.denial, self.other))
        return self.denial.text.count("\n\n", first, last)


def _inside(some: Statement, others: Statement) -> bool:
    return all(any(o.holds(s) for o in others.content) for s in some.content)


def _of_turn(sign: Callable[[Turn], float]) -> Callable[[Answer], float]:
    return lambda answer: sign(answer.turn)


SIGNS: dict[str, Callable[[Answer], float]] = {
    **{name: _of_turn(sign) for name, sign in TURNS.items()},
    "just before": lambda a: float(a.back == 1),
    "before": lambda a: min(a.back, _NEAR) / _NEAR * (a.back > 0),
    "far before": lambda a: max(0, min(a.back, _REACH) - _NEAR) / _REACH,
    "after": lambda a: float(a.back < 0),
    "far after": lambda a: min(-a.back, _NEAR) / _NEAR * (a.back < 0),
    "just before, names nothing": lambda a: float(0 < a.back <= 2 and a.turn.is_empty),
    "before, names nothing": lambda a: (
        min(a.back, _NEAR) / _NEAR * (a.back > 0 and a.turn.is_empty)
    ),
    "same paragraph": lambda a: float(a.paragraphs == 0),
    "paragraphs": lambda a: min(a.paragraphs, _NEAR) / _NEAR,
    "other inside denial": lambda a: float(a.inside),
    "other inside denial, opposes": lambda a: float(a.inside and opposes(a.denial.point)),
    "denial inside other": lambda a: float(_inside(a.denial.statement, a.other.statement)),
}


def with_replies(record: Record, points: Sequence[Point]) -> tuple[Point, ...]:
    """Return the points of a record with what each of them answers, and by what it is answered."""
    replies: defaultdict[int, list[Reply]] = defaultdict(list)
    replied: defaultdict[int, list[int]] = defaultdict(list)
    for denial, other, reply in _replies(placed(record, points)):
        replies[denial].append(reply)
        replied[other].append(reply.key)
    return tuple(
        replace(point, replies=tuple(replies[n]), replied=tuple(sorted(replied[n])))
        for n, point in enumerate(points)
    )


def placed(record: Record, points: Sequence[Point]) -> list[Placed]:
    """Return the points of a record with where they stand."""
    places = accumulate(not provenance.reports for provenance in record.provenance)
    rows = zip(points, places, record.statements, record.provenance, strict=True)
    return [
        Placed(point, number, place, statement, provenance.reports, record.article.text)
        for number, (point, place, statement, provenance) in enumerate(rows)
    ]


def is_answer(point: Point) -> bool:
    """Tell whether a statement answers what somebody said, going by its own words.

    It turns against it, or it confirms it without saying what: "confirmed the report".
    """
    if point.act == "confirms":
        words = point.words
        return point.said == "yes" and words.points and weigh(words.own) < _LITTLE
    return is_plain(point) or is_mishap(point)


def candidates(every: Sequence[Placed], denial: Placed) -> list[Answer]:
    """Return what a statement may answer, in text order."""
    near = every[max(0, denial.number - _REACH) : denial.number + _REACH + 1]
    return [
        Answer.of(denial, other)
        for other in near
        if other.number != denial.number and other.point.said == "yes"
    ]


def _replies(every: Sequence[Placed]) -> Iterator[tuple[int, int, Reply]]:
    """Yield the numbers of a denial and of what it answers, with the reply."""
    for denial in every:
        if not is_answer(denial.point):
            continue
        open_ = list(_answerable(every, denial))
        if denial.point.act != "confirms" and open_ and _is_bare(open_[0].turn):
            picked = _one(denial.point, open_)
        else:
            picked = _several(denial.point, open_)
        for answer, share, sign in picked:
            yield denial.number, answer.other.number, _reply(denial, answer.other, share, sign)


def _is_bare(turn: Turn) -> bool:
    """Tell whether a denial names nothing that it denies, or no more than a share in it."""
    return turn.is_empty or (turn.denial.denies and turn.is_bare)


def _likely(denial: Point, answers: Sequence[Answer]) -> list[tuple[Answer, float, str]]:
    """Return answers with how likely each is and the sign that tells most, the likeliest first."""
    scored = [(*_scorer().score(each), each) for each in answers]
    scored.sort(key=lambda row: (-row[0], row[2].other.number))
    likely = _chances(denial, [score for score, *_ in scored])
    return [(each, share, sign) for (_, sign, each), share in zip(scored, likely, strict=True)]


def _one(denial: Point, answers: Sequence[Answer]) -> Iterator[tuple[Answer, float, str]]:
    """Yield the one that a denial which names nothing answers, if any fits, and what may be it."""
    fits = {each.other.number: fit(each) for each in answers} if points_at(denial) else {}
    best = max(fits.values(), default=0)
    fitting = [each for each in answers if best and fits[each.other.number] == best]
    chosen = _likely(denial, fitting)[:1]
    for answer, share, sign in chosen:
        yield answer, max(share, _SURE) if best >= _FITS else _shown(share), sign
    rest = [each for each in answers if not chosen or each is not chosen[0][0]]
    for answer, share, sign in _likely(denial, rest)[:_MOST]:
        if share >= _LEAST:
            yield answer, min(share, _DOUBTFUL), sign


def _several(denial: Point, answers: Sequence[Answer]) -> Iterator[tuple[Answer, float, str]]:
    """Yield what a denial with words of its own answers: what has them, else what it is accused of.

    What neither has them nor accuses is not shown as denied.
    """
    every = _likely(denial, answers)
    best = every[0][1] if every else 0.0
    accusing = next((each for each, *_ in every if fit(each) >= _FITS), None)
    by_words = [each for each, *_ in every if each.has_words][:_SHOWN]
    for each, share, sign in every if is_only_flat(denial) else every[:_MOST]:
        if each.turn.is_flatly_denied or each.turn.is_rival_cause:
            yield each, max(share, _SURE), sign
        elif is_only_flat(denial) or share < max(_LEAST, _SECOND * best):
            continue
        elif denial.act == "confirms":
            yield each, share, sign
        elif each.turn.is_of_thing:
            yield each, min(share, _DOUBTFUL), sign
        elif each in by_words or (each is accusing and not by_words):
            alike = each.turn.nameless >= _MOSTLY or (
                each in by_words and accuses(each.other.point)
            )
            plain = alike and each.turn.opposite and denial.denies
            yield each, max(share, _LIKELY) if plain else _shown(share), sign
        else:
            yield each, min(share, _DOUBTFUL), sign


def _shown(share: float) -> float:
    return share if share >= _LIKELY else min(share, _DOUBTFUL)


def fit(answer: Answer) -> int:
    """Return how well a statement fits what a denial points at, 0 where it does not."""
    turn, denial, other = answer.turn, answer.denial.point, answer.other.point
    if (denial.words.points and turn.names_another) or _points(other.text):
        return 0
    at = aim(denial)
    if at in ("offer", "call"):
        return _FITS * (is_offer(other) if at == "offer" else other.act in CALLS)
    if is_to_come(other):
        return 0
    accusing, accused = accuses(other), turn.accused >= _NAMED
    if accusing and not accused and other.act != "accuses" and _is_of_others(turn):
        return 0
    if not accusing and not (accused and (at == "claim" or answer.has_words)):
        return 0
    return 2 * (accusing + accused + answer.has_words) + turn.other_side


def _is_of_others(turn: Turn) -> bool:
    """Tell whether a statement names somebody, and who denies has a name that is none of these."""
    names, topics = turn.other.words.names, frozenset(turn.other.topics)
    named = names if turn.other.act == "criticises" else names - topics
    return bool(turn.denial.speakers and named)


def _chances(denial: Point, scores: Sequence[float]) -> list[float]:
    """Return how likely each is what is answered.

    Who points at a charge ("the accusation") answers one of them, if any is likely at all.
    """
    alone = [chance(score) for score in scores]
    if not _points(denial.text):
        return alone
    whole = fsum(exp(score) for score in scores) + exp(_NONE)
    return [max(one, exp(score) / whole) for one, score in zip(alone, scores, strict=True)]


def _points(text: str) -> bool:
    """Tell whether a content points at a charge without telling it: "the accusation"."""
    words = stems(text)
    at = next((n for n, word in enumerate(words[:_FIRST]) if word in claim_nouns()), None)
    if at is None or words[0] in untold():
        return False
    return words[at + 1 : at + 2] not in (["that"], ["of"])


def _answerable(every: Sequence[Placed], denial: Placed) -> Iterator[Answer]:
    """Yield what may be answered: not what the same side says, short of putting it right.

    Nor what is a denial too, unless the denial says whose it is.
    """
    if denial.point.act == "confirms":
        return iter(candidates(every, denial))
    open_ = (a for a in candidates(every, denial) if not a.turn.is_barred)
    return (a for a in open_ if not a.other.point.denies or a.inside or a.turn.names_sayer > _NAMED)


def _reply(denial: Placed, other: Placed, likely: float, sign: str) -> Reply:
    turn = Turn.of(denial.point, other.point)
    kind = "conflicts" if turn.is_rival_cause else kind_of(denial.point)
    key = number_of("reply", denial.point.text, other.point.text)
    words = shorten(other.point.text)
    why = f"it {kind} what its article has: “{words}” ({sign})"
    return Reply(key, kind, round(likely, 3), why)


@cache
def _scorer() -> Scorer[Answer]:
    return Scorer.of("answers", SIGNS, TABLE)
