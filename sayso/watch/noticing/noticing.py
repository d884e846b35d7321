"""Articles that were linked and not noticed -> events, noticed in one transaction with them."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain

from sayso.gather.charts.timeline import STANCE_ACTS
from sayso.store import Store
from sayso.store.watching import Alert, Fact, at
from sayso.watch.noticing.claims import New, of_claims
from sayso.watch.noticing.events import Event
from sayso.watch.noticing.turns import of_speakers
from sayso.watch.noticing.versions import of_articles

_AT_ONCE = 40  # articles that are noticed in one transaction

Ways = Callable[[Event], Collection[str]]


@dataclass(frozen=True, slots=True)
class Noticing:
    """A record, and which destinations are to be told of an event: none, if nobody asks for it."""

    store: Store
    ways: Ways

    def __call__(self, now: float) -> int:
        """Notice what new articles bring, at a time; return how many alerts there are of it.

        Raises StoreError if the record cannot be read or written; what was noticed stays.
        """
        alerts = 0
        while numbers := self.store.alerts.unnoticed(_AT_ONCE):
            alerts += self._notice(numbers, now)
        return alerts

    def _notice(self, numbers: Mapping[str, int], now: float) -> int:
        new = New(self.store, tuple(numbers))
        events: dict[str, Event] = {}
        facts: list[Fact] = []
        for some, known in _all(new, numbers.values()):
            events |= {each.key: each for each in some}
            facts += known
        to_tell = [
            (Alert(each.key, each.kind, each.to_json()), ways)
            for each in map(self._with_people, events.values())
            if (ways := self.ways(each))
        ]
        moment = at(now)
        return len(self.store.alerts.notice(numbers.values(), facts, to_tell, at=moment))

    def _with_people(self, event: Event) -> Event:
        """Return an event with the names by which the record knows whoever speaks in it."""
        names = self.store.names({each.speaker_entity for each in event.said} - {""})
        return replace(event, people=tuple(names.values()))


def _all(new: New, numbers: Collection[int]) -> Iterator[tuple[list[Event], list[Fact]]]:
    """Yield what new articles bring, each of it with what is known by then."""
    claims = new.store.alerts.touched(numbers)
    yield from of_claims(new, list(new.store.claims(claims)))
    yield from of_speakers(new, new.store.entities(_speaking(new), actors=False))
    yield from of_articles(new)


def _speaking(new: New) -> set[str]:
    """Return the ids of whoever took a stance in new articles."""
    people = new.store.people(new.articles)
    return {
        people[article, actor]
        for article, actor in chain.from_iterable(_stances(new))
        if (article, actor) in people
    }


def _stances(new: New) -> Iterable[list[tuple[str, str]]]:
    for article in new.articles:
        record = new.store.corrected(article)
        yield [
            (article, actor)
            for act, provenance in zip(record.acts, record.provenance, strict=True)
            if act.name in STANCE_ACTS and act.said == "yes"
            for actor in provenance.speakers
        ]
