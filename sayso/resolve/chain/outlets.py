"""An article and its mentions -> which phrases of its text can stand for an outlet or agency.

Names nobody has heard of are told by a word of the trade ("Courier", "Radio"), by what the
article itself says of them ("the Lantern, a daily"), or by standing where outlets stand.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from sayso.english.calendar import date_names
from sayso.english.given_names import sexes
from sayso.english.names import POSSESSIVE
from sayso.english.tables import either
from sayso.english.titles import address
from sayso.records import Article, Mention, Span
from sayso.resolve.chain.names import (
    NAME,
    UPPER,
    WORD,
    institutions,
    key,
    named_in,
    of_the_trade,
)
from sayso.resolve.chain.phrases import Phrase, names_in, nouns_in
from sayso.resolve.chain.words import listed, names_listed

_PLACE = re.compile(rf"\b(?:[Ii]n|[Ff]rom|[Nn]ear|[Ii]nside) ({WORD})")
# "Corvane's farmers", but not "Dagen's Mats Ekholm"
_OWNER = re.compile(rf"(?<!\w)([{UPPER}]\w*+)[’']s? (?!news|report|{WORD} {WORD})")
_ADDRESS = either(map(str.capitalize, address().keys() - {"st"}))  # "St. Anne" is a place, too
_TITLED = re.compile(rf"\b{_ADDRESS}\.? ({WORD})")
_REACH = 80  # characters that a name may start before a noun phrase it overlaps


class Outlets:
    """Finds the outlets of one article."""

    def __init__(self, article: Article, mentions: Sequence[Mention]) -> None:
        tagged = sorted((m for m in mentions if m.form == "name"), key=lambda m: m.span)
        self._others = [m.span for m in tagged if m.type in {"person", "place", "group"}]
        self._persons = [m.span for m in tagged if m.type == "person"]
        self._houses = [m.span for m in tagged if m.type == "organisation"]
        named = named_in(article)
        self._learn(named)
        self.text = text = article.text
        self._places = {m[1] for pattern in (_PLACE, _OWNER) for m in pattern.finditer(text)}
        runs = (m[0].split() for m in NAME.finditer(text))
        self._surnames = {POSSESSIVE.sub("", run[-1]) for run in runs if len(run) > 1}
        self._surnames |= {m[1] for m in _TITLED.finditer(text)}
        nouns = list(nouns_in(text))
        names = [replace(p, outlet=self._judge(p, p.span.of(text))) for p in names_in(text)]
        shown = [
            p.span.of(text) for p in _merged(text, names, nouns) if p.name and p.outlet == "yes"
        ]
        self._learn(named | {key(name) for name in shown})
        again = (p.outlet == "yes" or self.is_outlet(p.span.of(text)) for p in names)
        names = [replace(p, outlet="yes") if y else p for p, y in zip(names, again, strict=True)]
        self._phrases = _merged(text, names, nouns)
        self._starts = [p.span.start for p in self._phrases]

    def within(self, span: Span) -> list[Phrase]:
        """Return the phrases that stand in a span of the text, in order."""
        first, last = (bisect_left(self._starts, at) for at in span)
        return [p for p in self._phrases[first:last] if p.span.end <= span.end]

    def touching(self, span: Span) -> list[Phrase]:
        """Return the phrases that share characters with a span of the text, in order."""
        near = self.within(Span(span.start - _REACH, span.end + _REACH))
        return [p for p in near if p.span.overlaps(span)]

    def _learn(self, named: frozenset[str]) -> None:
        """Keep which names are outlets', and what each may be called in short."""
        self._known: dict[str, bool] = {}
        self._named = set(named)
        for name in named:
            words = name.split()
            self._named |= {" ".join(words[n:]) for n in range(len(words))}
            self._named |= {" ".join(words[:n]) for n in range(2, len(words))}

    def is_outlet(self, name: str) -> bool:
        """Tell whether a name is an outlet's, by itself or by what the article says of it."""
        if name not in self._known:
            bare = key(name)
            listed_or_named = bare in names_listed("known") or bare in self._named
            self._known[name] = bool(bare) and (listed_or_named or of_the_trade(bare.split()))
        return self._known[name]

    def _judge(self, phrase: Phrase, name: str) -> str:
        if self.is_outlet(name):
            return "yes"
        if _institutional(name):
            return "no"
        if phrase.left != phrase.span.start:
            return "no"
        if _touches(phrase.span, self._others):
            return "hardly" if self._nobodys(phrase.span, name) else "no"
        if _touches(phrase.span, self._houses) or not self._otherwise_known(name):
            return "perhaps"
        return "no"

    def _nobodys(self, span: Span, name: str) -> bool:
        """Tell whether what the tagger takes for a person is no person's name, as far as known."""
        single = " " not in name and POSSESSIVE.sub("", name) not in self._surnames
        return single and _touches(span, self._persons) and key(name) not in sexes()

    def _otherwise_known(self, name: str) -> bool:
        """Tell whether a name is a person's or a place's, as far as the article shows."""
        words = name.split()
        abroad = words[0].lower() in listed("foreign_articles")
        if (
            len(words) > 1
            and not abroad
            and not name.isupper()
            and not any(c.isdigit() for c in name)
        ):
            return True  # first name and surname, by all appearance
        return name in self._places or words[-1] in self._surnames


@lru_cache(maxsize=4096)
def _institutional(name: str) -> bool:
    """Tell whether a name's own words say that it is no outlet: "the Ministry", "Monday"."""
    parts = key(name).split()
    named = institutions() | date_names()
    return not parts or not named.isdisjoint(parts)


def _touches(span: Span, names: Sequence[Span]) -> bool:
    """Tell whether a span overlaps one of some names that are sorted and do not overlap."""
    at = bisect_left(names, (span.end, 0))
    return at > 0 and names[at - 1].end > span.start


def _merged(text: str, names: list[Phrase], nouns: list[Phrase]) -> list[Phrase]:
    """Join "the daily" + "Skerra Morning" to one phrase; drop names that a noun phrase takes in."""
    kept, used = [], set()
    starts = [n.left for n in names]
    ends = {n.right for n in names if n.outlet == "yes"}
    for noun in nouns:
        low, high = bisect_left(starts, noun.left - _REACH), bisect_left(starts, noun.right + 4)
        near = names[low:high]
        name = _apposed(text, noun, near)
        if name:
            kept.append(Phrase(name.span, noun.left, name.right, "yes", name=True))
            used.add(name.span)
            continue
        if noun.left - 2 in ends and text[noun.left - 2 : noun.left] == ", ":
            continue  # "the Torvesk Banner, a daily close to the Citadel"
        taken = [n for n in near if n.span.overlaps(noun.span)]
        named = [n for n in taken if n.outlet == "yes" and not _is_noun(text, n, noun)]
        if not named:
            kept.append(noun)
        elif named[-1].right < noun.right and text[named[-1].right] == " ":
            kept.append(replace(named[-1], right=noun.right))  # "Interfax news agency"
            taken = named[-1:]
        else:
            continue
        used |= {n.span for n in taken}
    every = [*kept, *(n for n in names if n.span not in used)]
    return sorted(every, key=lambda phrase: phrase.span)


def _is_noun(text: str, name: Phrase, noun: Phrase) -> bool:
    """Tell whether what looks like a name is but the noun itself: the "TV" of "state TV"."""
    return name.span.of(text).lower() in listed("nouns") and noun.span.start < name.span.start


def _apposed(text: str, noun: Phrase, near: list[Phrase]) -> Phrase | None:
    """Return the name that stands behind a noun: "the daily Lantern", "the state agency, SKB,"."""
    for name in near:
        gap = text[noun.right : name.left]
        if not 0 < len(gap) <= 3 or name.left != name.span.start:
            continue
        owns = text.startswith(("'", "’"), name.right)
        closed = gap == ", " and text[name.right : name.right + 1] in {",", "."}
        bare = noun.left == noun.span.start and " " not in noun.span.of(text)
        if (gap in {" ", " *"} or closed) and not owns and not bare:
            return name
    return None
