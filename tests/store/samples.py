"""Articles and records of an invented dispute, as many as a test wants."""

from dataclasses import replace

from sayso.records import (
    NOWHERE,
    Act,
    Actor,
    Article,
    Link,
    Location,
    ModelInfo,
    Moment,
    Place,
    Provenance,
    Quantity,
    Record,
    Role,
    Span,
    Statement,
    Timex,
    Unnamed,
)
from tests.notation import read

MODEL = ModelInfo("tests", "1")
ACT = Act("asserts", "pos", "certain", (), "“said” asserts")
UNTOLD = Provenance((), 0.0, (), "", None, None, "", "the text does not make it clear")


MARKED = """\
Talks on Karsk resume, day %d

{S1:Ilva Teren}, the foreign minister of Ostrania, {C1:said} {T1:the grain corridor would stay \
open}. “{T2:{T3:We will not leave Karsk}},” {S3:envoy {S2:Doran Hesk}} {C2:{C3:told}} the Meridian \
Courier, “{T2:not on day %d}.”

Read more"""


def marked(number: int) -> tuple[Article, tuple[Statement, ...]]:
    """Return an article that differs from all others, every field filled, and its statements."""
    day = f"2031-{number % 12 + 1:02}-05"
    of, annotation = read(
        MARKED % (number, number),
        source=f"velmark.jsonl:{number}",
        given_id=str(number),
        published=Moment(day, day, "day"),
        publisher=f"Outlet {number % 3}",
        byline=("Mira Sand", "Ton Ekel"),
        dateline="Karsk",
        url=f"https://outlet{number % 3}.example/{number}",
        lang="en",
    )
    title = of.text.partition("\n")[0]
    skip = Span(of.text.index("Read more"), len(of.text))
    of = replace(of, title=title, title_span=Span(0, len(title)), skips=(skip,))
    return of, tuple(
        replace(each, score=1 / (n + 1.4), why=f"“{each.cue[0].of(of.text)}” introduces it")
        for n, each in enumerate(annotation.statements)
    )


def article(number: int) -> Article:
    """Return the article of `marked(number)`."""
    return marked(number)[0]


def unsaid(made: Record, *said: str) -> Record:
    """Return a record whose statements were said or not as told, the last word for the rest."""
    words = [*said, *said[-1:] * len(made.acts)]
    acts = (replace(act, said=each) for act, each in zip(made.acts, words, strict=False))
    return replace(made, acts=tuple(acts))


def plain(of: Article, *given: Statement, model: ModelInfo = MODEL) -> Record:
    """Return a record of these statements of which nothing is concluded."""
    return Record(of, given, (ACT,) * len(given), (UNTOLD,) * len(given), (), (), (), model)


def record(number: int, version: int = 1) -> Record:
    """Return a record of `article(number)`; odd and even model versions find other things."""
    of, (indirect, whole, half) = marked(number)
    stated = (indirect, whole) if version % 2 else (half,)
    acts = {indirect: Act("promises", "pos", "possible", (at(of, "would"),), "“would” promises")}
    short = by_hesk(of, version)
    said = {
        indirect: by_teren(of),
        whole: by_hesk(of, number),
        half: replace(short, links=short.links[:1]),
    }
    return Record(
        article=of,
        statements=stated,
        acts=tuple(acts.get(s, ACT) for s in stated),
        provenance=tuple(said[s] for s in stated),
        actors=actors(of)[: 4 + version % 2],
        places=places(of)[version % 2 :],
        times=(day(of, number),) * (version % 2),
        model=ModelInfo(MODEL.name, str(version)),
        quantities=(so_many(of, stated[0]),),
    )


def by_teren(of: Article) -> Provenance:
    """Return where the first statement is from."""
    return Provenance(("a1",), 0.9, (), "a4", at(of, "Read"), None, "", "“Ilva Teren” is named")


def by_hesk(of: Article, number: int) -> Provenance:
    """Return where the second statement is from."""
    links = (Link("a4", at(of, "the Meridian Courier"), "told"), Link("a5", Span(0, 5), "citing"))
    said = day(of, number)
    return Provenance(("a3", "a1"), 1 / 3, links, "", None, said, f"st_{number}", "a chain")


def at(of: Article, words: str) -> Span:
    """Return where words stand first in an article, nowhere in particular if they do not."""
    start = max(of.text.find(words), 0)
    return Span(start, start + len(words))


def day(of: Article, number: int) -> Timex:
    """Return the day that an article speaks of."""
    value = f"2031-03-{number % 28 + 1:02}"
    return Timex(at(of, f"day {number}"), "DATE", value, value, None, "counted from the first")


def so_many(of: Article, by: Statement) -> Quantity:
    """Return a number that a statement gives."""
    return Quantity(at(of, "day"), "killed", "people", 20.0, None, "at least", by.id, "a number")


def actors(of: Article) -> tuple[Actor, ...]:
    """Return the actors of an article, with every field filled in one of them."""
    minister = Role("foreign minister of Ostrania", at(of, "foreign minister of Ostrania"))
    teren = (at(of, "Ilva Teren, the foreign minister of Ostrania"), at(of, "We"))
    envoy = Role("envoy", at(of, "envoy"))
    some = Unnamed("some", "talks", "Karsk council", "Karsk", at(of, "Read more"))
    return (
        Actor("a1", "Ilva Teren", "person", teren, (minister,), "a2", None, "named once"),
        Actor(
            "a2", "Government of Ostrania", "government", (at(of, "Ostrania"),), (), "", None, "-"
        ),
        Actor("a3", "Doran Hesk", "person", (at(of, "envoy Doran Hesk"),), (envoy,), "", None, ""),
        Actor(
            *("a4", "Meridian Courier", "organisation", (at(of, "the Meridian Courier"),)),
            *((), "", None, "named once"),
        ),
        Actor("a5", "talks", "unnamed", (at(of, "Talks"),), (), "", some, "never named"),
    )


def places(of: Article) -> tuple[Place, ...]:
    """Return the places of an article: one in the title, one unresolved, one in a content."""
    karsk = (Location(1707, "Karsk Oblast", "VM", "Karsk", 48.25, -37.5, "A"), 0.75, "the one")
    title, content = of.text.index("Karsk"), of.text.index("Karsk,”")
    nothing = (NOWHERE, 0.0, "no such place is known")
    return (
        Place(Span(title, title + 5), "modifier", *karsk),
        Place(at(of, "Ostrania"), "metonym", *nothing),
        Place(Span(content, content + 5), "literal", *karsk),
    )


def records(count: int, version: int = 1) -> list[Record]:
    """Return the records of the articles 0 to `count`."""
    return [record(number, version) for number in range(count)]
