"""A statement and the words around it -> whether the text tells that it was said.

Two have a say: the rules of `sayso/data/said.csv`, and what the encoder reads in the same words.
"""

import math
import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from sayso.english.excerpts import shorten
from sayso.english.function_words import articles, auxiliaries, negations
from sayso.english.notices import notice_words
from sayso.english.pronouns import pronouns
from sayso.english.sentences import ends
from sayso.english.tables import either, rows
from sayso.records import SAID, UNREAD, Article, Reading, Statement, extent
from sayso.resolve.acts.content import plainly
from sayso.resolve.acts.verdicts import unsaid

# How much a rule that fits weighs beside the encoder's log-probabilities, and how much it weighs
# that none does: chosen on frontline train, by models that had not learnt from the article.
TRUST = 6.0
SILENT = 4.0
_LEAST = 1e-4  # probability below which the encoder says no more
_REACH = 300  # characters in which a sentence begins before a statement, or is not looked at
_GAP = 25  # characters between source and cue that are looked at with the cue
# What a sentence begins anew with, so that what stands before has no say.
_CLAUSE = re.compile(r"[;:]\s|\n|,? (?:but|yet|however|while|whereas)\s|, (?:and|so)\s")
# A word before a source that leaves nobody: "no EU ministers".
_NOBODY = re.compile(rf"\b{either(negations('none') | {'nor', 'none of'})} $")
# What may stand between a source and its cue where "if" before the source speaks of the cue:
# "If Ruel | has ever | said so".
_AUXILIARIES = re.compile(
    rf"\W*(?:(?:{either(auxiliaries())}|to|also|ever|really|now|then|again|still|\w+ly)\W+)*"
)
# The places that the patterns look at, in the order in which they are tried, and how.
PLACES = {
    "question": "(?:PATTERN)",
    "source": "^(?:the |a )?(?:PATTERN)",
    "before": r"\b(?:PATTERN)\W*$",
    "near": r"\b(?:PATTERN)\W*$",
    "lead": r"^\W*(?:PATTERN)\W*$",
    "cue": "(?:PATTERN)",
    "notice": r"\b(?:PATTERN)",
    "forged": r"\b(?:PATTERN)\W*$",
    "around": r"\b(?:PATTERN)",
    "content": r"^\W*(?:PATTERN)\W*$",
    "worded": "(?:PATTERN)",
    "owed": "^(?:PATTERN)",
    "scene": r"^\W*(?:PATTERN)\b",
    "led": "(?:PATTERN)",
}
# Those that no text that a model learns from has enough of, so that it has no say.
_DECISIVE = ("forged", "around", "content", "worded", "owed", "scene")
_LED = "led"
_WEIGHED = tuple(at for at in PLACES if at not in (*_DECISIVE, _LED))
_QUOTATION = re.compile(r"[“\"«][^“”\"«»]*[”\"»]\Z")  # that ends a text
# Stands for the statement between the words before and behind it.
_STATEMENT = " … "
# The opening of a paragraph, or of the one above it, that tells what an article had wrong:
# "CORRECTION (May 4): …", "Editor's note", "This story has been corrected.", "(This version".
_NOTICE = re.compile(
    r"(?:\d{1,2}[:.]\d\d(?: ?[ap]m)?(?: [A-Z]{2,4})?[ –—:|-]*)?"  # "14:20 Correction: …"
    rf"[(*_\[ ]*(?:(?:{notice_words('nouns', 'righted')}|for the record)\b|update:"
    r"|(?:we|the editors?) (?:apologi[sz]e|retract)"
    rf"|{either(articles() | {'this'})} (?:{notice_words('earlier')} )?"
    rf"{notice_words('printed')}s?\b[^.\n]{{0,60}}?"
    rf"\b(?:{notice_words('righted', 'mistaken')}|changed|updated|removes)\b)",
    re.IGNORECASE,
)
_HEADING = 40  # characters of the longest line that only announces a notice: "Editor's note"
_TELLS = {
    "no": "that it was not said",
    "if": "that it may be said",
    "asked": "that it is asked whether it was said",
}


class SaidRule(NamedTuple):
    """One row of `said.csv`: what words tell, its pattern anchored as its place wants it."""

    said: str
    pattern: re.Pattern[str]
    example: str


class _Frame(NamedTuple):
    """The words around a statement that tell whether it was said, by the places of the rules."""

    source: str
    cue: str
    before: str
    near: bool
    asks: bool
    notice: bool
    around: str
    content: str
    only: str
    scene: str


def said(article: Article, statement: Statement, reading: Reading = UNREAD) -> tuple[str, str]:
    """Return one of `SAID`, and why where it is not "yes"."""
    frame = _frame(article.text, statement)
    if frame is None and (led := _led(article.text, statement)):
        return led
    if frame and (words := unsaid(article.text, statement)):
        return "no", _why("no", words)
    if frame and frame.notice and (withdrawn := _withdrawn(frame)):
        return withdrawn
    if frame and (settled := next(_fitting(frame, _DECISIVE), None)):
        return settled[0], _why(*settled)
    ruled, words = next(_fitting(frame, _WEIGHED), ("yes", "")) if frame else ("yes", "")
    if not reading.said:
        return ruled, _why(ruled, words)
    scores = {s: math.log(max(p, _LEAST)) for s, p in zip(SAID, reading.said, strict=True)}
    scores[ruled] += SILENT if ruled == "yes" else TRUST
    best = max(scores, key=scores.__getitem__)
    return best, _why(best, words if best == ruled else "")


def _withdrawn(frame: _Frame) -> tuple[str, str] | None:
    """Return that something was not said, and why, where a correction takes it back.

    No text that a model learns from has enough of these for it to have a say.
    """
    return _ruled("notice", f"{frame.before} {frame.source} {frame.cue}")


def _led(text: str, statement: Statement) -> tuple[str, str] | None:
    """Return that a quotation on its own goes on with what is still to be said, and why."""
    start = statement.content[0].start
    before = text[max(start - _REACH, 0) : start].rstrip()
    while last := _QUOTATION.search(before):
        before = before[: last.start()].rstrip()
    stops = [mark.end for mark in ends(before, 0, len(before) - 1)]
    return _ruled(_LED, plainly(before[max(stops, default=0) :]))


def _ruled(at: str, words: str) -> tuple[str, str] | None:
    """Return what the first rule of a place that fits some words tells, and why."""
    for rule in said_rules(at):
        if match := rule.pattern.search(words):
            return rule.said, _why(rule.said, match[0].strip())
    return None


def _why(said: str, words: str) -> str:
    if said == "yes":
        return ""
    by = f"“{shorten(words)}” tells" if words else "the words around it tell"
    return f"{by} {_TELLS[said]}"


@cache
def said_rules(at: str) -> tuple[SaidRule, ...]:
    """Return the rules of a place."""
    return tuple(
        SaidRule(
            row["said"],
            re.compile(PLACES[at].replace("PATTERN", row["pattern"])),
            row["example"],
        )
        for row in rows("said.csv")
        if row["at"] == at
    )


def _fitting(frame: _Frame, wanted: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield what the rules that fit tell, each with the words that do, of some of the places."""
    places = {"source": frame.source, "cue": frame.cue, "before": frame.before}
    places |= {"forged": frame.before, "around": frame.around, "content": frame.content}
    places["worded"] = f"{frame.cue}{frame.only}"
    places["owed"] = f"{frame.source} {frame.cue}"
    places["scene"] = frame.scene
    if frame.asks:
        places["question"] = frame.before
    if not frame.source:
        places["lead"] = frame.before
    if frame.near:
        places["near"] = frame.before
    for at in wanted:
        for rule in said_rules(at) if at in places else ():
            if match := rule.pattern.search(places[at]):
                yield rule.said, match[0].strip()


def _frame(text: str, statement: Statement) -> _Frame | None:
    """Return the words around a statement, None where it has neither source nor cue."""
    if not statement.source and not statement.cue:
        return None
    before = _before(text, statement)
    source = plainly(text[slice(*extent(statement.source))]) if statement.source else ""
    if source and (word := _NOBODY.search(before)):
        source, before = word[0] + source, before[: word.start()]
    gap, cue = _cue(text, statement)
    near = _AUXILIARIES.fullmatch(gap) is not None
    notice = _in_notice(text, statement.extent.start)
    asks = _asks(text, statement)
    content = plainly(text[slice(*extent(statement.content))])
    behind = f"{_behind_quoted(content)}{_behind(text, statement)}".strip()
    around = f"{before.rstrip()}{_STATEMENT}{behind}"
    only, scene = _only(text, statement), _scene(text, statement)
    cue = f"{gap}{cue}".strip()
    return _Frame(source, cue, before, near, asks, notice, around, content, only, scene)


def _scene(text: str, statement: Statement) -> str:
    """Return the sentence right before one that only calls its speaker "he", or nothing.

    "Picture the minister at the desk. “I was wrong,” he says."
    """
    start = statement.extent.start
    begin = max(text.rfind("\n", 0, start) + 1, start - _REACH)
    *_, said_before = ["", *re.split(r"(?<=[.!?]) +", text[begin:start].rstrip())]
    named = " ".join(span.of(text).lower() for span in statement.source)
    return plainly(said_before) if named in pronouns("personal") else ""


def _only(text: str, statement: Statement) -> str:
    """Return " only" where that stands between a cue and what it reports: "will say only that"."""
    start = statement.content[0].start
    ending = max((cue.end for cue in statement.cue if cue.end <= start), default=start)
    return " only" if text[ending:start].strip() == "only" else ""


def _behind(text: str, statement: Statement) -> str:
    """Return the words of the sentence behind a statement."""
    end = statement.extent.end
    mark = next(ends(text, max(end - 1, 0), end + _REACH), None)
    return plainly(text[end : mark.start if mark else end + _REACH]).split("\n")[0]


def _behind_quoted(content: str) -> str:
    """Return what a content goes on with behind the quotation that it opens with, and a space."""
    quoted, mark, rest = content.rpartition('" ')
    return f"{rest} " if mark and quoted.startswith('"') else ""


def _in_notice(text: str, at: int) -> bool:
    """Tell whether a place stands in a paragraph that tells what an article had wrong."""
    begin = text.rfind("\n", 0, at) + 1
    above = text[:begin].rstrip()
    heading = above[above.rfind("\n") + 1 :]
    if _NOTICE.match(text, begin):
        return True
    return len(heading) <= _HEADING and bool(_NOTICE.match(heading))


def _before(text: str, statement: Statement) -> str:
    """Return the words of the sentence before the source, or before a cue that comes first."""
    first = min((*statement.source, *statement.cue)).start
    if statement.source and statement.cue and statement.cue[-1] > statement.source[0]:
        first = statement.source[0].start  # "Did Ruel say": a part of the cue stands before it
    begin = max(text.rfind("\n", 0, first) + 1, first - _REACH)
    marks = ends(text, begin, first + 2)  # one more word tells that a sentence ends right before
    begin = max([begin, *(mark.end for mark in marks if mark.end <= first)])
    own = [span.end for span in statement.content if begin < span.end <= first]
    *_, before = _CLAUSE.split(plainly(text[max([begin, *own]) : first]))
    return before


def _asks(text: str, statement: Statement) -> bool:
    """Tell whether the sentence is a question of whoever tells of the statement."""
    whole = statement.extent
    mark = next(ends(text, whole.end - 1, whole.end + _REACH), None)
    close = text[whole.end - 1 : mark.start + 1 if mark else whole.end + 1]
    return statement.kind != "direct" and "?" in close and "\n" not in close


def _cue(text: str, statement: Statement) -> tuple[str, str]:
    """Return what stands between the source and a cue close behind it, and the cue."""
    if not statement.cue:
        return "", ""
    whole = extent(statement.cue)
    before = [s.end for s in statement.source if s.end <= whole.start]
    begin = before[-1] if before and whole.start - before[-1] <= _GAP else whole.start
    return plainly(text[begin : whole.start]), plainly(text[slice(*whole)])
