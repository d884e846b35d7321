"""A name behind what somebody is -> whether it is the name of the body that he is of.

"The head of the charity, Open Hands, said", "the director of the arms maker Vantor".
"""

import re
from collections.abc import Collection
from functools import cache

from sayso.english.function_words import articles, determiners, legal_forms, owners, prepositions
from sayso.english.given_names import sexes
from sayso.english.names import folded
from sayso.english.numbers import number_words
from sayso.english.role_nouns import heads, is_somebody
from sayso.english.tables import either, listed
from sayso.records import Span

_REACH = 90  # characters of the longest office with what it is of
# "the head of the aid group, | Open Hands |,"
_OF_BODY = re.compile(
    rf"\b(?P<held>[\w-]+) (?:of|for|at|from|in|with) {either(articles() | owners())} "
    r"(?:[a-z][\w-]* ){0,3}(?P<noun>[a-z][\w-]*), \Z"
)
_SET_OFF = re.compile(r"(?:['’]s?)?(?:[,;)]|\.(?:\s|\Z))")
# "arms maker | Vantor"
_BESIDE = re.compile(r"\b(?P<noun>[a-z][\w-]*) \Z")
_MAKERS = listed("actors.toml", "body_nouns")


def names_body(text: str, name: Span, persons: Collection[str], type_: str) -> bool:
    """Tell whether a name is that of the body that stands before it, and no person's.

    `persons` are the last words of the full names in the article, folded; `type_` is what the
    tagger takes the name for.
    """
    words = folded(name.of(text)).split()
    if not words or words[-1] in persons:
        return False
    if len(words) > 1 and words[-1] in legal_forms():
        return True  # "Ana Holdings"
    before = max(name.start - _REACH, 0)
    beside = _BESIDE.search(text, before, name.start)
    goes_on = text[name.end : name.end + 1] == " " and text[name.end + 1 : name.end + 2].isupper()
    if beside and _is_body(beside["noun"]) and not goes_on:
        return True
    if len(words) > 1 and words[0] in sexes():
        return False
    office = _OF_BODY.search(text, before, name.start)
    if office is None or not is_somebody(office["held"]) or not _SET_OFF.match(text, name.end):
        return False
    if is_somebody(office["noun"]):
        return False  # "the lawyer of the officer, Kahn,"
    return len(words) == 1 or type_ == "organisation" or not _plain().isdisjoint(words)


def _is_body(noun: str) -> bool:
    known = heads().get(noun)
    return noun in _MAKERS or (
        known is not None and known.type == "organisation" and not known.many
    )


@cache
def _plain() -> frozenset[str]:
    """Return words that stand in the names of bodies, and in no person's."""
    numbers = number_words("cardinal").keys() | heads().keys()
    return prepositions() | determiners() | listed("actors.toml", "adverbs_between") | numbers
