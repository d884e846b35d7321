"""Statements -> whether one only tells that somebody was rung up: "called him about the flood"."""

import re

from sayso.english.function_words import determiners
from sayso.english.pronouns import pronouns
from sayso.english.role_nouns import heads
from sayso.english.tables import either, listed
from sayso.records import Statement

_RINGING = re.compile(rf"{either(listed('forms.toml', 'ringing'))}(?: up)?")
_DETERMINER = either(determiners())
# "the leaders of Garth | about the attacks", "her brother in Skelby late on Friday | over the
# house", and not "the mayor a liar about the money".
_WHOM = re.compile(
    rf"\W*(?:{_DETERMINER} )?(?:[\w-]+ ){{0,3}}?"
    rf"(?P<whom>[\w-]+)"
    rf"(?: (?:of|in|from|at) (?:(?!(?:an?|about|over)\b)[\w'’-]+ ?){{1,4}}?)?"
    rf"(?:,? (?:again|twice|late|early|personally|back))*"
    rf"(?: (?:on|in|at) [\w'’]+(?: (?:morning|night|evening))?)?"
    rf" (?:about|over|regarding|concerning|before|after|during|following|amid) "
    rf"(?:{_DETERMINER} )?\w"
)
_WHOM_ONLY = (pronouns("personal", "indefinite") | {"her"}) - {"it"}
_REACH = 120


def _is_pronoun(words: str) -> bool:
    """Tell whether a content is no more than a pronoun, so that nothing is called so."""
    return words.rstrip(".,!?\"”’'").lower() in _WHOM_ONLY


def is_call(text: str, statement: Statement) -> bool:
    """Tell whether a statement is no more than a call to somebody, whose words are not told."""
    if len(statement.cue) != 1 or len(statement.content) != 1:
        return False
    (cue,), (content,) = statement.cue, statement.content
    behind = text[cue.end : content.start] == " "
    if behind and _RINGING.fullmatch(cue.of(text).lower()) and _is_pronoun(content.of(text)):
        return True  # "Tarn calls her", quoted too
    if statement.kind != "indirect":
        return False
    if not _RINGING.fullmatch(cue.of(text).lower()) or statement.content[0].start < cue.end:
        return False
    whom = _WHOM.match(text, cue.end, min(statement.content[-1].end, cue.end + _REACH))
    if whom is None:
        return False
    noun = heads().get(whom["whom"].lower())
    return whom["whom"][0].isupper() or (noun is not None and noun.type == "person")
