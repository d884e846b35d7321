"""The words around a passage -> whether it is told as not so, or as nothing that is known.

"It is not true that", "if", "there is no proof that"; what a passage itself has of "not" is read
with it.
"""

import re

from sayso.english.tables import either, lists
from sayso.link.positions.worded import listed, tokens, without
from sayso.records import Span

NOT_SO, UNSURE = "not so", "unsure"
_TABLE = "control.toml"
_NEAR = 40  # characters behind a passage within which it may be called untrue


def _words(name: str) -> str:
    return either(lists(_TABLE, "framing")[name])


# "not true that", "denied on Monday that"
_DENIED = re.compile(rf"\b{_words('denied')}(?: [\w'-]+){{0,5}}? that \Z")
# "if", "no proof that", "doubted that"
_UNSURE = re.compile(
    rf"\b(?:{_words('unsure')}|{_words('doubted')}(?: [\w'-]+){{0,3}}? (?:that|of)) \Z"
)
# "were false", "is simply not true"
_CALLED = re.compile(
    rf"[^,.;:]{{0,{_NEAR}}}?\b(?:is|are|was|were|as)(?: \w+ly)? {_words('untrue')}\b"
)
_DENYING = re.compile(rf"\b{_words('denying')}\b", re.IGNORECASE)


def framing(text: str, sentence: Span, passage: Span) -> str:
    """Return how the words around a passage put it: as `NOT_SO`, as `UNSURE`, or plainly: empty."""
    before = without(tokens(text, Span(sentence.start, passage.start)), listed("between"))
    words = "".join(f"{token.word} " for token in before)
    if _UNSURE.search(words):
        return UNSURE
    is_untrue = _DENIED.search(words) or _CALLED.match(text[passage.end : sentence.end])
    return NOT_SO if is_untrue else ""


def denies(cue: str) -> bool:
    """Tell whether the words of a cue deny: "denied", "rejected"."""
    return bool(_DENYING.search(cue))
