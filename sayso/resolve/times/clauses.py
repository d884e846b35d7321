"""A reporting word and a time in its sentence -> whether the time is that of the reporting.

Only a time that belongs to the reporting word in its own clause is: behind it ("said in Doum on
Friday"), between the source and it ("Ana on Friday said"), or at the head of the clause ("On
Friday, Ana said"). That of a relative clause, of another verb or of what is told of is none.
"""

import re
from collections.abc import Iterable

from sayso.english.function_words import articles, owners
from sayso.english.tables import either
from sayso.records import Span, Timex
from sayso.resolve.times.tokens import lexicon

# Stand for the source, the content and another part of the statement among the words between.
_SOURCE, _CONTENT, _CUE = "\x01", "\x02", "\x03"
_LISTS = lexicon().lists
_OCCASION = either(_LISTS["occasions"])
_PREP = rf"(?:{either(_LISTS['before_saying'])} )*"
_OF_OCCASION = re.compile(rf"['’]s (?:\w+ ){{0,2}}{_OCCASION}\b| (?:\w+ )?{_OCCASION}\b")
# What makes a time a word for something else: "Friday's | vote", "the June talks".
_OWNS = re.compile(r"['’]s? |-(?=\w)")
# "the | June talks", "a | Monday report"
_POINTING = articles() | owners() | {"this", "that", "any", "each", "every", "two", "both"}
_TELLING = re.compile(rf"\b{either(_POINTING)} $", re.IGNORECASE)
# The noun behind such a time, " talks", which " and" or " when" is not.
_NOUN = re.compile(
    r" (?!(?:and|but|or|at|in|on|to|by|that|as|with|when|while|during|after|before"
    r"|from|for|near|outside|inside|following|amid)\b)[a-z]"
)
# What ends the clause of a reporting word: marks, and words that open another, as ", who" and
# " is due to".
_BREAKS = re.compile(
    rf"[.;:!?\n—–()\[\]{_CUE}]| -+ |\b{either(_LISTS['opening_clauses'])}\b"
    r"|\b(?:set|due|expected|scheduled|going|able|ready) to\b|\bto be\b"
)
# "in a documentary | that was aired | on Sunday"
_THAT_WAS = re.compile(
    rf"\b(?:that|which) (?:(?:was|were|had been) )?{either(_LISTS['published'])}\b"
)
# "after a long meeting"
_AFTER_OCCASION = re.compile(rf"\bafter (?:\w+ ){{0,3}}?{_OCCASION}\b")
_ASIDE = re.compile(rf"(?<={_SOURCE}), [^,{_CONTENT}]{{1,80}},")
# ", in a statement on | Friday", ", on | Friday".
_LED = re.compile(rf"^, ?(?={either(_LISTS['before_saying'])} |$)")
# Where a clause begins: the sentence, "; ", ", and ", behind a quotation; with what may open it.
_CLAUSE = rf"(?:^|[;(—–:“\"]\s*|,? (?:and|but|so|yet|while|whereas|then) |{_CONTENT}\W*)"
_OPENING = rf"(?:(?:{either(_LISTS['openers'])}),? )*"
# "But late on | Friday, Ana said"; "After the vote, on | Friday, Ana said".
_HEAD = re.compile(rf"{_CLAUSE}\W*{_OPENING}{_PREP}(?:the |a )?$", re.IGNORECASE)
_SET_OFF = re.compile(r", (?:late |early )?(?:on|in|at) (?:the )?$")
# "Speaking in Doum on | Friday", "In a letter dated | 3 March", "At a news conference on | Friday".
_LEAD_IN = re.compile(
    rf"{_CLAUSE}\W*{_OPENING}(?:(?P<speaking>{either(_LISTS['speaking'])}\b)"
    rf"|{_PREP}(?:[\w'’.-]+ ){{1,8}}?"
    rf"{_OCCASION}\b)(?P<rest>.{{0,80}})$",
    re.IGNORECASE | re.DOTALL,
)
_PUBLISHED = re.compile(rf"\b{either(_LISTS['published'])} (?:\w+ ){{0,2}}$")
_ADVERBS = re.compile(r"(?:\W*(?:\w+ly|also|again|then|had|has|have|first|once|even))*\W*")
# "officials | speaking publicly on | Tuesday said"
_TOLD_FROM = re.compile(
    rf"\W*(?:{either(_LISTS['speaking'])} (?:[\w'’]+ ){{0,4}}?)?(?:on |late |early |in |at )*"
)
_STOPS = re.compile(r"[.;:!?\n]")
# What leads to a participle of saying: "Ana | defended the law on | Friday, telling the council".
_LEADS_ON = re.compile(r"(?: [\w'’-]+){1,8} ")


def dates_cue(text: str, time: Timex, sentence: Span, parts: "Parts") -> bool:
    """Tell whether a time in the sentence of a cue is when the cue's reporting was done."""
    span = time.mention
    before = text[max(span.start - 12, sentence.start) : span.start]
    words = before.split()
    if words and words[-1].lower() in _LISTS["not_of_saying"]:
        return False
    if _is_of_another(text, span, before):
        return False
    if span.overlaps(parts.cue):
        return True
    if span.overlaps_any(parts.sources):
        return bool(_PUBLISHED.search(before))
    if span.start >= parts.cue.end:
        return _behind(parts.between(text, parts.cue.end, span.start))
    source = max((s for s in parts.sources if s.end <= parts.cue.start), default=None)
    if source and source.end <= span.start:
        leading = parts.between(text, source.end, span.start)
        behind = parts.between(text, span.end, parts.cue.start)
        participle = parts.cue.of(text).split()[0].endswith("ing")
        return _inside(leading, behind, participle=participle)
    until = source.start if source else parts.cue.start
    lead = parts.between(text, sentence.start, span.start)
    return _ahead(lead, parts.between(text, span.end, until))


def _is_of_another(text: str, span: Span, before: str) -> bool:
    """Tell whether a time only tells which thing is meant: "Friday's vote", "the June talks"."""
    if _OF_OCCASION.match(text, span.end):
        return False
    if _OWNS.match(text, span.end):
        return True
    return bool(_TELLING.search(before) and _NOUN.match(text, span.end))


def _behind(between: str) -> bool:
    """Tell whether a time that follows a cue belongs to it."""
    between = _LED.sub(" ", _ASIDE.sub(" ", between))
    return "," not in between and not _opens_another(between)


def _inside(before: str, after: str, *, participle: bool) -> bool:
    """Tell whether a time between a source and its cue belongs to the cue.

    Or to the verb that goes before the cue, if that is a participle.
    """
    if _opens_another(before):
        return False
    beside = _TOLD_FROM.fullmatch(before)
    if participle and (beside or _LEADS_ON.fullmatch(before)):
        return not _opens_another(after)
    return bool(_PUBLISHED.search(before) or (beside and _ADVERBS.fullmatch(after)))


def _ahead(lead: str, after: str) -> bool:
    """Tell whether a time before source and cue stands at the head of their clause."""
    closes = after.rstrip().endswith(",")
    aside = after.startswith(",") and closes
    if _SET_OFF.search(lead) and after.strip() in {"", ","}:
        return True
    if _HEAD.search(lead):
        return aside or not _opens_another(after)
    led = _LEAD_IN.search(lead)
    if led is None or _opens_another(led["rest"]) or "," in led["rest"]:
        return False
    asked = led["speaking"] and closes and not _STOPS.search(after)
    return bool(aside or asked or not _opens_another(after))


def _opens_another(words: str) -> bool:
    words = _THAT_WAS.sub(" ", _AFTER_OCCASION.sub(" ", words.lower()))
    return bool(_BREAKS.search(words))


class Parts:
    """Where the parts of one statement stand, its first cue apart, and the cues of others."""

    def __init__(self, cue: Span, others: Iterable[Span], sources: Iterable[Span],
                 content: Iterable[Span]) -> None:  # fmt: skip
        self.cue = cue
        self.sources = tuple(sources)
        marks = [(s, _SOURCE) for s in self.sources] + [(s, _CONTENT) for s in content]
        self._marks = sorted([*marks, *((s, _CUE) for s in others)])

    def between(self, text: str, start: int, end: int) -> str:
        """Return the words of a range, with one mark for each part that stands there."""
        pieces, at = [], start
        for span, mark in self._marks:
            if span.end > at and span.start < end:
                pieces += [text[at : max(span.start, at)], mark]
                at = min(span.end, end)
        return "".join([*pieces, text[at:end]])
