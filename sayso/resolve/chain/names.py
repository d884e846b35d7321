"""Names in a text -> whether two are the same outlet's, and whether a name is one at all."""

import re
from functools import cache

from sayso.english import tables
from sayso.english.function_words import joints_inside
from sayso.english.names import POSSESSIVE, folded
from sayso.english.numbers import number_words
from sayso.english.titles import titles
from sayso.records import Article, Span
from sayso.resolve.chain.words import either, listed, names_listed

UPPER = "".join(chr(c) for c in range(0x41, 0x530) if chr(c).isupper())
# Possessive quantifiers (*+): a run of names is read once, however it goes on.
# Greedy to its end: what is possessive forgets its lookahead in Python before 3.11.4. A longer
# word is no name: "A-A-A-…" would be read to its end from each of its letters.
WORD = rf"(?<!\w)[{UPPER}](?:[\w&]|[’'.-](?=\w)){{0,80}}(?![\w&]|[’'.-]\w)"
_JOINT = rf"(?: | {tables.either(joints_inside('outlets'))} (?:the )?| ?& ?)"
NAME = re.compile(rf"{WORD}(?:{_JOINT}{WORD}| \d{{1,2}}(?![\w:.,]\d|\w| [{UPPER}])){{0,7}}")
ABBREVIATION = re.compile(rf" ?\(([{UPPER}][\w&.-]{{1,9}})\)")
_LONGEST = 60  # characters of an outlet's name
MOST_CHANNELS = 10  # the highest number in a name that is written as a word

# "the Lantern, an independent weekly"
_APPOSED = re.compile(rf"({NAME.pattern}),(?: the| an?)(?: [\w’'-]+){{0,3}}? {either('nouns')}\b")
# "Radio Velna's own correspondent", "the Banner newsroom"
_STAFFED = re.compile(
    rf"({NAME.pattern})(?:(?<=s)[’']|[’']s)?(?: [\w’'-]+){{0,2}}? "
    r"(?:correspondents?|reporters?|newsroom|newscast|programme|bulletin)\b"
)
# "TORVESK, March 14 (NWA) —"
_DATELINE = re.compile(r"^[^a-z\n(]{2,40}[^\n(]{0,40}\(([^()\d]{2,40})\) ?[-–—]", re.MULTILINE)
# Who hands news on, if it is one word: "(NWA via Meridian)", "a transcript published by Meridian",
# "Ferrant contributed to this report".
_HANDS_ON = (
    re.compile(rf"[(\[][^()\[\]\n]{{2,60}} via ({NAME.pattern})[)\]]"),
    re.compile(rf"\bpublished by ({NAME.pattern})"),
    re.compile(rf"({NAME.pattern}) contributed to (?:this|the)\b"),
)
_SHORT_FORM = re.compile(rf"({NAME.pattern}){ABBREVIATION.pattern}")


def key(name: str) -> str:
    """Return a name as it is compared: folded, without a closing possessive."""
    return folded(POSSESSIVE.sub("", name.strip(" *_")), initials=True)


def short_for(parts: list[str], full: list[str]) -> bool:
    """Tell whether "Banner" can be short for "Torvesk Banner"."""
    return parts == full[-len(parts) :] or (len(parts) > 1 and parts == full[: len(parts)])


def of_the_trade(parts: list[str]) -> bool:
    """Tell whether a name's own words say that it is an outlet."""
    institution = not institutions().isdisjoint(parts)
    if len(parts) > 1 and parts[0] in names_listed("first") and not institution:
        return True
    numbered = parts[-1] in _numerals()
    incomplete = parts[-1] in names_listed("needs_more")
    if not (numbered or incomplete or parts[-1] in names_listed("last")):
        return False
    if not listed("offices").isdisjoint(parts[:-1]):
        return False
    if numbered and (institution or "of" in parts):
        return False  # "Group of Seven", "Air Force One"
    # A number or "Reports" needs a name before it; "Courier" stands alone.
    return len(parts) > 1 or not (numbered or incomplete)


@cache
def _numerals() -> frozenset[str]:
    """Return the numbers that end the name of a channel: "Channel Four"."""
    return frozenset(
        word for word, n in number_words("cardinal").items() if 1 <= n <= MOST_CHANNELS
    )


def named_in(article: Article) -> frozenset[str]:
    """Return the keys of names that the article itself shows to be outlets."""
    text = article.text
    outlets = {key(article.publisher)} if article.publisher else set()
    outlets |= {key(m[1]) for m in _APPOSED.finditer(text) if len(m[1]) < _LONGEST}
    owners = (re.split(r"[’']s? ", m[1])[0] for m in _STAFFED.finditer(text))
    outlets |= {key(owner) for owner in owners if len(owner) < _LONGEST}
    outlets |= {key(m[1]) for m in _DATELINE.finditer(text)}
    handing = (m[1] for pattern in _HANDS_ON for m in pattern.finditer(text))
    outlets |= {key(name) for name in handing if " " not in name}
    outlets |= _abbreviated(text, outlets)
    return frozenset(name for name in outlets if len(name) > 1)


@cache
def institutions() -> frozenset[str]:
    """Return the words by which a name is that of an institution or of somebody in office."""
    return listed("institutions") | (titles() - {"st"})  # "St. Anne" is a place, too


def same_name(text: str, a: Span, b: Span) -> bool:
    """Tell whether two phrases of a text are the same name, to the letter."""
    first, second = (key(_bare(s.of(text))) for s in (a, b))
    return first == second


def same_outlet(text: str, a: Span, b: Span) -> bool:
    """Tell whether two phrases of a text name the same outlet, one of them perhaps in short."""
    first, second = (key(_bare(s.of(text))) for s in (a, b))
    if not first or not second:
        return False
    if short_for(first.split(), second.split()) or short_for(second.split(), first.split()):
        return True
    small = text.lower()
    one, other = (_bare(s.of(text)).lower().removeprefix("the ") for s in (a, b))
    if f"{one} ({other}" in small or f"{other} ({one}" in small:
        return True
    # "told the agency" in an agency's own report is that agency.
    return any(
        x == "agency" and ("agency" in y.split() or s.of(text).isupper())
        for x, y, s in ((first, second, b), (second, first, a))
    )


def _abbreviated(text: str, named: set[str]) -> set[str]:
    """Return short forms in brackets of outlets, and full forms of outlets' short ones."""
    more = set()
    for match in _SHORT_FORM.finditer(text):
        full, short = key(match[1]), key(match[2])
        known = full in names_listed("known") or of_the_trade(full.split())
        if known or full in named or short in named:
            more |= {full, short}
    return more


def _bare(name: str) -> str:
    return re.sub(r"\s*\([^)]*\)", "", name)
