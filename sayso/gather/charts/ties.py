"""Statements -> who answers, cites and carries whom: one tie for each statement that tells it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from sayso.gather.charts.questions import among, chosen, claim_of
from sayso.linked import AGAINST, Answer, Claim
from sayso.records import CARRIER_KINDS
from sayso.store import Asked, Happening, Someone, Store
from sayso.view.asking import Question

MOST = 2000  # statements that one network is made of
_CLAIMS = 80  # claims whose answers are looked at
_WORDINGS = 40  # statements of a claim by which it is told whose claim it is
_ANSWERS = (*AGAINST, "confirms")


class Facing(NamedTuple):
    """A statement that answers a claim, who makes it, and whose claim it is."""

    claim: Claim
    answer: Answer
    row: Happening
    who: Someone
    whose: Someone


class Tie(NamedTuple):
    """One statement that makes an edge; an end is an entity, or the name of an outlet."""

    source: Someone
    target: Someone
    kind: str
    row: Happening


def ties(store: Store, question: Question) -> tuple[list[Tie], int, bool]:
    """Return what statements tell, of how many statements, and whether older ones are left out."""
    rows, cut = _rows(store, question)
    return [*_passed(rows), *_answers(store, rows, question)], len(rows), cut


def _rows(store: Store, question: Question) -> tuple[list[Happening], bool]:
    """Return the statements of a network: all, or what somebody says and what he passes on."""
    claim = claim_of(store, question)
    wanted = chosen(store, question, claim)
    mine = store.charted(wanted, most=MOST, links=True)
    if not question.who:
        return list(mine.rows), mine.cut
    through = store.charted(replace(wanted, who="", through=question.who), most=MOST, links=True)
    rows = {row.id: row for row in (*mine.rows, *through.rows)}
    return list(rows.values()), mine.cut or through.cut


def _passed(rows: Iterable[Happening]) -> Iterator[Tie]:
    """Yield whom outlets cite, and who carries whose words."""
    for row in rows:
        outlet = Someone(row.publisher, "")
        for link in row.links:
            if link.kind in CARRIER_KINDS and row.publisher:
                yield Tie(outlet, link.who, "cites", row)
        if row.speaker:
            carrier = row.links[0].who if row.links else outlet
            if carrier.name:
                yield Tie(carrier, row.speaker, "carries", row)


def _answers(store: Store, rows: Sequence[Happening], question: Question) -> Iterator[Tie]:
    """Yield who denies, rejects, corrects or confirms what somebody else claims."""
    for each in facing(store, rows, question):
        yield Tie(each.who, each.whose, "answers", each.row)


def facing(
    store: Store, rows: Sequence[Happening], question: Question, *, most: int = _CLAIMS
) -> Iterator[Facing]:
    """Yield what answers the claims of some statements, or is one of these and answers a claim.

    Of these claims `most` are looked at, those of most articles first.
    """
    heads = store.heads(list(store.charted_claims(rows, answered=True))).values()
    answered = sorted((e for e in heads if e.answers), key=lambda each: (-each.articles, each.id))
    ids = [each.id for each in answered[:most]]
    claims = [each for each in store.claims(ids) if any(_counts(a) for a in each.answers)]
    if not claims:
        return
    wanted = frozenset(name for each in claims for name in _needed(each))
    known = {row.id: row for row in store.charted(Asked(statements=wanted), most=MOST).rows}
    meant = chosen(store, replace(question, who="", claim=""))
    allowed = set(known)
    if meant != Asked():
        its = store.charted(replace(meant, statements=among(wanted, meant.statements)), most=MOST)
        allowed = {row.id for row in its.rows}
    for claim in claims:
        whose = _whose(claim, known)
        for answer in claim.answers:
            row = known.get(answer.statement) if answer.statement in allowed else None
            if whose and row and row.speaker and _counts(answer):
                yield Facing(claim, answer, row, row.speaker, whose)


def _needed(claim: Claim) -> Iterator[str]:
    """Yield the ids of the statements by which it is told who answers whom."""
    yield from claim.statements[:_WORDINGS]
    yield from (each.statement for each in claim.answers if _counts(each))


def _counts(answer: Answer) -> bool:
    return answer.kind in _ANSWERS and answer.is_plain


def _whose(claim: Claim, known: Mapping[str, Happening]) -> Someone | None:
    """Return who makes a claim: whom most of its statements have as their speaker."""
    counts: dict[str, list[Someone]] = defaultdict(list)
    for name in claim.statements[:_WORDINGS]:
        row = known.get(name)
        if row and row.speaker:
            counts[row.speaker.entity or row.speaker.name].append(row.speaker)
    return max(counts.values(), key=len)[0] if counts else None
