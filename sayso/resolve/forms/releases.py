"""Article -> the words of a statement that its headline or first line says whose it is.

"STATEMENT BY AMBASSADOR HELGE NOORD", "Statement from Governor Ana Ruel on the flood": what stands
below, in the first person and without anybody else's labels, are his words.
"""

import re
from collections.abc import Sequence

from sayso.english.pronouns import plain_form, subjects
from sayso.english.role_nouns import heads
from sayso.english.sentences import MARKS
from sayso.english.tables import either, listed
from sayso.english.titles import titles
from sayso.records import Article, Span, Spans
from sayso.resolve.forms.lines import Line

# "JOINT STATEMENT BY | AMBASSADOR HELGE NOORD | ON THE STRAIT"
_HEADED = re.compile(
    rf"(?:[A-Za-z]+ )?{either(listed('forms.toml', 'releases'))}s? (?:by|from|of) "
    r"(?P<who>.{4,80}?)"
    r"(?: (?:on|about|regarding|following|after|in|to)\b.{1,100})?",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")
# What follows the words of a release and is none of them.
_BEHIND = re.compile(
    r"(?:ends|###|-30-|about|contact|for (?:further|more) information|notes? to editors?)\b",
    re.IGNORECASE,
)
_NAME_WORDS = 2  # of whoever makes a statement, titles aside


def release_of(article: Article, lines: Sequence[Line]) -> tuple[Span, Spans] | None:
    """Return where it is named whose statement an article is, and its words; None for no such."""
    title = article.title_span
    heading = title or (lines[0].span if lines else None)
    if heading is None:
        return None
    below = [line for line in lines if line.span.start >= heading.end]
    headed = _HEADED.fullmatch(heading.of(article.text).strip())
    who = _named(heading, headed, article.text) if headed else None
    if who is None:
        return None
    words: list[Span] = []
    for line in below:
        if _BEHIND.match(line.words):
            break
        if line.words[-1] in f'{MARKS}"”' and len(line.words.split()) > 2:
            words.append(line.span)
    quoted = any(mark in span.of(article.text) for span in words for mark in '“"')
    own = any(_speaks_of_himself(span.of(article.text)) for span in words)
    return (who, tuple(words)) if own and not quoted else None


def _named(heading: Span, headed: re.Match[str], text: str) -> Span | None:
    """Return where the one who makes the statement is named in a heading."""
    who = headed["who"].strip(" :")
    start = text.index(who, *heading)
    words = list(_WORD.finditer(text, start, start + len(who)))
    roles = [n for n, word in enumerate(words) if word[0].lower() in titles() | heads().keys()]
    words = words[max(roles, default=-1) + 1 :]
    words = words[1:] if words and words[0][0].lower() == "the" else words
    capitals = all(w[0][0].isupper() for w in words)
    known = any(w[0].lower() in heads() for w in words)
    if len(words) < _NAME_WORDS or not capitals or known or " and " in who.lower():
        return None
    return Span(start, start + len(who))


def _speaks_of_himself(words: str) -> bool:
    return any(plain_form(word[0]) in subjects("first") for word in _WORD.finditer(words))
