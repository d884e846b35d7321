"""Stories labelled whole -> `sayso/data/claims-weights.csv`: `python -m train.linking.claims DB`.

Logistic regressions: whether two statements say the same, by features, and by these with what the
model of pairs of texts says where it was asked; whether one turns against the other.
Pairs are those that share a key. The second is fitted on the fold of the stories that this model
has not learnt from, the last without it, so that it can be measured there.
"""

import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from sayso.link.claims.answers import SIGNS as ANSWERS
from sayso.link.claims.answers import Answer, candidates, is_answer, placed
from sayso.link.claims.decide import COMPARED, Weighed, compared, weigh_pair
from sayso.link.claims.features import SAME, Pair
from sayso.link.claims.points import points
from sayso.link.claims.turns import SIGNS as TURNS
from sayso.link.claims.turns import Turn, turns
from sayso.link.compare.comparer import Shipped
from sayso.link.compare.weights import BIAS
from sayso.records import Record
from train.linking.stories import OPEN, ReadStory, labels, load, sharing

T = TypeVar("T")
Floats = NDArray[np.float64]
Row = tuple[T, str]  # something with its label
OUT = Path(__file__).resolve().parents[2] / "sayso" / "data" / "claims-weights.csv"
COMMENT = """\
# Made by train/linking/claims.py. model: which of the regressions. feature: what is told of a pair,
# bias for none. weight: what it adds to the logarithm of the odds."""
RIDGE = 3.0  # how strongly weights are held down
STEPS = 25
HARD = 20.0  # and those of what turns against something, of which there are few
# What those are held to where the labels tell little, in the odds: whose claim it is that somebody
# names, and that a denial answers a charge, is so whatever the news is about.
PRIOR = {
    "denial names who says, points": 1.5,
    "denial names another, points": -1.5,
    "bare, accused of it": 1.5,
    "bare, not accused": -1.0,
    "other accuses": 0.5,
    "other accuses who denies": 0.5,
    "says else": -0.5,
    "denial inside other": -3.0,
}
# How much a pair counts by its label: a near miss much, what no label tells of a denial little, for
# labels tell of claims that several make; that two claims conflict is wider than a denial.
COUNTS = {"near": 2.0, "unread": 0.2, "conflicts": 0.2}
AGAINST = ("denies", "rejects", "corrects", "conflicts")
HELD = 4  # the fold of the stories that the model of pairs of texts has not learnt from


def pairs(stories: Iterable[ReadStory]) -> Iterator[Row[Pair]]:
    """Yield the pairs of statements that share a key, with what the labels say."""
    for story in stories:
        for (a, b), label in story.pairs():
            if label != OPEN:
                yield Pair.of(story.points[a], story.points[b]), label


def weighed(stories: Iterable[ReadStory], comparer: Shipped) -> list[Row[Weighed]]:
    """Return the pairs that features leave open, with what a model of pairs of texts says."""
    rows = [(weigh_pair(pair.a, pair.b), label) for pair, label in pairs(stories)]
    open_ = [(each, label) for each, label in rows if each.is_open]
    asked = compared([each for each, _ in open_], comparer)
    return [(each, label) for each, (_, label) in zip(asked, open_, strict=True)]


def answered(stories: Iterable[ReadStory]) -> Iterator[Row[Answer]]:
    """Yield what turns against something with what it may answer in its article."""
    for story in stories:
        known = turned(story)
        every = (answer for record in story.records for answer in _answers(story, record))
        for answer in every:
            label = known(answer.denial.statement.id, answer.other.statement.id)
            if label != OPEN:
                yield answer, label


def _answers(story: ReadStory, record: Record) -> Iterator[Answer]:
    every = [p for p in placed(record, points(record)) if p.statement.id in story.points]
    for denial in every:
        if is_answer(denial.point):
            yield from candidates(every, denial)


def turning(stories: Iterable[ReadStory]) -> Iterator[Row[Turn]]:
    """Yield the pairs that share a key and words, of which the first turns against something."""
    for story in stories:
        known = turned(story)
        shared = sorted(sharing(story.points))
        for one, other in (two for a, b in shared for two in ((a, b), (b, a))):
            turn = Turn.of(story.points[one], story.points[other])
            label = known(one, other)
            if turns(turn.denial) and turn.shared and label != OPEN:
                yield turn, label


def turned(story: ReadStory) -> Callable[[str, str], str]:
    """Return what the labels say of a statement that turns against something, and of another."""
    every = labels(story.claims)
    kinds: dict[tuple[str, str], str] = {}
    for claim in story.claims:
        for denial in claim.denials:
            kinds |= {(denial.statement, each): denial.kind for each in claim.mentions}
    deny = {one for one, _ in kinds}

    def label(one: str, other: str) -> str:
        if (one, other) in kinds:
            return kinds[one, other] if kinds[one, other] in AGAINST else OPEN
        known = every.get((min(one, other), max(one, other)), "apart")
        if known in AGAINST:  # what is denied turns not against its denial
            return "denied"
        return "unread" if known == "apart" and one not in deny else known

    return label


def fitted(
    features: Mapping[str, Callable[[T], float]],
    rows: Sequence[Row[T]],
    right: Collection[str],
    ridge: float = RIDGE,
    prior: Mapping[str, float] | None = None,
) -> Floats:
    """Return the bias and the weights of a regression by Newton's method."""
    x = np.array([[f(each) for f in features.values()] for each, _ in rows])
    y = np.array([label in right for _, label in rows], float)
    counts = np.array([COUNTS.get(label, 1.0) for _, label in rows])
    mean, spread = x.mean(0), x.std(0) + 1e-6
    z = np.column_stack([np.ones(len(x)), (x - mean) / spread])
    held = np.diag([1e-6] + [ridge] * x.shape[1])
    given = np.array([0.0, *((prior or {}).get(name, 0.0) for name in features)])
    given[1:] *= spread
    weights = np.zeros(z.shape[1])
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-z @ weights))
        slope = z.T @ (counts * (likely - y)) + held @ (weights - given)
        bend = (z.T * (counts * likely * (1 - likely))) @ z + held
        weights = weights - np.linalg.solve(bend, slope)
    plain = weights[1:] / spread
    return np.concatenate([[weights[0] - (plain * mean).sum()], plain])


def lines(model: str, features: Iterable[str], weights: Floats) -> list[str]:
    """Return the lines of a model in the table."""
    named = zip([BIAS, *features], weights, strict=True)
    return [f'{model},"{name}",{weight:.3f}' for name, weight in named]


def write(own: Iterable[str]) -> None:
    """Write the models that were fitted, and those of the table that were not, as they are."""
    made = list(own)
    models = {line.split(",")[0] for line in made}
    old = OUT.read_text("utf-8").splitlines() if OUT.exists() else []
    kept = [each for each in old if '"' in each and each.split(",")[0] not in models]
    OUT.write_text("\n".join([COMMENT, "model,feature,weight", *made, *kept]) + "\n", "utf-8")


def main(arguments: list[str]) -> None:
    """Fit the weights with records kept in the store that is named, and write them.

    With `against` as a further word those are fitted of what turns against something. With
    `compare` those are fitted that weigh what the model of pairs of texts says, by the features as
    the table has them. That takes minutes.
    """
    stories = list(load(Path(arguments[0])))
    if "compare" in arguments:
        held = weighed([s for s in stories if s.fold == HELD], Shipped())
        write(lines("same compared", COMPARED, fitted(COMPARED, held, ("same",))))
        return
    if "against" in arguments:
        others = [s for s in stories if s.fold != HELD]
        answers = fitted(ANSWERS, list(answered(others)), AGAINST, HARD, PRIOR)
        against = fitted(TURNS, list(turning(others)), AGAINST, HARD, PRIOR)
        write([*lines("answers", ANSWERS, answers), *lines("against", TURNS, against)])
        return
    write(lines("same", SAME, fitted(SAME, list(pairs(stories)), ("same",))))


if __name__ == "__main__":
    main(sys.argv[1:])
