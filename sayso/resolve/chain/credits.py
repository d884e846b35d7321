"""An article -> the agencies and outlets that its dateline, byline and credit lines name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.english.function_words import definite, determiners
from sayso.english.pronouns import pronouns, subjects
from sayso.english.sentences import CLOSERS, MARKS
from sayso.english.tables import either
from sayso.records import Article, Span
from sayso.resolve.chain.names import key
from sayso.resolve.chain.outlets import Outlets
from sayso.resolve.chain.words import names_listed
from sayso.resolve.layout import Layout

_TOP = 6  # paragraphs from the top among which dateline and byline stand
_MOST = 8  # outlets that one item credits
_WORDS = 9  # of all that stands in one bracket
# "TORVESK, March 14 (NWA) —"
_DATELINE = re.compile(
    r"[^\W\d_][^\n()—–]{1,60}?"
    r"(?:\((?P<bracketed>[^()\[\]\d\n]{2,60})\)|[/\[](?P<agency>[^()/\[\]\d\n]{2,60})[/\]])"
    r"(?:\s{1,2}[-–—]{1,2}\s|\s?[–—]|:\s)"
)
_BYLINE = re.compile(r"(?:By|Story by|Text by|From)\b:?\s+(?P<names>.{2,120})$")
_AGENCIES = re.compile(r"\b(?:news )?[Aa]gencies\b")
_LOWEST = 4  # paragraphs from the bottom among which credit lines stand
_WORK = r"(?:reporting|writing|editing|material|research)"
# How a line of credits begins: "(Additional reporting by", "With files from", "This story was first
# published by", "Credits:".
_CREDIT = re.compile(
    rf"[\s(\[—–*_-]*(?:(?:additional |further |extra |some )?{_WORK}"
    r"(?: for [^:]{2,40})?(?: by|:| from)"
    r"|with (?:reporting|files|material|contributions?|agenc|additional|inputs?|wire)"
    r"|inputs? from|from (?:wire|agency|agencies)|(?:re|first )?published|supplied|distributed"
    r"|provided|courtesy|texts?:|reports?:|story:|sources?\b|credits?:|compiled|translated|©|copyright"
    r"|(?:this (?:story|article|report)|parts of this)\b.{0,60}\b"
    r"(?:first appeared|originally|(?:was|is) (?:first )?(?:re)?(?:published|produced|provided"
    r"|supplied|distributed)|comes from|courtesy))",
    re.IGNORECASE,
)
# "Ferrant contributed to this report", "Meridian contributed."
_CONTRIBUTED = re.compile(
    r"\bcontributed (?:to this|to the (?:report|story|article)|reporting|additional|from)"
    r"|\bcontributed\W*$"
)
# What stands before the one who is credited: "files from", "published by", "source:".
_FROM = re.compile(
    r"(?i)(?:material|files|inputs?|reporting|contributions?|published|provided|supplied|courtesy"
    r"|distributed|appeared|sources?|credits?|text|report|story)(?: \w+)?"
    r"(?: from| by| in| of| on|:) $"
)
_SIGNED = re.compile(r"[—–(\[*-]\s*(?P<names>[^()\[\]\n.!?]{2,60}?)[)\]]?\*?$")
# Brackets behind a sentence, or at the end of the paragraph: "It rained. (NWA) (Meridian)".
_BRACKETS = re.compile(
    rf"(?:(?<=[{MARKS}{CLOSERS},])\s?|\s(?=(?:[(\[][^()\[\]\n]{{2,80}}[)\]],?\s*){{1,6}}$))"
    r"(?P<all>[(\[]\*?(?P<names>[^()\[\]\n]{2,80}?)\*?[)\]][,.]?)(?=\s|$)"
)
_ALONE = re.compile(r"[(\[]\*?(?P<names>[^()\[\]\n]{2,80}?)\*?[)\]]")
_BETWEEN = re.compile(r" via | through |,\s|;\s|/| and | & ")
_NO_NAME = either(subjects() | (determiners() - definite()) | pronouns("demonstrative") | {"that"})
# Brackets that credit nobody: "(pictured)", "(with her brother)", "(2031)", "(see below.)".
_NOT_OUTLET = re.compile(
    r"(?i)^(?:reporting|writing|editing|additional|with|see|pictured|photo|left|right|above|below"
    rf"|full|{_NO_NAME}|ind|in|for|\d)\b"
    r"|\d{3}|\d{2}(?! |$|,)|[:!?%]|\.(?:\s|$)"
)


@dataclass(frozen=True, slots=True)
class Credit:
    """An outlet that the article credits: where it is named, how, and what the credit covers."""

    span: Span
    kind: str
    covers: Span


def credits_of(article: Article, layout: Layout, outlets: Outlets) -> list[Credit]:
    """Return the credits of an article: datelines and bylines, items' brackets, closing lines."""
    opening = [*_datelines(article, layout), *_bylines(article, layout, outlets)]
    opening += _named_bylines(article, outlets)
    closing, lines = _closing(article, layout, outlets)
    items = [
        c for n, p in enumerate(layout.paragraphs) if n not in lines for c in _items(layout, p)
    ]
    return _once(article, [*opening, *items, *closing])


def _datelines(article: Article, layout: Layout) -> Iterator[Credit]:
    for paragraph in layout.paragraphs[:_TOP]:
        match = _DATELINE.match(article.text, *paragraph)
        if match:
            # A later dateline, as in a live report, opens what follows it.
            group = "agency" if match["agency"] else "bracketed"
            for span in _split(article.text, Span(*match.span(group))):
                yield Credit(span, "dateline", _all(article))
            return


def _bylines(article: Article, layout: Layout, outlets: Outlets) -> Iterator[Credit]:
    for paragraph in layout.paragraphs[:_TOP]:
        match = _BYLINE.match(article.text, *paragraph)
        if not match or paragraph.end - paragraph.start > 130:
            continue
        names = Span(*match.span("names"))
        for phrase in outlets.within(names):
            if phrase.outlet == "yes" or phrase.span.of(article.text).isupper():
                yield Credit(phrase.span, "byline", _all(article))
        for agencies in _AGENCIES.finditer(article.text, *names):
            yield Credit(Span(*agencies.span()), "byline", _all(article))


def _named_bylines(article: Article, outlets: Outlets) -> Iterator[Credit]:
    """Yield an agency of `article.byline` at the first place where the text names it."""
    for name in article.byline:
        if outlets.is_outlet(name):
            at = article.text.find(name)
            if at >= 0:
                yield Credit(Span(at, at + len(name)), "byline", _all(article))


def _items(layout: Layout, paragraph: Span) -> Iterator[Credit]:
    """Yield the outlets bracketed behind an item; a bracket covers what stands since the last.

    A bracket that is a paragraph of its own covers the whole text above it.
    """
    alone = _ALONE.fullmatch(paragraph.of(layout.text))
    if alone:
        names = Span(paragraph.start + alone.start("names"), paragraph.start + alone.end("names"))
        if _may_name_outlets(names.of(layout.text)):
            everything = Span(0, len(layout.text))
            yield from (Credit(span, "credit", everything) for span in _split(layout.text, names))
        return
    start = paragraph.start
    groups: list[list[Span]] = []
    last = paragraph.start
    for match in _BRACKETS.finditer(paragraph.of(layout.text)):
        first = paragraph.start + match.start("names")
        names = Span(first, first + len(match["names"]))
        bracketed = list(_split(layout.text, names)) if _may_name_outlets(match["names"]) else []
        if not bracketed:
            continue
        if groups and layout.text[last : paragraph.start + match.start()].strip(" ,"):
            yield from _covering(groups, Span(start, last))
            groups, start = [], last
        groups.append(bracketed)
        last = paragraph.start + match.end()
    yield from _covering(groups, Span(start, last))


def _covering(groups: list[list[Span]], covers: Span) -> Iterator[Credit]:
    spans = [span for names in groups for span in names]
    yield from (Credit(span, "credit", covers) for span in spans[:_MOST])


def _may_name_outlets(words: str) -> bool:
    """Tell whether words in brackets look like names of outlets, as far as letters show."""
    many = len(words.split())
    opens = words[:1].isupper() or many == 2
    return opens and not words.islower() and many <= _WORDS and not _NOT_OUTLET.search(words)


def _split(text: str, names: Span) -> Iterator[Span]:
    """Split "AFP via France 24" or "Reuters/AP" into its outlets."""
    if key(names.of(text)) in names_listed("known"):  # "RFE/RL" is one
        yield names
        return
    cuts = [match.span() for match in _BETWEEN.finditer(text, *names)]
    edges = [names.start, *(at for cut in cuts for at in cut), names.end]
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        piece = text[start:end]
        bare = piece.strip(" *_,")
        if any(c.isalnum() for c in bare) and not bare.islower():
            first = start + piece.index(bare)
            yield Span(first, first + len(bare))


def _closing(article: Article, layout: Layout, outlets: Outlets) -> tuple[list[Credit], set[int]]:
    credited, lines = [], set()
    for n in range(max(1, len(layout.paragraphs) - _LOWEST), len(layout.paragraphs)):
        paragraph = layout.paragraphs[n]
        line = paragraph.of(article.text)
        if not _is_credit_line(line):
            continue
        lines.add(n)
        for phrase in outlets.within(paragraph):
            name = phrase.span.of(article.text)
            sure = phrase.outlet == "yes" or (name.isupper() and len(name) < 8)
            before = line[: phrase.left - paragraph.start]
            alone = phrase.name and len(name.split()) == 1 and _FROM.search(before)
            if sure or alone:
                credited.append(Credit(phrase.span, "credit", _all(article)))
    return credited, lines


def _is_credit_line(line: str) -> bool:
    if (len(line) < 250 and _CREDIT.match(line)) or (len(line) < 250 and _CONTRIBUTED.search(line)):
        return True
    signed = _SIGNED.match(line)
    return signed is not None and len(line) < 70


def _once(article: Article, every: list[Credit]) -> list[Credit]:
    """Drop a name credited twice for the same stretch, and the publisher among closing lines."""
    kept, seen = [], set()
    for credit in every:
        name = credit.span.of(article.text).lower().removeprefix("the ")
        own = name == article.publisher.lower().removeprefix("the ") and credit.kind == "byline"
        if own or (name, credit.covers) in seen:
            continue
        seen.add((name, credit.covers))
        kept.append(credit)
    return kept


def _all(article: Article) -> Span:
    return Span(0, len(article.text))
