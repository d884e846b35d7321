"""A claim and a text -> whether the text asserts it, denies it, or only reports that it is said.

The pair model and the words by which a text takes a stand count alike, each as the logarithm of a
probability; a factor fitted beside the weights makes one probability of both.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from math import exp, fsum, log
from typing import Any, Protocol

from sayso.errors import ReadError
from sayso.link.compare.comparer import TABLE, Compared
from sayso.link.compare.cues import FEATURES, Stand
from sayso.link.compare.passages import passage
from sayso.link.compare.weights import Scorer, weights_of

FOR, AGAINST, OBSERVING = STANCES = ("for", "against", "observing")
_LEAST = 1e-6
_APART = 0.5  # probability from which on a text does not speak of the claim
_LONGEST = 1000  # characters of a claim that are read
_PLACES = 4  # of a probability that is told


class Model(Protocol):
    """A model of pairs of texts."""

    def __call__(self, pairs: Sequence[tuple[str, str]]) -> Sequence[Compared]:
        """Return what each second text is to the first, the claim."""


@dataclass(frozen=True, slots=True)
class Relation:
    """What a text does with a claim, how likely each answer is, and by what it shows."""

    relation: str
    scores: Mapping[str, float]
    why: str

    def to_json(self) -> dict[str, Any]:
        """Return the relation in the form of the contract."""
        scores = {name: round(score, _PLACES) for name, score in self.scores.items()}
        return {"relation": self.relation, "scores": scores, "why": self.why}


def relations(pairs: Sequence[tuple[str, str]], model: Model) -> list[Relation]:
    """Return what each text does with its claim. Of a long text the nearest sentences are read."""
    cut = [(claim[:_LONGEST], text) for claim, text in pairs]
    shown = [(claim, passage(claim, text)) for claim, text in cut]
    read = model(shown)
    return [_relation(*each) for each in zip(cut, shown, read, strict=True)]


def answers(
    given: Iterable[tuple[str, str] | ReadError], model: Model, *, batch: int
) -> Iterator[Relation | ReadError]:
    """Yield the relation of each pair, and errors in their places; so many are held at a time."""
    several = iter(given)
    while some := list(islice(several, batch)):
        pairs = [each for each in some if not isinstance(each, ReadError)]
        read = iter(relations(pairs, model))
        yield from (each if isinstance(each, ReadError) else next(read) for each in some)


def _relation(pair: tuple[str, str], shown: tuple[str, str], compared: Compared) -> Relation:
    stand = Stand.of(*shown)
    by_model = {FOR: compared.for_, AGAINST: compared.against, OBSERVING: compared.observing}
    by_words = by_model  # of an article: its words take many stands, and not all on the claim
    if shown == pair:
        by_words = dict(zip(STANCES, _shares([s.score(stand)[0] for s in _scorers()]), strict=True))
    factor = _factor()
    both = [
        factor * (log(max(by_model[n], _LEAST)) + log(max(by_words[n], _LEAST))) for n in STANCES
    ]
    scores = dict(zip(STANCES, _shares(both), strict=True))
    scores = {name: score * (1 - compared.unrelated) for name, score in scores.items()}
    scores[OBSERVING] += compared.unrelated  # a text on something else asserts and denies nothing
    best = max(STANCES, key=lambda name: scores[name])
    if compared.unrelated > _APART:
        return Relation(best, scores, "the text speaks of something else (by the model alone)")
    return Relation(best, scores, _why(best, stand, by_words, by_model))


def _shares(scores: Sequence[float]) -> list[float]:
    top = max(scores)
    powers = [exp(score - top) for score in scores]
    total = fsum(powers)
    return [power / total for power in powers]


# What the text does, by the answer; and by which lists of cues or features that shows.
_DOES = {
    FOR: "the text puts it forward as so",
    AGAINST: "the text says that it is not so",
    OBSERVING: "the text leaves open whether it is so",
}
_SHOWS = {
    FOR: ("confirms", "shows"),
    AGAINST: ("denies", "hoax", "untrue"),
    OBSERVING: ("report", "rumour", "claim", "maybe", "says"),
}


def _why(
    best: str, stand: Stand, by_words: Mapping[str, float], by_model: Mapping[str, float]
) -> str:
    signs = [f"“{word}”" for name in _SHOWS[best] for word in stand.cues.get(name, ())]
    if best == AGAINST and not signs and stand.negated:
        signs = [f"“{stand.negated}” in one of the two"]
    if best == AGAINST and FEATURES["rival figures"](stand):
        signs.append("another figure")
    if best == OBSERVING and "?" in stand.text:
        signs.append("a question")
    reason = f"{_DOES[best]}: {', '.join(signs[:3])}" if signs else _DOES[best]
    readers = {"words": by_words, "model": by_model}
    agreeing = [name for name, read in readers.items() if read[best] == max(read.values())]
    by = f"by the {agreeing[0]} alone" if len(agreeing) == 1 else "by words and model"
    return f"{reason} ({by})"


@cache
def _scorers() -> tuple[Scorer[Stand], ...]:
    return tuple(Scorer.of(name, FEATURES, TABLE) for name in STANCES)


def _factor() -> float:
    return weights_of("both", TABLE)["factor"]
