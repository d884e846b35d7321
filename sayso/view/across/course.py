"""A claim with its statements -> its course: first and last seen, first denied, who followed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sayso.linked import AGAINST, Claim, Fold
from sayso.view.across.claims import VERBS
from sayso.view.across.origins import Traced, how_known
from sayso.view.across.tellings import Telling
from sayso.view.articles import outlet_words
from sayso.view.characters import one_line
from sayso.view.leads import Lead, plain

_UNDATED = "9999"


@dataclass(frozen=True, slots=True)
class Event:
    """One statement on the course of a claim: when, where, by whom, and what it does, in words.

    `verb` is empty for statements of the claim itself. `leads` tells from whom its article has it,
    each name with its page, and `why` by what that is known; both are empty where nothing is known.
    `of` is the id of an article, or the name of a speaker or outlet. `order` puts events in order,
    as far as times are known.
    """

    date: str
    outlet: str
    who: Lead
    statement: str
    article: str
    verb: str = ""
    leads: tuple[Lead, ...] = ()
    of: str = ""
    why: str = ""
    order: str = ""

    @property
    def speaker(self) -> str:
        """Return who says it."""
        return self.who.words

    @property
    def how(self) -> str:
        """Return on one line from whom its article has it."""
        return plain(self.leads)

    def to_json(self) -> dict[str, Any]:
        """Return the event as an object; no date is null."""
        form = {"date": self.date if self.date[:1].isdigit() else None, "outlet": self.outlet}
        return form | {
            "speaker": self.speaker, "entity": self.who.id or None,
            "statement": self.statement, "article": self.article,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Course:
    """How a claim went: `first` and `last` seen, `denial` the first, None where there is none.

    `events` are the first statement of each article, and the first denial, by date.
    """

    first: Event | None
    last: Event | None
    denial: Event | None
    events: tuple[Event, ...]

    def to_json(self) -> dict[str, Any]:
        """Return the course as an object: who followed whom is a list, one article each."""
        followed = [
            each.to_json() | {"how": each.how, "of": each.of, "why": each.why}
            for each in self.events
            if each.of and not each.verb
        ]
        denial = self.denial and self.denial.to_json() | {"verb": self.denial.verb}
        return {
            "first_seen": self.first and self.first.to_json(),
            "last_seen": self.last and self.last.to_json(),
            "first_denial": denial,
            "followed": followed,
        }


def course(claim: Claim, known: Mapping[str, Telling]) -> Course:
    """Return the course of a claim; `known` are its statements and answers, by their ids."""
    its = [known[each] for each in claim.statements if each in known]
    own = sorted(_own(claim, its), key=_when)
    against = sorted(_against(claim, known), key=_when)
    denial = against[0] if against else None
    dated = [each for each in own if each.date[:1].isdigit()]
    return Course(
        first=own[0] if own else None,
        last=(dated or own)[-1] if own else None,
        denial=denial,
        events=tuple(sorted([*own, *against[:1]], key=_when)),
    )


def _own(claim: Claim, tellings: Sequence[Telling]) -> Iterator[Event]:
    """Yield the first statement of each article that has the claim, and who else printed it."""
    folds: dict[str, Fold] = {f.article: f for origin in claim.origins for f in origin.folds}
    traced = Traced.of(tellings)
    seen: set[str] = set()
    for each in tellings:
        if each.article_id in seen:
            continue
        seen.add(each.article_id)
        fold = folds.get(each.article_id)
        leads = how_known(fold, traced) if fold else ()
        of = _of(fold) if fold else ""
        why = one_line(fold.why) if fold else ""
        event = replace(_event(each, why=why), leads=leads, of=of)
        yield event
        yield from _printed_too(event, each)


def _printed_too(event: Event, telling: Telling) -> Iterator[Event]:
    """Yield that others printed the article of an event too."""
    known = telling.article.first_known
    for each in telling.article.elsewhere:
        yield replace(
            event,
            date=each.date or "no date",
            outlet=outlet_words(each),
            leads=_same_text(telling) if known else (Lead("", "prints the same text"),),
            of=telling.outlet if known else "",
            why=telling.article.printed,
            order=max(each.order, event.order) if known else each.order,  # behind whose text it is
        )


def _same_text(telling: Telling) -> tuple[Lead, ...]:
    return (Lead("prints the text of ", telling.outlet, "statement", telling.id),)


def _of(fold: Fold) -> str:
    """Return whom an article has it from: the id of one that is known, or a name."""
    if fold.how == "own" or not fold.of.startswith("sha256:"):
        return "" if fold.how == "own" else one_line(fold.of)
    return fold.of


def _against(claim: Claim, known: Mapping[str, Telling]) -> Iterator[Event]:
    for answer in claim.answers:
        if answer.kind in AGAINST and answer.is_plain and answer.statement in known:
            verb, why = VERBS[answer.kind], one_line(answer.why)
            yield _event(known[answer.statement], verb=verb, why=why)


def _event(telling: Telling, *, why: str, verb: str = "") -> Event:
    return Event(
        date=telling.article.date,
        outlet=telling.outlet,
        who=telling.who,
        statement=telling.id,
        article=telling.article_id,
        order=telling.article.order,
        verb=verb,
        why=why,
    )


def _when(event: Event) -> tuple[str, bool]:
    """Return what puts events in order: by time, undated last, denials behind the others."""
    day = event.date if event.date[:1].isdigit() else _UNDATED
    return (event.order or day, bool(event.verb))
