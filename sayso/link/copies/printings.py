"""A text and where it was seen -> who printed it, in which order, and how that shows.

Whoever the text is credited to comes first, else whoever printed it before all others. Where
neither tells, nobody does: the order of reading never counts.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from sayso.link.copies.credits import Credit, credit, whose
from sayso.link.copies.outlets import is_outlet, outlet_of
from sayso.linked import Copy, Passage
from sayso.records import Article, Sighting

_LAST = "9999"
_SUPPLY = ("agency", "syndicate")  # media of a government print agencies as others do


@dataclass(frozen=True, slots=True)
class Printings:
    """The sightings of one text, each once, by their order; `why` says what that rests on.

    `known` is whether the first of them is known to have it from none of the others.
    """

    sightings: tuple[Sighting, ...]
    known: bool
    why: str

    @property
    def first(self) -> Sighting:
        """Return whoever is taken to have printed it first."""
        return self.sightings[0]

    @property
    def may_be_first(self) -> tuple[str, ...]:
        """Return the outlets of which nothing tells that another one had it before them."""
        if self.known:
            return (self.first.publisher,) if self.first.publisher else ()
        every = self.sightings
        first = (s for s in every if not any(_before(other, s) for other in every))
        return tuple(sorted({each.publisher for each in first if each.publisher}))


def printed(article: Article, sightings: Sequence[Sighting] = ()) -> Printings:
    """Return who printed an article's text first, of all sightings of it."""
    every = tuple(sorted(set(sightings) or {article.sighting}, key=_order))
    if len(every) == 1:
        return Printings(every, known=True, why="")
    if len({_outlet(each) for each in every}) == 1:
        return Printings(every, known=False, why="seen twice at one outlet")
    signed = _signed(article, every)
    if signed and (
        own := _only(each for each in every if is_outlet(each.publisher, signed.outlet))
    ):
        return _from(own, every, f"credited to {_name(own)}: “{signed.words}”")
    if own := _only(each for each in every if outlet_of(each.publisher).kind in _SUPPLY):
        return _from(own, every, f"{_name(own)} supplies others with text")
    first, *others = every
    leads = all(_before(first, each) for each in others)
    if signed:  # none of them is the source
        ahead = f", {_name(first)} before the others" if leads else ""
        why = f"all print the text of {signed.outlet.name}{ahead}"
        return Printings(every, known=False, why=why)
    if leads:
        return Printings(
            every, known=True, why=f"{_name(first)} has it first, and it credits nobody"
        )
    dated = all(each.published for each in every)
    why = "they are of one time" if dated else "not all are dated"
    return Printings(
        every, known=False, why=f"which was first is unknown: {why}, and it credits nobody"
    )


def printing(article: Article, sightings: Sequence[Sighting]) -> Copy:
    """Return all sightings of one text as one copy."""
    its = printed(article, sightings)
    whole = (0, len(article.text))
    given = tuple(each.given_id for each in its.sightings)
    return Copy(
        a=article.id,
        b=article.id,
        given=(given[0], given[-1]),
        relation="same",
        share_a=1.0,
        share_b=1.0,
        origin=whose(replace(article, publisher=its.first.publisher)),
        score=1.0,
        why=f"the same text, word for word; {its.why}",
        from_=article.id if its.known else "",
        passages=(Passage(whole, whole),),
        sightings=its.sightings,
    )


def reprints(article: Article, sightings: Sequence[Sighting]) -> list[Copy]:
    """Return a copy for each two sightings of one text, the first of both first."""
    every = printed(article, sightings).sightings
    return [printing(article, two) for two in combinations(every, 2)]


def _signed(article: Article, sightings: Iterable[Sighting]) -> Credit | None:
    """Return whose text it says it is, whoever printed it, in the text or in any byline."""
    names = sorted({name for each in sightings for name in each.byline})
    return credit(replace(article, publisher="", url="", byline=tuple(names)))


def _only(sightings: Iterable[Sighting]) -> Sighting | None:
    """Return the first of some sightings where all are at one outlet, else None."""
    its = list(sightings)
    return its[0] if len({_outlet(each) for each in its}) == 1 else None


def _from(own: Sighting, every: Iterable[Sighting], why: str) -> Printings:
    rest = tuple(each for each in every if each != own)
    return Printings((own, *rest), known=True, why=why)


def _before(one: Sighting, other: Sighting) -> bool:
    if one.published is None or other.published is None:
        return False
    return one.published.before(other.published) is True


def _order(sighting: Sighting) -> tuple[str, str]:
    return (sighting.published.order if sighting.published else _LAST, sighting.id)


def _outlet(sighting: Sighting) -> str:
    return outlet_of(sighting.publisher).name if sighting.publisher else sighting.url


def _name(sighting: Sighting) -> str:
    return _outlet(sighting) or sighting.source
