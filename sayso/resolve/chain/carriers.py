"""One statement's sentence -> who carried it, by the words around each outlet, and who is cited."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.english import tables
from sayso.english.calendar import weekdays
from sayso.english.function_words import articles, owners
from sayso.english.pronouns import pronouns, sexes_of_pronouns, subjects
from sayso.english.role_nouns import marked
from sayso.english.sentences import breaks, unbroken
from sayso.records import Span
from sayso.resolve.chain.frames import Frame
from sayso.resolve.chain.names import NAME, WORD
from sayso.resolve.chain.phrases import Phrase
from sayso.resolve.chain.roles import AFTER, AND, BEFORE, PART_OF, SHARED, TO_OUTLET
from sayso.resolve.chain.text import BLANK
from sayso.resolve.chain.words import either


@dataclass(frozen=True, slots=True)
class Carrier:
    """Somebody who carried one statement: the span, the kind of link, how near to the speaker.

    `key` is where the words stand that say so; carriers of a lower `rank` are nearer.
    """

    span: Span
    kind: str
    rank: int
    key: Span


_TALKED = re.compile(
    r"(?i)\b(?:interview|spoke|talk|speak|appear|told|ask|put|question|contact|reach)"
)
# What shows who does it to be an outlet: "Vidrodz reported", "Orpress cited him as saying".
_REPORTS_THAT = re.compile(rf" (?:reported|reports|quoted|quotes|cited {unbroken(',.')}+ as \w+)$")
# Who is quoted without a word of by whom: "was quoted as saying".
_PASSIVE = re.compile(r"(?i)\b(?:was|were|is|are|been|being)(?: \w+)? (?:quoted|cited)\b")
# What one says to an outlet for its own sake: "apologised to the Courier".
_FOR_ITSELF = re.compile(rf"(?i)\b{either('said_for_itself')}\b")
# What follows an outlet that employs somebody: "'s own correspondent in Ilvany", "'s Mila Dorn".
_EMPLOYED = re.compile(
    rf"(?:(?:[’']s?)?(?: own)?(?: [\w’'-]+){{0,3}}? {tables.either(marked('staff'))}\b"
    rf"|[’']s? (?:[a-z]+ ){{0,3}}{WORD} {WORD})"
)
_TOLD_ME = re.compile(r"\b(?:told|tells) (?P<me>me)\b")
_HE = tables.either(subjects("third"))
_IT = subjects("third") - sexes_of_pronouns().keys()  # what an outlet may be called too
_PERSONS = subjects("third") - {"it"}  # parties, who carry nothing
_WHO = tables.either(pronouns("relative"))
_THIS = tables.either(pronouns("demonstrative") | {"it", "that"})
_THE = tables.either(articles() | owners())
# "the paper", "his sister", "a former colleague"
_SOMEBODY = rf"(?:{_THE}|one|two) [a-z’-]+(?: [a-z’-]+)?"
# Who passes on, before the source: "It said she", "Police told the Herald that he".
_SAYS_THAT = re.compile(
    rf"(?:^|[.;:] |\b(?:and|but) )(?P<who>(?i:{_HE}|police|{_SOMEBODY}))"
    r"(?: also| later| has| had)* (?:said|says|reported|reports|added|adds|wrote|writes|claimed"
    rf"|recalled|(?:told|tells) {unbroken(',.;:')}{{2,40}}?)(?: on \w+day)?(?: that)? $"
)
# Who is said in passing to pass on: ", it explains", ", the paper reported on Friday".
_ASIDE = re.compile(
    rf", (?P<who>{_HE}|{_SOMEBODY}) (?:said|says|explain(?:s|ed)|add(?:s|ed)"
    r"|report(?:s|ed)|writes|wrote|claim(?:s|ed)|recall(?:s|ed)"
    rf"|(?:told|tells) {unbroken(',.;')}{{2,40}}(?=[,.;]))(?=[,.;]| on\b|$)"
)
# Who stands behind the dash of a headline: "– state TV".
_SIGNED = re.compile(
    rf" (?:[–—]|--?) (?P<who>(?:[\w’'-]+ ){{0,3}}?{either('headline_carriers')})$", re.IGNORECASE
)
# Who stands before "quotes him as saying": "It also", "The radio", "Skerra Morning has".
_QUOTER = re.compile(
    rf"(?:^|[.;:,] |\b(?:and|but) )(?P<who>(?i:{_HE})"
    rf"|(?:(?i:{_THE})|One) (?:[\w’'-]+ ){{0,4}}?[\w’'-]+"
    rf"|{NAME.pattern})"
    r"(?: also| has| had)* $"
)

# Who is named without being an outlet: "citing two officials", "through his lawyer".
_CITING = re.compile(
    rf"\b(?:[Cc]iting|[Qq]uoting|(?:{_WHO}|and|it|also) (?:quoted|cited|quotes|cites)"
    r"|which (?:spoke|talked) (?:to|with)|which (?:interviewed|reached)"
    rf"|(?:had|has|having) {_THIS} from|attribut(?:ed|ing) (?:{_THIS}|the [a-z]+) to"
    r"|on the (?:authority|word) of|with reference to|after speaking (?:to|with))"
    rf"(?: (?:what {_HE} (?:called|described as)))? "
)
# "relayed by his lawyer"
_PASSED_ON = re.compile(rf"\b{either('messengers_verbs')} (?:to [\w’' ]{{2,30}} )?by ")
# Who showed the paper in which it is said: "The prosecution read out an e-mail in which".
_READ_OUT = re.compile(
    rf"(?<!\S)(?P<who>(?=[A-Z])(?i:{_THE}) (?:[\w’'-]+ ){{0,4}}?[\w’'-]+) "
    rf"(?:has |have |had |later )?{either('showing_verbs')} (?:an?|the)(?: [\w’'-]+){{0,3}}? "
    rf"{either('shown_papers')}(?: [\w’'-]+){{0,3}}? in which\b"
)
_ACCORDING = re.compile(r"\b[Aa]ccording to ")
_QUOTING = re.compile(r"\bquot(?:ed|es|ing)\b")
REPORTING = re.compile(r"(?i)(?:has |had )?report")
_QUOTED = re.compile(r"\b(?:quoted|quotes|quoting) ")
_QUOTES = re.compile(r"\b(?:quotes?|quoted|cites?|cited) $")
_THROUGH = re.compile(rf"\b(?:through|via) (?=(?:{_THE}|two) )")
# Who speaks for others: "through his lawyer", "via an aide".
_SPEAKING_FOR = re.compile(rf"\b{either('speaking_for')}\b")
# What is cited and is nobody: "citing security concerns", "citing a lack of progress".
_NO_SOURCE = re.compile(
    rf"(?i)(?:security|safety|health|legal|privacy)? ?{either('cited_reasons')}\b"
)
_PAPER = re.compile(rf"(?i)\b{either('cited_papers')}\b")
_LONGEST = 200  # characters of a phrase that names somebody
# What ends the words for somebody: "two officials | who said", "the minister | as saying", "… | ,".
_STOP = re.compile(
    rf"[,;:()\[\]{BLANK}\"“”—–]|[.!?](?:\s|$)|\n| as (?:saying|telling|having)\b"
    r"| (?:on|last|this|in|late|early) (?:(?:late|early) )?"
    rf"{tables.either(weekdays())}"
    r"| and(?= [a-z]+ed\b)"
    r"| (?:said|says|reported|reports|told|wrote|has|had|that|but|and (?:said|added))\b| $",
    re.IGNORECASE,
)


def carriers(frame: Frame, speaker: Span | None = None) -> list[Carrier]:
    """Return who carried the statement by the words of its own sentence, nearest speaker first.

    Where somebody else than the source is known to speak (`speaker`), the source is a carrier.
    """
    everywhere = frame.phrases_in(frame.region)
    phrases = [p for p in everywhere if not _speaks(p, frame)]
    passed = [*_outlets_in(frame, phrases), *_employers(frame, everywhere), *_first_person(frame)]
    if not passed and frame.lead:
        led = frame.phrases_in(frame.lead)
        earlier = _outlets_in(replace(frame, region=frame.lead), led)
        passed = [c for c in earlier if c.kind == "told" and _TALKED.search(c.key.of(frame.text))]
    if speaker:
        passed = [c for c in passed if not c.span.overlaps(speaker)]
        passed.append(_source_as_carrier(frame, everywhere))
    taken = [c.span for c in passed] + ([speaker] if speaker else [])
    reports = any(c.kind in {"reported", "quoted", "according"} for c in passed)
    for carrier in _others_in(frame):
        if carrier.kind == "citing" and not reports:
            continue  # "the ministry said, citing its doctors": it speaks for itself
        if not carrier.span.overlaps_any(taken):
            passed.append(carrier)
            taken.append(carrier.span)
    return sorted(passed, key=lambda c: (c.rank, c.span))


def cited_by_source(frame: Frame) -> Span | None:
    """Return whom the source cites or quotes: that one speaks if the source is an outlet."""
    if not frame.own:
        return None
    others = [p for p in frame.phrases_in(frame.region) if not _speaks(p, frame)]
    if any(c.kind in {"reported", "according"} for c in _outlets_in(frame, others)):
        return None  # it is another outlet that cites
    for match in _CITING.finditer(frame.text, *frame.region):
        if Span(*match.span()).overlaps_any(frame.foreign):
            continue
        cited = phrase_after(frame.text, match.end(), frame.region.end)
        if (
            cited
            and not cited.overlaps_any(frame.own)
            and not _NO_SOURCE.match(cited.of(frame.text))
        ):
            return cited
    return _quoted_by_source(frame)


def source_is_outlet(frame: Frame) -> bool | None:
    """Tell whether the source is an outlet, or quotes; None for a pronoun that may be one."""
    if not frame.own:
        return False
    if frame.own[0].of(frame.text).lower() in _IT:
        return None
    cue = " ".join(span.of(frame.text) for span in frame.cue)
    if _QUOTING.search(cue) and " by" not in cue and not is_quoted(cue):
        return True
    whole = Span(frame.own[0].start, frame.own[-1].end)
    phrases = [p for p in frame.phrases if p.span.overlaps(whole)]
    return names_outlet(phrases, whole.start, reports=bool(REPORTING.match(cue)))


def is_quoted(cue: str) -> bool:
    """Tell whether a cue says that its source is quoted, by whomever: "was quoted as saying"."""
    return _PASSIVE.search(cue) is not None


def names_outlet(phrases: Sequence[Phrase], start: int, *, reports: bool) -> bool:
    """Tell whether what begins at `start` is an outlet; a name nobody knows is if it "reports"."""
    sure = {"yes", "perhaps"} if reports else {"yes"}
    return any(p.outlet in sure and p.left <= start + 4 for p in phrases)


def employs(text: str, end: int) -> bool:
    """Tell whether behind an outlet's name that ends at an offset somebody is named who is its."""
    return _EMPLOYED.match(text, end) is not None


def phrase_after(text: str, start: int, end: int) -> Span | None:
    """Return the noun phrase that opens at `start`, up to the first mark or verb that ends it."""
    end = min(end, start + _LONGEST)
    stop = next(breaks(_STOP, text, start, end), end)
    stretch = text[start:stop].rstrip(" .,")
    return Span(start, start + len(stretch)) if stretch.strip() else None


def _outlets_in(frame: Frame, phrases: Sequence[Phrase]) -> Iterator[Carrier]:
    roles = [_role(frame, p) for p in phrases]
    for n in range(1, len(phrases)):  # "told NWA and the Courier"
        before = roles[n - 1]
        if roles[n] is None and before and before[1] < 4 and _joined(frame, phrases, n):
            roles[n] = before
    for n in range(len(phrases) - 2, -1, -1):  # "NWA and the Courier reported"
        after = roles[n + 1]
        if roles[n] is None and after and after[0] in SHARED and _joined(frame, phrases, n + 1):
            roles[n] = after
    for phrase, role in zip(phrases, roles, strict=True):
        if role:
            yield Carrier(phrase.span, role[0], role[1], role[2])


def _employers(frame: Frame, phrases: Sequence[Phrase]) -> Iterator[Carrier]:
    """Yield the outlet whose correspondent the source is."""
    for phrase in phrases:
        own = phrase.span.overlaps_any(frame.own)
        if phrase.outlet == "yes" and own and employs(frame.text, phrase.right):
            yield Carrier(phrase.span, "reported", 2, phrase.span)


def _first_person(frame: Frame) -> Iterator[Carrier]:
    """Yield the "me" of "told me": the correspondent who writes."""
    for cue in frame.cue:
        match = _TOLD_ME.search(frame.text, cue.start, min(cue.end + 4, frame.region.end))
        if match and frame.outer is None:
            span = Span(match.start("me"), match.end("me"))
            yield Carrier(span, "told", 0, span)


def _joined(frame: Frame, phrases: Sequence[Phrase], n: int) -> bool:
    between = frame.text[phrases[n - 1].right : phrases[n].left]
    if phrases[n].outlet in {"no", "hardly"} or not AND.fullmatch(between):
        return False
    return between.strip() != "," or phrases[n - 1].outlet == phrases[n].outlet == "yes"


def _role(frame: Frame, phrase: Phrase) -> tuple[str, int, Span] | None:
    """Return kind, rank and the words that say so, of one phrase; None when it carries nothing."""
    if phrase.outlet == "no":
        return None
    low = max(frame.region.start, phrase.left - 90)
    before = PART_OF.sub("", frame.text[low : phrase.left])
    sure = phrase.outlet == "yes"
    for role in BEFORE:
        fits = (sure or role.unknown) and (phrase.name or not role.named)
        match = role.pattern.search(before) if fits else None
        if match:
            key = Span(low + match.start(), low + match.end())
            return None if key.overlaps_any(frame.foreign) else (role.kind, role.rank, key)
    if sure and (cued := _cued(frame, phrase)):
        return "told", 0, cued
    if phrase.outlet == "hardly":
        return None
    aside = sure or before.rstrip().endswith(("as", ",", f"{BLANK}”"))
    for role in AFTER:
        match = role.pattern.match(frame.text, phrase.right, frame.region.end)
        if match and (aside or _opens(frame, phrase, match)):
            key = Span(phrase.span.start, match.end())
            return None if key.overlaps_any(frame.foreign) else (role.kind, role.rank, key)
    return None


def _opens(frame: Frame, phrase: Phrase, match: re.Match[str]) -> bool:
    """Tell whether a name that nobody knows opens the sentence and reports what others say."""
    return phrase.left == frame.region.start and bool(_REPORTS_THAT.search(match[0]))


def _cued(frame: Frame, phrase: Phrase) -> Span | None:
    """Return cue and preposition before an outlet to which a statement was made for others."""
    for cue in frame.cue:
        between = frame.text[cue.end : phrase.left].replace(BLANK, "")
        for_itself = _FOR_ITSELF.search(frame.text, *cue)
        if TO_OUTLET.fullmatch(between) and not for_itself:
            return Span(cue.start, phrase.left)
    return None


def _others_in(frame: Frame) -> Iterator[Carrier]:
    """Yield carriers that are no outlets: who is cited, accorded with, quoted or spoken through."""
    for pattern, kind, rank in (
        (_CITING, "citing", 1),
        (_PASSED_ON, "reported", 2),
        (_ACCORDING, "according", 3),
    ):
        for match in pattern.finditer(frame.text, *frame.region):
            span = phrase_after(frame.text, match.end(), frame.region.end)
            if span and _may_carry(span, Span(*match.span()), frame):
                yield Carrier(span, kind, rank, Span(*match.span()))
    yield from (*_asides(frame), *_readers(frame), *_behind_headline(frame))
    for match in _THROUGH.finditer(frame.text, *frame.region):
        span = phrase_after(frame.text, match.end(), frame.region.end)
        if span and _SPEAKING_FOR.search(span.of(frame.text)) and not span.overlaps_any(frame.own):
            yield Carrier(span, "told", 0, Span(*match.span()))


def _behind_headline(frame: Frame) -> Iterator[Carrier]:
    """Yield who is named behind the dash of a headline: "Army denies rumours – state TV"."""
    first = frame.start == frame.region.start == 0 and "\n" in frame.text[frame.region.end :][:1]
    if first and (match := _SIGNED.search(frame.text, *frame.region)):
        who = Span(*match.span("who"))
        yield Carrier(who, "reported", 2, Span(*match.span()))


def _asides(frame: Frame) -> Iterator[Carrier]:
    """Yield who is named in passing: ", it explains", and the "it" of "it quotes him as saying"."""
    for match in _ASIDE.finditer(frame.text, *frame.region):
        key = Span(*match.span())
        mine = key.overlaps_any(frame.cue) or match["who"].lower() in _PERSONS
        if not mine and not key.overlaps_any(frame.foreign):
            yield Carrier(Span(match.start("who"), match.end("who")), "reported", 2, key)
    head = frame.text[frame.region.start : frame.own[0].start] if frame.own else ""
    first = frame.region.start
    if frame.outer is None and (before := _SAYS_THAT.search(head)):
        opening = Span(first + before.start("who"), first + before.end())
        if not opening.overlaps_any(frame.foreign):
            yield Carrier(
                Span(opening.start, opening.start + len(before["who"])), "reported", 2, opening
            )
    verb = _quoting_verb(frame)
    quoter = _QUOTER.search(frame.text[first:verb]) if verb else None
    if verb and quoter:
        at = first + quoter.start("who")
        who = Span(at, at + len(quoter["who"]))
        yield Carrier(who, "quoted", 2, Span(verb, verb))


def _quoting_verb(frame: Frame) -> int | None:
    """Return where the verb stands by which somebody quotes the source behind it."""
    if not frame.cue or not frame.own:
        return None
    cue, own = frame.cue[0], frame.own[0]
    words = frame.text[cue.start : cue.end]
    if _QUOTED.match(f"{words} ") and own > cue:
        return cue.start
    verb = _QUOTES.search(frame.text, frame.region.start, own.start)
    return verb.start() if verb and words.startswith("as ") else None


def _readers(frame: Frame) -> Iterator[Carrier]:
    """Yield who is said to have read out or leaked the paper that holds the statement."""
    for match in _READ_OUT.finditer(frame.text, *frame.region):
        span, key = Span(match.start("who"), match.end("who")), Span(*match.span())
        if not span.overlaps_any(frame.own) and not key.overlaps_any(frame.foreign):
            yield Carrier(span, "reported", 2, key)


def _speaks(phrase: Phrase, frame: Frame) -> bool:
    """Tell whether a phrase is the source itself, rather than an outlet named within it."""
    return any(
        phrase.span.overlaps(own) and (phrase.outlet != "yes" or phrase.left <= own.start + 4)
        for own in frame.own
    )


def _may_carry(span: Span, key: Span, frame: Frame) -> bool:
    words = span.of(frame.text)
    if span.overlaps_any(frame.own) or key.overlaps_any(frame.foreign):
        return False
    return not _NO_SOURCE.search(words) and not _PAPER.search(words)


def _source_as_carrier(frame: Frame, phrases: Sequence[Phrase]) -> Carrier:
    cue = " ".join(span.of(frame.text).lower() for span in frame.cue)
    kind = "according" if "according" in cue else "quoted" if "quot" in cue else "reported"
    named = [p.span for p in phrases if p.outlet not in {"no", "hardly"} and _speaks(p, frame)]
    return Carrier((*named, frame.own[0])[0], kind, 2, frame.own[0])


def _quoted_by_source(frame: Frame) -> Span | None:
    """Return whom the source quotes by the cue itself: "quoted the minister as saying"."""
    for cue in frame.cue:
        if is_quoted(cue.of(frame.text)):
            continue
        match = _QUOTED.search(frame.text, cue.start, min(cue.end + 1, frame.region.end))
        if match and frame.own[0].end <= match.start():
            return phrase_after(frame.text, match.end(), frame.region.end)
    return None
