"""The words beside a place name -> how it is used: literal, metonym or modifier.

The lists are in `sayso/data/places.toml`.
"""

import re

from sayso.english.role_nouns import marked
from sayso.english.sentences import unbroken
from sayso.english.tables import either, listed


def _any_of(name: str) -> str:
    return either(listed("places.toml", name))


_NOUN = either(marked("place") | listed("places.toml", "nouns"))

# What stands behind a name that only tells which: " troops" in "Velmark troops", "-backed".
_BEFORE_NOUN = re.compile(
    rf" {_NOUN}\b|[-–]{_any_of('hyphened')}\b",
    re.IGNORECASE,
)
# What stands behind the name of a government: " has again denied" in "Velmark has again denied it",
# "'s envoy", " is ready", " would never accept".
_DECIDES = re.compile(
    rf"(?:,{unbroken(',.')}{{1,60}},)?(?: {_any_of('adverbs')})* {_any_of('verbs')}\b"
    rf"|['’]s {_any_of('belongings')}\b"
    rf"| (?:is|was|are|were) {_any_of('moods')}\b"
    rf"| (?:will|would|must|should|could) (?:not |never )?{_any_of('choices')}\b"
)
# What stands before the name of a government: "talks with " in "talks with Velmark".
_DEALT_WITH = re.compile(rf"\b{_any_of('dealings')} $")


def use_of(text: str, start: int, end: int, *, demonym: bool, speaks: bool) -> str:
    """Return how a name is used: literal, metonym or modifier.

    `speaks` tells that the place is a country or a capital, whose name can stand for a government.
    """
    if demonym or _BEFORE_NOUN.match(text, end):
        return "modifier"
    before = text[max(0, start - 24) : start]
    if speaks and (_DECIDES.match(text, end) or _DEALT_WITH.search(before)):
        return "metonym"
    return "literal"
