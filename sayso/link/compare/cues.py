"""A claim and a text -> the words and marks by which the text takes a stand, as features."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from sayso.english.function_words import negations
from sayso.english.stems import stems, weigh
from sayso.english.tables import either, lists
from sayso.link.compare.figures import Figure, figures, rivals

LISTS = "compare.toml"
_NEGATION = re.compile(rf"\b{either(negations())}\b|n['’]t\b", re.I)
_QUOTED = re.compile(r"(?:^|[\s(])[\"“‘']\w")
_OPENING = re.compile(r"\W*(\w+)")
# What an outlet puts behind what it does not say itself: "… : report", "… - source".
_CREDIT = re.compile(r"(?:[:–—-]|,) ?(?:[\w’'.]+ ){0,2}\w+\s*\Z")
_CREDITED = 40  # characters at the end in which such a credit stands
_WORDY = 20  # words of a long headline


@dataclass(frozen=True, slots=True)
class Stand:
    """A claim and a text with what tells how the text stands to it.

    `cues` are, by the name of their list, the words that the text has and the claim has not.
    """

    claim: str
    text: str
    cues: Mapping[str, tuple[str, ...]]
    covered: float
    new: float
    figures: tuple[tuple[Figure, ...], tuple[Figure, ...]]

    @classmethod
    def of(cls, claim: str, text: str) -> "Stand":
        """Return a claim and a text with what tells."""
        own, other = ({*stems(each)} for each in (claim, text))
        shared = weigh(own & other)
        cues = {name: _cues(pattern, claim, text) for name, pattern in _patterns().items()}
        return cls(
            claim,
            text,
            {name: words for name, words in cues.items() if words},
            covered=shared / (weigh(own) or 1.0),
            new=1 - shared / (weigh(other) or 1.0),
            figures=(figures(claim), figures(text)),
        )

    @property
    def negated(self) -> str:
        """Return the word by which one is negated and the other is not, or empty words."""
        own, other = (_NEGATION.search(each) for each in (self.claim, self.text))
        word = other if own is None else own if other is None else None
        return word[0] if word else ""

    @property
    def opening(self) -> str:
        """Return the first word of the text in small letters."""
        first = _OPENING.match(self.text)
        return first[1].lower() if first else ""


def _cues(pattern: re.Pattern[str], claim: str, text: str) -> tuple[str, ...]:
    own = {word.lower() for word in pattern.findall(claim)}
    words = dict.fromkeys(word.lower() for word in pattern.findall(text.replace("’", "'")))
    return tuple(word for word in words if word not in own)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    named = lists(LISTS, "cues")
    return {name: re.compile(rf"\b{either(words)}\b", re.I) for name, words in named.items()}


def _has(name: str) -> Callable[[Stand], float]:
    return lambda stand: float(name in stand.cues)


FEATURES: dict[str, Callable[[Stand], float]] = {
    **{
        name: _has(name)
        for name in (
            *("denies", "hoax", "untrue", "report", "rumour", "claim", "maybe", "says"),
            *("confirms", "shows"),
        )
    },
    "negated": lambda s: float(bool(s.negated)),
    "question": lambda s: float("?" in s.text),
    "question at the end": lambda s: float(s.text.rstrip().endswith("?")),
    "opens with a question": lambda s: float("?" in s.text and s.opening in s.cues.get("asks", ())),
    "opens with a report": lambda s: float(
        any(s.opening in s.cues.get(name, ()) for name in ("report", "rumour", "claim"))
    ),
    "credit at the end": lambda s: float(
        bool(_CREDIT.search(s.text[-_CREDITED:])) and any(n in s.cues for n in ("report", "says"))
    ),
    "quotation": lambda s: float(bool(_QUOTED.search(s.text))),
    "colon": lambda s: float(":" in s.text),
    "two stands": lambda s: float(sum(n in s.cues for n in ("denies", "hoax", "untrue")) > 1),
    "rival figures": lambda s: float(rivals(*s.figures)),
    "covered": lambda s: s.covered,
    "new": lambda s: s.new,
    "short": lambda s: 1 - min(len(s.text.split()), _WORDY) / _WORDY,
}
