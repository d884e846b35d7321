"""What the address of a chart or a search asks for -> which statements of the record are meant."""

from sayso.errors import UsageError
from sayso.gather.claims import only
from sayso.linked import Claim
from sayso.store import Asked, Store
from sayso.view.asking import Question, Search
from sayso.view.charts.axis import as_day
from sayso.view.charts.families import acts_of

_DAY = 10


def claim_of(store: Store, question: Question) -> Claim | None:
    """Return the claim that is asked for, None where none is."""
    if not question.claim:
        return None
    return next(iter(store.claims([only(store, "claims", question.claim)])))


def asked(question: Question | Search, claim: Claim | None = None) -> Asked:
    """Return which statements of the record are meant.

    Raises UsageError for an act that there is not, and for what is no day.
    """
    acts: frozenset[tuple[str, str]] = frozenset()
    for name in filter(None, question.act.split(",")):
        if not (its := acts_of(name.strip())):
            raise UsageError(f"there is no act {name!r}")
        acts |= its
    for day in (question.since, question.until):
        if day and (len(day) != _DAY or as_day(day) is None):
            raise UsageError(f"{day!r} is no day: write 2031-03-14")
    answers = [each.statement for each in claim.answers if each.is_plain] if claim else []
    return Asked(
        who=question.who,
        place=question.place,
        statements=frozenset([*claim.statements, *answers]) if claim else None,
        acts=acts,
        since=question.since,
        until=question.until,
    )
