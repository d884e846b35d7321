"""Sentences -> pairs whose label is known because of how they were made.

What is said again through a frame ("Report: …", "Ruel denied that …"), denied by a word, or told
with another figure, name or day, and the same figure in other words.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

import numpy as np

from corpora.across.pairs import ANY_RELATION, ANY_SAMENESS, Pair

T = TypeVar("T")

# Frames by what the text then is to the claim; `{}` is the sentence without its full stop.
AGAINST = (
    *("{who} denied that {}", "{who} rejected claims that {}", "It is not true that {}"),
    *("No, {}: the story is false", "{}? That is a hoax", "Claim that {} is false"),
    *("There is no evidence that {}", "Reports that {} are wrong, {who} said", "Fake: {}"),
    *("{who} dismissed the allegation that {}", "Police debunk rumor that {}"),
    *("Contrary to reports, it is untrue that {}", "{who} disputes that {}", "FALSE: {}"),
)
OBSERVING = (
    *("Report: {}", "{}, report says", "{}, reports claim", "Did {who} say that {}?", "Rumor: {}"),
    *("Reports claim {}", "{}, sources say", "Is it true that {}?", "{}: report", "{}?"),
    *("It is alleged that {}", "{} - allegedly", "Unconfirmed: {}", "{who} claims {}"),
    *("Reportedly, {}", "Rumors swirl that {}", "It remains unclear whether {}"),
)
FOR = (
    *("{who} confirmed that {}", "It is now certain that {}", "{who} confirms {}", "It's true: {}"),
    *("Officials have confirmed that {}", "Yes, {}", "{}, it was confirmed"),
)
SAID = (
    "{who} said that {}",
    "{who} said: {}",
    "According to {who}, {}",
    "{}, {who} told reporters",
)
FRAMES = (
    (AGAINST, {"against"}, {"denies"}),
    (OBSERVING, {"observing"}, {"same"}),
    (FOR, {"for"}, {"same"}),
    (SAID, {"for", "observing"}, {"same"}),
)
WHO = ("the ministry", "a spokesman", "the company", "officials", "the president", "police")
AUXILIARIES = "is|are|was|were|will|has|have|had|can|could|would|should|does|did|must|may"
NEGATED = re.compile(r"\b(?:not|never)\b ?|n['’]t\b", re.IGNORECASE)
AUXILIARY = re.compile(rf"\b(?:{AUXILIARIES})\b")
NUMBER = re.compile(r"(?<![\w.,$-])\d{1,3}(?:,\d{3})+(?![\w.])|(?<![\w.,-])\d{1,4}(?![\w,.]\d|\w)")
NAME = re.compile(r"(?<=[a-z,] )[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
OPPOSITES = """
    rise fall|rises falls|rose fell|increase decrease|increased decreased|won lost|wins loses|
    accept reject|accepted rejected|support oppose|supports opposes|supported opposed|
    guilty innocent|alive dead|approved rejected|open closed|began ended|start stop|higher lower|
    more fewer|up down|before after|allow ban|allowed banned|true false|real fake|good bad|
    confirmed denied|confirms denies|with without|agreed refused|agree refuse|strong weak|gain loss|
    attacked defended|arrested released|increases decreases|first last|best worst
"""
_OPPOSITE = {
    a: b
    for pair in "".join(OPPOSITES.split("\n")).split("|")
    for one in [pair.split()]
    for a, b in [one, one[::-1]]
}
_OPPOSED = re.compile(rf"\b(?:{'|'.join(map(re.escape, _OPPOSITE))})\b")
SMALL = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve"),
)
SHORTEST, LONGEST = 4, 45  # words of a sentence that pairs are made of
SHARE = 0.6  # of the ways to change a pair that are tried
CONFLICT = frozenset({"against", "unrelated"}), frozenset({"conflicts"})
DENIAL = frozenset({"against"}), frozenset({"denies"})
REWORDED = frozenset({"for"}), frozenset({"same"})


def made(pairs: Sequence[Pair], rng: np.random.Generator) -> Iterator[Pair]:
    """Yield pairs made of pairs whose texts say the same, or of a text and itself."""
    names = [name for pair in pairs for name in NAME.findall(pair.text)]
    maker = Maker(names or ["Velmar"], rng)
    for pair in pairs:
        if SHORTEST <= len(pair.text.split()) <= LONGEST:
            yield from maker.made(pair)


@dataclass(frozen=True, slots=True)
class Maker:
    """What draws, and the names that it draws from."""

    names: Sequence[str]
    rng: np.random.Generator

    def _one(self, several: Sequence[T]) -> T:
        return several[int(self.rng.integers(len(several)))]

    def made(self, pair: Pair) -> Iterator[Pair]:
        """Yield pairs made of one whose texts say the same."""
        yield self.framed(pair)
        changes = (
            self.denied, self.other_number, self.other_name, self.opposed, self.same_number,
        )  # fmt: skip
        for change in changes:
            if self.rng.random() < SHARE and (new := change(pair)) is not None:
                yield new

    def framed(self, pair: Pair) -> Pair:
        """Return the pair with the text in a frame."""
        frames, relation, sameness = self._one(FRAMES)
        frame = self._one(frames)
        bare = pair.text.strip().strip('"“”').rstrip(".!?,")
        if not frame.startswith("{}") and not NAME.match("a, " + bare, 3) and bare[:2] != "I ":
            bare = bare[0].lower() + bare[1:]
        text = frame.replace("{who}", self._one(WHO)).replace("{}", bare)
        text = text[0].upper() + text[1:]
        return _with(pair, text, (frozenset(relation), frozenset(sameness)))

    def denied(self, pair: Pair) -> Pair | None:
        """Return the pair with the text's polarity turned, by a "not" put in or taken out."""
        text = pair.text
        if NEGATED.search(text):
            text = NEGATED.sub("", text, count=1).replace("wo ", "will ").replace("ca ", "can ")
        elif (verb := AUXILIARY.search(text)) is not None:
            word = self._one(("not", "not", "never"))
            text = f"{text[: verb.end()]} {word}{text[verb.end() :]}"
        else:
            return None
        return _with(pair, text, DENIAL)

    def other_number(self, pair: Pair) -> Pair | None:
        """Return the pair with another figure in the text, if the claim has the figure too."""
        fitting = [each for each in NUMBER.finditer(pair.text) if each[0] in pair.claim]
        if not fitting:
            return None
        number = self._one(fitting)
        value = int(number[0].replace(",", ""))
        new = max(1, round(value * self._one((0.3, 0.5, 0.7, 1.4, 2, 3)))) + (value < 4)
        before = ""
        if 1900 < value < 2100:
            new = value + self._one((-3, -2, -1, 1, 2, 3))
        else:
            bound = ("", "", "at least ", "more than ") if new > value else ("", "", "fewer than ")
            before = self._one(bound)
        spelled = before + (f"{new:,}" if "," in number[0] else str(new))
        return _with(pair, _replaced(pair.text, number, spelled), CONFLICT)

    def other_name(self, pair: Pair) -> Pair | None:
        """Return the pair with another name or day in the text, if the claim has the name too."""
        fitting = [each for each in NAME.finditer(pair.text) if each[0] in pair.claim]
        if not fitting:
            return None
        name = self._one(fitting)
        several = DAYS if name[0] in DAYS else self.names
        new = self._one(several)
        if new in pair.claim:
            return None
        return _with(pair, _replaced(pair.text, name, new), CONFLICT)

    def opposed(self, pair: Pair) -> Pair | None:
        """Return the pair with a word of the text turned to its opposite."""
        word = _OPPOSED.search(pair.text)
        if word is None or word[0] not in pair.claim:
            return None
        text = _replaced(pair.text, word, _OPPOSITE[word[0]])
        return _with(pair, text, (frozenset({"against"}), frozenset({"denies", "conflicts"})))

    def same_number(self, pair: Pair) -> Pair | None:
        """Return the pair with a figure of the text told as a bound, about it, or in words."""
        number = NUMBER.search(pair.text)
        if number is None or number[0] not in pair.claim:
            return None
        value = int(number[0].replace(",", ""))
        if 1900 < value < 2100 or value < 3:
            return None
        lower = value - value % (10 ** max(0, len(str(value)) - 1)) or value
        ways = [f"at least {number[0]}", f"some {number[0]}", f"about {number[0]}"]
        ways += [f"at least {lower:,}", f"more than {lower - 1:,}"]
        ways += [SMALL[value - 1]] * 3 if value <= len(SMALL) else []
        return _with(pair, _replaced(pair.text, number, self._one(ways)), REWORDED)


def _with(pair: Pair, text: str, label: tuple[frozenset[str], frozenset[str]]) -> Pair:
    return replace(pair, text=text, relation=label[0], sameness=label[1])


def _replaced(text: str, old: re.Match[str], new: str) -> str:
    return text[: old.start()] + new + text[old.end() :]


def strangers(pairs: Sequence[Pair], rng: np.random.Generator) -> Iterator[Pair]:
    """Yield claims with the texts of other pairs, of another group where they have one."""
    for pair, other in zip(pairs, rng.permutation(len(pairs)), strict=True):
        text = pairs[other]
        if text.claim != pair.claim and (not pair.group or pair.group != text.group):
            unrelated = frozenset({"unrelated"})
            yield Pair(pair.claim, text.text, unrelated, unrelated)


def turned(pairs: Sequence[Pair], rng: np.random.Generator) -> Iterator[Pair]:
    """Yield some pairs the other way round: sameness has no direction, the relation has one."""
    for pair in pairs:
        if rng.random() < 0.3 and pair.sameness != ANY_SAMENESS:
            apart = pair.sameness == frozenset({"unrelated"})
            relation = frozenset({"unrelated"}) if apart else ANY_RELATION
            yield replace(pair, claim=pair.text, text=pair.claim, relation=relation)
