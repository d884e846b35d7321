"""Names in headlines, whose words all have capitals -> without what the headline says of them."""

import re
from functools import lru_cache

from sayso.records import Span

_LONGEST = 200  # characters
_FEWEST, _SMALL, _MOSTLY = 4, 3, 0.8  # words, letters of "the", share of capitals
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_LINE = re.compile(r"[^\n]+")
_ASKING = frozenset({"what", "why", "how", "when", "where", "whose", "who"})


def in_headline(text: str, at: int) -> bool:
    """Tell whether an offset stands in a line whose words have capitals, small ones aside."""
    return any(line.start <= at < line.end for line in headlines(text))


@lru_cache(maxsize=4)
def headlines(text: str) -> tuple[Span, ...]:
    """Return the lines of a text that are headlines in form."""
    made = []
    for line in _LINE.finditer(text):
        words: list[str] = _WORD.findall(line[0]) if len(line[0]) < _LONGEST else []
        long = [word for word in words if len(word) > _SMALL]
        capitals = sum(word[0].isupper() for word in long)
        stops = line[0].rstrip().endswith(".")
        if len(words) >= _FEWEST and not stops and capitals >= len(long) * _MOSTLY:
            made.append(Span(*line.span()))
    return tuple(made)


def cut_in_headline(text: str, name: Span) -> Span:
    """Return a person's name in a headline without what that says: "Thorne | Scoffs".

    Its last word is one that the text has in it without what follows here. "What Thorne" in any
    line is Thorne.
    """
    words = list(re.finditer(r"\S+", name.of(text)))
    if len(words) > 1 and words[0][0].lower() in _ASKING:
        return Span(name.start + words[1].start(), name.end)
    lines = headlines(text)
    if len(words) == 1 or not any(line.holds(name) for line in lines):
        return name
    known = [
        any(
            not any(line.start <= other.start() < line.end for line in lines)
            for other in re.finditer(rf"(?<!\w){re.escape(word[0])}(?!\w)", text)
        )
        for word in words
    ]
    for word, here, after in zip(words, known, known[1:], strict=False):
        if here and not after:
            return Span(name.start, name.start + word.end())
    return name
