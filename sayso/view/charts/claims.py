"""A claim with its statements -> when it was first seen and when it was denied, over one axis."""

from collections.abc import Mapping, Sequence

from sayso.linked import AGAINST, Claim
from sayso.view.across.tellings import Telling
from sayso.view.asking import TIMELINE, Question
from sayso.view.charts.axis import Axis, axis
from sayso.view.charts.timeline import Series, Timeline, row_of, timeline

_ROWS = {"denies": "Denied", "conflicts": "Said otherwise", "confirms": "Confirmed"}


def of_claim(claim: Claim, known: Mapping[str, Telling]) -> Timeline:
    """Return when a claim was told, and denied; `known` are its statements and answers, by ids."""
    days = {name: each.article.date for name, each in known.items()}
    its = axis(days.values())
    mine = [name for name in claim.statements if name in days]
    first = mine[0] if mine and days[mine[0]][:1].isdigit() else ""
    kinds: dict[str, list[str]] = {kind: [] for kind in _ROWS}
    for answer in claim.answers:
        if answer.is_plain and answer.statement in days:
            kinds["denies" if answer.kind in AGAINST else answer.kind].append(answer.statement)
    question = Question(claim=claim.id)
    rows = [
        _row("First seen", "first", [first] if first else [], days, (its, question)),
        _row("Claimed", "who", mine, days, (its, question)),
        *(_row(_ROWS[k], k, names, days, (its, question)) for k, names in kinds.items()),
    ]
    return timeline("When it was claimed and denied", its, rows)


def _row(
    name: str,
    kind: str,
    ids: Sequence[str],
    days: Mapping[str, str],
    asked: tuple[Axis, Question],
) -> Series:
    its, question = asked

    def more(slot: int) -> str:
        start, end, _ = its.slots[slot]
        return question.address(TIMELINE, since=start, until=end) + "#said"

    return row_of(name, kind, [(days[each], f"/statement/{each}") for each in ids], its, more)
