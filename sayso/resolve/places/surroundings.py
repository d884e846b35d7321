"""A name in a text -> what the words around it speak for: a place, somebody, or a body."""

import re

from sayso.english.function_words import particles
from sayso.english.pronouns import plain_form, pronouns, sexes_of_pronouns
from sayso.english.sentences import opens
from sayso.english.tables import either, listed
from sayso.english.titles import is_title
from sayso.records import Span
from sayso.resolve.places.candidates import KIND_WORDS
from sayso.resolve.places.toponyms import LEADS_IN

_AROUND = 40  # characters beside a name that are looked at
_HAD = re.compile(rf"\b{either(listed('places.toml', 'having'))} of (?:the )?$", re.IGNORECASE)
_LYING = re.compile(
    rf"\b(?:{either(listed('places.toml', 'lying'))}|{either(listed('places.toml', 'having'))} of)"
    r" (?:the )?$",
    re.IGNORECASE,
)
_OWNING = re.compile(rf"['’]s? (?:\w+ )?{either(listed('places.toml', 'having'))}\b")
# Where a place lies or what it is, behind a comma: ", on the Danube", ", west of", ", a town",
# ", in Velmark's Karsk region".
_SET_OFF = re.compile(
    r", (?:on the [A-Z]|(?:north|south|east|west)(?:-?(?:east|west))? of |\d+ (?:km|kilomet|miles?)"
    rf"|(?:a|an|the) (?:[a-z-]+ ){{0,2}}(?:{either(KIND_WORDS)})\b"
    rf"|in (?:the )?(?:[A-ZÀ-Þ][\w'’-]+ ){{1,3}}(?:{either(KIND_WORDS)})\b)"
)
_FROM = re.compile(r"\b[Ff]rom [A-ZÀ-Þ][\w'’-]+ to $")
# "drones were seen over | Karsk"
_OVER = re.compile(
    r"\b(?:fl(?:y|ies|ew|own|ying)|drones?|balloons?|jets?|planes?) (?:\w+ ){0,2}over $"
)
_OF_KIND = re.compile(rf"[ -](?:{either(KIND_WORDS)})\b")
_SPEAKING = re.compile(rf"(?: {either(listed('places.toml', 'adverbs'))})* "
                       rf"{either(listed('places.toml', 'verbs'))}\b")  # fmt: skip
_HIMSELF = {word for word in pronouns("reflexive") if plain_form(word) in sexes_of_pronouns()}
# What only somebody has or is: "'s wife", ", 34,", ", who", "himself".
_SOMEBODY = re.compile(
    rf"['’]s? {either(listed('places.toml', 'kin'))}\b|, \d\d\b"
    rf"|,? {either({'who', 'whose'} | _HIMSELF)}\b"
)
_WEAPONS, _HITTING = listed("places.toml", "weapons"), listed("places.toml", "hitting")
# What is done to places, and hardly to somebody: "troops entered |", "rockets struck |".
_TAKING = re.compile(
    rf"\b(?:{either(listed('places.toml', 'taking'))}"
    rf"|{either(_WEAPONS)}(?: [a-z]+)? {either(_HITTING)}) $",
    re.IGNORECASE,
)
# "| was shelled", "| changed hands"
_TAKEN = re.compile(
    rf" (?:(?:has|have|had|was|were|is|are|been|being) ){{1,2}}(?:[a-z]+ly )?"
    rf"{either(listed('places.toml', 'taken'))}\b| (?:has |had )?changed hands\b"
)
_JOINED = re.compile(rf"\b[A-ZÀ-Þ][\w'’-]+ {either(particles())} $")  # "Tren de | Karsk"
# What bodies have, and hardly a town: "'s commander", "-led", " fighters".
_BODY = re.compile(rf"['’]s? |-|(?: \w+)? {either(listed('places.toml', 'bodies'))}\b")


def is_body(text: str, span: Span) -> bool:
    """Tell whether a name is written as those of bodies are: "the Azov", "Azov fighters"."""
    led = text[max(span.start - 4, 0) : span.start].lower() == "the "
    behind = _BODY.match(text, span.end) or _SPEAKING.match(text, span.end)
    return led or span.of(text).isupper() or bool(behind)


def has_had(text: str, span: Span) -> bool:
    """Tell whether what only places have is a name's: "the mayor of Karsk"."""
    return bool(_HAD.search(text, max(span.start - _AROUND, 0), span.start))


def is_taken(text: str, span: Span) -> bool:
    """Tell whether something is done to a name that is done to places: "Karsk was shelled"."""
    before = text[max(span.start - _AROUND, 0) : span.start]
    return bool(_TAKING.search(before) or _TAKEN.match(text, span.end))


def speaking(text: str, span: Span) -> bool:
    """Tell whether a name does what governments do: "Karsk denied it"."""
    return bool(_SPEAKING.match(text, span.end))


def speaks_for(text: str, span: Span) -> bool:
    """Tell whether the words around a name are those around a place: "in Karsk", "Karsk's port"."""
    before = text[max(span.start - _AROUND, 0) : span.start]
    after = text[span.end : span.end + _AROUND]
    passed = before.lower().endswith("from ") and after.startswith(" to ")
    led = passed or any(p.search(before) for p in (_FROM, _LYING, _OVER))
    return bool(led or any(p.match(after) for p in (_OWNING, _OF_KIND, _SET_OFF)))


def speaks_against(text: str, span: Span) -> bool:
    """Tell whether the words around a name are those around somebody: "Mr Karsk", "Karsk, 34,"."""
    before = text[max(span.start - _AROUND, 0) : span.start]
    previous = before.split()[-1] if before.strip() else ""
    glued = before.endswith(" ") and previous[:1].isupper() and previous[-1:].isalpha()
    named = glued and not opens(text, span.start - 1 - len(previous), after=LEADS_IN)
    follows = re.match(r" [A-ZÀ-Þ]\w", text[span.end : span.end + 3])
    somebody = _SOMEBODY.match(text, span.end)
    joined = _JOINED.search(before)
    return bool(is_title(previous) or named or follows or somebody or joined)
