"""People and bodies with known truth -> records of one actor each: from tables, and invented.

Tables: `bench/gold/entities/`. Invented people have names of their own, spellings, short forms,
namesakes, fathers and sons; a surname alone always has the company that tells whose it is. Nothing
here is read by sayso.
"""

import csv
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random

from sayso.records import (
    Actor,
    Article,
    Location,
    ModelInfo,
    Moment,
    Place,
    Record,
    Role,
    Span,
)

GOLD = Path(__file__).resolve().parent / "gold" / "entities"
_MODEL = ModelInfo("cast", "1")
_SEED = 10
_PEOPLE = 150  # invented, beside their namesakes
_COMPANY = 2  # of whoever stands beside somebody, in one article
_KINDS = ("striker", "general", "novelist", "judge", "bishop", "surgeon", "minister", "banker")
_LANDS = ("French", "Kenyan", "Chilean", "Norwegian", "Indonesian", "Canadian")
_GIVEN = "Ilva Dovan Mira Osk Teg Ona Radek Selma Yorin Katla Bento Amaro Lidia Nuri Zefa Halvor"
_COMMON = "John Mary David Susan Michael Karen Robert Linda James Laura"
_SHORT = {"Robert": "Bob", "Michael": "Mike", "James": "Jim", "David": "Dave", "Susan": "Sue"}
_STARTS = "Bre Tol Var Pet Ask Kes Mol Dra Sku Zho Ter Vak Ord Lun Gri Hel Nov Ost Pra Quin"
_ENDS = "ll nik osh andi rov ensky ago etti und aris okhin ukov elov izhki omets arny udain"
_SHARED = "Smith Johnson Brown Miller Davis Wilson Clark Walker Young Hall"
# Other ways of writing an invented surname, as newsrooms have them.
_WAYS = (("kh", "h"), ("zh", "j"), ("ensky", "enskyy"), ("ov", "ow"), ("u", "ou"), ("k", "ck"))


@dataclass(frozen=True, slots=True)
class Cast:
    """One record whose first actor is known to be somebody: `truth` is who."""

    record: Record
    truth: str


@dataclass(frozen=True, slots=True)
class Part:
    """How one article brings somebody: `name`, and names tied to it, role, company, day."""

    truth: str
    name: str
    role: str
    beside: tuple[str, ...]
    day: str
    type: str = "person"
    country: str = ""


def kept(truth: str) -> bool:
    """Tell whether somebody is of the half that is kept for the end."""
    return hashlib.sha256(truth.encode()).digest()[0] % 2 == 1


def public() -> Iterator[Part]:
    """Yield the articles of people and bodies of the news."""
    for row in _rows("people.csv"):
        roles, beside = row["roles"].split("|"), row["beside"].split("|")
        for at, name in enumerate(row["names"].split("|")):
            role = "" if name[0] in "=-" else roles[at % len(roles)]
            company = () if name[0] == "=" else _some(beside, at)
            yield Part(row["id"], name.lstrip("=-"), role, company, _day(row, at))
    for row in _rows("bodies.csv"):
        for at, name in enumerate(row["names"].split("|")):
            day = date(2015, 1, 1) + timedelta(days=97 * at)
            yield Part(row["id"], name, "", (), day.isoformat(), "organisation", row["country"])


def _rows(name: str) -> Iterator[dict[str, str]]:
    lines = (GOLD / name).read_text("utf-8").splitlines()
    yield from csv.DictReader(line for line in lines if not line.startswith("#"))


def _some(names: Sequence[str], at: int) -> tuple[str, ...]:
    return tuple(names[(at + n) % len(names)] for n in range(min(_COMPANY, len(names))))


def _day(row: dict[str, str], at: int) -> str:
    first, last = date.fromisoformat(row["from"]), date.fromisoformat(row["to"])
    return (first + (last - first) * (at % 7) / 7).isoformat()


def invented() -> Iterator[Part]:
    """Yield the articles of invented people and their namesakes."""
    draw = Random(_SEED)  # noqa: S311
    for number in range(_PEOPLE):
        shared = number % 5 == 0
        given = draw.choice((_COMMON if shared else _GIVEN).split())
        surname = draw.choice(_SHARED.split()) if shared else _surname(draw)
        yield from _articles(draw, f"i{number}", given, surname, number)
        if number % 4 == 0:  # a namesake in another calling, land and company
            yield from _articles(draw, f"i{number}b", given, surname, number + 3)
        if number % 6 == 1:  # of the same surname
            other = draw.choice([name for name in _GIVEN.split() if name != given])
            yield from _articles(draw, f"i{number}c", other, surname, number + 2)


def _surname(draw: Random) -> str:
    return draw.choice(_STARTS.split()) + draw.choice(_ENDS.split())


def _articles(draw: Random, truth: str, given: str, surname: str, kind: int) -> Iterator[Part]:
    """Yield the articles of one person."""
    land, calling = _LANDS[kind % len(_LANDS)], _KINDS[kind % len(_KINDS)]
    circle = [f"{draw.choice(_GIVEN.split())} {_surname(draw)}" for _ in range(4)]
    start = date(2010, 1, 1) + timedelta(days=draw.randrange(3000))
    written = _written(draw, surname)
    forms = [
        (f"{given} {surname}", f"{land} {calling}"),
        (f"{given} {draw.choice('BDKLMT')}. {surname}", f"{land} {calling}"),
        (f"{_SHORT.get(given, given)} {written}", f"{land} {calling}"),
        (f"{draw.choice(('Dr.', ''))} {written}".strip(), ""),
        (surname, ""),
    ]
    middle = forms[1][0].split()[1]
    forms.append((f"{given[0]}. {middle} {surname}", f"{land} {calling}"))
    for name, role in forms:
        beside = tuple(draw.sample(circle, _COMPANY))
        day = start + timedelta(days=draw.randrange(700))
        yield Part(truth, name, role, beside, day.isoformat())


def _written(draw: Random, surname: str) -> str:
    """Return a surname as another newsroom writes it."""
    ways = [(a, b) for a, b in _WAYS if a in surname and surname not in _SHARED.split()]
    return surname.replace(*draw.choice(ways), 1) if ways else surname


def cast(parts: Sequence[Part]) -> list[Cast]:
    """Return the record of each article."""
    return [Cast(_record(part, number), part.truth) for number, part in enumerate(parts)]


def _record(part: Part, number: int) -> Record:
    """Return a record in which one actor is named first, and his company after him."""
    names = part.name.split("~")
    lead = f"{part.role} " if part.role else ""
    text = (
        f"{lead}{' or '.join(names)} spoke with {' and '.join(part.beside) or 'nobody'} ({number})."
    )
    first = Actor(
        "a1",
        names[0],
        part.type,
        tuple(_at(text, name) for name in names),
        (Role(part.role, _at(text, part.role)),) if part.role else (),
        *("", None, ""),
    )
    rest = [
        Actor(f"a{at}", name, "person", (_at(text, name),), (), "", None, "")
        for at, name in enumerate(part.beside, 2)
    ]
    located = Place(Span(0, 1), "literal", Location(country=part.country), 1.0, "")
    moment = Moment(part.day, part.day, "day")
    article = Article(text, f"cast:{number}", published=moment, publisher="Cast")
    places = (located, located) if part.country else ()
    return Record(article, (), (), (), (first, *rest), places, (), _MODEL)


def _at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))
