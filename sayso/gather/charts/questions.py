"""What the address of a chart or a search asks for -> which statements of the record are meant."""

from sayso.errors import QuestionError
from sayso.gather.claims import only
from sayso.linked import Claim
from sayso.store import Asked, Store, check_period
from sayso.view.asking import Question, Search
from sayso.view.charts.families import acts_of


def claim_of(store: Store, question: Question) -> Claim | None:
    """Return the claim that is asked for, None where none is."""
    if not question.claim:
        return None
    return next(iter(store.claims([only(store, "claims", question.claim)])))


def asked(question: Question | Search, claim: Claim | None = None) -> Asked:
    """Return which statements of the record are meant.

    Raises QuestionError for an act that there is not, and for days that cannot be.
    """
    acts: frozenset[tuple[str, str]] = frozenset()
    for name in filter(None, question.act.split(",")):
        if not (its := acts_of(name.strip())):
            raise QuestionError(f"there is no act {name!r}")
        acts |= its
    check_period(question.since, question.until)
    answers = [each.statement for each in claim.answers if each.is_plain] if claim else []
    return Asked(
        who=question.who,
        place=question.place,
        statements=frozenset([*claim.statements, *answers]) if claim else None,
        acts=acts,
        since=question.since,
        until=question.until,
    )
