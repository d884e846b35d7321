"""A statement -> whether its source says nothing by it, though it is read as one.

Whoever "had been refused access" refuses nothing, nor do editors say what stands below "Notes to
editors:", and "the picture says it all" is no speech.
"""

import re

from sayso.english.tables import either, listed
from sayso.records import Statement
from sayso.resolve.forms.calls import is_call

# "had been refused", "was | barred", behind whoever got nothing
_PASSIVE = re.compile(
    rf"(?:(?:has|have|had|having) been|was|were|is|are|being|been)(?: \w+ly)? "
    rf"{either(listed('forms.toml', 'withheld'))}"
)
_HEADING = re.compile(rf"{either(listed('forms.toml', 'asides'))}\W*", re.IGNORECASE)
_LONGEST = 40  # characters before a colon that tell that the page speaks
_IDIOM = re.compile(r"sa(?:y|ys|id|ying)")


def is_unsaid(text: str, statement: Statement) -> bool:
    """Tell whether whoever is read as the source of a statement says nothing by it."""
    if not statement.cue or not statement.source:
        return False
    source, cue = statement.source[0], statement.cue[0]
    words = " ".join(cue.of(text).lower().split())
    content = " ".join(statement.content[0].of(text).lower().split()).rstrip(".,!")
    if content == "it all" and _IDIOM.fullmatch(words):
        return True
    if source < cue and _PASSIVE.fullmatch(words) and not _follows_by(text, statement):
        return True
    return _heads_an_aside(text, statement) or is_call(text, statement)


def _follows_by(text: str, statement: Statement) -> bool:
    """Tell whether the cue goes on with who does it: "was refused by"."""
    return text[statement.cue[-1].end :].startswith(" by ")


def _heads_an_aside(text: str, statement: Statement) -> bool:
    """Tell whether the words before a colon tell what stands behind it: "Notes to editors:"."""
    if statement.cue[0].of(text).strip() != ":":
        return False
    at = statement.cue[0].start
    line = text[max(text.rfind("\n", 0, at) + 1, at - _LONGEST) : at]
    *_, words = re.split(r"[.!?] ", line)
    return bool(_HEADING.fullmatch(words.strip()))
