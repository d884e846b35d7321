"""Points with what was decided of their pairs -> claims: what is in each, and what answers it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.link.claims.decide import Decision
from sayso.link.claims.groups import Pair, grouped
from sayso.link.claims.weights import chance
from sayso.linked import ANSWERS, Answer, derived_id


@dataclass(frozen=True, slots=True)
class Grouped:
    """One claim by the ids of its statements, in the order of appearing, and what answers it."""

    id: str
    statements: tuple[str, ...]
    answers: tuple[Answer, ...]


def claims(ids: Sequence[str], decisions: Mapping[Pair, Decision]) -> list[Grouped]:
    """Return the claims of statements whose `ids` are in the order of appearing.

    `decisions` are of pairs of their numbers, `a < b`. Every statement is of one claim.
    """
    scores = {pair: d.score for pair, d in decisions.items() if d.kind not in ANSWERS}
    turned = {pair: d for pair, d in decisions.items() if d.kind in ANSWERS}
    apart = [pair for pair, d in turned.items() if d.kind != "confirms"]
    groups = grouped(len(ids), scores, apart)
    names = [derived_id("cl_", ids[group[0]]) for group in groups]
    of = {number: n for n, group in enumerate(groups) for number in group}
    answers = _answers(ids, turned, of, names)
    return [
        Grouped(names[n], tuple(ids[number] for number in group), tuple(answers[n]))
        for n, group in enumerate(groups)
    ]


def _answers(
    ids: Sequence[str],
    turned: Mapping[Pair, Decision],
    of: Mapping[int, int],
    names: Sequence[str],
) -> defaultdict[int, list[Answer]]:
    """Return what answers each group, by its number: statements of others, in order."""
    answers: defaultdict[int, dict[str, Answer]] = defaultdict(dict)
    for (a, b), decision in sorted(turned.items()):
        ways = (
            ((a, b), (b, a)) if decision.way == 0 else ((a, b),) if decision.way > 0 else ((b, a),)
        )
        for one, other in ways:
            if of[one] == of[other]:
                continue
            score = round(chance(decision.score), 3)
            answer = Answer(ids[one], names[of[one]], decision.kind, score, decision.why)
            before = answers[of[other]].get(ids[one])
            if before is None or before.score < answer.score:
                answers[of[other]][ids[one]] = answer
    place = {name: number for number, name in enumerate(ids)}
    ordered: defaultdict[int, list[Answer]] = defaultdict(list)
    for group, its in answers.items():
        ordered[group] = sorted(its.values(), key=lambda answer: place[answer.statement])
    return ordered


def _ways(a: int, b: int, way: int) -> tuple[Pair, ...]:
    """Return who turns against whom: one against the other, or each against the other."""
    return ((a, b), (b, a)) if way == 0 else ((a, b),) if way > 0 else ((b, a),)
