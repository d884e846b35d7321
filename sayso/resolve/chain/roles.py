"""The words around an outlet's name -> which kind of link it is: the tables, as patterns."""

import re
from dataclasses import dataclass

from sayso.resolve.chain.text import BLANK
from sayso.resolve.chain.words import either


@dataclass(frozen=True, slots=True)
class Role:
    """A pattern for the words before or after an outlet, the kind of link that they make of it.

    Links of a lower `rank` are nearer to the speaker. `unknown` roles also make outlets of names
    that nothing else shows to be one.
    """

    pattern: re.Pattern[str]
    kind: str
    rank: int
    unknown: bool = False


_FEW = r"(?: [\w’'-]+){0,3}?"
_STAFF = (
    r"(?:both )?(?:an? |the )?"
    r"(?:(?:reporters?|journalists?|correspondents?|editors?|staff) (?:from|for|of|at|with|in) )?"
)
_REPORT = rf"(?:an? |the |earlier )?(?:{either('report_nouns')}|cop(?:y|ies) of [\w’' -]{{1,30}})"
_SAY = either("speaking_verbs")
_MATTER = either("words_given")
_PASSED = either("passed_on")
_ASKED = rf"(?i:{either('asked')})"
_CITE = r"(?:[Cc]iting|cites|cited|[Qq]uoting|quotes|quoted)"
_INVERTED = either("verbs_before_outlets")


def _before(pattern: str, kind: str, rank: int, *, unknown: bool = False) -> Role:
    return Role(re.compile(rf"(?:{pattern}) ?[\"“‘'*]?$"), kind, rank, unknown)


# The words before an outlet; the first that fits wins.
BEFORE = (
    _before(rf"\b(?:[Tt]old|tells?|[Tt]elling|informed|assured) {_STAFF}", "told", 0, unknown=True),
    _before(
        rf"\b[Ii]nterviews?{_FEW} (?:with|to|for|on|in|by|given to|aired on)",
        "told",
        0,
        unknown=True,
    ),
    _before(rf"\b{_SAY}(?: [\w’'-]+){{0,2}}? (?:to|with) {_STAFF}", "told", 0, unknown=True),
    # "said on Radio Fen" needs an outlet for certain: one also writes on networks.
    _before(rf"\b{_SAY}(?: [\w’'-]+){{0,2}}? on", "told", 0),
    _before(r"\b[Ww](?:rote|rites|riting|ritten) in", "told", 0, unknown=True),
    _before(
        rf"\b(?:column|essay|op-ed|piece|commentary){_FEW} (?:for|in)", "told", 0, unknown=True
    ),
    _before(r"\b[Ss]peaking (?:[a-z]+ ){0,2}?on", "told", 0),
    _before(rf"\b{_MATTER}{_FEW} (?:to|for|with) {_STAFF}", "told", 0, unknown=True),
    _before(rf"\b{_ASKED}(?: [\w’'-]+){{0,5}}? by", "told", 0, unknown=True),
    _before(r"\b(?:questions?|inquiry|query) (?:from|by)", "told", 0, unknown=True),
    _before(r"\b[Aa]ppear(?:ed|ing|ance)(?: [\w’'-]+)? (?:on|in)", "told", 0, unknown=True),
    _before(rf"\b(?:[Qq]uoted|[Cc]ited){_FEW} (?:by|in|on)", "quoted", 2, unknown=True),
    _before(
        rf"\b[Aa]ccording to {_REPORT} (?:published|aired|broadcast|printed|obtained) by",
        "according",
        3,
        unknown=True,
    ),
    _before(rf"\b[Aa]ccording to(?: {_REPORT}{_FEW} (?:by|in|from|of|on|with))?", "according", 3),
    _before(
        r"\b(?:published|aired|broadcast|printed|obtained|seen)(?: [\w’'-]+)? by",
        "reported",
        2,
        unknown=True,
    ),
    _before(rf"\b{_PASSED}{_FEW} (?:by|in|on)|\bleaked to", "reported", 2),
    _before(rf"\b{_REPORT}{_FEW} (?:by|in|from|on)", "reported", 2),
    _before(rf"\b{_CITE}(?: {_REPORT} (?:by|in|from|of|on))?", "citing", 1),
    _before(r"\b(?:via|through)", "reported", 4),
    _before(rf"[,{BLANK}][\"”’']? ?(?:as )?{_INVERTED}", "reported", 2),
)

_APPOSED = rf"(?:,(?! (?:but|and) )[^,.;{BLANK}]{{1,80}},)?"
_ADVERBS = (
    r"(?: (?:[a-z]+ly|also|first|earlier|later|has|had|have|then|itself|which|who|meanwhile|now))*"
)
_REPORTING = either("verbs_after_outlets")


def _after(pattern: str, kind: str, rank: int) -> Role:
    return Role(re.compile(rf"\*?{_APPOSED},?{_ADVERBS},? (?:{pattern})\b"), kind, rank)


# The words after an outlet.
AFTER = (
    _after(r"quoted|quotes|quoting", "quoted", 2),
    _after(r"(?:carri|publish|broadcast|air|print|ran|runs)\w* an interview with", "told", 0),
    _after(_REPORTING, "reported", 2),
    Role(
        re.compile(
            r"[’']s (?:[\w-]+ ){0,3}?(?:edition|issue|pages|report|podcast|broadcast|bulletin)\b"
        ),
        "reported",
        2,
    ),
)

# Outlets side by side, and the links that the last of several makes of all.
AND = re.compile(r"(?:,|,? (?:and|or|&)|,? as well as) ")
SHARED = frozenset(["reported", "quoted"])
