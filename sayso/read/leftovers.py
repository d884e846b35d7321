"""What a crawl leaves in an article's text: a leaked field label, page furniture -> its spans.

The rules are strict: a word that merely looks like a label ("Text: he said", "body_count", an
article about `text_fields`) stays.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from sayso.english.tables import either, listed
from sayso.read.furniture import furniture_tail, is_furniture
from sayso.records import Span, Spans

LABEL_WORDS = listed("read.toml", "fields")

_LEAST_WORDS = 4  # what follows a label is running text only from here on
_SHORT_FURNITURE = 6  # words; a longer first line is a headline, whatever it says

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_TOKEN = re.compile(r"\w+(?:[.-]\w+)*")
_WORD = either(LABEL_WORDS)
_CAMEL = either(word.capitalize() for word in LABEL_WORDS)
# A label of two words or more at the start of a line, "text_fieldsKarsk …", "articleBody: The …",
# and the word that opens the sentence after it.
_LEAK = re.compile(
    rf"\s{{0,3}}(?P<label>{_WORD}(?:[_.-]{{0,2}}{_WORD}|{_CAMEL}){{1,4}})(?![a-z])"
    r"(?P<joint>\s?[:=]?\s?)(?=[\"“”«„'‘’(\[]{0,3}(?P<first>[^\W\d_][\w'’-]{0,40}|\d[\d.,]{0,12}))"
)


def skip_spans(text: str) -> Spans:
    """Return the ranges of a text that are leaked labels or page furniture, in text order.

    They never overlap, and never take a whole text away. The first line is taken for the
    headline, and kept whatever it says unless it is short furniture.
    """
    lines = [Span(*match.span()) for match in _LINE.finditer(text) if match[0].strip()]
    labels = {line: match for line in lines if (match := _LEAK.match(text, *line))}
    seen = Counter(_TOKEN.findall(text)) if labels else Counter()
    leaked = {line: match for line, match in labels.items() if _is_leak(match, line, seen)}
    skips = [skip for line in lines for skip in _skips(text, line, leaked.get(line), lines[0])]
    left_out, there = (sum(len(s.of(text).strip()) for s in spans) for spans in (skips, lines))
    return tuple(skips) if left_out < there else ()


def without_skips(text: str, *, start: int = 0) -> str:
    """Return a text, from `start` on, without what a crawl left behind there."""
    kept, cursor = [], start
    for span in skip_spans(text):
        if span.start >= start:
            kept.append(text[cursor : span.start])
            cursor = span.end
    return "".join([*kept, text[cursor:]])


def _skips(text: str, line: Span, label: re.Match[str] | None, first: Span) -> Iterator[Span]:
    words = line.of(text)
    if is_furniture(words) and not (line == first and _is_headline(words)):
        yield line
        return
    begin = line.start
    if label:
        begin = label.end()
        yield Span(line.start, begin)
    if tail := furniture_tail(text[begin : line.end]):
        yield Span(begin + tail.start, begin + tail.end)


def _is_headline(words: str) -> bool:
    return ":" in words or len(words.split()) > _SHORT_FURNITURE


def _is_leak(match: re.Match[str], line: Span, seen: Mapping[str, int]) -> bool:
    """Tell a label from a word of the article: running text follows, and it stands there once."""
    label, first = match["label"], match["first"]
    rest = match.string[match.end() : line.end]
    if first[0].islower() or len(rest.split(None, _LEAST_WORDS)) < _LEAST_WORDS:
        return False
    if not match["joint"]:
        return seen[label + first] < 2
    # A space alone does not show that "textContent The …" is a label and no mere word.
    marked = "_" in label or (match["joint"].strip() and label != label.lower())
    return bool(marked) and seen[label] < 2
