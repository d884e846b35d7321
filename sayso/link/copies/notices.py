"""An article -> its notice that something was put right: a correction, a retraction, an update."""

import re
from itertools import chain

from sayso.records import Article, Span

# A line that opens with it: "Correction: An earlier version …", "UPDATE (March 3): The board met."
_OPENS = re.compile(
    r"^[^\w\n]*(?P<kind>corrections?|clarifications?|editor['’]?s['’]? note|retractions?|erratum"
    r"|updated?)\b"
    r"(?: \([^)]{1,40}\))?(?: \d[^:\n]{0,30})?\s*[:–—-]\s*\S[^\n]*",
    re.IGNORECASE | re.MULTILINE,
)
# A sentence that says so: "This story has been corrected to show that there are three ferries."
_SAYS = re.compile(
    r"\b(?:this|the|an earlier|a previous|an? \w+ version of (?:this|the))"
    r" (?:story|article|report|post|column|item|headline|version|piece)\b[^.\n]{0,80}?"
    r"\b(?P<kind>corrected|amended|retracted|withdrawn|updated|clarified|misstated|incorrectly"
    r"|mistakenly|erroneously|misspelled|misidentified)\b",
    re.IGNORECASE,
)
# A line that only says when: "Updated: 10:31 am, March 14, 2031".
_TIME = re.compile(r"[^\w\n]*(?i:updated?)\b[^\d\n]{0,20}\d[^\n]{0,60}")
_RETRACTED = ("retract", "withdrawn")
_UPDATED = ("update", "editor")
GRAVITY = ("retraction", "correction", "update")  # the gravest first


def notice(article: Article) -> tuple[str, Span] | None:
    """Return what a notice does, and where it stands, or None.

    It is a "retraction", a "correction" or an "update"; of several the gravest, then the first.
    """
    matches = chain.from_iterable(each.finditer(article.text) for each in (_OPENS, _SAYS))
    lines = [(GRAVITY.index(_kind(match["kind"])), _line(match)) for match in matches]
    every = [each for each in lines if not _TIME.fullmatch(each[1].of(article.text))]
    if not every:
        return None
    gravity, span = min(every)
    return GRAVITY[gravity], span


def _line(match: re.Match[str]) -> Span:
    start = match.string.rfind("\n", 0, match.start()) + 1
    end = match.string.find("\n", match.end())
    return Span(start, len(match.string) if end < 0 else end)


def _kind(word: str) -> str:
    word = word.casefold()
    if word.startswith(_RETRACTED):
        return "retraction"
    return "update" if word.startswith(_UPDATED) else "correction"
