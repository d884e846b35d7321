"""The words around an outlet's name -> which kind of link it is: the tables, as patterns."""

import re
from dataclasses import dataclass

from sayso.english import tables
from sayso.english.calendar import weekdays
from sayso.english.function_words import articles, owners
from sayso.english.pronouns import pronouns
from sayso.english.sentences import unbroken
from sayso.resolve.chain.text import BLANK
from sayso.resolve.chain.words import either


@dataclass(frozen=True, slots=True)
class Role:
    """A pattern for the words before or after an outlet, the kind of link that they make of it.

    Links of a lower `rank` are nearer to the speaker. `unknown` roles also make outlets of names
    that nothing else shows to be one; `named` ones hold for names alone, not for "the programme".
    """

    pattern: re.Pattern[str]
    kind: str
    rank: int
    unknown: bool = False
    named: bool = False


_FEW = r"(?: [\w’'-]+){0,3}?"
# Those of an outlet before its name: told "reporters at" NWA, "both", "the readers of the" Courier.
_STAFF = (
    r"(?:both )?(?:an? |the )?"
    r"(?:(?:reporters?|journalists?|correspondents?|editors?|staff) (?:from|for|of|at|with|in) "
    r"|(?:viewers|listeners|readers|subscribers|audiences?) (?:of|to|on) (?:the )?)?"
)
_REPORT = rf"(?:an? |the |earlier )?(?:{either('report_nouns')}|cop(?:y|ies) of [\w’' -]{{1,30}})"
_SAY = either("speaking_verbs")
_MATTER = either("words_given")
_PASSED = either("passed_on")
_ASKED = rf"(?i:{either('asked')})"
_CITE = r"(?:[Cc]iting|cites|cited|[Qq]uoting|quotes|quoted)"
_INVERTED = either("verbs_before_outlets")


def _before(
    pattern: str, kind: str, rank: int, *, unknown: bool = False, named: bool = False
) -> Role:
    return Role(re.compile(rf"(?:{pattern}) ?[\"“‘'*]?$"), kind, rank, unknown, named)


_DAY = tables.either(weekdays())
_THE = tables.either(articles() | owners())
# What of an outlet stands before its name: "the Sunday edition of the Herald", "Sunday's Herald".
PART_OF = re.compile(
    rf"(?:\b{_THE} (?:[\w’'-]+ ){{0,2}}{either('parts_of_outlets')} of "
    rf"|\b(?i:{_DAY})[’']s )$"
)
# The words between the cue of a statement, whatever it is, and an outlet: "insisted again to".
TO_OUTLET = re.compile(rf"(?: [\w’'-]+){{0,4}}? (?:to|with) {_STAFF}[\"“‘'*]?")

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
    _before(r"\bOn", "told", 0, named=True),
    _before(
        r"\b(?:[Aa]sked|was|were|is|goes|went|came|turned up)(?: back)? on", "told", 0, named=True
    ),
    _before(rf"\b{either('talks')}(?: [\w’'-]+)? with", "told", 0),
    _before(r"\banswer(?:ed|ing|s)?", "told", 0),
    _before(r"\b(?:said|claimed|alleged|believed|understood) by", "reported", 2),
    _before(rf"\b{_MATTER}{_FEW} (?:to|for|with) {_STAFF}", "told", 0, unknown=True),
    _before(rf"\b{_ASKED}(?: [\w’'-]+){{0,5}}? by", "told", 0, unknown=True),
    _before(r"\b(?:questions?|inquiry|query) (?:from|by)", "told", 0, unknown=True),
    _before(r"\b[Aa]ppear(?:ed|ing|ance)(?: [\w’'-]+)? (?:on|in)", "told", 0, unknown=True),
    _before(rf"\b(?:[Qq]uoted|[Cc]ited){_FEW} (?:by|in|on)", "quoted", 2, unknown=True),
    _before(
        rf"\b[Aa]ccording to {unbroken(f',.;:{BLANK}')}{{2,60}}? {_PASSED} by",
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
    _before(
        rf"\b{either('published')}{_FEW} by|\bas reported (?:by|in)", "reported", 2, unknown=True
    ),
    _before(rf"\b{_PASSED}{_FEW} (?:by|in|on)|\bleaked to", "reported", 2),
    _before(rf"\b{_MATTER} on", "reported", 2),
    _before(rf"\b{_REPORT}{_FEW} (?:by|in|from|on)", "reported", 2),
    _before(rf"\b{_CITE}(?: {_REPORT} (?:by|in|from|of|on))?", "citing", 1),
    _before(r"\b(?:via|through)", "reported", 4),
    _before(rf"[,{BLANK}][\"”’']? ?reports", "reported", 2, unknown=True),
    _before(rf"[,{BLANK}][\"”’']? ?(?:as )?{_INVERTED}", "reported", 2),
)

_PART = unbroken(f",.;{BLANK}")
_APPOSED = rf"(?:,(?! (?:but|and) ){_PART}{{1,80}},)?"
_WHO = tables.either(pronouns("relative") - {"that"})
_ADVERBS = (
    rf"(?: (?:[a-z]+ly|also|first|earlier|later|has|had|have|then|itself|{_WHO}|meanwhile|now))*"
)
_REPORTING = either("verbs_after_outlets")


def _after(pattern: str, kind: str, rank: int) -> Role:
    part = rf"(?:[’']s (?:[\w-]+ ){{0,3}}?{either('parts_of_outlets')})?"
    return Role(re.compile(rf"\*?{part}{_APPOSED},?{_ADVERBS},? (?:{pattern})\b"), kind, rank)


# The words after an outlet.
AFTER = (
    _after(r"quoted|quotes|quoting", "quoted", 2),
    _after(rf"cit(?:ed|es|ing) {unbroken('.;')}{{2,80}} as (?:say|report|tell)ing", "quoted", 2),
    _after(r"(?:carri|publish|broadcast|air|print|ran|runs)\w* an interview with", "told", 0),
    _after(r"(?:was|were|has been|had been) told|heard from", "told", 0),
    _after(rf"{either('verbs_of_asking')}|put {_PART}{{2,40}} to", "told", 0),
    _after(r"to (?:say|tell|complain|explain|insist|confirm|announce)", "told", 0),
    _after(rf"(?:has|have|had|shows|showed) {_PART}{{2,40}} saying", "reported", 2),
    _after(_REPORTING, "reported", 2),
    Role(
        re.compile(r"[’']s (?:[\w-]+ ){0,2}?(?:telling|retelling|account|version)\b"),
        "according",
        3,
    ),
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
