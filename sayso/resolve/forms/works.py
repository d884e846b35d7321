"""Text and spans -> which of them are titles of works and names of things, which nobody says."""

import re

from sayso.english.function_words import articles, owners
from sayso.english.sentences import MARKS
from sayso.english.tables import either, listed
from sayso.records import Span, Spans

_WORKS = either(listed("forms.toml", "works"))
_QUOTED = re.compile(r"[\"“«‘](?P<words>[^\"“”«»\n]{2,90}?)[,;]?[\"”»’]")
# What may stand beside titles in a span that holds nothing else: "“A Song” by Ana Ruel and “B”".
_BESIDE = re.compile(r"(?:[\s,;]|\band\b|\bor\b|\bby(?: [A-Z][\w.'’-]*){1,4})*")
_BY = re.compile(r",? by(?: the \w+)? [A-Z][\w.'’-]* [A-Z]")
_KIND_BEHIND = re.compile(rf",? {either(articles() | owners())} (?:[\w-]+ )?{_WORKS}\b")
_KIND_BEFORE = re.compile(rf"\b{_WORKS}s?(?: called)?,? $", re.IGNORECASE)
_MAKER = re.compile(rf"\b{either(listed('forms.toml', 'makers'))} $", re.IGNORECASE)
_STOPS = frozenset(MARKS) - {"?"}  # what ends words that somebody said, and no title
_NEAR = 40  # characters in which such words are looked for
_SMALL = 4  # letters of the longest word that a title may leave small
_FEWEST = 3  # words of a title that only its verb tells


def without_works(text: str, content: Spans) -> Spans:
    """Return the spans of a content that are not titles alone."""
    return tuple(span for span in content if not _is_works(text, span))


def _is_works(text: str, span: Span) -> bool:
    """Tell whether a span holds titles and nothing else, and the words beside it say so."""
    titles = list(_QUOTED.finditer(text, *span))
    if not titles or not all(_in_title_case(title["words"]) for title in titles):
        return False
    edges = [span.start, *(at for title in titles for at in title.span()), span.end]
    gaps = zip(edges[::2], edges[1::2], strict=True)
    if not all(_BESIDE.fullmatch(text, start, end) for start, end in gaps):
        return False
    return any(_is_work(text, title) for title in titles)


def _in_title_case(words: str) -> bool:
    """Tell whether words are written as titles are: "Tell Me Everything", "A House of Salt"."""
    several = re.findall(r"[\w'’-]+", words)
    long = [word for word in several if len(word) > _SMALL or word in {several[0], several[-1]}]
    return len(several) > 1 and words[-1] not in _STOPS and all(word[0].isupper() for word in long)


def _is_work(text: str, title: re.Match[str]) -> bool:
    before = text[max(title.start() - _NEAR, 0) : title.start()]
    behind = text[title.end() : title.end() + _NEAR]
    if _KIND_BEFORE.search(before) or _BY.match(behind) or _KIND_BEHIND.match(behind):
        return True
    return bool(_MAKER.search(before)) and len(title["words"].split()) >= _FEWEST
