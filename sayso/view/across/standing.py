"""Positions, and who is said to hold a place -> what people read of them, in words."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Protocol

from sayso.english.function_words import owners
from sayso.english.pronouns import forms, pronouns
from sayso.english.role_nouns import heads
from sayso.linked import Entity, Holding, Position, Stance
from sayso.view.answers import Said
from sayso.view.articles import short
from sayso.view.characters import one_line
from sayso.view.leads import Lead
from sayso.view.words import joined

NO_CLAIMS: Mapping[str, str] = MappingProxyType({})
_IN_TURN = 4  # turns that a heading tells
_NAMED = 4  # names of whoever is not linked, those that say most first
_NEGATED = {"holds": "does not hold it", "lost": "has not lost it", "claims": "does not claim it"}
_PLAIN = {"holds": "holds it", "lost": "has lost it", "claims": "claims it"}
# The same of several: "troops hold it".
_SEVERAL = {"does": "do", "has": "have", "holds": "hold", "claims": "claim"}
_WE = forms("we", "they") & pronouns("personal")
KINDS = {
    "holds": "Said to hold it",
    "not holds": "Said not to hold it",
    "lost": "Said to have lost it",
    "not lost": "Said not to have lost it",
    "claims": "Said to claim it",
    "not claims": "Said to have no claim to it",
}
"""What each kind of holding is called, and what is said not to be one."""


class Voice(Protocol):
    """Somebody, and what they say."""

    @property
    def entity(self) -> Entity | None: ...  # noqa: D102
    @property
    def said(self) -> Sequence[Said]: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Step:
    """One stance on the path of a position; `changed` tells how it differs from what was before.

    `places` are where the same words stand, each outlet and article once, and `leads` the same with
    the words of each; `statement` is the id of the first, and `claim` of what it claims, empty
    where that is not known.
    """

    date: str
    kind: str
    words: str
    condition: str
    places: tuple[str, ...]
    changed: str = ""
    leads: tuple[Lead, ...] = ()
    statement: str = ""
    claim: str = ""


@dataclass(frozen=True, slots=True)
class Stood:
    """Where somebody stands: what was taken several stances on, each with a heading, and the rest.

    What `changed` comes first.
    """

    several: tuple[tuple[str, tuple[Step, ...]], ...]
    once: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class HoldingLine:
    """Who is said to hold a place, in words; `words` leads to where it is said."""

    date: str
    held: Lead
    verb: str
    denied: bool
    teller: Lead
    why: str
    place: str
    words: Lead

    @property
    def holder(self) -> str:
        """Return who is said to hold it."""
        return self.held.words

    @property
    def by(self) -> str:
        """Return who says so."""
        return self.teller.words


@dataclass(frozen=True, slots=True)
class RivalView:
    """A place that several sides are said to hold: the name of each, and who says so."""

    place: str
    sides: tuple[tuple[str, tuple[HoldingLine, ...]], ...]

    @property
    def words(self) -> str:
        """Return in one sentence who is said to hold it."""
        return f"{joined([name for name, _ in self.sides])} are each said to hold {self.place}"


def stand_name(voice: Voice) -> str:
    """Return who a voice is: the entity's name, else those that the articles have."""
    if voice.entity:
        return one_line(voice.entity.name)
    counts = Counter(one_line(row.speaker.name) for row in voice.said if row.speaker)
    names = [name for name, _ in counts.most_common()]
    more = [f"{len(names) - _NAMED} more"] if len(names) > _NAMED else []
    return ", ".join([*names[:_NAMED], *more]) or "nobody named"


def heading(position: Position) -> str:
    """Return what somebody does about one thing, in the order of doing: "Refuses, then offers".

    Only what turned comes "then"; other stances stand side by side: "Demands and refuses".
    """
    turned = {turn.now for turn in position.turns}
    phases: list[list[str]] = [[]]
    for stance in position.stances:
        if stance.statement in turned and phases[-1] != [stance.kind]:
            phases.append([])
        if stance.kind not in phases[-1]:
            phases[-1].append(stance.kind)
    words = one_line(", then ".join(map(joined, phases[:_IN_TURN])))
    more = ", and so on" if len(phases) > _IN_TURN else ""
    return f"{words[:1].upper()}{words[1:]}{more}"


def latest_words(position: Position) -> str:
    """Return the words of the last stance of a position."""
    return one_line(position.stances[-1].words)


def stood(positions: Iterable[Position], claims: Mapping[str, str] = NO_CLAIMS) -> Stood:
    """Return where somebody stands; `claims` are what statements claim, by their ids."""
    several: list[tuple[str, tuple[Step, ...]]] = []
    once: list[Step] = []
    for each in positions:
        path = steps(each, claims)
        if len(path) > 1:
            several.append((heading(each), path))
        else:
            once += path
    return Stood(tuple(several), tuple(sorted(once, key=lambda step: step.date)))


def steps(position: Position, claims: Mapping[str, str] = NO_CLAIMS) -> tuple[Step, ...]:
    """Return the path of a position by date; what stands in several articles comes once."""
    turned = {turn.now: turn.why for turn in position.turns}
    same: dict[tuple[str, str, str], list[Stance]] = {}
    for stance in position.stances:
        words = "".join(c for c in stance.words.casefold() if c.isalnum())
        same.setdefault((stance.date, stance.kind, words), []).append(stance)
    return tuple(
        Step(
            date=its[0].date or "no date",
            kind=its[0].kind,
            words=one_line(its[0].words),
            condition=one_line(its[0].condition),
            places=tuple(dict.fromkeys(map(_place, its))),
            changed=one_line(next((turned[s.statement] for s in its if s.statement in turned), "")),
            leads=tuple(_leads(its)),
            statement=its[0].statement,
            claim=next((claims[s.statement] for s in its if s.statement in claims), ""),
        )
        for its in same.values()
    )


def holding_lines(holdings: Iterable[Holding]) -> dict[str, tuple[HoldingLine, ...]]:
    """Return who is said to hold a place, to have lost it, to claim it, by kind and date.

    What is said not to be so stands apart: under "not holds".
    """
    every = sorted(holdings, key=lambda each: each.when or each.date or "9999")
    made = {kind: tuple(_holding(e) for e in every if _status(e) == kind) for kind in KINDS}
    return {kind: its for kind, its in made.items() if its}


def _status(holding: Holding) -> str:
    return f"not {holding.kind}" if holding.polarity == "neg" else holding.kind


def _holding(holding: Holding) -> HoldingLine:
    denied = holding.polarity == "neg"
    verb = (_NEGATED if denied else _PLAIN)[holding.kind]
    if denied and holding.kind == "claims" and "claim" not in holding.why:  # "is not Skerran"
        verb = "has no claim to it"
    place = f"{short(holding.article)} {holding.words.start}-{holding.words.end}"
    return HoldingLine(
        date=holding.when or holding.date or "no date",
        held=Lead("", holder_words(holding), "entity", holding.holder_entity),
        verb=_of_several(verb) if is_several(holding) else verb,
        denied=denied,
        teller=Lead("", one_line(holding.by) or "the article", "entity", holding.by_entity),
        why=one_line(holding.why),
        place=place,
        words=Lead("", place, "statement", holding.statement)
        if holding.statement
        else Lead("", place, "article", short(holding.article)),
    )


def holder_words(holding: Holding) -> str:
    """Return who is said to hold a place, with whose side that is, or that nobody tells."""
    words, side = one_line(holding.holder), one_line(holding.side)
    if (side and side in words) or (not side and not _is_of_somebody(words)):
        return words
    if side and words == one_line(holding.by):  # who says that it is his side's
        return f"{side} (“ours”)"
    if words.lower() in _WE:
        return f"{side} (“{words}”)" if side else f"“{words}” (whose side is not told)"
    return f"“{words}” (of {side})" if side else f"“{words}” (whose is not told)"


def _is_of_somebody(words: str) -> bool:
    """Tell whether words leave it to others whose a holder is: "us", "its marines"."""
    return words.partition(" ")[0].lower() in _WE | owners()


def is_several(holding: Holding) -> bool:
    """Tell whether the words for a holder are of several: "Ostranian troops", "we"."""
    holder = holding.holder
    if holder.lower() in _WE:
        if not holding.side:
            return True
        holder = holding.side
    words = holder.split()
    last = words[-1] if words else ""
    if "and" in words:
        return True
    many = last in heads() and heads()[last].many
    return many or (last.islower() and last.endswith("s") and not last.endswith("ss"))


def _of_several(verb: str) -> str:
    first, _, rest = verb.partition(" ")
    return f"{_SEVERAL[first]} {rest}"


def rival_view(place: str, sides: Iterable[Sequence[Holding]]) -> RivalView:
    """Return who is said to hold a place, by sides, each called as the first passage calls it."""
    named = ((one_line(its[0].side or its[0].holder), tuple(map(_holding, its))) for its in sides)
    return RivalView(one_line(place), tuple(named))


def _leads(stances: Iterable[Stance]) -> Iterator[Lead]:
    """Yield the outlets that have the same words, each with these."""
    first: dict[str, Stance] = {}
    for each in stances:
        first.setdefault(_place(each), each)
    for number, each in enumerate(first.values()):
        outlet = one_line(each.publisher) or "unknown outlet"
        yield Lead(", " if number else "", outlet, "statement", each.statement)


def _place(stance: Stance) -> str:
    return f"{one_line(stance.publisher) or 'unknown outlet'} {short(stance.article)}"
