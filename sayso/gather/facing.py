"""Somebody -> what others say of it, whom it answers, and who answers it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sayso.english.excerpts import shorten
from sayso.gather.charts.ties import Facing, facing
from sayso.store import Happening, Said, Store
from sayso.view.across.claims import VERBS
from sayso.view.asking import Question
from sayso.view.characters import one_line
from sayso.view.leads import Lead
from sayso.view.lists import StatementLine, statement_line

_SHOWN = 8  # answers of each kind, and statements about somebody
_CLAIM = 160  # characters
_STATEMENTS = 200  # of somebody, the newest, of which is told what they answer
_CLAIMS = 25  # of which answers are looked at


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """One answer in words: who, or whom, what the claim is, and in which words it is answered.

    `times` is in how many statements the same one answers the same claim so.
    """

    date: str
    who: Lead
    verb: str
    claim: Lead
    statement: str
    words: str
    times: int

    def to_json(self) -> dict[str, Any]:
        """Return it as an object."""
        return {
            "date": self.date or None,
            "entity": self.who.id or None,
            "name": self.who.words,
            "does": self.verb,
            "claim": self.claim.id,
            "statement": self.statement,
            "statements": self.times,
        }


@dataclass(frozen=True, slots=True)
class Faced:
    """What is between somebody and others: `more` statements about it, and answers, are left out.

    `cut` tells that statements about it in older articles are not counted.
    """

    about: Sequence[tuple[str, StatementLine]]
    more_about: int
    cut: bool
    answers: Sequence[AnswerLine]
    more_answers: int
    answered: Sequence[AnswerLine]
    more_answered: int
    raw: Sequence[Said]

    def to_json(self) -> dict[str, Any]:
        """Return the statements about it, and the answers both ways."""
        return {
            "about": [each.to_json() for each in self.raw],
            "answers": [each.to_json() for each in self.answers],
            "answered_by": [each.to_json() for each in self.answered],
        }


def faced(store: Store, entity: str, rows: Sequence[Happening]) -> Faced:
    """Return what is between somebody and others; `rows` are what it said, as charts count it."""
    about = store.about(entity)
    newest = rows[:_STATEMENTS]
    every = list(facing(store, newest, Question(who=entity), most=_CLAIMS)) if rows else []
    ours = _grouped(e for e in every if e.who.entity == entity)
    theirs = _grouped(e for e in every if e.whose.entity == entity)
    shown = [each for its in (ours, theirs) for each in its[:_SHOWN]]
    ids = [*about.ids[:_SHOWN], *(its[0].row.id for its in shown)]
    known = {each.statement.id: each for each in store.given(ids)}
    raw = [known[name] for name in about.ids[:_SHOWN] if name in known]
    return Faced(
        about=[(each.statement.id, statement_line(each)) for each in raw],
        more_about=max(0, len(about.ids) - _SHOWN),
        cut=about.cut,
        answers=[_line(its, known, ours=True) for its in ours[:_SHOWN]],
        more_answers=max(0, len(ours) - _SHOWN),
        answered=[_line(its, known, ours=False) for its in theirs[:_SHOWN]],
        more_answered=max(0, len(theirs) - _SHOWN),
        raw=raw,
    )


def spoken_of(
    store: Store, entity: str, *, limit: int, skip: int
) -> tuple[Sequence[Said], int, bool]:
    """Return what others say of somebody, the newest first, how much more, and if that is cut."""
    its = store.about(entity)
    some = its.ids[skip : skip + limit]
    known = {each.statement.id: each for each in store.given(some)}
    more = max(0, len(its.ids) - skip - limit)
    return [known[each] for each in some if each in known], more, its.cut


def _grouped(every: Iterable[Facing]) -> list[list[Facing]]:
    """Return answers of one to one claim together, the newest first, and so within them."""
    same: dict[tuple[str, str, str, str], list[Facing]] = {}
    for each in every:
        who = each.who.entity or each.who.name
        whose = each.whose.entity or each.whose.name
        same.setdefault((each.claim.id, who, whose, each.answer.kind), []).append(each)
    groups = [sorted(its, key=_day, reverse=True) for its in same.values()]
    return sorted(groups, key=lambda its: _day(its[0]), reverse=True)


def _day(each: Facing) -> tuple[str, str]:
    return each.row.day, each.row.id


def _line(its: Sequence[Facing], known: Mapping[str, Said], *, ours: bool) -> AnswerLine:
    first = its[0]
    other = first.whose if ours else first.who
    said = known.get(first.row.id)
    words = shorten(one_line(first.claim.words), _CLAIM)
    return AnswerLine(
        date=first.row.day,
        who=Lead("", one_line(other.name), "entity", other.entity),
        verb=VERBS[first.answer.kind],
        claim=Lead("", words, "claim", first.claim.id),
        statement=first.row.id,
        words=one_line(said.content) if said else "",
        times=len(its),
    )
