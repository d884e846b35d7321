"""Statements in text order -> what each takes over from the occasion that those before opened."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.records import Span, Spans
from sayso.resolve.chain.carriers import Carrier
from sayso.resolve.chain.frames import Frame
from sayso.resolve.chain.text import blank
from sayso.resolve.chain.words import listed
from sayso.resolve.layout import Layout

_PRONOUN = re.compile(r"(?i)^(?:he|she|they|it|who|i|we|him|her|his|their|the same \w+|this \w+)$")
_ONE_OF = re.compile(
    r"(?i)^(?:(?:one|some|two|both|several|another) of (?:them|the \w+)|one|both|the others?)$"
)
_SAME = re.compile(r"(?i)\b(?:same|interview|recording)\b")
_BREAK = re.compile(
    r"(?i)(?:later|earlier|separately|meanwhile|previously|in the past|before that|last \w+"
    r"|(?:on|by|late on|early on) (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
)
_TOKEN = re.compile(r"[^\W\d_][\w’'-]*\w")
_TAIL = re.compile(
    r"(?i)\b(?:of|in|at|for|from|to|with|who|which|that|on|close|familiar|whose|by"
    r"|\w+[’']s|\w+s[’'](?= ))(?:\W|$)"
)
_OWNING = ("'s", "’s", "s'", "s’")
_SEX = {"he": "he", "his": "he", "him": "he", "she": "she", "her": "she", "it": "it", "its": "it"}
_OPENING = re.compile(
    r"(?:[.!?][\"”’'*)]*|\n)\s+"
    r"(?:(?:On|In|At|By|After|But|And|Then|Last|Earlier|Later|Meanwhile)\b(?: [\w’'-]+){0,3}?,? )?"
    r"(?:[Tt]he )?(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)"
)
_NEW = re.compile(r"(?i)^(?:an?|another|other|others|some|several|two|three|a second|many|most) ")


@dataclass(frozen=True, slots=True)
class Called:
    """How a text calls somebody: by names and by common nouns, in lower case."""

    names: frozenset[str]
    nouns: frozenset[str]

    def with_(self, other: "Called") -> "Called":
        """Return both together."""
        return Called(self.names | other.names, self.nouns | other.nouns)


@dataclass(frozen=True, slots=True)
class Heard:
    """What is known of one statement: carriers, addressee, channel, and if that was taken over.

    `speaker` is who really speaks where that is not the source: what is heard of such a
    statement does not last for the next.
    """

    carriers: tuple[Carrier, ...]
    addressee: Span | None
    channel: Span | None
    speaker: Span | None = None
    taken_over: bool = False


@dataclass(frozen=True, slots=True)
class Occasion:
    """One occasion on which one speaker spoke: who he is called, and what was heard there."""

    called: Called
    source: Spans
    heard: Heard
    paragraph: int
    end: int
    pronoun: str = ""


def carry_over(layout: Layout, frames: Sequence[Frame], heard: Sequence[Heard]) -> list[Heard]:
    """Return what is heard of each statement once occasions are carried over, in the order given.

    An occasion lasts while the same speaker goes on in the same or the next paragraph and names no
    other; addressee and channel last for the paragraph. Nested statements neither open nor end one.
    """
    result = list(heard)
    occasion: Occasion | None = None
    narrated = blank(
        layout.text, (c for f in frames if f.outer is None for c in f.statement.content)
    )
    for n in layout.order:
        if frames[n].outer is None:
            result[n], occasion = _next(layout, narrated, frames[n], heard[n], occasion)
            if heard[n].speaker:
                occasion = replace(occasion, heard=Heard((), None, None))
    return result


def speakers_before(layout: Layout) -> list[Spans]:
    """Return the source of each statement, or of the one it goes on from when it has none."""
    found = [s.source for s in layout.statements]
    last: Spans = ()
    for n in layout.order:
        if layout.outer[n] is None:
            last = found[n] = found[n] or last
    return found


def named_before(layout: Layout, frames: Sequence[Frame]) -> list[Spans]:
    """Return, for each statement, the last source before it that is no pronoun."""
    found: list[Spans] = [()] * len(frames)
    last: Spans = ()
    for n in layout.order:
        found[n] = last
        source = frames[n].statement.source
        if frames[n].outer is None and source and not _PRONOUN.match(source[0].of(layout.text)):
            last = source
    return found


def _next(
    layout: Layout, narrated: str, frame: Frame, heard: Heard, occasion: Occasion | None
) -> tuple[Heard, Occasion]:
    occasion_here = _occasion(layout, frame, heard)
    if occasion is None or not _goes_on(
        narrated, layout.text, frame, occasion, occasion_here.paragraph
    ):
        return heard, occasion_here
    pronoun = occasion_here.pronoun or occasion.pronoun
    called = occasion_here.called.with_(occasion.called)
    going_on = replace(occasion_here, called=called, pronoun=pronoun)
    if _opens_anew(layout, frame, heard):
        return heard, going_on
    if _is_aside(layout.text, frame):
        return heard, replace(going_on, heard=occasion.heard)
    before = occasion.heard
    here = occasion_here.paragraph == occasion.paragraph
    same = Heard(
        heard.carriers or before.carriers,
        heard.addressee or (before.addressee if here else None),
        heard.channel or (before.channel if here else None),
        taken_over=bool(before.carriers and not heard.carriers),
    )
    return same, replace(going_on, heard=same)


def _occasion(layout: Layout, frame: Frame, heard: Heard) -> Occasion:
    """Return the occasion that a statement opens when it goes on from none."""
    source = frame.statement.source
    said = source[0].of(layout.text).lower() if source else ""
    end = frame.statement.extent.end
    paragraph = layout.paragraph(frame.begin)
    called = _called(layout.text, source)
    return Occasion(called, source, heard, paragraph, end, _SEX.get(said, ""))


def _goes_on(narrated: str, text: str, frame: Frame, occasion: Occasion, paragraph: int) -> bool:
    """Tell whether the statement has the occasion's speaker, and stands near enough to it."""
    if paragraph - occasion.paragraph > 1:
        return False
    source = frame.statement.source
    if not source:
        return not frame.statement.cue or paragraph == occasion.paragraph
    if source == occasion.source:
        return True
    said = " ".join(span.of(text) for span in source)
    if _PRONOUN.match(said) or _ONE_OF.match(said):
        return _agrees(said, occasion) and not _somebody_else(narrated, text, frame, occasion)
    return _same_speaker(said, _called(text, source), occasion.called)


def _agrees(said: str, occasion: Occasion) -> bool:
    """Tell whether a pronoun fits the one that the occasion's speaker went by before."""
    mine = _SEX.get(said.lower())
    return not (mine and occasion.pronoun and mine != occasion.pronoun)


def _somebody_else(narrated: str, text: str, frame: Frame, occasion: Occasion) -> bool:
    """Tell whether a sentence since the occasion's last statement opens with another name."""
    start = occasion.end
    for sentence in _OPENING.finditer(narrated, start, max(start, frame.begin)):
        name = {t.lower() for t in _TOKEN.findall(sentence["name"])} - listed("titles")
        known = occasion.called.names | listed("not_names")
        if name and not name & known and not text.startswith(("'s", "’s"), sentence.end()):
            return True
    return False


def _same_speaker(said: str, now: Called, before: Called) -> bool:
    if now.names and before.names:
        return bool(now.names & before.names)
    return not _NEW.match(said) and bool(now.nouns) and now.nouns <= before.nouns


def _opens_anew(layout: Layout, frame: Frame, heard: Heard) -> bool:
    """Tell whether the statement names an occasion of its own."""
    if heard.carriers or heard.addressee:
        return True
    if heard.channel and not _SAME.search(heard.channel.of(layout.text)):
        return True
    return _BREAK.match(layout.text, frame.in_article(frame.region).start) is not None


def _is_aside(text: str, frame: Frame) -> bool:
    """Tell whether the statement is about the talk rather than of it: "asked not to be named"."""
    statement = frame.statement
    opening = [text[s.start : min(s.end, s.start + 60)] for s in statement.content[:1]]
    said = " ".join([*(span.of(text) for span in statement.cue), *opening]).lower()
    return any(said.startswith(word) or f" {word}" in said[:40] for word in listed("asides"))


def _called(text: str, source: Spans) -> Called:
    names, nouns = set(), set()
    for part in ",".join(span.of(text) for span in source).split(","):
        tail = _TAIL.search(part)
        # "Corvane's envoy" is called by what follows the possessive, "a person close to" by what
        # comes before.
        kept = part[tail.end() :] if tail and tail[0].strip(" ,.")[-2:] in _OWNING else part
        tail = _TAIL.search(kept)
        for token in _TOKEN.findall(kept[: tail.start()] if tail else kept):
            if token.lower() not in listed("titles") and token[0].isupper():
                names.add(token.lower())
            elif token.lower() in listed("titles") or token[0].islower():
                nouns.add(token.lower())
    return Called(frozenset(names), frozenset(nouns - listed("function")))
