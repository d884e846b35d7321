"""The words of a stance -> without their condition, and the condition.

"Until", "provided that" open one wherever they stand; "while", "before" and "once" also tell only
when, so that what stands behind them decides. Words: `sayso/data/positions.toml`.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise

from sayso.english.calendar import date_names
from sayso.english.function_words import auxiliaries, modals
from sayso.english.stems import WORD
from sayso.english.tables import lists

_OPENING = re.compile(r"(?:[\s\"“”'‘’]|(?:that|but|and)\b)*", re.IGNORECASE)
_CLAUSE = re.compile(r"[,;.:]|[\"“”]")
_TRIM = " ,;.\"“”'‘’"


def parted(words: str, condition: str = "") -> tuple[str, str]:
    """Return words without their condition, and the condition: as it is given, else as it reads."""
    if condition and condition in words:
        return words.replace(condition, " ", 1), condition
    if condition:
        return words, condition
    opening = _OPENING.match(words)
    start = opening.end() if opening else 0
    for mark in _marks().finditer(words):
        is_first = mark.start() <= start
        if not _sets(
            mark[0].lower(), words[: mark.start()], words[mark.end() :], is_first=is_first
        ):
            continue
        if not is_first:
            return words[: mark.start()], words[mark.start() :].strip(_TRIM)
        end = words.find(",", mark.end())
        if end > 0:
            return words[:start] + words[end + 1 :], words[start:end]
    return words, ""


def behind(words: str, after: str) -> str:
    """Return the condition that goes on right behind the words of a statement, empty if none does.

    Reading may end with the main clause: "would not talk | while tanks stood there".
    """
    mark = _marks().match(after.lstrip()) if after[:1] == " " else None
    if mark is None or parted(words)[1]:
        return ""
    rest = after.lstrip()[mark.end() :]
    if not _sets(mark[0].lower(), words, rest, is_first=False):
        return ""
    return f"{mark[0]}{_CLAUSE.split(rest, maxsplit=1)[0]}".strip(_TRIM)


def _sets(mark: str, before: str, after: str, *, is_first: bool) -> bool:
    """Tell whether a word that may open a condition does so here."""
    last = before.rsplit(None, 1)[-1].lower() if before.split() else ""
    behind = WORD.findall(_CLAUSE.split(after, maxsplit=1)[0].lower())
    if not behind:
        return False
    match mark:
        case "if":
            return last not in {"even", "as", "what"}
        case "once":
            return last not in _words("unless_behind") and _is_event(behind)
        case "before":
            return _is_before_what_comes(behind)
        case "while" | "whilst":
            return _lasts(behind) if is_first else _is_meanwhile(before, behind)
        case _:
            return True


def _is_event(behind: Sequence[str]) -> bool:
    """Tell "once the mines are cleared" from "once again" and "once a week"."""
    first, second = behind[0], behind[1] if len(behind) > 1 else ""
    return first not in _words("often") and second not in _words("periods") and bool(second)


def _is_before_what_comes(behind: Sequence[str]) -> bool:
    """Tell "before talks can begin", "before signing" from "before Friday", "before the court"."""
    if behind[0] in date_names():
        return False
    clause = not modals().isdisjoint(behind[1:])
    return clause or behind[0].endswith("ing") or not _words("agreed").isdisjoint(behind[:3])


def _is_meanwhile(before: str, behind: Sequence[str]) -> bool:
    """Tell "not while tanks stand there" from ", while the other side said", "while waiting"."""
    return not before.rstrip().endswith(",") and not behind[0].endswith("ing") and len(behind) > 1


def _lasts(behind: Iterable[str]) -> bool:
    """Tell "while shells are falling" from "while we welcome the plan", which only concedes."""
    words = list(behind)
    held = not _words("lasting").isdisjoint(words)
    runs = (was in auxiliaries() and now.endswith("ing") for was, now in pairwise(words))
    return held or any(runs)


@cache
def _words(name: str) -> frozenset[str]:
    return lists("positions.toml", "conditions")[name]


@cache
def _marks() -> re.Pattern[str]:
    """Match the words that may open a condition: "provided that", "if", "while"."""
    every = sorted(_words("opens") | _words("tested"), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, every))})\b", re.IGNORECASE)
