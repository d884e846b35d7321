"""Cards that are taken for one actor -> what they say of him together, and what two such say.

All is sums and sets of what single cards say, so that it is the same in whatever order they come.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache
from math import log2
from typing import NamedTuple

from sayso.english.tables import numbers
from sayso.link.entities.cards import Card, company_key, hashed
from sayso.link.entities.offices import Office, agree, clash

_NEAR, _FAR = 3, 25  # years
# What 0, 1, 2 and more names in company tell: one may be anywhere, two together seldom are.
_SHARED = (0.0, 0.7, 2.0, 2.6)
_LEADS = "leads"  # the field of those who lead anything
_OFFICES = 40  # of one actor that are compared, the commonest


@cache
def weights() -> dict[str, float]:
    """Return what each feature weighs."""
    return numbers("entities.toml", "weights")


class Signal(NamedTuple):
    """What one feature says: by how much for (or against) two being one, and the words for it."""

    name: str
    strength: float
    why: str


@dataclass(slots=True)
class Profile:
    """What some cards say together. `own` are the keys by which company may know them."""

    count: int = 0
    offices: Counter[Office] = field(default_factory=Counter)
    countries: Counter[str] = field(default_factory=Counter)
    sexes: Counter[str] = field(default_factory=Counter)
    company: Counter[int] = field(default_factory=Counter)
    bodies: Counter[str] = field(default_factory=Counter)
    articles: set[str] = field(default_factory=set)
    own: set[int] = field(default_factory=set)
    first: str = ""
    last: str = ""
    _main: list[Office] | None = None

    @classmethod
    def of(cls, cards: Iterable[Card]) -> "Profile":
        """Return what cards say together."""
        made = cls()
        for card in cards:
            made.add(card)
        return made

    def add(self, card: Card) -> None:
        """Take in what one more card says."""
        setting = card.setting
        self._main = None
        self.count += 1
        self.articles.add(setting.article)
        for each in card.offices:
            self.offices[each] += 1
            if each.country:
                self.countries[each.country] += 1
        if card.of_name:
            self.bodies[company_key("organisation", card.of_name) or card.of_name] += 1
        if card.sex:
            self.sexes[card.sex] += 1
        self.company.update(setting.company)
        self.own.add(hashed(company_key(card.type, card.name)))
        self._date(setting.date, setting.date)

    def take(self, other: "Profile") -> None:
        """Take in what another says."""
        self._main = None
        self.count += other.count
        for name in ("offices", "countries", "sexes", "company", "bodies"):
            getattr(self, name).update(getattr(other, name))
        self.articles |= other.articles
        self.own |= other.own
        self._date(other.first, other.last)

    def _date(self, first: str, last: str) -> None:
        if first:
            self.first = min(self.first or first, first)
            self.last = max(self.last, last)

    @property
    def fields(self) -> set[str]:
        """Return the fields of what they hold."""
        return {office.field for office in self.offices} - {""}

    @property
    def main_offices(self) -> list[Office]:
        """Return the commonest offices that say anything, in a fixed order."""
        if self._main is None:
            telling = [o for o in self.offices if o.field]
            telling.sort(key=lambda o: (-self.offices[o], o.noun, o.country, sorted(o.words)))
            self._main = telling[:_OFFICES]
        return self._main


def same_office(a: Profile, b: Profile) -> Signal | None:
    """Tell whether both hold one office, the more surely the more it says."""
    agreeing = [(x, y) for x in a.main_offices for y in b.main_offices if agree(x, y)]
    if not agreeing:
        return None
    one, other = max(agreeing, key=lambda pair: _telling(*pair))
    return Signal("office", _telling(one, other), f"both are {_named(one if one.words else other)}")


def _telling(one: Office, other: Office) -> float:
    """Return how much it tells that two hold one office: "president" alone tells little."""
    country = bool(one.country and one.country == other.country)
    words = bool(one.words & other.words)
    if country or words:
        return 1.0 if one.words == other.words else 0.6
    return 0.4 if one.words == other.words else 0.2


def _named(office: Office) -> str:
    words = " ".join((*sorted(office.words), office.noun))
    return f"{words} ({office.country})" if office.country else words


def fields(a: Profile, b: Profile) -> Signal | None:
    """Tell whether both work in one field, or in two that one person rarely works in."""
    one, other = a.fields, b.fields
    if one & other:
        return Signal("field", 1.0, f"both in {min(one & other)}")
    if one and other and all(clash(x, y) for x in one for y in other):
        return Signal("apart", 1.0, f"one in {min(one)}, the other in {min(other)}")
    if one and other and _LEADS not in one | other:
        return Signal("moved", 1.0, f"one in {min(one)}, the other in {min(other)}")
    return None


def countries(a: Profile, b: Profile) -> Signal | None:
    """Tell whether both hold office in one country."""
    if not a.countries or not b.countries:
        return None
    if shared := a.countries.keys() & b.countries.keys():
        return Signal("country", 1.0, f"both of {min(shared)}")
    return Signal("countries", 1.0, f"of {min(a.countries)} and {min(b.countries)}")


def sexes(a: Profile, b: Profile) -> Signal | None:
    """Tell whether one is a man and the other a woman."""
    if not a.sexes or not b.sexes:
        return None
    one, other = (max(p.sexes, key=lambda s: (p.sexes[s], s)) for p in (a, b))
    return Signal("sexes", 1.0, "one is he, the other she") if one != other else None


def company(a: Profile, b: Profile) -> Signal | None:
    """Tell how many names stand beside both."""
    small, large = sorted((a.company, b.company), key=len)
    own = a.own | b.own
    shared = sum(1 for name in small if name in large and name not in own)
    if not shared:
        return None
    many = "one name stands" if shared == 1 else f"{shared} names stand"
    return Signal("company", _SHARED[min(shared, len(_SHARED) - 1)], f"{many} beside both")


def bodies(a: Profile, b: Profile) -> Signal | None:
    """Tell whether both speak for one body."""
    shared = a.bodies.keys() & b.bodies.keys()
    return Signal("body", 1.0, f"both for {min(shared)}") if shared else None


def same_article(a: Profile, b: Profile) -> Signal | None:
    """Tell whether one article names both."""
    shared = not a.articles.isdisjoint(b.articles)
    return Signal("article", 1.0, "named in the same article") if shared else None


def dates(a: Profile, b: Profile) -> Signal | None:
    """Tell whether both are in the news at about the same time, or a generation apart."""
    if not a.first or not b.first:
        return None
    gap = max(int(a.first[:4]) - int(b.last[:4]), int(b.first[:4]) - int(a.last[:4]))
    if gap <= _NEAR:
        return Signal("near", 1.0, "in the news at the same time")
    return Signal("far", 1.0, f"{gap} years apart") if gap >= _FAR else None


def prominence(count: int, next_: int) -> Signal:
    """Tell by how much one is more in the news than the next who has the name."""
    many = min(log2((count + 1) / (next_ + 1)), 3.0)
    return Signal("prominence", max(many, -3.0), f"named in {count} articles, the next in {next_}")


Feature = Callable[[Profile, Profile], Signal | None]
FEATURES: tuple[Feature, ...] = (same_office, fields, countries, sexes, company, bodies, dates)


def signals(a: Profile, b: Profile, *more: Signal | None) -> list[Signal]:
    """Return what all features say of two, and what else is known."""
    return [t for t in (*more, *(feature(a, b) for feature in FEATURES)) if t]


def total(said: Iterable[Signal]) -> float:
    """Return what features say together."""
    return sum(weights()[each.name] * each.strength for each in said)


def because(said: Iterable[Signal]) -> str:
    """Return what features say in words, the strongest first, without what says next to none."""
    ordered = sorted(said, key=lambda t: (-abs(weights()[t.name] * t.strength), t.name))
    return "; ".join(t.why for t in ordered if abs(weights()[t.name] * t.strength) >= 0.1)
