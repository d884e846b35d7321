"""What a crawl leaves behind in an article's text: leaked field labels and page furniture.

A text goes in, the spans to leave out come out. The rules are strict: a word that merely
looks like a label ("Text: he said", "body_count", an article about `text_fields`) stays.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from sayso.read.boilerplate import furniture_tail, is_furniture
from sayso.records import Span, Spans

# The words that field names are made of, in databases, feeds and page templates.
_LABEL_WORDS = """abstract article articles block body caption clean component container content
    contents copy data desc description div en entry excerpt field fields full headline html id
    inner intro item json lead lede main markdown md meta name news node object page para paragraph
    paragraphs plain post raw rendered rich section snippet standfirst story string subhead
    subheading subtitle summary teaser text texts title txt value wrapper xml"""
LABEL_WORDS = _LABEL_WORDS.split()
# Those that may be a label alone, where a sentence is glued to them.
_LONE_LABELS = """abstract article body caption content contents description excerpt headline
    paragraph story summary teaser text title"""
LONE_LABELS = frozenset(_LONE_LABELS.split())
# Words that sentences open with: proof that a glued word ends where a sentence begins.
_OPENERS = """A After All Although An And Another As At Because Before Both But By Despite During
    Earlier Every Few Following For Former From Government He Her His How However I If In Is It
    Its Last Many Mr Mrs Ms Nearly New No Now Of Officials On Once One Only Opposition Our Over
    People Police President Prime Protesters Residents Senior Several She Since So Some Speaking
    State That The Their Then There These They This Those Thousands Three To Today Troops Two
    Under Until We What When Where Which While Who Why With You"""
OPENERS = frozenset(_OPENERS.split())
# The labels of a record written out line by line, under what they say ("" is said and dropped).
_RECORD_FIELDS = {
    "title": "title, headline",
    "published": "date, published, publication date, date published, publish date, pubdate, "
    "pub_date, published at, published_at",
    "byline": "author, authors, byline, by, writer",
    "publisher": "source, publisher, outlet, newspaper",
    "url": "url, link",
    "lang": "language, lang",
    "": "id, section, category, categories, tags, keywords, topic, topics, word count, length, "
    "copyright, image",
    "summary": "summary, description, lead, abstract",
    "body": "text, body, content, article, story, full text, article text, article body, "
    "body text, main text",
}
RECORD_LABELS = {
    label: name for name, labels in _RECORD_FIELDS.items() for label in labels.split(", ")
}
_TEXT_FIELDS = {"title", "summary", "body"}

_LEAST_WORDS = 4  # what follows a label is running text only from here on
_SHORT_FURNITURE = 6  # words; a longer first line is a headline, whatever it says

_LINES = re.compile(r"[^\r\n\u2028\u2029]+")
_WORD = "|".join(sorted(LABEL_WORDS, key=len, reverse=True))
_CAMEL = "|".join(sorted((word.capitalize() for word in LABEL_WORDS), key=len, reverse=True))
# text_fields, bodytext, article-body, story-body__inner, articleBody, body.html, paragraph_12 ...
_NUMBER = r"[_.-]{1,2}\d{1,3}|\d{1,3}(?=[A-Z])"
_KNOWN = rf"(?:{_WORD})(?:[_.-]{{0,2}}(?:{_WORD})|{_NUMBER}|{_CAMEL}){{0,5}}(?![a-z])"
# ... and any other name in the manner of programs, such as crawl_v2_lead.
_OTHER = r"[a-z]{2,20}(?:_{1,2}[a-z0-9]{1,20}){1,4}"
_OPENING = re.compile(
    rf"\s{{0,3}}(?P<quote>[<\[{{\"']{{0,2}})(?:(?P<known>{_KNOWN})|(?P<other>{_OTHER}))"
    r"(?P<joint>[\]}>\"']{0,2}\s{0,2}[:=]?[\s\"'>]{0,3})"
)
_CLOSING = re.compile(r"[\"'\s,}\]]{1,6}$")
_PARTS = re.compile(rf"{_WORD}|\d+", re.IGNORECASE)
_SENTENCE = re.compile(r"[\"“”«„'‘’(\[]{0,3}(?P<first>[^\W\d_][\w'’-]{0,40}|\d[\d.,]{0,12})")
_TOKEN = re.compile(r"\w+(?:[.-]\w+)*")
# A name of a program in the middle of a line: the article is about such names.
_CODE = re.compile(
    r"(?<=[ \t(\"'“‘])(?:[a-z]{1,30}_[a-z]|[A-Za-z_]{1,40}\(\)|`[^`\n]{1,60}`|</?[a-z]{1,12}>)"
)
_RECORD_LINE = re.compile(
    r"[\s\"'\[{*]{0,4}(?P<label>[A-Za-z][A-Za-z _]{1,20})[\"'\]}*]{0,3}\s{0,3}[:=]\s{0,4}[\"']?"
)


@dataclass(frozen=True, slots=True)
class LabelledDump:
    """A record written out line by line: its fields, and the spans that are no text."""

    fields: dict[str, str] = field(default_factory=dict)
    skips: Spans = ()


def skip_spans(text: str) -> Spans:
    """Return the ranges of a text that are leaked labels or page furniture, in text order.

    They never overlap, and never take a whole text away. The first line is taken for the
    headline, and kept whatever it says unless it is short furniture.
    """
    lines = [
        Span(match.start(), match.end()) for match in _LINES.finditer(text) if match[0].strip()
    ]
    skips = list(labelled_dump(text).skips)
    whole = _Text(text)
    for line in lines:
        skips.extend(_skips_of_line(whole, line, first=line is lines[0]))
    merged = _merge(skips)
    left_out = sum(len(span.of(text).strip()) for span in merged)
    return merged if left_out < sum(len(span.of(text).strip()) for span in lines) else ()


def without_skips(text: str, *, start: int = 0) -> str:
    """Return a text, from `start` on, without what a crawl left behind there."""
    kept, cursor = [], start
    for span in skip_spans(text):
        if span.start >= start:
            kept.append(text[cursor : span.start])
            cursor = span.end
    return "".join([*kept, text[cursor:]])


def labelled_dump(text: str) -> LabelledDump:
    """Return the fields of a text that is a record written out ("Title: …", "Date: …", "Text: …").

    A text is one only if it opens with at least two such lines, a label of body text among
    them, or a title together with a date or an address.
    """
    found: list[tuple[str, Span, Span]] = []
    for match in _LINES.finditer(text):
        if not match[0].strip():
            continue
        line = _RECORD_LINE.match(match[0])
        name = RECORD_LABELS.get(" ".join(line["label"].lower().split())) if line else None
        if not line or name is None or (name and any(name == known for known, *_ in found)):
            break
        found.append(
            (name, Span(match.start(), match.end()), Span(match.start() + line.end(), match.end()))
        )
        if name == "body":
            break
    names = {name for name, *_ in found}
    complete = "body" in names or ("title" in names and names & {"published", "url"})
    return _as_dump(text, found) if len(found) > 1 and complete else LabelledDump()


def _as_dump(text: str, found: Sequence[tuple[str, Span, Span]]) -> LabelledDump:
    fields, skips = {}, []
    for name, line, value in found:
        is_text = name in _TEXT_FIELDS
        skips.append(Span(line.start, value.start) if is_text else line)
        if name:
            fields[name] = value.of(text).strip(" \t\"'*,")
    return LabelledDump(fields, tuple(skips))


@dataclass(frozen=True)
class _Text:
    """A text with what is asked about it as a whole, each found out at most once."""

    text: str

    @cached_property
    def tokens(self) -> Counter[str]:
        return Counter(_TOKEN.findall(self.text))

    @cached_property
    def is_about_code(self) -> bool:
        return _CODE.search(self.text) is not None


def _skips_of_line(whole: _Text, line: Span, *, first: bool) -> list[Span]:
    words = line.of(whole.text)
    if is_furniture(words) and not (first and _is_headline(words)):
        return [line]
    skips = []
    label = _leaked_label(whole, line)
    if label:
        skips.append(Span(line.start, line.start + label.end()))
        quoted = '"' in label["quote"] and '"' in label["joint"]
        closing = _CLOSING.search(words, max(0, len(words) - 6)) if quoted else None
        if closing:
            skips.append(Span(line.start + closing.start(), line.end))
    tail = furniture_tail(words)
    if tail:
        skips.append(Span(line.start + tail.start, line.start + tail.end))
    return skips


def _is_headline(words: str) -> bool:
    return ":" in words or len(words.split()) > _SHORT_FURNITURE


def _leaked_label(whole: _Text, line: Span) -> re.Match[str] | None:
    """Return the match of a leaked label at the start of a line, if there is one."""
    match = _OPENING.match(line.of(whole.text)[:400])
    if not match:
        return None
    rest = line.of(whole.text)[match.end() :]
    if not rest.strip():
        return match if _stands_alone(whole, line, match) else None
    sentence = _SENTENCE.match(rest)
    leaked = sentence and _runs_on(rest) and _is_leak(whole, match, sentence)
    return match if leaked else None


def _stands_alone(whole: _Text, line: Span, match: re.Match[str]) -> bool:
    """Tell a label that has a line to itself, above the text that it names."""
    label = match["known"] or ""
    return _is_name(label) and line.end < len(whole.text) and _is_strange(whole, label)


def _is_leak(whole: _Text, match: re.Match[str], sentence: re.Match[str]) -> bool:
    label = match["known"] or match["other"]
    if match["other"] or len(_PARTS.findall(label)) == 1:
        if match["joint"] or (match["known"] and label not in LONE_LABELS):
            return False
        return _opens_sentence(whole, sentence) and _is_strange(whole, label)
    if match["joint"]:
        # A space alone does not show that "textContent The …" is a label and no mere word.
        marked = "_" in label or match["joint"].strip()
        return bool(marked) and _is_name(label) and _is_strange(whole, label)
    # Glued: the label and the word after it make a word that the article must not use again.
    return whole.tokens[label + sentence["first"]] < 2


def _is_name(label: str) -> bool:
    """Tell a name in the manner of programs from words that a colon may well follow."""
    return "_" in label or "." in label or label != label.lower()


def _is_strange(whole: _Text, label: str) -> bool:
    """Tell whether the article, apart from this one place, has nothing to do with such names."""
    return whole.tokens[label] < 2 and not whole.is_about_code


def _runs_on(rest: str) -> bool:
    first = rest.lstrip("\"“”«„'‘’([")[:1]
    enough = len(rest.split(None, _LEAST_WORDS)) >= _LEAST_WORDS
    return enough and (first.isupper() or first.isdigit())


def _opens_sentence(whole: _Text, sentence: re.Match[str]) -> bool:
    """Tell by its first word that a sentence, and not the second half of a word, follows."""
    word = sentence["first"]
    known = word in OPENERS or (word.isupper() and len(word) > 1)
    return known or sentence.start("first") > 0 or whole.tokens[word] > 0


def _merge(spans: Sequence[Span]) -> Spans:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        elif span.end > span.start:
            merged.append(span)
    return tuple(merged)
