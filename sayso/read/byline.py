"""Bylines and date lines: a line between headline and body -> who wrote it, and when.

Only lines that are nothing but byline and date are recognised; anything else is running text.
"""

import re
from dataclasses import dataclass

from sayso.english.calendar import date_names
from sayso.english.function_words import definite, particles
from sayso.english.role_nouns import marked
from sayso.english.tables import listed
from sayso.read.dates import find_dates
from sayso.records import Moment

LONGEST = 160  # characters of a byline or date line; anything longer is running text

JOB_WORDS = marked("job") | listed("read.toml", "jobs")
NOT_NAMES = listed("read.toml", "no_names") | definite() | date_names()

# What opens a byline: "By", "Reporting by", "Authors:".
_AUTHOR_LABEL = re.compile(
    r"(?:(?:written|words|story|report|reported|reporting)\s+)?by\b:?\s*|authors?\s*:\s*",
    re.IGNORECASE,
)
# What a page prints before a date, at the end of the words before it: "First published on",
# "Last updated:", whose date is not that of issue.
_DATE_LABEL = re.compile(
    r"(?P<later>(?:last\s+|and\s+)?(?:updated|modified|edited|revised)|update)?"
    r"(?:(?:first\s+)?(?:published|posted|issued|released|filed|created|dated?|on))?"
    r"\s*(?:on|at)?\s*:?\s*$",
    re.IGNORECASE,
)
_LABEL_ONLY = re.compile(
    r"(?:first\s+|last\s+)?(?:published|posted|updated)(?:\s+on)?\s*:?", re.IGNORECASE
)
_SEPARATOR = re.compile(r"\s*[|•·‧/]\s*|\s+[-–—]+\s+|\s*[,;]\s*|\s{3,}|\t")
_EMPLOYER = re.compile(r"\s+(?:in|for|at|of)\s+")
_NAME_JOINT = re.compile(r"\s*(?:;|,|&|\||\band\b)\s*", re.IGNORECASE)
_NOT_IN_NAMES = re.compile(r"https?://\S+|\S+@\S+|@\w+|\([^)]{0,80}\)")
_EDGES = ' \t\n\r.,;:|/-–—•·"“”*'


@dataclass(frozen=True, slots=True)
class Byline:
    """What a line between headline and body says about the article."""

    names: tuple[str, ...] = ()
    published: Moment | None = None


def read_byline(line: str) -> Byline | None:
    """Return what a byline or date line says, or None when the line is anything else.

    "By Mira Tolland, 14 March 2031" and "Published: March 14, 2031 09:30 GMT" are such lines;
    "By Friday the bridge was gone" is not.
    """
    line = line.strip()
    if not line or len(line) > LONGEST or "\n" in line:
        return None
    rest, published, dated = _take_dates(line)
    pieces = [piece for piece in _SEPARATOR.split(rest) if piece and piece.strip(_EDGES)]
    pieces = [piece for piece in pieces if not (dated and _LABEL_ONLY.fullmatch(piece.strip()))]
    if not pieces:
        return Byline((), published) if dated else None
    # "BY MS. THORN:" in a transcript says who asks what follows.
    names = () if line.endswith(":") else _names_of(pieces)
    return Byline(names, published) if names else None


def read_names(value: str) -> tuple[str, ...]:
    """Return the names in a field that holds authors and nothing else, in order."""
    value = _NOT_IN_NAMES.sub(" ", value[: 4 * LONGEST])
    value = (
        _AUTHOR_LABEL.sub("", value.strip(), count=1)
        if _AUTHOR_LABEL.match(value.strip())
        else value
    )
    names = []
    for part in _NAME_JOINT.split(value):
        name = " ".join(part.split()).strip(_EDGES)
        if name and name not in names and not _is_job(name):
            names.append(name)
    return tuple(names)


def is_name(text: str, *, alone: bool = False) -> bool:
    """Tell a name of two to five words; `alone`, after "By", also an agency's, such as "NWA"."""
    words = text.strip(_EDGES).split()
    if alone and len(words) > 1 and words[0].lower() == "the":
        words = words[1:]
    if not words or len(words) > 5:
        return False
    if any(
        word.lower() in NOT_NAMES or (word.lower() in JOB_WORDS and not alone) for word in words
    ):
        return False
    if not all(_is_capitalised(word) or word in particles() for word in words):
        return False
    return len(words) > 1 or (alone and words[0].isupper() and len(words[0]) > 1)


def _take_dates(line: str) -> tuple[str, Moment | None, bool]:
    """Return the line without its dates and their labels, the first date of issue, and if any."""
    kept, published, cursor, dated = "", None, 0, False
    for date in find_dates(line):
        before = line[cursor : date.span.start]
        label = _DATE_LABEL.search(before)
        start = label.start() if label else len(before)
        # A label is a word of its own: the "on" of "Tolland on 3 May", not that of "Milton 3 May".
        if 0 < start < len(before) and before[start - 1].isalnum():
            start = len(before)
        kept += before[:start] + " | "
        if published is None and not (label and label["later"]):
            published = date.moment
        cursor, dated = date.span.end, True
    return kept + line[cursor:], published, dated


def _names_of(pieces: list[str]) -> tuple[str, ...]:
    """Return the names when all pieces are parts of a byline that opens with "By", else nothing."""
    label = _AUTHOR_LABEL.match(pieces[0].strip())
    if not label or not all(_is_credit(piece) for piece in pieces[1:]):
        return ()
    names = []
    parts = re.split(r"\s+(?:and|&)\s+", pieces[0].strip()[label.end() :])
    for position, part in enumerate(parts):
        if position and part.strip() in JOB_WORDS:  # "and agencies"
            continue
        name, *employer = _EMPLOYER.split(part, maxsplit=1)
        alone = position == 0  # "By NWA"
        if not is_name(name, alone=alone) or not all(_is_credit(words) for words in employer):
            return ()
        names.append(_without_job(name))
    for piece in pieces[1:]:
        joined = re.split(r"\s+(?:and|&)\s+", piece.strip())
        if len(joined) > 1 and all(is_name(name) for name in joined):
            names.extend(name.strip(_EDGES) for name in joined)
    return tuple(dict.fromkeys(names))


def _is_capitalised(word: str) -> bool:
    bare = word.strip(_EDGES + "'’")
    return bare[:1].isupper() and not any(c.isdigit() for c in bare)


def _without_job(name: str) -> str:
    """Cut "Mira Tolland Diplomatic Correspondent", set on two lines of a page, to the name."""
    words = name.strip(_EDGES).split()
    jobs = [place for place, word in enumerate(words) if word.lower() in JOB_WORDS]
    return " ".join(words[: jobs[0]] if jobs and jobs[0] > 1 else words)


def _is_credit(text: str) -> bool:
    """Tell what may follow a name: a job, an outlet or a place, in at most eight words."""
    words = text.strip(_EDGES).split()
    return 0 < len(words) <= 8 and all(w in JOB_WORDS or _is_capitalised(w) for w in words)


def _is_job(text: str) -> bool:
    return all(word.lower() in JOB_WORDS for word in text.split())
