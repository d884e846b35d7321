"""A pronoun or bare title -> the actor it stands for: candidates ranked by where they stand.

A log-linear ranking in the way of Denis and Baldridge (2008): each candidate gets a sum of
weights; the best one wins if it is likely enough against the others and against none of them.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from sayso.records import Span
from sayso.resolve.references import Reference
from sayso.resolve.scene import Scene

FAR = 6  # sentences beyond which distance counts no more
WEIGHTS = {
    "sentences": -0.55,
    "same_sentence": 0.1,
    "same_paragraph": 0.5,
    "opens": 0.7,
    "source": 0.9,
    "often": 0.35,
    "sex_known": 0.8,
    "spoken": -1.3,
    "within": -0.7,
    "nominal": -0.5,
    "pronoun": 0.4,
}
NOBODY = -2.6  # the weight of "none of them"


@dataclass(slots=True)
class Cluster:
    """What has been gathered about one actor so far; grows as the text is read on."""

    number: int
    references: list[Reference] = field(default_factory=list)
    name: str = ""
    names: list[str] = field(default_factory=list)
    type: str = ""
    sex: str = ""
    many: bool = False
    heads: set[str] = field(default_factory=set)

    def last_before(self, at: int) -> Reference | None:
        """Return the last reference that begins before an offset."""
        return next((r for r in reversed(self.references) if r.span.start < at), None)


@dataclass(frozen=True, slots=True)
class Choice:
    """An antecedent, or None, with the probability of the choice and the reason in words."""

    cluster: Cluster | None
    score: float
    why: str


def choose(reference: Reference, clusters: Sequence[Cluster], scene: Scene) -> Choice:
    """Return the actor that a pronoun or a bare title most likely stands for."""
    ranked = []
    for cluster in clusters:
        last = cluster.last_before(reference.span.start)
        if last is not None and fits(reference, cluster) and apart(reference, last):
            numbers = features(reference, cluster, last, scene)
            total = sum(WEIGHTS[name] * value for name, value in numbers.items())
            ranked.append((total, cluster))
    if not ranked:
        return Choice(None, 0.0, "nobody before it fits")
    total, best = max(ranked, key=lambda each: (each[0], each[1].number))
    powers = sum(math.exp(t - total) for t, _ in ranked) + math.exp(NOBODY - total)
    score = round(1 / powers, 3)
    if total < NOBODY:
        return Choice(None, score, "nobody near enough fits")
    return Choice(best, score, f"the nearest who fits is {best.name or 'unnamed'}")


def fits(reference: Reference, cluster: Cluster) -> bool:
    """Tell whether sex, number and type of an actor allow a pronoun or title."""
    if reference.pronoun in {"he", "she"}:
        person = cluster.type in {"person", ""} and not cluster.many
        return person and cluster.sex in {"", reference.sex}
    if reference.pronoun == "it":
        return cluster.type in {"organisation", "government", "document", "place"}
    if reference.pronoun == "they":
        return cluster.many or cluster.type in {"organisation", "government", "group"}
    return False


def apart(reference: Reference, last: Reference) -> bool:
    """Tell whether a candidate is not the phrase that the reference itself stands in."""
    return last.span.end <= reference.span.start


def features(
    reference: Reference, cluster: Cluster, last: Reference, scene: Scene
) -> dict[str, float]:
    """Return the numbers of `WEIGHTS` for one candidate."""
    at, before = reference.span, last.span
    sentences = scene.sentence(at.start) - scene.sentence(before.start)
    inside = scene.speech(before.start) is not None and (
        scene.speech(before.start) != scene.speech(at.start)
    )
    own = len([r for r in cluster.references if r.span.start < at.start])
    return {
        "sentences": float(min(sentences, FAR)),
        "same_sentence": float(sentences == 0),
        "same_paragraph": float(scene.paragraph(at.start) == scene.paragraph(before.start)),
        "opens": float(scene.opens(before)),
        "source": float(before in scene.sources),
        "often": math.log(own),
        "sex_known": float(bool(reference.sex) and cluster.sex == reference.sex),
        "spoken": float(inside),
        "within": float(_owner(before, scene)),
        "nominal": float(last.kind == "nominal"),
        "pronoun": float(last.kind == "pronoun"),
    }


def _owner(span: Span, scene: Scene) -> bool:
    """Tell whether a mention only owns something ("Ruel's proposal") or follows a preposition."""
    after = scene.text[span.end : span.end + 2]
    before = scene.text[max(span.start - 8, 0) : span.start].split(" ")
    return after in {"'s", "’s"} or (len(before) > 1 and before[-2] in {"of", "by", "for", "with"})
