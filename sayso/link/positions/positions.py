"""What one entity says -> its positions: what it demands, offers, refuses and accepts, by date.

Statements about one thing are one position; where a later one takes another stance, or another
condition, that is a turn. Nothing is weighed: both are shown with their words.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from sayso.english.stems import WORD, stem, stems, weigh, weight
from sayso.english.tables import lists
from sayso.linked import Position, Stance, Turn

_TABLE = "positions.toml"
_PLAIN = frozenset({"asserts", "believes", "wants", "other", "confirms"})  # acts that take none
_ALIKE = 0.45  # share of the bits of the smaller of two contents that one position shares
_LEAST = 12.0  # bits that they share at least
_LAST = 3  # statements of a position that a new one is compared with
_TOPIC = 5  # words that name a position
_YIELDING = frozenset({"offers", "accepts"})  # stances that are alike as answers


@dataclass(frozen=True, slots=True)
class Saying:
    """One statement of an entity: what it does and says, and where; `words` are its content."""

    statement: str
    article: str
    publisher: str
    date: str
    act: str
    polarity: str
    words: str
    condition: str


def positions(said: Iterable[Saying]) -> list[Position]:
    """Return the positions in what somebody said, those that turned first, then the most held."""
    taken = [(t, kind) for t in sorted(said, key=_by_date) if (kind := stance(t))]
    groups: list[list[tuple[Saying, str]]] = []
    for saying, kind in taken:
        mine = _telling(saying)
        near = [(_likeness(mine, group), n) for n, group in enumerate(groups)]
        likeness, number = max(near, default=(0.0, -1))
        if likeness >= _ALIKE:
            groups[number].append((saying, kind))
        else:
            groups.append([(saying, kind)])
    made = [_position(group) for group in groups]
    return sorted(made, key=lambda p: (not p.turns, -len(p.stances), p.stances[0].date, p.topic))


def stance(saying: Saying) -> str:
    """Return what a statement says of the speaker's position, empty if nothing."""
    kind = _of_acts(saying.polarity).get(saying.act, "")
    if kind or saying.act not in _PLAIN:
        return kind
    words = f" {' '.join(saying.words.lower().replace('’', chr(39)).split())} "
    at = [(place, kind) for phrase, kind in _phrases() if (place := words.find(phrase)) >= 0]
    return min(at)[1] if at else ""


def _by_date(saying: Saying) -> tuple[str, str, str]:
    return (saying.date or "9999", saying.article, saying.statement)


@cache
def _of_acts(polarity: str) -> dict[str, str]:
    every = lists(_TABLE, f"acts_{polarity}")
    return {act: kind for kind, acts in every.items() for act in acts}


@cache
def _phrases() -> tuple[tuple[str, str], ...]:
    return tuple(
        (f" {phrase} ", kind)
        for kind, phrases in lists(_TABLE, "words").items()
        for phrase in sorted(phrases)
    )


def _telling(saying: Saying) -> frozenset[str]:
    return frozenset(filter(weight, stems(saying.words)))


def _likeness(mine: frozenset[str], group: Sequence[tuple[Saying, str]]) -> float:
    """Return how much a content shares with those of a position, on average of the last few."""
    shares = [_shared(mine, _telling(saying)) for saying, _ in group[-_LAST:]]
    return sum(shares) / len(shares)


def _shared(some: frozenset[str], others: frozenset[str]) -> float:
    both = weigh(some & others)
    least = min(weigh(some), weigh(others))
    return both / least if both >= _LEAST and least else 0.0


def _position(group: Sequence[tuple[Saying, str]]) -> Position:
    stances = tuple(_stance(saying, kind) for saying, kind in group)
    return Position(_topic([saying for saying, _ in group]), stances, tuple(_turns(stances)))


def _stance(saying: Saying, kind: str) -> Stance:
    return Stance(
        kind=kind,
        act=saying.act,
        statement=saying.statement,
        article=saying.article,
        words=saying.words,
        condition=saying.condition,
        publisher=saying.publisher,
        date=saying.date,
    )


def _topic(group: Sequence[Saying]) -> tuple[str, ...]:
    """Return the words that most of a position's contents share, those that tell most first."""
    counts = Counter(each for saying in group for each in _telling(saying))
    ordered = sorted(counts, key=lambda each: (-counts[each] * weight(each), each))
    words: dict[str, str] = {}
    for saying in group:
        for word in WORD.findall(saying.words):
            words.setdefault(stem(word.lower()), word)
    return tuple(words.get(each, each) for each in ordered[:_TOPIC])


def _turns(stances: Sequence[Stance]) -> Iterator[Turn]:
    """Yield where a stance gives way to another on a later day."""
    for was, now in pairwise(stances):
        if was.date and was.date < now.date and (why := _why(was, now)):
            yield Turn(was.statement, now.statement, why)


def _why(was: Stance, now: Stance) -> str:
    kinds = {was.kind, now.kind}
    if was.kind != now.kind and not kinds <= _YIELDING and "demands" not in kinds:
        return f"{was.kind} on {was.date}, {now.kind} on {now.date}"
    if was.kind == now.kind and was.condition != now.condition:
        condition = f"“{now.condition}”" if now.condition else "none"
        return f"{now.kind} on {was.date} and {now.date}, the condition is now {condition}"
    return ""
