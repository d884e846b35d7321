"""Claims that are denied or have rivals -> disputes: two sides, face to face.

One side is what a claim says; the other is what denies, rejects or corrects it, and its rivals.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, Protocol

from sayso.linked import AGAINST, Answer, Claim
from sayso.view.across.claims import Position, answering, origin_count, summary, surest, wordings
from sayso.view.across.tellings import Telling, outlets, people, speakers
from sayso.view.characters import one_line
from sayso.view.leads import Lead
from sayso.view.words import counted

_OPPOSED = (*AGAINST, "conflicts")
_NO_DATE = "no date"


class Number(Protocol):
    """A number that a statement gives of something: see `sayso.records.Quantity`."""

    @property
    def of(self) -> str: ...  # noqa: D102
    @property
    def unit(self) -> str: ...  # noqa: D102
    @property
    def low(self) -> float | None: ...  # noqa: D102
    @property
    def high(self) -> float | None: ...  # noqa: D102


class Figure(NamedTuple):
    """A number that statements give, and of what; `low` and `high` None for no bound."""

    what: str
    low: float | None
    high: float | None

    @property
    def words(self) -> str:
        """Return the range in words: "20 or more", "23", "10 to 12", "5 at most"."""
        low, high = (_number(each) for each in (self.low, self.high))
        if low and high:
            return low if low == high else f"{low} to {high}"
        return f"{low} or more" if low else f"{high} at most" if high else "no number"


@dataclass(frozen=True, slots=True)
class FigureView:
    """One range of a number, and who claims it; `of` is what all are given of that it is beside."""

    figure: Figure
    tellings: tuple[Telling, ...]
    of: str = ""

    def to_json(self) -> dict[str, object]:
        """Return the range as an object, with the ids of the statements that give it."""
        what, low, high = self.figure
        return {"of": what, "low": low, "high": high, "statements": [t.id for t in self.tellings]}

    @property
    def claimants(self) -> tuple[str, ...]:
        """Return who gives it, each once."""
        return speakers(self.tellings)

    @property
    def people(self) -> tuple[Lead, ...]:
        """Return the same, each with his page."""
        return people(self.tellings)

    @property
    def outlets(self) -> tuple[str, ...]:
        """Return who published it, each once."""
        return outlets(self.tellings)


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a dispute: its positions, the one of most articles first."""

    positions: tuple[Position, ...]
    summary: str


@dataclass(frozen=True, slots=True)
class DisputeView:
    """Two sides that cannot both be right as they stand; `id` is that of the claim."""

    id: str
    words: str
    first: str
    last: str
    side: Side
    other: Side
    figures: tuple[FigureView, ...]

    @property
    def days(self) -> str:
        """Return from when to when it is told, one day alone where that is all."""
        return self.first if self.first == self.last else f"{self.first} to {self.last}"


def disputes(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Yield the claims that are disputed, in their order; whoever asks may stop.

    What is but the other side of a dispute that came before is no dispute of its own.
    """
    faced: set[str] = set()
    for claim in claims:
        answers = _opposing(claim)
        fresh = [each for each in answers if each.statement not in faced]
        if claim.id not in faced and fresh and 2 * len(fresh) >= len(answers):
            yield claim
            faced |= {claim.id} | {
                name for each in answers for name in (each.claim, each.statement)
            }


def needed(claims: Iterable[Claim], *, most: int | None = None) -> list[str]:
    """Return the ids of all statements that disputes on some claims show, each once.

    Of each side come `most`: the earliest, and the surest answers.
    """
    ids: dict[str, None] = {}
    for claim in claims:
        ids |= dict.fromkeys(claim.statements[:most])
        ids |= dict.fromkeys(answer.statement for answer in surest(_opposing(claim), most))
    return list(ids)


def dispute_view(
    claim: Claim,
    known: Mapping[str, Telling],
    numbers: Mapping[str, Sequence[Number]],
    *,
    most: int | None = None,
) -> DisputeView:
    """Return a disputed claim in words; `known` and `numbers` are by the ids of statements.

    Where a side has more than `most` statements, its summary tells of those too that are not known.
    """
    its = [known[each] for each in claim.statements if each in known]
    side = _side(wordings(its), origin_count(claim))
    opposing = _opposing(claim)
    other = _side(answering(opposing, known), "")
    if most is not None and len(claim.statements) > most:
        side = replace(side, summary=summary(replace(claim, answers=())))
    if most is not None and len(opposing) > most:
        other = replace(other, summary=counted(len(opposing), "statement"))
    every = [each for one in (side, other) for position in one.positions
             for each in position.tellings]  # fmt: skip
    days = sorted({each.article.date for each in every} - {_NO_DATE})
    return DisputeView(
        id=claim.id,
        words=one_line(claim.words),
        first=days[0] if days else _NO_DATE,
        last=days[-1] if days else _NO_DATE,
        side=side,
        other=other,
        figures=tuple(_figures(every, numbers)),
    )


def _opposing(claim: Claim) -> list[Answer]:
    return [each for each in claim.answers if each.kind in _OPPOSED and each.is_plain]


def _side(positions: Iterable[Position], more: str) -> Side:
    ordered = sorted(positions, key=lambda position: -position.articles)
    every = [each for position in ordered for each in position.tellings]
    articles = counted(len({each.article_id for each in every}), "article")
    parts = (articles, counted(len(outlets(every)), "outlet"), more)
    return Side(tuple(ordered), ", ".join(filter(None, parts)))


def _figures(
    tellings: Iterable[Telling], numbers: Mapping[str, Sequence[Number]]
) -> Iterator[FigureView]:
    """Yield the ranges of whatever several ranges are given of, from the least on."""
    given: dict[str, dict[Figure, list[Telling]]] = defaultdict(lambda: defaultdict(list))
    for telling in tellings:
        for number in numbers.get(telling.id, ()):
            what = one_line(" ".join(filter(None, (number.unit, number.of))))
            given[number.of or what][Figure(what, number.low, number.high)].append(telling)
    for of, ranges in given.items():
        if len({(figure.low, figure.high) for figure in ranges}) > 1:
            for figure in sorted(ranges, key=lambda f: (f.low or 0.0, f.high or 0.0, f.what)):
                yield FigureView(figure, tuple(ranges[figure]), one_line(of))


def _number(value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:,.0f}" if value == int(value) else f"{value:,}"
