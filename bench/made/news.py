"""A made corpus of any size -> records with known truth: copies, rewordings and denials.

Events of an invented country are said by outlets, each by what its people say. No text of anybody
is in it; names of places and persons are made of syllables, so that each event has its own.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache

from sayso.english.tables import rows
from sayso.records import (
    Act,
    Actor,
    Article,
    ModelInfo,
    Moment,
    Provenance,
    Record,
    Span,
    Statement,
    statement_id,
)

MODEL = ModelInfo("made", "1")
TELL = 10  # articles an event
CLAIMS = 40  # an event
SAID = 15  # statements an article
COPIED, PARTLY, REWORDED, DENIED = 0.2, 0.05, 0.4, 0.1  # shares
_START = date(2030, 1, 1)
_SYLLABLES = (
    *("ba", "do", "ka", "ri", "ve", "lo", "mu", "sar", "ten", "hel"),
    *("dor", "min", "gar", "tis", "pol", "nav", "rek", "osh", "lun", "fer"),
)
_OUTLETS = tuple(
    f"{a} {b}"
    for a in ("Almis", "Velmark", "Torvesk", "Skerra", "Northern", "Harbour")
    for b in ("Post", "Courier", "Monitor", "Banner", "Dispatch", "Review")
)
_GIVEN = ("Ilva", "Doran", "Mira", "Oskar", "Ton", "Ade", "Sela", "Bram", "Nils", "Petra", "Vera")
# Two wordings of one fact; the words are drawn from those of the table of rarity, the common ones
# often and the rare ones seldom, as words of news are.
_WORDINGS = (
    "the {0} {1} of {place} was {2} by {number} {3} before the {4} {5}",
    "before the {4} {5}, {number} {3} {2} the {0} {1} in {place}",
)
_DRAWN = 6  # words
_TELLING = 4.0  # bits of a word that is drawn


@dataclass(frozen=True, slots=True)
class Line:
    """One statement that is made: whose, its words, the number of its claim, whether it denies."""

    speaker: str
    words: str
    claim: int
    denies: bool


@dataclass(slots=True)
class Truth:
    """What is true of a corpus: the claims of statements, denials, and copied pairs."""

    claims: dict[str, int] = field(default_factory=dict)
    denials: dict[str, int] = field(default_factory=dict)
    copies: set[tuple[str, str]] = field(default_factory=set)


def corpus(count: int, seed: int = 1) -> Iterator[tuple[Record, Truth]]:
    """Yield as many records, each with what is true of it; the same for a seed."""
    for event in range((count + TELL - 1) // TELL):
        yield from _event(event, min(TELL, count - event * TELL), _chance(seed, event))


def _chance(seed: int, event: int) -> random.Random:
    return random.Random(f"{seed} {event}")  # noqa: S311


def _event(event: int, count: int, chance: random.Random) -> Iterator[tuple[Record, Truth]]:
    place = "".join(chance.choices(_SYLLABLES, k=4)).capitalize()
    people = [f"{chance.choice(_GIVEN)} {_surname(chance)}" for _ in range(6)]
    facts = [_fact(place, chance) for _ in range(CLAIMS)]
    earlier: list[tuple[Record, list[Line]]] = []
    for _ in range(count):
        day = (_START + timedelta(days=event % 3000 + len(earlier) // 4)).isoformat()
        said, copied = _said(event, earlier, facts, people, chance)
        made = _record(said, day, chance.choice(_OUTLETS), f"{event}-{len(earlier)}")
        truth = Truth()
        for statement, each in zip(made.statements, said, strict=True):
            (truth.denials if each.denies else truth.claims)[statement.id] = each.claim
        if copied is not None and made.article.id != copied.article.id:
            one, other = sorted((made.article.id, copied.article.id))
            truth.copies.add((one, other))
        earlier.append((made, said))
        yield made, truth


def _surname(chance: random.Random) -> str:
    return "".join(chance.choices(_SYLLABLES, k=3)).capitalize()


def _fact(place: str, chance: random.Random) -> tuple[str, ...]:
    drawn = chance.choices(*_vocabulary(), k=_DRAWN)
    number = chance.randint(3, 900)
    return tuple(wording.format(*drawn, place=place, number=number) for wording in _WORDINGS)


@cache
def _vocabulary() -> tuple[tuple[str, ...], tuple[float, ...]]:
    """Return the words that facts are made of, and how often each is drawn."""
    table = [
        (word, 2.0 ** -float(row["bits"]))
        for row in rows("english/rarity.csv")
        for word in row["words"].split()
        if float(row["bits"]) >= _TELLING
    ]
    return tuple(word for word, _ in table), tuple(share for _, share in table)


def _said(
    event: int,
    earlier: Sequence[tuple[Record, list[Line]]],
    facts: Sequence[tuple[str, ...]],
    people: Sequence[str],
    chance: random.Random,
) -> tuple[list[Line], Record | None]:
    """Return what an article tells, and the article that it copies, if it does."""
    drawn = chance.random()
    if earlier and drawn < COPIED + PARTLY:
        record, said = chance.choice(earlier)
        if drawn < COPIED:
            return said[: SAID - 1] + _fresh(event, facts, people, chance)[:1], record
        return said[: SAID // 2] + _fresh(event, facts, people, chance)[: SAID // 2], record
    return _fresh(event, facts, people, chance), None


def _fresh(
    event: int, facts: Sequence[tuple[str, ...]], people: Sequence[str], chance: random.Random
) -> list[Line]:
    made = []
    for number in chance.sample(range(len(facts)), SAID):
        wording = facts[number][chance.random() < REWORDED]
        denies = chance.random() < DENIED
        words = f"it is not true that {wording}" if denies else wording
        made.append(Line(chance.choice(people), words, event * CLAIMS + number, denies))
    return made


def _record(said: Sequence[Line], day: str, outlet: str, given: str) -> Record:
    lines, spans, at = [], [], 0
    for each in said:
        cue = "denied" if each.denies else "said"
        line = f"{each.speaker} {cue} that {each.words}."
        start = at + len(each.speaker) + len(cue) + 7
        spans.append((Span(at, at + len(each.speaker)), Span(start, start + len(each.words))))
        lines.append(line)
        at += len(line) + 2
    text = "\n\n".join(lines)
    of = Article(
        text, f"made:{given}", given_id=given, published=Moment(day, day, "day"), publisher=outlet
    )
    names = list(dict.fromkeys(each.speaker for each in said))
    actors = tuple(
        Actor(f"a{n}", name, "person", tuple(s for s, _ in spans if s.of(text) == name), (), "",
              None, "made") for n, name in enumerate(names, 1)
    )  # fmt: skip
    return Record(
        article=of,
        statements=tuple(_statement(of, *each) for each in spans),
        acts=tuple(
            Act(
                "denies" if e.denies else "asserts", "neg" if e.denies else "pos", "certain", (), ""
            )
            for e in said
        ),
        provenance=tuple(
            Provenance((f"a{names.index(e.speaker) + 1}",), 0.9, (), "", None, None, "", "made")
            for e in said
        ),
        actors=actors,
        places=(),
        times=(),
        model=MODEL,
    )


def _statement(of: Article, source: Span, content: Span) -> Statement:
    spans = ((source,), (), (content,))
    return Statement(statement_id(of.id, spans), "indirect", 0.9, *spans, "made")
