"""An article -> the agencies and outlets that its dateline, byline and credit lines name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.records import Article, Span
from sayso.resolve.chain_outlets import Outlets
from sayso.resolve.chain_text import Page

_TOP = 6  # paragraphs from the top among which dateline and byline stand
_DATELINE = re.compile(
    r"[^\W\d_][^\n()—–]{1,60}?\((?P<agency>[^()\d\n]{2,60})\)(?:\s{1,2}[-–—]{1,2}\s|\s?[–—]|:\s)"
)
_BYLINE = re.compile(r"(?:By|Story by|Text by|From)\b:?\s+(?P<names>.{2,120})$")
_LOWEST = 4  # paragraphs from the bottom among which credit lines stand
_CREDIT = re.compile(
    r"[\s(\[—–*_-]*(?:(?:additional |further |extra |some )?(?:reporting|writing|editing|material|research)"
    r"(?: for [^:]{2,40})?(?: by|:| from)|with (?:reporting|files|material|contributions?|agenc|additional)"
    r"|sources?:|credits?:|compiled|translated|©|copyright|(?:this (?:story|article|report)|parts of this)\b.{0,60}\b"
    r"(?:first appeared|originally|was (?:first )?(?:published|produced|provided)))",
    re.IGNORECASE,
)
_CONTRIBUTED = re.compile(
    r"\bcontributed (?:to this|to the|reporting|additional|from)|\bcontributed\W*$"
)
_CONTRIBUTES = re.compile(r"(?: and [\w ]+)? contributed")
_SIGNED = re.compile(r"[—–(\[*-]\s*(?P<names>[^()\[\]\n.!?]{2,60}?)[)\]]?\*?$")
_BRACKETS = re.compile(
    r"(?<=[.!?…”\"’')\],])\s?(?P<all>[(\[]\*?(?P<names>[^()\[\]\n]{2,80}?)\*?[)\]],?)(?=\s|$)"
)
_ALONE = re.compile(r"[(\[]\*?(?P<names>[^()\[\]\n]{2,80}?)\*?[)\]]")
_NOT_OUTLET = re.compile(
    r"(?i)^(?:reporting|writing|editing|additional|with|see|pictured|photo|left|right|above|below|full"
    r"|the|she|he|it|this|that|ind|i|a|an|in|for|\d)\b|\d{2}"
)
_PLURAL_AGENCIES = re.compile(r"\b(?:news )?[Aa]gencies\b")


@dataclass(frozen=True, slots=True)
class Credit:
    """An outlet that the article credits: where it is named, how, and what the credit covers."""

    span: Span
    kind: str
    covers: Span


def credits_of(article: Article, page: Page, outlets: Outlets) -> list[Credit]:
    """Return the credits of an article: datelines and bylines, items' brackets, closing lines."""
    found = [*_datelines(article, page), *_bylines(article, page, outlets)]
    closing, lines = _closing(article, page, outlets)
    items = [c for n, p in enumerate(page.paragraphs) if n not in lines for c in _items(page, p)]
    return _once(article, [*found, *items, *closing])


def _datelines(article: Article, page: Page) -> Iterator[Credit]:
    for n, paragraph in enumerate(page.paragraphs[:_TOP]):
        match = _DATELINE.match(article.text, *paragraph)
        if match:
            # A later dateline, as in a live report, opens what follows it.
            for span in _split(article.text, Span(*match.span("agency"))):
                yield Credit(span, "dateline", _all(article))
            return


def _bylines(article: Article, page: Page, outlets: Outlets) -> Iterator[Credit]:
    for paragraph in page.paragraphs[:_TOP]:
        match = _BYLINE.match(article.text, *paragraph)
        if not match or paragraph.end - paragraph.start > 130:
            continue
        names = Span(*match.span("names"))
        for phrase in outlets.find(article.text, names):
            if phrase.outlet == "yes" or phrase.span.of(article.text).isupper():
                yield Credit(phrase.span, "byline", _all(article))
    yield from _named_bylines(article, outlets)


def _named_bylines(article: Article, outlets: Outlets) -> Iterator[Credit]:
    """Yield an agency of `article.byline` at the first place where the text names it."""
    for name in article.byline:
        if outlets.is_outlet(name):
            at = article.text.find(name)
            if at >= 0:
                yield Credit(Span(at, at + len(name)), "byline", _all(article))


def _items(page: Page, paragraph: Span) -> Iterator[Credit]:
    """Yield the outlets bracketed behind an item; a bracket covers what stands since the last.

    A bracket that is a paragraph of its own covers the whole text above it.
    """
    alone = _ALONE.fullmatch(paragraph.of(page.text))
    if alone:
        names = Span(paragraph.start + alone.start("names"), paragraph.start + alone.end("names"))
        for span in _bracketed(page.text, names):
            yield Credit(span, "credit", Span(0, len(page.text)))
        return
    start = paragraph.start
    groups: list[list[Span]] = []
    last = paragraph.start
    for match in _BRACKETS.finditer(page.text, *paragraph):
        names = list(_bracketed(page.text, Span(*match.span("names"))))
        if not names:
            continue
        if groups and page.text[last : match.start()].strip(" ,"):
            yield from _covering(groups, Span(start, last))
            groups, start = [], last
        groups.append(names)
        last = match.end()
    yield from _covering(groups, Span(start, last))


def _covering(groups: list[list[Span]], covers: Span) -> Iterator[Credit]:
    for names in groups:
        for span in names:
            yield Credit(span, "credit", covers)


def _bracketed(text: str, names: Span) -> Iterator[Span]:
    words = names.of(text)
    if _NOT_OUTLET.search(words) or not words[:1].isupper() or len(words.split()) > 9:
        return
    yield from _split(text, names)


def _split(text: str, names: Span) -> Iterator[Span]:
    """Split "AFP via France 24" or "Reuters/AP" into its outlets."""
    start = names.start
    for piece in re.split(r"( via | through |,\s|;\s|/| and | & )", names.of(text)):
        bare = piece.strip(" *_,")
        if bare and bare[0].isupper():
            first = start + piece.index(bare)
            yield Span(first, first + len(bare))
        start += len(piece)


def _closing(article: Article, page: Page, outlets: Outlets) -> tuple[list[Credit], set[int]]:
    found, lines = [], set()
    for n in range(max(1, len(page.paragraphs) - _LOWEST), len(page.paragraphs)):
        paragraph = page.paragraphs[n]
        line = paragraph.of(article.text)
        if not _is_credit_line(line):
            continue
        lines.add(n)
        for phrase in outlets.find(article.text, paragraph):
            name = phrase.span.of(article.text)
            sure = phrase.outlet == "yes" or (name.isupper() and len(name) < 8)
            if sure or (phrase.outlet == "perhaps" and _CONTRIBUTES.match(line, len(name))):
                found.append(Credit(phrase.span, "credit", _all(article)))
    return found, lines


def _is_credit_line(line: str) -> bool:
    if _CREDIT.match(line) or (len(line) < 250 and _CONTRIBUTED.search(line)):
        return True
    signed = _SIGNED.match(line)
    return signed is not None and len(line) < 70


def _once(article: Article, found: list[Credit]) -> list[Credit]:
    """Drop a name credited twice for the same stretch, and the publisher among closing lines."""
    kept, seen = [], set()
    for credit in found:
        name = credit.span.of(article.text).lower().removeprefix("the ")
        own = name == article.publisher.lower().removeprefix("the ") and credit.kind == "byline"
        if own or (name, credit.covers) in seen:
            continue
        seen.add((name, credit.covers))
        kept.append(credit)
    return kept


def _all(article: Article) -> Span:
    return Span(0, len(article.text))
