"""What one entity says -> its positions: what it demands, offers, refuses and accepts, by date.

Statements about one thing are one position; where a later one takes another stance, or another
condition, that is a turn. Nothing is weighed: both are shown with their words.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import fsum
from typing import NamedTuple

from sayso.english.stems import WORD, stem, stems, weight
from sayso.link.positions.stances import Saying, Taken, taken
from sayso.linked import Position, Stance, Turn

_ALIKE = 0.5  # share of the bits of two contents, on average, that one position shares
_LEAST = 4.0  # bits that they share at least
_LAST = 3  # statements of a position that a new one is compared with
_TOPIC = 5  # words that name a position
_YIELDING = frozenset({"offers", "accepts"})
_RESISTING = frozenset({"refuses", "threatens"})
_OF_DEMANDS = frozenset({"demands", "drops"})
_OF_DEEDS = _YIELDING | _RESISTING


class _Held(NamedTuple):
    """A statement with the stance that it takes."""

    saying: Saying
    taken: Taken


def positions(said: Iterable[Saying]) -> list[Position]:
    """Return the positions in what somebody said, those that turned first, then the most held."""
    every = (_Held(s, its) for s in sorted(said, key=_by_date) if (its := taken(s)))
    groups: list[list[_Held]] = []
    for held in every:
        near = [(_likeness(held, group), n) for n, group in enumerate(groups)]
        likeness, number = max(near, default=(0.0, -1))
        if likeness >= _ALIKE:
            groups[number].append(held)
        else:
            groups.append([held])
    made = [_position(group) for group in groups]
    return sorted(made, key=lambda p: (not p.turns, -len(p.stances), p.stances[0].date, p.topic))


def stance(saying: Saying) -> str:
    """Return what a statement says of the speaker's position, empty if nothing."""
    its = taken(saying)
    return its.kind if its else ""


def _by_date(saying: Saying) -> tuple[str, str, str]:
    return (saying.date or "9999", saying.article, saying.statement)


def _likeness(held: _Held, group: Sequence[_Held]) -> float:
    """Return how much a statement shares with those of a position, on average of the last few."""
    shares = [_shared(held.taken.about, each.taken.about) for each in group[-_LAST:]]
    return sum(shares) / len(shares)


def _shared(some: Mapping[str, float], others: Mapping[str, float]) -> float:
    """Return the share of two contents that both have, by what it tells (Dice)."""
    both = fsum(min(some[each], others[each]) for each in sorted(some.keys() & others.keys()))
    every = fsum(some.values()) + fsum(others.values())
    return 2 * both / every if both >= _LEAST else 0.0


def _position(group: Sequence[_Held]) -> Position:
    stances = tuple(map(_stance, group))
    return Position(_topic(group), stances, tuple(_turns(stances)))


def _stance(held: _Held) -> Stance:
    saying = held.saying
    return Stance(
        kind=held.taken.kind,
        act=saying.act,
        statement=saying.statement,
        article=saying.article,
        words=saying.words,
        condition=held.taken.condition,
        publisher=saying.publisher,
        date=saying.date,
    )


def _topic(group: Sequence[_Held]) -> tuple[str, ...]:
    """Return the words that most of a position's contents share, those that tell most first."""
    counts = Counter(each for held in group for each in held.taken.about)
    ordered = sorted(counts, key=lambda each: (-counts[each] * weight(each), each))
    words: dict[str, str] = {}
    for held in group:
        for word in WORD.findall(held.saying.words):
            words.setdefault(stem(word.lower()), word)
    return tuple(words.get(each, each) for each in ordered[:_TOPIC])


def _turns(stances: Sequence[Stance]) -> Iterator[Turn]:
    """Yield where a stance gives way to another on a later day; demands stand beside both.

    A demand gives way only to its being dropped, and that to a demand.
    """
    for track in (_OF_DEMANDS, _OF_DEEDS):
        last: Stance | None = None
        for now in (each for each in stances if each.kind in track):
            if last and last.date and last.date < now.date and (why := _why(last, now)):
                yield Turn(last.statement, now.statement, why)
            last = now


def _why(was: Stance, now: Stance) -> str:
    """Return why a later stance is another, empty where it is not."""
    yielding = now.kind in _YIELDING
    differs = (
        was.kind != now.kind if now.kind in _OF_DEMANDS else (was.kind in _RESISTING) == yielding
    )
    if differs:
        return f"{was.kind} on {was.date}, {now.kind} on {now.date}"
    if yielding and now.condition and not _is_known(now.condition, was.condition):
        return f"{now.kind} on {was.date} and {now.date}, the condition is now “{now.condition}”"
    return ""


def _is_known(condition: str, earlier: str) -> bool:
    """Tell whether a condition was set before, in these words or in others."""
    one, other = ({s: weight(s) for s in stems(each)} for each in (condition, earlier))
    return one.keys() <= other.keys() or _shared(one, other) >= _ALIKE
