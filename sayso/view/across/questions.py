"""What is asked of people: a question about one thing or two, and the judgement of each answer."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sayso.corrections import effective
from sayso.fitting import object_anchor
from sayso.judgements import Anchor, Judgement
from sayso.packing import contract
from sayso.view.words import percent

ASKED = {
    "entity": "Are these one and the same?",
    "claim": "Do these say the same thing?",
    "denial": "Does the first turn against what the second says?",
    "copy": "Does one of these articles reprint the other, whole or in part?",
    "speaker": "Is this who says it?",
}
"""What is asked, by kind of question."""

_OF = {  # kinds of judgements that answer a kind of question
    **dict.fromkeys(("same_entity", "different_entity"), "entity"),
    **dict.fromkeys(("same_claim", "different_claim", "denies"), "claim"),
    **dict.fromkeys(("copy", "not_copy"), "copy"),
    "speaker": "speaker",
}
_MEANT = {"denial": "claim"}  # what is judged of two statements answers both


@dataclass(frozen=True, slots=True)
class Side:
    """One of the things that a question is about.

    `name` is who or which, `words` what is shown of it, `about` its article or other facts on one
    line each, `more` what is shown to whoever asks for more. `ref` is what `sayso judge` takes.
    """

    ref: str
    name: str
    words: str
    about: tuple[str, ...] = ()
    more: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Option:
    """One answer: the key, what it says, and the judgement that it writes but for who and when."""

    key: str
    label: str
    judgement: Judgement


@dataclass(frozen=True, slots=True)
class Question:
    """One question: `sure` is how sure the machine is of yes, 0 to 1, `size` what hangs on it."""

    kind: str
    sides: tuple[Side, ...]
    why: str
    sure: float
    size: int
    options: tuple[Option, ...]

    @property
    def asks(self) -> str:
        """Return the question in words."""
        return ASKED[self.kind]

    @property
    def facts(self) -> str:
        """Return on one line how sure the machine is, and why."""
        return f"the machine is {percent(self.sure)} sure of yes: {self.why}"

    @property
    def worth(self) -> float:
        """Return how much an answer is worth: how unsure it is, times what hangs on it."""
        return worth(self.sure, self.size)

    def option(self, key: str) -> Option | None:
        """Return the answer of a key, None where it has none."""
        return next((each for each in self.options if each.key == key), None)

    def to_json(self) -> dict[str, Any]:
        """Return the question as an object, with the judgements that yes and no would write."""
        form: dict[str, Any] = {
            "kind": self.kind,
            "question": self.asks,
            "sure": round(self.sure, 3),
            "size": self.size,
            "why": self.why,
            "about": [contract(side, always=("words",)) for side in self.sides],
        }
        judged = {each.key: written(each.judgement) for each in self.options}
        form["yes"], form["no"] = judged.pop("y"), judged.pop("n")
        return form | ({"others": list(judged.values())} if judged else {})


def worth(sure: float, size: int) -> float:
    """Return how much an answer is worth."""
    return size * (1 - abs(2 * sure - 1))


def written(judgement: Judgement) -> dict[str, Any]:
    """Return a judgement in the form in which `sayso judge --from` takes it."""
    form = contract(judgement)
    return {name: form[name] for name in ("kind", "subject", "object", "why")}


class Answered:
    """What people judged already: it is not asked again."""

    def __init__(self, judgements: Iterable[Judgement]) -> None:
        self._known = {_about(each) for each in effective(judgements) if each.kind in _OF}

    def has(self, question: Question) -> bool:
        """Tell whether a question is answered."""
        kind = _MEANT.get(question.kind, question.kind)
        return any((kind, _about(each.judgement)[1]) in self._known for each in question.options)


def _about(judgement: Judgement) -> tuple[str, frozenset[Anchor]]:
    kind = _OF[judgement.kind]
    other = object_anchor(judgement) if kind != "speaker" else None
    return kind, frozenset({judgement.subject, *([other] if other else [])})
