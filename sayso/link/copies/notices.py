"""An article -> its notice that something was put right: a correction, a retraction, an update."""

import re
from itertools import chain
from typing import NamedTuple

from sayso.english.function_words import articles, indefinite
from sayso.english.notices import notice_words
from sayso.english.tables import either
from sayso.records import Article, Span

# What a notice opens with: "Correction", "CLARIFIED", "Editor's note", "Refiles".
_KINDS = notice_words("nouns", "righted", "renewed")
# A line that opens with it: "Correction: An earlier version …", "UPDATE (March 3): The board met."
_OPENS = re.compile(
    rf"^[^\w\n]*(?P<kind>{_KINDS})\b"
    r"(?: \([^)]{1,40}\))?(?: \d[^:\n]{0,30})?\s*[:–—-]\s*\S[^\n]*",
    re.IGNORECASE | re.MULTILINE,
)
# A line in brackets: "(Corrects number of dead in paragraph 1 to five)", "(Refiles to fix a name.)"
_BRACKETS = re.compile(
    r"^[^\w\n]*[(\[](?P<kind>(?i:corrects?|clarifies|refiles|updates|retracts)|Adds)\b[^\n]*[)\]]",
    re.MULTILINE,
)
# A headline that opens with it: "CORRECTED-Ferry struck", "UPDATE 2-Ferry struck".
_HEADS = re.compile(rf"^\W*(?P<kind>{_KINDS})(?: \d)?\s?[:–—-]\s?\w", re.IGNORECASE)
_A = either(articles() & indefinite())
# A sentence that says so: "This story has been corrected to show that there are three ferries."
_SAYS = re.compile(
    rf"\b(?:this|the|our|{_A} (?:{notice_words('earlier')}|\w+ version of (?:this|the)))"
    rf"(?: [\w.,]+){{0,2}}? {notice_words('printed')}\b[^.\n]{{0,80}}?"
    rf"\b(?P<kind>{notice_words('righted', 'renewed', 'mistaken')})\b",
    re.IGNORECASE,
)
# "The Courier regrets the error."
_REGRETS = re.compile(r"\b(?P<kind>regrets? (?:the|this|its) (?:error|mistake))\b", re.IGNORECASE)
# A line that only says when: "Updated: 10:31 am, March 14, 2031".
_TIME = re.compile(r"[^\w\n]*(?i:updated?)\b[^\d\n]{0,20}\d[^\n]{0,60}")
_RETRACTED = ("retract", "withdrawn")
_UPDATED = ("update", "editor", "refile", "add")
GRAVITY = ("retraction", "correction", "update")  # the gravest first


class Notice(NamedTuple):
    """What a notice does, one of `GRAVITY`, its words, and where they stand in the text.

    A headline that is kept beside the text has no `span`.
    """

    kind: str
    words: str
    span: Span | None


def notice(article: Article) -> Notice | None:
    """Return the notice of an article, or None; of several the gravest, then the first.

    Words in the text come before a headline that says no more than that there are some.
    """
    patterns = (_OPENS, _BRACKETS, _SAYS, _REGRETS)
    matches = chain.from_iterable(each.finditer(article.text) for each in patterns)
    lines = [(GRAVITY.index(_kind(match["kind"])), _line(match)) for match in matches]
    every = [each for each in lines if not _TIME.fullmatch(each[1].of(article.text))]
    headed = _HEADS.match(article.title)
    head = GRAVITY.index(_kind(headed["kind"])) if headed else len(GRAVITY)
    if every and min(every)[0] <= head:
        gravity, span = min(every)
        return Notice(GRAVITY[gravity], span.of(article.text), span)
    return Notice(GRAVITY[head], article.title, article.title_span) if headed else None


def _line(match: re.Match[str]) -> Span:
    start = match.string.rfind("\n", 0, match.start()) + 1
    end = match.string.find("\n", match.end())
    return Span(start, len(match.string) if end < 0 else end)


def _kind(word: str) -> str:
    word = word.casefold()
    if word.startswith(_RETRACTED):
        return "retraction"
    return "update" if word.startswith(_UPDATED) else "correction"
