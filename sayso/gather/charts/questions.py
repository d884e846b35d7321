"""What the address of a chart or a search asks for -> which statements of the record are meant."""

from dataclasses import replace

from sayso.errors import QuestionError
from sayso.gather.claims import only
from sayso.linked import Claim
from sayso.store import Asked, Store, check_period
from sayso.view.asking import Question, Search
from sayso.view.charts.families import acts_of

MOST = 2000  # statements, the newest, that are counted
ENOUGH = MOST + 1  # statements with some words: more are not looked for
_ARTICLES = 400  # that fit words best, in which statements are looked for


def claim_of(store: Store, question: Question) -> Claim | None:
    """Return the claim that is asked for, None where none is."""
    if not question.claim:
        return None
    return next(iter(store.claims([only(store, "claims", question.claim)])))


def chosen(store: Store, question: Question, claim: Claim | None = None) -> Asked:
    """Return which statements a chart counts, those with the words that are asked for alone."""
    made = asked(question, claim)
    if not question.words:
        return made
    is_all = replace(made, statements=None) == Asked()
    ids = worded(store, question.words, is_all=is_all)
    return replace(made, statements=among(made.statements, ids))


def worded(store: Store, words: str, *, is_all: bool) -> frozenset[str] | None:
    """Return the statements with words, None where there are none; enough, where `is_all` asked."""
    return store.worded(words, most=_ARTICLES, enough=ENOUGH if is_all else None)


def among(some: frozenset[str] | None, others: frozenset[str] | None) -> frozenset[str] | None:
    """Return what two choices of statements have in common; None is all."""
    if some is None or others is None:
        return others if some is None else some
    return some & others


def asked(question: Question | Search, claim: Claim | None = None) -> Asked:
    """Return which statements of the record are meant, but for the words in them.

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
        outlet=question.outlet,
        least=question.score,
    )
