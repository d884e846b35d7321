"""Parts of a statement -> the same, with a content that ends where the quotation in it does.

The encoder cuts contents by what a sentence looks like. Where a clause behind a quotation says who
said it, words before the mark, or behind that clause, are the reporter's: "The verdicts differed:
“bold”, said the Chronicle", "“It's the law,” both were told", "“Go,” he said, and let her pass".
"""

import re
from typing import TYPE_CHECKING

from sayso.english.function_words import definite, owners, sequels
from sayso.english.pronouns import subjects
from sayso.english.role_nouns import heads
from sayso.english.tables import either
from sayso.records import Span, Spans

if TYPE_CHECKING:
    from sayso.annotate.statements import Parts

_MARKED = r"[“\"«][^“”\"«»\n]*[”\"»]"
_LED = re.compile(rf"[^“”\"«»\n]{{3,120}}[:;] (?={_MARKED}\Z)")
_TRAILED = re.compile(rf"({_MARKED})(?: [a-z]+){{1,2}}\Z")
_BEHIND = re.compile(rf"{either(sequels())} [a-z]+")
_GAP = re.compile(r"[\s,\d]*")
_FEW = 12  # words of the longest clause behind who said it, that is not what he said
# ", 46, a crane driver, mother of three and, since May, chair of the union, | the firm has".
_AGE = re.compile(r"\d{1,3}, ")
_MEMBER = re.compile(r"an? (?P<words>(?:[\w’'-]+ ){0,4}?(?P<noun>[a-z]+))(?= of | in | from |,)")
_CLAUSE = re.compile(
    rf", (?=(?:{either(definite() | owners() | subjects('third'))}|there|[A-Z]\w+|\d)\b)"
)
_CITING = re.compile(r"according to", re.IGNORECASE)


def within_marks(text: str, parts: "Parts") -> "Parts":
    """Return the parts of a statement with the reporter's words out of its content."""
    if not parts.content:
        return parts
    content = _without_apposition(text, parts)
    if parts.cue and parts.cue[0].start >= content[0].end:
        content = (_bare(text, content[0]), *content[1:])
        if len(content) > 1 and _is_act(text, content):
            content = content[:-1]
    return parts._replace(content=content)


def _bare(text: str, span: Span) -> Span:
    """Return the quotation that a span ends or opens with, where who said it stands behind."""
    words = span.of(text)
    if led := _LED.match(words):
        return Span(span.start + led.end(), span.end)
    trailed = _TRAILED.fullmatch(words)
    return Span(span.start, span.start + trailed.end(1)) if trailed else span


def _is_act(text: str, content: Spans) -> bool:
    """Tell whether the last words of a content only say what its speaker did next."""
    first, last = content[0].of(text), content[-1].of(text)
    return (
        re.fullmatch(_MARKED, first) is not None
        and _BEHIND.match(last) is not None
        and len(last.split()) <= _FEW
        and not re.search(r"[“”\"«»]", last)
        and text[content[-1].start - 2 : content[-1].start] == ", "
    )


def _without_apposition(text: str, parts: "Parts") -> Spans:
    """Return a content without who the speaker is: "according to Ruel, 46, a nurse, | it"."""
    first = parts.content[0]
    if not (parts.source and parts.cue and _CITING.fullmatch(parts.cue[0].of(text))):
        return parts.content
    if not _GAP.fullmatch(text, parts.source[-1].end, first.start):
        return parts.content
    age = _AGE.match(text, first.start)
    member = _MEMBER.match(text, age.end() if age else first.start)
    if not (age or (member and member["noun"] in heads())):
        return parts.content
    clause = _CLAUSE.search(text, member.end() if member else first.start, first.end)
    if clause is None:
        return parts.content
    return (Span(clause.end(), first.end), *parts.content[1:])
