"""A made corpus of any size -> records with known truth: copies, rewordings and denials.

Stories of an invented country over two years are told by outlets, each by what its people say. Most
stories are of a matter of their own; a few matters go on all the time, so that 2 % of all articles
are of each, with the same place and people. Two thousand people share some hundred surnames, and
some bodies stand in many articles. No text of anybody is in it; names are made of syllables.
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
TELL = 8  # articles a story
CLAIMS = 40  # a story; in proportion fewer where an article has fewer statements
SAID = 15  # statements an article
LASTING, LASTS = 3, 0.02  # matters that go on all the time, and the share of stories of each
PEOPLE, SURNAMES, IN_STORY = 2000, 120, 6
BODIES = 40
DAYS = 730
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
_KINDS = ("Ministry", "Council", "Party", "University", "Union", "Court", "Bank", "Agency")
# What a fact is told by: parts of three words at most, that each who tells it puts in an order of
# his own, so that no two tell it in the same sentences. The words are drawn from those of the table
# of rarity, the common ones often and the rare ones seldom, as words of news are.
_WORDINGS = (
    (
        ("the {0} {1}", "of {place} was", "{2} by", "{number} {3}", "with the", "{4} {5}"),
        ("with the {4}", "and a {5}", "{number} {3}", "{2} it", "the {0} {1}", "in {place}"),
    ),
    (
        ("{number} {3}", "at the {0}", "of {place}", "are {1}", "and {2} by", "a {4} {5}"),
        ("a {4} {5}", "at {place}", "has {1}", "and {2}", "the {0}", "for {number} {3}"),
    ),
    (
        ("no {0} for", "{1} in {place}", "is {2} if", "{number} {3}", "do the", "{4} {5}"),
        ("if the {4} {5}", "is for", "{number} {3}", "no {0}", "in {place} is", "{2} with {1}"),
    ),
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


@dataclass(frozen=True, slots=True)
class Story:
    """What is told by several articles from a day on, by whom, and each fact in two wordings.

    Each of them has `said` statements.
    """

    number: int
    day: date
    place: str
    people: tuple[str, ...]
    body: str
    said: int
    facts: tuple[tuple[tuple[str, ...], ...], ...]


@dataclass(slots=True)
class Truth:
    """What is true of a corpus: the claims of statements, denials, and copied pairs."""

    claims: dict[str, int] = field(default_factory=dict)
    denials: dict[str, int] = field(default_factory=dict)
    copies: set[tuple[str, str]] = field(default_factory=set)


def corpus(count: int, seed: int = 1, said: int = SAID) -> Iterator[tuple[Record, Truth]]:
    """Yield as many records by the day, each with what is true of it; the same for a seed.

    Each has `said` statements.
    """
    stories = (count + TELL - 1) // TELL
    for number in range(stories):
        day = _START + timedelta(days=number * DAYS // stories)
        story = _story(number, day, said, _chance(seed, number))
        left = min(TELL, count - number * TELL)
        yield from _articles(story, left, _chance(seed, "articles", number))


def _chance(*of: object) -> random.Random:
    return random.Random(" ".join(map(str, of)))  # noqa: S311


def _story(number: int, day: date, said: int, chance: random.Random) -> Story:
    """Return a story: of a matter that goes on all the time, or of its own."""
    lasting = int(chance.random() / LASTS)
    matter = _chance("matter", lasting) if lasting < LASTING else chance
    place = "".join(matter.choices(_SYLLABLES, k=4)).capitalize()
    people = tuple(matter.choices(_people(), k=IN_STORY))
    facts = tuple(_fact(place, chance) for _ in range(CLAIMS * said // SAID))
    return Story(number, day, place, people, matter.choice(_bodies()), said, facts)


@cache
def _people() -> tuple[str, ...]:
    chance = _chance("people")
    surnames = [_name(3, chance) for _ in range(SURNAMES)]
    given = [_name(2, chance) for _ in range(PEOPLE // 10)]
    return tuple(f"{chance.choice(given)} {chance.choice(surnames)}" for _ in range(PEOPLE))


@cache
def _bodies() -> tuple[str, ...]:
    chance = _chance("bodies")
    return tuple(f"{_name(3, chance)} {chance.choice(_KINDS)}" for _ in range(BODIES))


def _name(syllables: int, chance: random.Random) -> str:
    return "".join(chance.choices(_SYLLABLES, k=syllables)).capitalize()


def _articles(story: Story, count: int, chance: random.Random) -> Iterator[tuple[Record, Truth]]:
    """Yield the articles that tell a story, four a day."""
    earlier: list[tuple[Record, list[Line]]] = []
    for _ in range(count):
        day = (story.day + timedelta(days=len(earlier) // 4)).isoformat()
        said = _said(story, [lines for _, lines in earlier], chance)
        made = _record(said, day, chance.choice(_OUTLETS), f"{story.number}-{len(earlier)}")
        truth = Truth()
        its = set(map(id, said))
        for statement, each in zip(made.statements, said, strict=True):
            (truth.denials if each.denies else truth.claims)[statement.id] = each.claim
        for other, lines in earlier:
            one, two = sorted((made.article.id, other.article.id))
            if one != two and not its.isdisjoint(map(id, lines)):  # whichever of them copied it
                truth.copies.add((one, two))
        earlier.append((made, said))
        yield made, truth


def _fact(place: str, chance: random.Random) -> tuple[tuple[str, ...], ...]:
    """Return the parts of a fact in two wordings."""
    drawn = chance.choices(*_vocabulary(), k=_DRAWN)
    number = chance.randint(3, 900)
    wordings = chance.choice(_WORDINGS)
    return tuple(
        tuple(part.format(*drawn, place=place, number=number) for part in wording)
        for wording in wordings
    )


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


def _said(story: Story, earlier: Sequence[list[Line]], chance: random.Random) -> list[Line]:
    """Return what an article tells: its own lines, or those of one that it copies and some own."""
    fresh = list(_fresh(story, chance))
    drawn = chance.random()
    if not earlier or drawn >= COPIED + PARTLY:
        return fresh
    kept = story.said - 1 if drawn < COPIED else story.said // 2
    return chance.choice(earlier)[:kept] + fresh[: story.said - kept]


def _fresh(story: Story, chance: random.Random) -> Iterator[Line]:
    for number in chance.sample(range(len(story.facts)), story.said):
        parts = story.facts[number][chance.random() < REWORDED]
        wording = " ".join(chance.sample(parts, len(parts)))
        denies = chance.random() < DENIED
        speaker = chance.choice((*story.people, story.body))
        yield Line(speaker, wording, story.number * CLAIMS + number, denies)


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
        Actor(f"a{n}", name, _type(name), tuple(s for s, _ in spans if s.of(text) == name), (), "",
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


def _type(name: str) -> str:
    return "organisation" if name.endswith(_KINDS) else "person"


def _statement(of: Article, source: Span, content: Span) -> Statement:
    spans = ((source,), (), (content,))
    return Statement(statement_id(of.id, spans), "indirect", 0.9, *spans, "made")
