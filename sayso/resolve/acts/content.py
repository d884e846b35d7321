"""The words of a content -> its main clause, who is its subject, negation, hedges, condition."""

import re
from dataclasses import dataclass
from itertools import pairwise

from sayso.english.function_words import negations
from sayso.english.numbers import number_words
from sayso.english.pronouns import pronouns, subjects
from sayso.english.sentences import ends
from sayso.english.tables import either
from sayso.records import Span, Spans

# Same length each, so that offsets in the plain text are offsets in the article's.
_PLAIN = str.maketrans({**dict.fromkeys("‘’ʼ`´", "'"), **dict.fromkeys("“”„«»‹›", '"'),
                        **dict.fromkeys("\u2013\u2014\u2015", "-"), "\u00a0": " "})  # fmt: skip
# Stands between two spans of a content; regular expressions take it for a blank.
GAP = "\x1e"

_LEAD = re.compile(
    r"[\s\"'.…,:;(\[-]*(?:(?:that|but|and|so|well|look|now|however|also|because)\b[\s,:\"']*)*"
)
_SUBJECT = either(subjects())
_WHO = either(pronouns("relative") - {"that"})
# Of how many it takes none to be a condition: "as long as two years", but "as long as one stays".
_COUNTED = number_words("cardinal").keys() - {"one"}
_SHORTEST = 3  # characters of a sentence that states something; "No." is none, "Me?" is
_BREAK = re.compile(r";[\"']*(?=\s|$)|\n")  # ends the first clause as a full stop does
# Where the main clause of a sentence ends: "the road was shut | , which nobody had known",
# "talks would go on | ; no date is set", "trains stood | , leaving people on the quay".
_BOUNDARY = re.compile(
    rf"(?<=\w)[\"']?(?:,? (?:{_WHO}|where|because|although|though|while|whereas|since"
    r"|until|before|after|despite|so that|in order to|as part of|amid|during)\b"
    r"|, (?:and|but|or|so|as|when|with|including|adding|saying|not|likely|\w+ing)\b|;| - "
    r"| (?:told|assured|warned|informed|reminded) \w+ that\b)"
)

_NEGATES = negations("negator", "none", "nobody") | {"cannot", "nowhere", "hardly", "untrue"}
_NEGATION = re.compile(rf"\b{either(_NEGATES)}\b|n't\b")
# Negative words that negate nothing, or not the clause: "not only the bridge", "no doubt", "no
# later than May", "cannot rule out", "do not dispute", "better late than never", "said no".
_NO_NEGATION = re.compile(
    r"\bnot (?:only|just|merely|least|simply|so much|necessarily|to mention|until|all that)\b"
    r"|\bno (?:doubt|matter|more than|less than|fewer than|later than|stranger|\d)|\bno\. \d"
    r"|\b(?:whether or|or|if|why) not\b|n't (?:only|just|"
    rf"{_SUBJECT}\b)"
    r"|(?:can ?not|can't|could ?not|couldn't) (?:be )?(?:den|rule|exclude|wait|help|stress|overst)"
    r"|\bwith no\b|\bno longer than\b|\bdo not (?:deny|dispute)\b|\bnothing (?:but|less)\b"
    r"|\bnever ending\b|\bnone other\b|\bsay(?:s|ing)? no\b|\bsaid no\b|\bno room for\b"
    r"|\b(?:than|or) never\b"
    r"|\bnothing wrong\b|\bby no one\b|\bnobody left\b|\bno one left\b|\bno (?:small|mean)\b"
)

# Words that leave open whether a clause holds: "might", "it is possible", "could have burnt", "is
# likely" but no "likely voters", "seems to hold", "is believed to be", "not certain", "if true".
_HEDGE = re.compile(
    r"\b(?:might|perhaps|maybe|possibly|probably|presumably|apparently"
    r"|reportedly(?! \w+ing)|conceivably"
    r"|potentially|supposedly|seemingly|unlikely|probable|likelier|plausible)\b"
    r"|\bmay (?!(?:day|\d))(?=[a-z])"
    r"|\bcould (?!(?:not|be (?:heard|seen|felt)|hardly|n't|never|only|once))"
    r"|\b(?:it(?:'s| is| was)|be|is|are) possible\b|\bpossible that\b|\bthe possibility\b"
    r"|\blikely\b(?! (?:voter|electorate|general|nominee|opponent|caucus|republican|democrat))"
    r"|\b(?:seems?|seemed|appears?|appeared) (?:to|that|as|like|set|likely)\b|\bsuspected\b"
    r"|\b(?:believed|thought|rumou?red|suspected|estimated|said|alleged) to (?:be|have)\b"
    r"|\b(?:not|n't) (?:certain|sure|clear)\b|\bconsistent with\b|\bif true\b|\bmay\"? have\b"
)
# Such words where they leave nothing open: "a mine that could float", "in May", "May 12", "how it
# could happen", "more likely than ever".
_NO_HEDGE = re.compile(
    r"\w+ that (?:could|may|might)\b|\bmay (?=\d)|\bin may\b|\b(?:how|why|what|where|who"
    r"|wish|than|as \w+ as) \w* ?could\b"
    r"|\b(?:more|less|most|least) likely (?:than|to)|\bas likely\b|\bmay(?=(?:,| of \d| \d))"
)

# What opens a condition: "if the rain stops", "but only if", "unless", "provided both sides
# agreed", "so long as", "on condition that", "in the event of".
_CONDITION = re.compile(
    r"\b(?:(?:but |and |only )?if|unless|provided that|provided (?=\w+ \w+ed\b|\w+ (?:is|are|was"
    r"|were|do|does|did|has|have)\b|the\b|it\b|they\b)|providing that|as long as|so long as"
    r"|on (?:the )?condition that|assuming(?: that)?|in the event (?:of|that)|in case"
    r"|on the proviso that|except if|even if only if)\b"
)
_INVERTED = re.compile(r"(?:should|were|had) [a-z]+ \w+")
# What stands before an "if" that sets no condition: "as | if", "asked her | if", "it is unclear |
# if", "no idea | if", "much | as long as".
_NO_CONDITION = re.compile(
    r"(?:\b(?:as|even|what|ask(?:s|ed|ing)?|sees?|saw|knows?|knew|known|wonders?|wondered|unsure"
    r"|unclear|clear|decides?|matter|questions?|doubts?|check|tell|sure|determine|idea|say|care"
    r"|or)(?: \w+)?|much)\s$"
)
# A clause within which an "if" sets no condition of the whole: "the mayor, who | if asked".
_IN_CLAUSE = re.compile(rf"\b(?:{_WHO}|whether)\b(?:(?! will | would )[^,])*$")
# Turns that look like a condition: "if not sooner", "if anything", "if at all", "as long as two
# years", but not "if not signed" and "if anything was left".
_ELLIPTIC = re.compile(
    r"if (?:not|any(?:thing)?|ever|only|so|possible|at all|you will)\b(?! \w+ed\b"
    r"| (?:was|were|are|is|of|do|does|did|has|have)\b)"
    rf"|as long as (?:\w+ )?(?:\d|a |{either(_COUNTED)}\b|years|months)"
)
# Where a condition in front gives way to its main clause: "if the rain stops | , the road is open",
# "should he lose | , then she leads".
_SUBJECT_NEXT = re.compile(r",[\"']?\s[a-z]")
# Where a condition behind its main clause ends: "if talks fail | , and the army would march",
# "unless he pays | , adding that he must", "if so | ; nobody knows".
_TAIL = re.compile(
    rf", (?:and (?:that )?(?:{_SUBJECT}|the|this|that)|but|or else|which|because|while"
    r"|adding|although|who)\b|[;]| - "
)
_QUOTES = re.compile(r"\"|''|(?<!\w)'|'(?!\w)")
_FIRST = re.compile(rf"\b{either(subjects('first'))}(?=[ '])")
# Longer sentences than this are no prose; cutting them keeps the time linear.
_MOST = 800
_TRIM = " \t\n\r\x1e\"'.,;:!?)]-"


@dataclass(frozen=True, slots=True)
class Content:
    """The words of a content in plain lower case.

    `pieces` are pairs of a start in `text` and the span of the article that stands there;
    `main` is the main clause of the first sentence, without its condition and lead-in words;
    `condition` is its range in `text`, empty when the content is under no condition.
    """

    text: str
    pieces: tuple[tuple[int, Span], ...]
    sentence: str
    main: str
    condition: Span

    def spans(self, part: Span) -> Spans:
        """Return where a range of `text` stands in the article."""
        standing = []
        for start, piece in self.pieces:
            shift = piece.start - start
            low = max(part.start + shift, piece.start)
            high = min(part.end + shift, piece.end)
            if low < high:
                standing.append(Span(low, high))
        return tuple(standing)


def content_of(text: str, spans: Spans) -> Content:
    """Return the content that stands at `spans` in `text`."""
    words = [span.of(text) for span in spans]
    written = GAP.join(words)
    plain = plainly(written)
    starts = [sum(len(w) + 1 for w in words[:i]) for i in range(len(words))]
    start, end = _first_sentence(written, plain)
    condition = _condition(plain, start, end)
    main = _main(plain, start, end, condition)
    pieces = tuple(zip(starts, spans, strict=True))
    return Content(plain, pieces, _unquoted(plain[start:end]), main, condition)


def plainly(text: str) -> str:
    """Return `text` in lower case with plain quotation marks and dashes, of the same length."""
    plain = text.translate(_PLAIN)
    lower = plain.lower()
    if len(lower) == len(plain):
        return lower
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in plain)


def is_negated(clause: str) -> bool:
    """Return whether a negation governs the clause; "not only" and the like do not."""
    return bool(_NEGATION.search(_NO_NEGATION.sub(" ", clause)))


def hedge(clause: str) -> str:
    """Return the words that leave open whether the clause holds, or an empty string."""
    words = _HEDGE.search(_NO_HEDGE.sub(" ", clause))
    return words[0].strip() if words else ""


def _first_sentence(written: str, plain: str) -> tuple[int, int]:
    """Return the range of the first sentence after lead-in words; all when nothing ends it."""
    lead = _LEAD.match(plain)
    start = lead.end() if lead and lead.end() < len(plain) else 0
    marks = (
        m for m in ends(written, start) if m.start - start >= _SHORTEST or "?" in m.of(written)
    )
    end = next((mark.end for mark in marks), len(plain))
    cut = _BREAK.search(plain, start + _SHORTEST, end)
    return start, cut.end() if cut else end


def _main(text: str, start: int, end: int, condition: Span) -> str:
    """Return the main clause of the sentence at `start` to `end`."""
    if condition.end > condition.start:
        before, after = text[start : condition.start], text[condition.end : end]
        # A condition in front leaves the clause that follows it, one behind the clause before it.
        text = after if len(before.split()) <= 1 else before + after
        lead = _LEAD.match(text)
        text = text[lead.end() :] if lead else text
    else:
        text = text[start:end]
    cut = _BOUNDARY.search(text, 1)
    return _unquoted(text[: cut.start()] if cut else text)


def _condition(text: str, start: int, end: int) -> Span:
    """Return the range of the clause that sets a condition for the sentence, or an empty one."""
    sentence = text[start:end]
    if sentence.rstrip("\"' ").endswith("?"):
        return Span(0, 0)
    inverted = _INVERTED.match(sentence)
    if inverted and ("," in sentence or GAP in sentence):
        return _trimmed(text, start, start + _front_end(sentence, 0))
    for opening in _CONDITION.finditer(sentence):
        at = opening.start()
        before = sentence[:at]
        if _NO_CONDITION.search(before) or _ELLIPTIC.match(sentence, at):
            continue
        if _IN_CLAUSE.search(before):
            continue
        in_front = len(before.split()) <= 1 or before.rstrip(" \"'").endswith((",", "that", GAP))
        close = _front_end if in_front else _back_end
        return _trimmed(text, start + at, start + close(sentence, at))
    return Span(0, 0)


def _front_end(sentence: str, at: int) -> int:
    """Return where a clause that stands before its main clause ends."""
    gap = sentence.find(GAP, at)
    comma = _SUBJECT_NEXT.search(sentence, at)
    ends = [e for e in (gap, comma.start() if comma else -1) if e >= 0]
    return min(ends, default=len(sentence))


def _back_end(sentence: str, at: int) -> int:
    """Return where a clause that stands behind its main clause ends."""
    tail = _TAIL.search(sentence, at)
    return tail.start() if tail else len(sentence)


def _trimmed(text: str, start: int, end: int) -> Span:
    while end > start and text[end - 1] in _TRIM:
        end -= 1
    return Span(start, end)


def _unquoted(text: str) -> str:
    return _QUOTES.sub("", text[:_MOST])


def clause_starts(clause: str) -> list[str]:
    """Return the clause itself and what follows each "I" and "we" in it, from there on."""
    cuts = [0, *(m.start() for m in _FIRST.finditer(clause)), len(clause)]
    return [clause[a:] for a, b in pairwise(sorted(set(cuts))) if a < b]
