"""Who said what about what by day: statements by act, who speaks, and what was first or changed."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from sayso.gather.charts.questions import chosen, claim_of
from sayso.gather.positions import stands
from sayso.linked import AGAINST, Claim
from sayso.nodes import SizeRow
from sayso.store import Asked, Charted, Happening, Said, Store, Voice
from sayso.view.across.lists import claim_line
from sayso.view.asking import TIMELINE, Question
from sayso.view.characters import one_line
from sayso.view.charts.axis import Axis, axis
from sayso.view.charts.families import FAMILIES, family_of
from sayso.view.charts.timeline import Cell, Series, Timeline, row_of, timeline
from sayso.view.leads import Lead
from sayso.view.lists import StatementLine, statement_line
from sayso.view.words import counted

MOST = 2000  # statements that one chart counts
_LANES = 10  # of those who say most
_LOOKED_AT = 600  # claims of which one is told how large they are
_CLAIMS = 60  # claims, those of most articles, of which it is told when they were first told
_DENIED = 8  # of these that are denied, of which it is told when first
_DAY = 10  # characters of a day
_TURNING = 5  # of those who say most whose positions are followed
_STANCES = 240  # of their statements
_NEWEST = 600  # statements, the newest, in which those are looked for who changed position
_NEWEST_STANCES = 24  # of each of these who take most
STANCE_ACTS = frozenset(
    f"{act}" for act in ("demands", "offers", "proposes", "refuses", "rejects", "promises",
                         "concedes", "supports", "threatens", "asks", "wants")
)  # fmt: skip


class Event(NamedTuple):
    """Something that happened for the first time, or changed: `kind` is its row of the chart."""

    date: str
    kind: str
    words: str
    who: str
    address: str
    entity: str = ""
    claim: str = ""

    @property
    def somebody(self) -> Lead:
        """Return whose doing it is, with his page."""
        return Lead("", self.who, "entity", self.entity)

    def to_json(self) -> dict[str, Any]:
        """Return it as an object."""
        return {name: value or None for name, value in self._asdict().items()}


@dataclass(frozen=True, slots=True)
class TimelineGathered:
    """A timeline with what it counts; of the statements one page is given whole."""

    view: Timeline
    events: Sequence[Event]
    said: Sequence[tuple[str, StatementLine]]
    statements: int
    more: int
    cut: bool
    claim: Claim | None
    raw: Sequence[Said]

    def to_json(self) -> dict[str, Any]:
        """Return the figures, what was first or changed, and the statements of the page."""
        return {
            **self.view.to_json(),
            "statements": self.statements,
            "cut": self.cut,
            "events": [each.to_json() for each in self.events],
            "said": [each.to_json() for each in self.raw],
        }


_KINDS = {"first": "first told", "denies": "first denied", "turn": "changed position"}


def whole(store: Store, question: Question, *, limit: int, skip: int) -> TimelineGathered:
    """Return a timeline, and of what it counts `limit` statements behind the first `skip`."""
    claim = claim_of(store, question)
    charted = store.charted(chosen(store, question, claim), most=MOST)
    rows = charted.rows
    its = axis(row.day for row in rows)
    events = _events(store, charted, question, claim)
    series = [
        *columns(rows, its, question),
        *_event_rows(events, its, question),
        *_lanes(store, rows, its, question),
    ]
    ids = [row.id for row in rows[skip : skip + limit]]
    said = {each.statement.id: each for each in store.given(ids)}
    raw = [said[each] for each in ids if each in said]
    return TimelineGathered(
        view=timeline("Statements by what they do, and who makes them", its, series),
        events=events,
        said=[(each.statement.id, statement_line(each)) for each in raw],
        statements=len(rows),
        more=max(0, len(rows) - skip - limit),
        cut=charted.cut,
        claim=claim,
        raw=raw,
    )


def columns(rows: Iterable[Happening], its: Axis, question: Question) -> Iterator[Series]:
    """Yield the layers of the columns: statements by what they do."""
    counts: dict[str, Counter[int]] = defaultdict(Counter)
    only: dict[tuple[str, int], str] = {}
    for row in rows:
        slot = its.slot_of(row.day)
        if slot is not None:
            key = family_of(row.act, row.polarity)
            counts[key][slot] += 1
            only[key, slot] = row.id
    for family in FAMILIES:
        cells = {
            slot: Cell(
                number,
                f"{family.words}, {its.slots[slot].words}: {counted(number, 'statement')}",
                _address(
                    replace(question, act=family.address), its, slot, number, only[family.key, slot]
                ),
            )
            for slot, number in counts[family.key].items()
        }
        address = question.address(TIMELINE, act=family.address)
        yield Series(family.words, family.key, cells, stacked=True, address=address)


def _address(question: Question, its: Axis, slot: int, number: int, only: str) -> str:
    """Return the address of what stands in a slot: the words themselves where it is one."""
    if number == 1:
        return f"/statement/{only}"
    start, end, _ = its.slots[slot]
    return question.address(TIMELINE, since=start, until=end) + "#said"


def _lanes(
    store: Store, rows: Sequence[Happening], its: Axis, question: Question
) -> Iterator[Series]:
    """Yield a row of marks for each of those who say most."""
    by_whom: dict[str, list[Happening]] = defaultdict(list)
    for row in rows:
        if row.speaker and row.speaker.entity:
            by_whom[row.speaker.entity].append(row)
    most = sorted(by_whom, key=lambda each: (-len(by_whom[each]), each))[:_LANES]
    known = {each.id: each.words for each in store.heads(most).values()}
    for entity in most:
        if entity not in known:
            continue
        slots: dict[int, list[str]] = defaultdict(list)
        for row in by_whom[entity]:
            if (slot := its.slot_of(row.day)) is not None:
                slots[slot].append(row.id)
        cells = {
            slot: Cell(
                len(ids),
                counted(len(ids), "statement"),
                _address(replace(question, who=entity), its, slot, len(ids), ids[0]),
            )
            for slot, ids in slots.items()
        }
        yield Series(one_line(known[entity]), "who", cells, address=f"/entity/{entity}")


def _events(store: Store, charted: Charted, question: Question, claim: Claim | None) -> list[Event]:
    if not charted.rows:
        return []
    ids = [claim.id] if claim else list(store.charted_claims(charted.rows))[:_LOOKED_AT]
    every = sorted(store.heads(ids).values(), key=lambda each: (-each.articles, each.id))
    heads = [each for each in every if each.articles > 1 or each.against][:_CLAIMS]
    denied = [each.id for each in heads if each.against][:_DENIED]
    days = sorted(row.day for row in charted.rows if row.day)
    ends = (question.since or days[0], question.until or days[-1]) if days else ("", "")
    events = [
        *_firsts(heads),
        *first_denials(store, list(store.claims(denied)) if denied else []),
        *_turns(store, charted.rows),
    ]
    inside = [each for each in events if ends[0] <= each.date <= ends[1]]
    return sorted(inside, key=lambda each: (each.date, each.kind, each.words))


def _firsts(heads: Iterable[SizeRow]) -> Iterator[Event]:
    for each in heads:
        if each.articles > 1 and each.first[:1].isdigit():
            size = f"{counted(each.articles, 'article')}, {counted(each.outlets, 'outlet')}"
            words = one_line(each.words)
            yield Event(each.first[:_DAY], "first", words, size, f"/claim/{each.id}")


def first_denials(store: Store, claims: Sequence[Claim]) -> Iterator[Event]:
    """Yield the first denial of each claim that is denied."""
    against = {
        each.id: [a.statement for a in each.answers if a.kind in AGAINST and a.is_plain]
        for each in claims
    }
    wanted = frozenset(name for its in against.values() for name in its)
    if not wanted:
        return
    rows = store.charted(Asked(statements=wanted), most=MOST).rows
    row_of_id = {row.id: row for row in rows if row.day}
    for claim in claims:
        its = [row_of_id[name] for name in against[claim.id] if name in row_of_id]
        if its:
            first = min(its, key=lambda row: (row.day, row.id))
            who = first.speaker.name if first.speaker else first.publisher
            words = claim_line(claim).words
            entity = first.speaker.entity if first.speaker else ""
            address = f"/statement/{first.id}"
            yield Event(first.day, "denies", words, one_line(who), address, entity, claim.id)


def latest_turns(store: Store) -> list[Event]:
    """Return where positions changed of those who took most stances of late, the newest first."""
    rows = store.charted(Asked(), most=_NEWEST).rows
    every = _turns(store, rows, each_most=_NEWEST_STANCES)
    return sorted(every, key=lambda each: (each.date, each.address), reverse=True)


def _turns(
    store: Store, rows: Sequence[Happening], *, each_most: int = _STANCES // _TURNING
) -> Iterator[Event]:
    """Yield where positions changed of those who say most."""
    by_whom: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        if row.speaker and row.speaker.entity and row.act in STANCE_ACTS:
            by_whom[row.speaker.entity].append(row.id)
    most = sorted(by_whom, key=lambda each: (-len(by_whom[each]), each))[:_TURNING]
    known = {each.id: each for each in store.entities(most, actors=False)} if most else {}
    mine = {each: by_whom[each][:each_most] for each in most if each in known}
    every = store.given([name for ids in mine.values() for name in ids])
    for entity, ids in mine.items():
        wanted = set(ids)
        said = tuple(each for each in every if each.statement.id in wanted)
        yield from turns(store, Voice(known[entity], said, len(said)))


def turns(store: Store, voice: Voice) -> Iterator[Event]:
    """Yield where the positions of somebody changed."""
    who = one_line(voice.entity.name) if voice.entity else ""
    for position in stands(store, voice).positions:
        stance = {each.statement: each for each in position.stances}
        for turn in position.turns:
            now = stance[turn.now]
            words = one_line(f"{now.words} ({turn.why})")
            entity = voice.entity.id if voice.entity else ""
            yield Event(now.date, "turn", words, who, f"/statement/{now.statement}", entity)


def _event_rows(events: Sequence[Event], its: Axis, question: Question) -> Iterator[Series]:
    def more(slot: int) -> str:
        start, end, _ = its.slots[slot]
        return question.address(TIMELINE, since=start, until=end) + "#events"

    for kind, words in _KINDS.items():
        points = [(each.date, each.address) for each in events if each.kind == kind]
        yield row_of(words[0].upper() + words[1:], kind, points, its, more)
