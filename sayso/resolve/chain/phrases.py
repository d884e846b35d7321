"""An article's text -> the phrases that may name an outlet or agency, by their form alone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from sayso.english import tables
from sayso.english.calendar import date_names
from sayso.english.function_words import determiners, joints_inside
from sayso.english.names import POSSESSIVE
from sayso.english.pronouns import subjects
from sayso.records import Span
from sayso.resolve.chain.names import ABBREVIATION, NAME, UPPER, key
from sayso.resolve.chain.words import either, listed, names_listed

_MODIFIER = (
    rf"(?>{either('modifiers')}|[\w-]+[’']s?"
    rf"|[a-z]+-[\w-]+|[{UPPER}][\w-]+)"
)
_DETERMINER = tables.either(
    determiners() - {"any", "each", "every", "no"}
)  # no outlet in particular
# "an independent daily", "Velmark's state-run television", "both newspapers"
_NOUN = re.compile(
    rf"(?P<det>\b(?i:{_DETERMINER}) |(?<!\w))"
    rf"(?P<rest>(?P<mods>(?:{_MODIFIER},? ){{0,5}})"
    rf"(?P<noun>(?i:(?:(?:news |press )?{either('nouns')}|news (?:site|service))s?)"
    rf"|site(?= [{UPPER}])))\b(?! ?[-’']| {either('not_outlets')}\b)"
)
_ANY_NOUN = re.compile(rf"(?i:{either('nouns')}|site|news service)")
_DETERMINED = re.compile(rf"\b(?i:{_DETERMINER}) \*?$")
_JOINTS = joints_inside("outlets") | {"the", "&"}


@cache
def _openers() -> frozenset[str]:
    """Return the words that are capitalised only because a sentence opens with them."""
    return listed("openers") | determiners() | subjects()


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

    def moved(self, by: int) -> "Phrase":
        """Return the phrase as it stands in a text that begins elsewhere."""
        span = Span(self.span.start + by, self.span.end + by)
        return replace(self, span=span, left=self.left + by, right=self.right + by)


def names_in(text: str) -> Iterator[Phrase]:
    """Yield the names of a text, each perhaps an outlet's."""
    for match in NAME.finditer(text):
        for span in _chunks(text, Span(*match.span())):
            left = span.start
            determiner = _DETERMINED.search(text, max(0, left - 20), left)
            if determiner:
                left = determiner.start()
            elif text.startswith(("The ", "the "), span.start):
                span = Span(span.start + 4, span.end)
            short = ABBREVIATION.match(text, span.end)
            yield Phrase(span, left, short.end() if short else span.end, "perhaps", name=True)


def nouns_in(text: str) -> Iterator[Phrase]:
    """Yield the descriptions of outlets: "the state radio", "an independent daily"."""
    if _ANY_NOUN.search(text):  # seldom, and far quicker to tell
        yield from (p for m in _NOUN.finditer(text) if (p := _noun_phrase(m)))


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


def _chunks(text: str, span: Span) -> list[Span]:
    """Cut a run of capitalised words at possessives and days; drop a sentence's opening word."""
    chunks: list[list[tuple[int, int]]] = [[]]
    for match in re.finditer(r"\S+", text[span.start : span.end]):
        start, end = span.start + match.start(), span.start + match.end()
        word = text[start:end]
        bare = POSSESSIVE.sub("", word).strip(",")
        opens = not chunks[-1]
        opener = opens and bare.lower() in _openers()
        if opener and key(text[start : span.end]) not in names_listed("known"):
            continue
        if bare.lower() in date_names() and not (opens and end < span.end):
            chunks.append([])
            continue
        chunks[-1].append((start, start + len(bare)))
        if bare != word:
            chunks.append([])
    trimmed = [_trim(text, chunk) for chunk in chunks]
    return [Span(chunk[0][0], chunk[-1][1]) for chunk in trimmed if chunk]


def _trim(text: str, chunk: list[tuple[int, int]]) -> list[tuple[int, int]]:
    while chunk and text[slice(*chunk[-1])] in _JOINTS:
        chunk = chunk[:-1]
    return chunk
