"""Mentions of one article -> the places they name, resolved together, with the reason for each."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise

import numpy as np

from sayso.records import NOWHERE, Article, Location, Mention, Place, Span
from sayso.resolve.places.candidates import (
    COMMON_NOUNS,
    Candidates,
    kinds_beside,
    kinds_of_rows,
    links,
    look_up,
    named_after,
    of_kind,
    plain,
    within,
    without_doubles,
)
from sayso.resolve.places.countries import shipped_countries
from sayso.resolve.places.gazetteer import (
    COUNTRY,
    Entry,
    Gazetteer,
    fold,
    shipped_gazetteer,
)
from sayso.resolve.places.naming import homes
from sayso.resolve.places.ranking import (
    MOST_CANDIDATES,
    Floats,
    Name,
    Weights,
    World,
    rank,
    weights,
)
from sayso.resolve.places.reading import kept_of_kind, no_place, of_the_world, placed
from sayso.resolve.places.senses import APART, HOLDING, Read, senses
from sayso.resolve.places.settling import settled
from sayso.resolve.places.toponyms import countries_named, toponyms
from sayso.resolve.places.usage import use_of
from sayso.view.places import contested

# Regions whose status is contested, by GeoNames id, and countries that not all others recognise.
DISPUTED_REGIONS = frozenset(int(its) for its in contested("region").values())
DISPUTED_COUNTRIES = frozenset(contested("country").values())
_TOP_LEVEL = re.compile(r"\w+://[^/:]+\.([a-z]{2})(?:[:/]|$)", re.IGNORECASE)
TOO_WEAK = 0.15  # below it a place stays unresolved: it would be wrong six times in seven
# An open place lies where most others do: at least so many of them, and such a share of all.
MOST_OTHERS = (2, 0.75)
SURROUNDED = 0.9  # score of a place in whose article all others lie in one country
_FROM_GAZETTEER = 0.5  # score of a mention that only the gazetteer knows
_NO_PLACE = "the gazetteer knows no place of this name"
CLOSE_CALL = 0.15  # another place that comes this near in probability is named in the reason


@dataclass(slots=True)
class _Group:
    """All mentions of one name that are resolved as one."""

    text: str
    candidates: Candidates
    kinds: frozenset[int]
    mentions: list[Mention] = field(default_factory=list)
    inside: set[int] = field(default_factory=set)
    holds: set[int] = field(default_factory=set)

    def name(self) -> Name:
        """Return what the ranking sees of it."""
        rows, by_name = self.candidates.rows, self.candidates.by_name
        inside, holds = frozenset(self.inside), frozenset(self.holds)
        return Name(self.text, rows, by_name, self.kinds, inside, holds, len(self.mentions))


class Places:
    """Resolves names of places; holds the gazetteer, which is loaded on first use."""

    def __init__(self, gazetteer: Gazetteer | None = None, fitted: Weights | None = None) -> None:
        self.gazetteer = gazetteer or shipped_gazetteer()
        self.countries = shipped_countries()
        self._fitted = fitted

    def __call__(
        self, article: Article, mentions: Sequence[Mention], speaking: Collection[Span] = ()
    ) -> tuple[Place, ...]:
        """Return a place for each mention that names one, resolved or not, in text order.

        Mentions of type place, and of type group where they are a demonym ("Russian"), count.
        What stands among `speaking` is a metonym.
        """
        groups = self._groups(article.text, mentions)
        named = [g for g in groups if len(g.candidates.rows)]
        context = self._context(article, named)
        names = [g.name() for g in [*named, *context]]
        ranked = rank(self.gazetteer, names, self.world(article), self._fitted or weights())
        ranked = settled(self.gazetteer, names, ranked, self.capitals)[: len(named)]
        every = [
            self._place(article.text, group, mention, likely)
            for group, likely in zip(named, ranked, strict=True)
            for mention in group.mentions
        ]
        every += [
            _unknown(m, g.candidates.how or _NO_PLACE)
            for g in groups
            if not len(g.candidates.rows)
            for m in g.mentions
        ]
        return tuple(
            replace(p, use="metonym") if p.mention in speaking and p.use == "literal" else p
            for p in sorted(self._surrounded(every), key=lambda p: p.mention)
        )

    def with_missed(self, text: str, names: Sequence[Mention]) -> list[Mention]:
        """Return the names, and those that the gazetteer alone knows beside them, in text order.

        `names` are in text order and do not overlap.
        """
        starts = [name.span.start for name in names]
        places = (name.span.of(text) for name in names if name.type == "place")
        around = homes(places, self.gazetteer)
        missed = []
        for span in toponyms(text, self.gazetteer, self.countries, around):
            at = bisect_left(starts, span.end)
            if at == 0 or names[at - 1].span.end <= span.start:
                missed.append(Mention(span, "place", "name", _FROM_GAZETTEER))
        return sorted([*names, *missed], key=lambda mention: mention.span)

    def toponyms(self, text: str) -> list[Span]:
        """Return names of countries, capitals, regions and big cities by the gazetteer alone."""
        return toponyms(text, self.gazetteer, self.countries)

    def names(self, article: Article, mentions: Sequence[Mention]) -> list[tuple[Name, Mention]]:
        """Return what the ranking sees of each mention that has candidates; for fitting."""
        groups = [g for g in self._groups(article.text, mentions) if len(g.candidates.rows)]
        return [(name, m) for g in groups for name in [g.name()] for m in g.mentions]

    @cached_property
    def capitals(self) -> frozenset[int]:
        """Return the rows of the capitals."""
        countries = self.countries.all.values()
        rows = (self.gazetteer.row_of(c.capital_geonames) for c in countries)
        return frozenset(row for row in rows if row is not None)

    @cached_property
    def _states(self) -> frozenset[int | None]:
        """Return the GeoNames ids of the countries."""
        return frozenset(country.geonames for country in self.countries.all.values())

    def world(self, article: Article) -> World:
        """Return which countries an article names, its address included, and the capitals."""
        codes = {code: n for n, code in enumerate(self.gazetteer.codes)}
        named = Counter(countries_named(article.text, self.countries))
        if home := _TOP_LEVEL.match(article.url):
            code = home[1].upper()
            named["GB" if code == "UK" else code] += 1
        counts = {codes[c]: n for c, n in named.items() if c in codes}
        return World(counts, self.capitals)

    def _groups(self, text: str, mentions: Sequence[Mention]) -> list[_Group]:
        """Return the names of an article with all that stands beside their mentions."""
        read = self._read(text, mentions)
        groups: dict[tuple[str, frozenset[int], int], _Group] = {}
        order: list[tuple[Mention, _Group]] = []
        apart = self._apart(read)
        for each, sense in zip(read, senses(read, apart), strict=True):
            at = (each.folded, each.candidates.kinds, sense)
            new = _Group(each.name.split(",")[0], each.candidates, each.candidates.kinds)
            group = groups.setdefault(at, new)
            group.mentions.append(each.mention)
            group.candidates = within(
                self.gazetteer, group.candidates, each.inside, strict=each.folded in apart
            )
            if sense in (APART, HOLDING):
                group.candidates = self._of_sense(group.candidates, is_country=sense == APART)
            group.inside |= each.inside
            order.append((each.mention, group))
        for (one, first), (two, second) in pairwise(order):
            self._link(links(text[one.span.end : two.span.start]), first, second)
        return list(groups.values())

    def _apart(self, read: Sequence[Read]) -> frozenset[str]:
        """Return the names of countries that the text also gives to a place elsewhere.

        Other places of the text lie in such a country: "Lebanon, Pennsylvania" beside Beirut, or
        "Atlanta, Georgia" beside Tbilisi.
        """
        elsewhere = {r.folded for r in read if r.inside or r.candidates.kinds or r.holding}
        countries = {name: c for name in elsewhere if (c := self.countries.by_name(name))}
        return frozenset(
            name
            for name, country in countries.items()
            if country.code in homes((r.name for r in read if r.folded != name), self.gazetteer)
        )

    def _of_sense(self, candidates: Candidates, *, is_country: bool) -> Candidates:
        """Return the countries among places, or all others, where there are any."""
        fits = self.gazetteer.is_kind(candidates.rows, {COUNTRY}) == is_country
        return candidates.kept(fits) if fits.any() else candidates

    def _read(self, text: str, mentions: Sequence[Mention]) -> list[Read]:
        """Return the mentions that count, in text order, with what they and their words may be."""
        counted = sorted(
            (m for m in mentions if m.form == "name" and m.type in {"place", "group"}),
            key=lambda m: m.span,
        )
        rows = kinds_of_rows(text, [m.span for m in counted if m.type == "place"])
        read = []
        for mention in counted:
            name = plain(mention.span.of(text))
            asked = rows.get(mention.span, frozenset())
            candidates = self._candidates(text, mention.span, name, asked)
            if asked:
                candidates = kept_of_kind(self.gazetteer, candidates, asked)
            if mention.type == "group" and not candidates.demonym:
                continue
            head = name.split(",")[0]
            inside = named_after(self.gazetteer, text, mention.span.end)
            inside |= named_after(self.gazetteer, name, len(head))
            why = "" if inside else self._no_place(text, mention.span, head)
            if why:
                nothing = np.zeros(len(candidates.rows), bool)
                candidates = replace(candidates.kept(nothing), how=why)
            elif not candidates.kinds:
                candidates = of_the_world(self.gazetteer, candidates, inside)
            read.append(Read(mention, name, fold(head), candidates, inside))
        return placed(self.gazetteer, text, read)

    @staticmethod
    def _no_place(text: str, span: Span, name: str) -> str:
        return "a common word" if fold(name) in COMMON_NOUNS else no_place(text, span, name)

    def _candidates(
        self, text: str, span: Span, name: str, asked: frozenset[int] = frozenset()
    ) -> Candidates:
        """Return the candidates of a mention, with those that the word beside it adds."""
        candidates = look_up(self.gazetteer, self.countries, name)
        if not len(candidates.rows) and "," in name:  # "Paris, Texas" as one mention
            candidates = look_up(self.gazetteer, self.countries, name.split(",")[0])
        kinds = candidates.kinds or kinds_beside(text, *span) or asked
        if not candidates.demonym:
            candidates = of_kind(self.gazetteer, candidates, kinds)
        if not kinds:
            candidates = without_doubles(self.gazetteer, candidates)
        rows, by_name = candidates.rows, candidates.by_name
        if len(rows) > MOST_CANDIDATES:
            largest = np.argsort(-self.gazetteer.population[rows].astype(np.int64), kind="stable")
            keep = np.sort(largest[:MOST_CANDIDATES])
            rows, by_name = rows[keep], by_name[keep]
        if kinds and not self.gazetteer.is_kind(rows, kinds).any():
            kinds = frozenset()
        return Candidates(rows, by_name, kinds, candidates.how, candidates.demonym)

    @staticmethod
    def _link(link: str, first: _Group, second: _Group) -> None:
        if link == "of":
            first, second = second, first
        if link and first is not second:
            first.inside.update(second.candidates.rows.tolist())
            second.holds.update(first.candidates.rows.tolist())

    def _context(self, article: Article, named: Sequence[_Group]) -> list[_Group]:
        """Return the places of the dateline and of the outlet's name, as names among the others.

        A name that the text has too only gains from the region beside it ("Paris, Texas").
        """
        spoken = [article.dateline] if article.dateline else []
        spoken += [article.publisher[s.start : s.end] for s in self.toponyms(article.publisher)]
        groups = []
        for name in dict.fromkeys(plain(s) for s in spoken):
            head = name.split(",")[0]
            inside = set(named_after(self.gazetteer, name, len(head)))
            same = [g for g in named if fold(g.text) == fold(head)]
            for group in same:
                group.candidates = within(self.gazetteer, group.candidates, frozenset(inside))
                group.inside |= inside
            candidates = self._candidates("", Span(0, 0), name)
            if not same and len(candidates.rows):
                groups.append(_Group(head, candidates, candidates.kinds, inside=inside))
        return groups

    def _place(self, text: str, group: _Group, mention: Mention, likely: Floats) -> Place:
        best = int(np.argmax(likely))
        if likely[best] < TOO_WEAK:
            return _unknown(mention)
        entry = self.gazetteer.entry(int(group.candidates.rows[best]))
        speaks = entry.kind == COUNTRY or entry.row in self.capitals
        demonym = group.candidates.demonym
        return Place(
            mention=mention.span,
            use=use_of(text, *mention.span, demonym=demonym, speaks=speaks),
            location=Location(
                geonames=entry.geonames,
                name=entry.name,
                country=entry.country,
                admin1=entry.admin1,
                lat=entry.lat,
                lon=entry.lon,
                feature=entry.feature,
            ),
            score=round(float(likely[best]), 4),
            why=self._why(group, entry, likely),
        )

    def _surrounded(self, placed: Sequence[Place]) -> list[Place]:
        """Return the places, those left open with the country that most others lie in.

        Countries themselves do not count: where an army is from is not where it is.
        """
        lies = [p.location for p in placed if p.location.geonames not in self._states]
        others = {each.geonames: each.country for each in lies if each.geonames and each.country}
        (code, most), *_ = *Counter(others.values()).most_common(1), ("", 0)
        country = self.countries.get(code)
        if country is None or most < MOST_OTHERS[0] or most < MOST_OTHERS[1] * len(others):
            return list(placed)
        score = round(SURROUNDED * most / len(others), 4)
        why = (
            f"the gazetteer does not tell which place this is; {most} of the article's"
            f" {len(others)} other places lie in {country.name}"
        )
        return [
            replace(p, location=replace(p.location, country=code), score=score, why=why)
            if not p.location.name and p.why == _NO_PLACE
            else p
            for p in placed
        ]

    def _why(self, group: _Group, entry: Entry, likely: Floats) -> str:
        """Return the reason for a place in one sentence."""
        reasons = [f"“{group.text}” is {self._described(entry)}"]
        if group.candidates.demonym:
            reasons = [f"“{group.text}” stands for {self._described(entry)}"]
        elif group.candidates.how:
            reasons.append(group.candidates.how)
        if len(likely) == 1:
            reasons.append("the only place of that name in the gazetteer")
        else:
            reasons.append(
                f"the likeliest of {len(likely)} by the words beside it,"
                " the article's other places and size"
            )
            second = int(np.argsort(likely)[-2])
            if likely[second] >= CLOSE_CALL:
                other = self.gazetteer.entry(int(group.candidates.rows[second]))
                reasons.append(f"it might be {self._described(other)}")
        if entry.geonames in DISPUTED_REGIONS or entry.country in DISPUTED_COUNTRIES:
            reasons.append("its status is disputed, the country code is the gazetteer's")
        return "; ".join(reasons)

    def _described(self, entry: Entry) -> str:
        country = self.countries.get(entry.country)
        parts = [entry.name, entry.admin1, country.name if country else ""]
        return ", ".join(dict.fromkeys(p for p in parts if p))


def _unknown(mention: Mention, why: str = _NO_PLACE) -> Place:
    return Place(mention.span, "literal", NOWHERE, 0.0, why)
