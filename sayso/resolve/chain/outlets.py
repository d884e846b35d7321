"""An article and its mentions -> which phrases of its text can stand for an outlet or agency.

Names nobody has heard of are told by a word of the trade ("Courier", "Radio"), by what the
article itself says of them ("the Lantern, a daily"), or by standing where outlets stand.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.records import Article, Mention, Span
from sayso.resolve.chain.names import (
    ABBREVIATION,
    NAME,
    POSSESSIVE,
    UPPER,
    WORD,
    key,
    named_in,
    of_the_trade,
    short_for,
)
from sayso.resolve.chain.words import either, listed

_MODIFIER = (
    rf"(?>{either('modifiers')}|[\w-]+[’']s?"
    rf"|[\w-]+-(?:owned|run|language|backed|based|aligned)|[{UPPER}][\w-]+)"
)
_NOUN = re.compile(
    rf"(?P<det>\b(?i:{either('determiners')}) |(?<!\w))"
    rf"(?P<rest>(?P<mods>(?:{_MODIFIER},? ){{0,5}})"
    rf"(?P<noun>(?i:(?:news |press )?{either('nouns')}s?)))\b(?! ?[-’'])"
)
_ANY_NOUN = re.compile(rf"(?i:{either('nouns')})")
_DETERMINED = re.compile(rf"\b(?i:{either('determiners')}) \*?$")
_PLACE = re.compile(rf"\b(?:[Ii]n|[Ff]rom|[Nn]ear|[Ii]nside) ({WORD})")
_OWNER = re.compile(rf"(?<!\w)([{UPPER}]\w*+)[’']s? (?!news|report)")
_TITLED = re.compile(rf"\b(?:Mr|Mrs|Ms|Dr|Sir|Gen|Col)\.? ({WORD})")
_REACH = 80  # characters that a name may start before a noun phrase it overlaps
_JOINTS = frozenset(["of", "de", "du", "la", "al", "el", "the", "&"])


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase that may name somebody who passes on news.

    `span` is what is shown; `left` and `right` also take in determiner, adjectives and a short
    form in brackets. `outlet` is yes, no, or perhaps: then the grammar around it decides.
    """

    span: Span
    left: int
    right: int
    outlet: str
    name: bool


class Outlets:
    """Finds the outlets of one article."""

    def __init__(self, article: Article, mentions: Sequence[Mention]) -> None:
        self._told: dict[str, bool] = {}
        self._found: dict[tuple[str, Span], list[Phrase]] = {}
        names = sorted((m for m in mentions if m.form == "name"), key=lambda m: m.span)
        self._others = [m.span for m in names if m.type in {"person", "place", "group"}]
        self._houses = [m.span for m in names if m.type == "organisation"]
        self._named = named_in(article)
        self._places = {m[1] for m in _PLACE.finditer(article.text)}
        self._places |= {m[1] for m in _OWNER.finditer(article.text)}
        runs = (m[0].split() for m in NAME.finditer(article.text))
        self._surnames = {POSSESSIVE.sub("", run[-1]) for run in runs if len(run) > 1}
        self._surnames |= {m[1] for m in _TITLED.finditer(article.text)}
        shown = [p for p in self.find(article.text, Span(0, len(article.text))) if p.name]
        more = {key(p.span.of(article.text)) for p in shown if p.outlet == "yes"}
        self._named |= frozenset(more)
        self._told, self._found = {}, {}

    def find(self, text: str, region: Span) -> list[Phrase]:
        """Return the phrases in `region` of `text` (the article's, or it with blanks), in order."""
        asked = text, region
        if asked not in self._found:
            names = [p for m in NAME.finditer(text, *region) for p in self._names(text, m)]
            nouns: list[Phrase] = []
            if _ANY_NOUN.search(text, *region):  # seldom, and far quicker to tell
                nouns = [p for m in _NOUN.finditer(text, *region) if (p := _noun_phrase(m))]
            self._found[asked] = sorted(_merged(text, names, nouns), key=lambda p: p.span)
        return self._found[asked]

    def is_outlet(self, name: str) -> bool:
        """Tell whether a name is an outlet's, by itself or by what the article says of it."""
        if name not in self._told:
            self._told[name] = self._is_outlet(name)
        return self._told[name]

    def _is_outlet(self, name: str) -> bool:
        bare = key(name)
        parts = bare.split()
        if not parts:
            return False
        if {bare, f"the {bare}"} & listed("known") or bare in self._named:
            return True
        if any(short_for(parts, full.split()) for full in self._named):
            return True
        return of_the_trade(parts)

    def _names(self, text: str, match: re.Match[str]) -> list[Phrase]:
        found = []
        for span in _chunks(text, Span(*match.span())):
            left = span.start
            determiner = _DETERMINED.search(text, max(0, left - 20), left)
            if determiner:
                left = determiner.start()
            elif text.startswith(("The ", "the "), span.start):
                span = Span(span.start + 4, span.end)
            short = ABBREVIATION.match(text, span.end)
            right = short.end() if short else span.end
            outlet = self._judge(span, span.of(text), determined=left != span.start)
            found.append(Phrase(span, left, right, outlet, name=True))
        return found

    def _judge(self, span: Span, name: str, *, determined: bool) -> str:
        if self.is_outlet(name):
            return "yes"
        parts = key(name).split()
        if not parts or set(parts) & (listed("institutions") | listed("calendar")):
            return "no"
        if _touches(span, self._others):
            return "no"
        if determined:
            return "no"
        if _touches(span, self._houses) or not self._otherwise_known(name):
            return "perhaps"
        return "no"

    def _otherwise_known(self, name: str) -> bool:
        """Tell whether a name is a person's or a place's, as far as the article shows."""
        words = name.split()
        if len(words) > 1 and not name.isupper() and not any(c.isdigit() for c in name):
            return True  # first name and surname, by all appearance
        return name in self._places or words[-1] in self._surnames


def _touches(span: Span, names: Sequence[Span]) -> bool:
    """Tell whether a span overlaps one of some names that are sorted and do not overlap."""
    at = bisect_left(names, (span.end, 0))
    return at > 0 and names[at - 1].end > span.start


def _noun_phrase(match: re.Match[str]) -> Phrase | None:
    noun = match["noun"].lower()
    start = match.start("det") if match["det"] else match.start("rest")
    shown = Span(start, match.end("noun"))
    bare = not match["det"] and not match["mods"]
    if bare and noun not in {"television", "radio", "tv"}:
        return None
    if noun in listed("audience") and not (match["mods"] or "").strip():
        return None
    return Phrase(shown, start, shown.end, "yes", name=False)


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
        elif noun.left - 2 in ends and text[noun.left - 2 : noun.left] == ", ":
            continue  # "the Torvesk Banner, a daily close to the Citadel"
        elif not any(n.outlet == "yes" and n.span.overlaps(noun.span) for n in near):
            kept.append(noun)
            used |= {n.span for n in near if n.span.overlaps(noun.span)}
    return [*kept, *(n for n in names if n.span not in used)]


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


def _chunks(text: str, span: Span) -> list[Span]:
    """Cut a run of capitalised words at possessives and days; drop a sentence's opening word."""
    found: list[list[tuple[int, int]]] = [[]]
    for match in re.finditer(r"\S+", text[span.start : span.end]):
        start, end = span.start + match.start(), span.start + match.end()
        word = text[start:end]
        bare = POSSESSIVE.sub("", word).strip(",")
        opens = not found[-1]
        opener = opens and bare.lower() in listed("openers")
        if opener and key(text[start : span.end]) not in listed("known"):
            continue
        if bare.lower() in listed("calendar") and not (opens and end < span.end):
            found.append([])
            continue
        found[-1].append((start, start + len(bare)))
        if bare != word:
            found.append([])
    trimmed = [_trim(text, chunk) for chunk in found]
    return [Span(chunk[0][0], chunk[-1][1]) for chunk in trimmed if chunk]


def _trim(text: str, chunk: list[tuple[int, int]]) -> list[tuple[int, int]]:
    while chunk and text[slice(*chunk[-1])] in _JOINTS:
        chunk = chunk[:-1]
    return chunk
