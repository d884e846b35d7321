"""One statement's sentence -> to whom it was said, and by what channel."""

import re
from collections.abc import Sequence

from sayso.english import tables
from sayso.english.calendar import months, short_months, weekdays
from sayso.english.function_words import articles, auxiliaries, determiners, owners
from sayso.english.pronouns import subjects
from sayso.english.sentences import breaks, unbroken
from sayso.records import Span
from sayso.resolve.chain.frames import Frame
from sayso.resolve.chain.text import BLANK
from sayso.resolve.chain.words import either, listed

_THE = tables.either(articles() | owners())
_DAY = tables.either(weekdays())
_CUED = re.compile(rf"\b{either('addressing_verbs')}(?: again| privately)?$", re.IGNORECASE)
_CUED_TO = re.compile(rf"\b{either('verbs_with_to')}(?: [\w-]+ly| again| back)? (?:to|before) ")
_WRITTEN = re.compile(rf"\b{either('addressed_texts')}(?: [\w’'-]+){{0,2}}? to ")
_SPEAKING = re.compile(
    r"\b(?:(?:[Ss]peaking|[Tt]alking|[Tt]estifying|[Ww]riting) to|[Aa]ddressing) "
)
# What ends the words for whom it was said to: "parliament | on Friday", "the council | that".
_END = re.compile(
    rf"[,;:.!?()\[\]{BLANK}\"“”‘—–\n]| ['‘]|(?:^| )(?:{either('addressee_ends')}|{_DAY}"
    rf"|and(?! {_THE} | (?-i:[A-Z]))|and(?= [a-z]+ed\b))(?= |$|[,.;:])",
    re.IGNORECASE,
)
# "the head of the committee on mines and dams, Colonel Ana Ruel, | that"
_NAMED_BEHIND = re.compile(
    rf"(?:{_THE}|[A-Z]\w+['’]s) {unbroken('.;:')}{{3,160}}?, (?:[A-Z]?[a-z]+\.? ){{0,3}}?"
    r"(?P<name>[A-Z][\w'’-]+(?: (?:[a-z]{1,3} )?[A-Z][\w'’-]+)+),"
    rf"(?= ?(?:that\b|{BLANK}))"
)
_NEAR = 70  # characters between a channel and the cue or source that it belongs to
_CARRIED_ON = re.compile(rf"\b{either('relaying_participles')} $")
_INTERVIEW = re.compile(r"\b(?P<shown>an (?:[a-z]+ )?interview) (?:with|to)\b")
_OUR_OWN = re.compile(r"(?i)^this (?:\w+ )?(?:newspaper|paper|magazine|station)$")

_DETERMINER = rf"(?:{tables.either(determiners())}|\w+[’']s?)"
_NOUN = either("channel_nouns")
_FEW = r"(?: [\w’'-]+){0,3}?"
_DATES = tables.either(map(str.capitalize, [*weekdays(), *months(), *short_months()]))
_SUBJECTS = subjects() - {"it", "you"}  # those may be told something, too
_POSTED = either("posting_verbs")
# "in a televised statement"; "a letter in which"; "by telephone"; "in written remarks"; "on the app
# Tern"; "on state television"; "posted on Tern"; "at a conference".
_CHANNELS = tuple(
    re.compile(pattern)
    for pattern in (
        r"\b(?P<shown>(?:[Ii]n|[Dd]uring|[Aa]t|[Oo]n|[Bb]y|[Vv]ia|[Tt]hrough) "
        rf"{_DETERMINER}{_FEW} (?:{_NOUN} )?{_NOUN}s?)\b(?! (?:room|hall|desk))",
        rf"\b(?P<shown>(?i:{_THE}|another)(?: [\w’'-]+){{0,2}}? {either('papers')})\b"
        rf"(?={unbroken('.,')}{{0,40}}(?:,{unbroken('.,')}{{1,30}},)? in which\b)",
        rf"\b(?P<shown>(?:[Ii]n|[Bb]y|[Vv]ia|[Oo]ver) (?:the )?{either('means')})\b",
        r"\b(?P<shown>[Ii]n (?:emailed|written|televised|recorded|prepared|published) [a-z]+)\b",
        r"\b(?P<shown>[Oo]n (?:the )?(?:messaging |social |video )?"
        r"(?:service|platform|app|site|network|channel) \*?[A-Z]\w+)",
        rf"\b(?P<shown>(?:[Oo]n|[Vv]ia) (?:[\w’'-]+ )?(?i:{either('platforms')}))\b"
        r"(?! (?:sets?|crews?)\b)",
        rf"\b{_POSTED}(?: [a-z]+){{0,2}}? (?P<shown>(?:on|in) \*?(?!{_DATES}\b)[A-Z]\w+)\b",
        rf"\b(?P<shown>[Aa]t {_THE}{_FEW} {either('gatherings')})\b",
    )
)


def addressee(frame: Frame, taken: Sequence[Span]) -> Span | None:
    """Return to whom the statement was said; `taken` are the spans that name its carriers."""
    for start in _starts(frame):
        phrase = _phrase(frame, start)
        if phrase and not phrase.overlaps_any((*taken, *frame.own)):
            return phrase
    return None


def channel(frame: Frame) -> Span | None:
    """Return the words that say by what channel the statement was made: "in a statement"."""
    spans = []
    for pattern in _CHANNELS:
        for match in pattern.finditer(frame.text, *frame.region):
            span = Span(match.start("shown"), match.end("shown"))
            if _CARRIED_ON.search(frame.text, max(0, span.start - 25), span.start):
                continue
            if not span.overlaps_any((*frame.foreign, *frame.own)):
                spans.append(span)
    if not spans:
        given = _INTERVIEW.search(frame.text, *(frame.lead or frame.region))
        return Span(*given.span("shown")) if given else None
    anchors = (*frame.cue, *frame.own) or (frame.region,)
    near, best = min((min(_distance(s, a) for a in anchors), s) for s in spans)
    return best if near <= _NEAR else None


def _distance(span: Span, anchor: Span) -> int:
    return max(0, span.start - anchor.end, anchor.start - span.end)


def _starts(frame: Frame) -> list[int]:
    """Return where a phrase for an addressee may open, the likeliest first."""
    starts = []
    for cue in frame.cue:
        words_of_cue = frame.text[cue.start : cue.end]
        if _CUED.search(words_of_cue):
            starts.append(cue.end + 1)
        match = _CUED_TO.search(frame.text, cue.start, min(frame.region.end, cue.end + 30))
        if match:
            starts.append(match.end())
    written = [m for p in (_WRITTEN, _SPEAKING) for m in p.finditer(frame.text, *frame.region)]
    foreign = frame.foreign
    starts += [m.end() for m in written if not Span(*m.span()).overlaps_any(foreign)]
    return starts


def _phrase(frame: Frame, start: int) -> Span | None:
    if start >= frame.region.end:
        return None
    if named := _NAMED_BEHIND.match(frame.text, start, frame.region.end):
        return Span(start, named.end("name"))
    stop = next(breaks(_END, frame.text, start, frame.region.end), frame.region.end)
    stretch = frame.text[start:stop].rstrip()
    if (
        not stretch
        or stretch.split()[-1].lower() in listed("no_addressee")
        or _OUR_OWN.match(stretch)
    ):
        return None
    first = stretch.split()[0]
    if first.lower() in _SUBJECTS or first in auxiliaries():
        return None  # "before she sat down", "was reported to have said"
    if not (stretch[0].isalpha() or stretch[0].isdigit()) or len(stretch.split()) > 12:
        return None
    return Span(start, start + len(stretch))
