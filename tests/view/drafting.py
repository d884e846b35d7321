"""Write records by hand: statements are marked, and of other words the offsets are found."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.records import (
    NOWHERE,
    Act,
    Actor,
    Annotation,
    Article,
    Link,
    Location,
    ModelInfo,
    Moment,
    Place,
    Provenance,
    Record,
    Role,
    Span,
    Statement,
    Timex,
    Unnamed,
)
from tests.notation import read

MARKED = """Ready for talks, but Karsk stays ours: Ostrania

{T1:Ostrania is ready to sit down with Velmark "any day, in any city" to end the conflict over \
Karsk}, {S1:the president's spokesman} {C1:said} on Friday, but {S2:he} {C2:ruled out} {T2:any \
discussion of who owns the region}.

{T3:"Our door is open and the kettle is on,"} {S3:Marek Dunov} {C3:told} reporters at the Citadel. \
{T3:"But nobody should come to Torvesk to talk about borders."}

Ostrania sent troops across the Velna river in September 2029 and annexed Karsk two months later \
after a vote that no outside body observed. A truce agreed last June has been broken almost weekly.

Read more: The bridge at Hadrov

{S4:The Ostranian Telegraph Agency} {C4:quoted} {T4:{S5:Foreign Minister Milena Tarsova} {C5:as \
saying} that {T5:{S6:the governor of Karsk, Gregor Stavin}, {C6:had denied} {T6:reports of fresh \
troop movements near Hadrov}}}.

{T7:"They offer us tea in the house they took from us,"} {S7:Prime Minister Signe Halvard} {C7:\
said in a televised address}.

{T8:"We have been here before. In 2030 they asked for a pause, and we gave them a pause."}

Both {S9:Velmark} and {S9:{S10:its northern allies}} {C9:{C10:called}} {T9:{T10:the 2029 vote \
"worthless"}}."""


TALKS = read(MARKED)[0].text


@dataclass(frozen=True)
class Conclusion:
    """What is concluded of one statement.

    Speakers, addressee and the actors of links are names of the cast; `said_at` is among the
    words of the times, and `reports` is the number of the statement around this one.
    """

    score: float = 0.93
    why: str = ""
    act: str = "asserts"
    polarity: str = "pos"
    modality: str = "certain"
    condition: str | Sequence[str] = ()
    speakers: Sequence[str] = ()
    links: Sequence[tuple[str, str, str]] = ()
    """The kind of each link, its words, and the name of its actor."""
    to: str = ""
    channel: str = ""
    said_at: str = ""
    reports: int = 0
    speaker_why: str = "The text does not make clear who says so."
    act_why: str = ""
    said: str = "yes"
    sure: float = 0.9
    """How sure the speakers are."""


@dataclass(frozen=True)
class Someone:
    """One actor in words; each mention stands for the next place that holds it."""

    name: str
    type: str
    mentions: Sequence[str] = ()
    roles: Sequence[str] = ()
    of: str = ""
    unnamed: Unnamed | None = None
    why: str = ""


@dataclass(frozen=True)
class Stage:
    """What surrounds the statements: the actors, and mentions of places and times with words."""

    cast: Sequence[Someone] = ()
    places: Sequence[Place] = ()
    times: Sequence[Timex] = ()


TALKS_CONCLUSIONS = (
    Conclusion(
        0.97,
        "The clause before the comma is what the spokesman said.",
        act="offers",
        speakers=("Marek Dunov",),
        links=(("credit", "The Ostranian Telegraph Agency", "Ostranian Telegraph Agency"),),
        said_at="Friday",
        speaker_why="“the president's spokesman”: the one spokesman whom the text names.",
        act_why="“ready to” before a deed is an offer.",
    ),
    Conclusion(
        0.88,
        act="refuses",
        polarity="neg",
        speakers=("Marek Dunov",),
        speaker_why="“he”: the only man in the sentence.",
        act_why="“ruled out” is the cue.",
    ),
    Conclusion(
        0.99,
        "Two quotations around one cue are one statement.",
        act="demands",
        polarity="neg",
        modality="conditional",
        condition="come to Torvesk to talk about borders",
        speakers=("Marek Dunov",),
        links=(("told", "reporters", "reporters"),),
        to="reporters",
        channel="at the Citadel",
    ),
    Conclusion(0.71),
    Conclusion(0.9, "“As saying” hands the words on.", speakers=("Milena Tarsova",), reports=4),
    Conclusion(
        0.9,
        act="denies",
        polarity="neg",
        speakers=("Gregor Stavin",),
        links=(
            ("reported", "Foreign Minister Milena Tarsova", "Milena Tarsova"),
            ("quoted", "The Ostranian Telegraph Agency", "Ostranian Telegraph Agency"),
        ),
        reports=5,
    ),
    Conclusion(
        0.99,
        act="accuses",
        speakers=("Signe Halvard",),
        to="Milena Tarsova",
        channel="in a televised address",
    ),
    Conclusion(0.62, "The quotation goes on in a new paragraph and names nobody."),
    Conclusion(
        0.84,
        act="criticises",
        modality="possible",
        speakers=("Government of Velmark", "the northern allies"),
    ),
    Conclusion(0.5),
)


NOTHING = Annotation(())


def find(text: str, words: str | Sequence[str], near: int) -> tuple[Span, ...]:
    """Return where the words stand, each at its place nearest to an offset."""
    spans = []
    for each in [words] if isinstance(words, str) else words:
        places = [i for i in range(len(text)) if text.startswith(each, i)]
        assert places, f"not in the text: {each}"
        start = min(places, key=lambda place: abs(place - near))
        spans.append(Span(start, start + len(each)))
    return tuple(spans)


def unresolved(use: str = "literal") -> Place:
    """Return a place that no gazetteer knows; its mention is found later."""
    return Place(Span(0, 0), use, NOWHERE, 0.0, "the gazetteer knows no place of this name")


def first(text: str, words: str) -> Span:
    """Return the first place of words in a text."""
    return find(text, words, 0)[0]


def someone(text: str, number: int, one: Someone, ids: dict[str, str]) -> Actor:
    """Return an actor whose mentions follow each other in the text."""
    spans, at = [], 0
    for words in one.mentions:
        start = text.index(words, at)
        at = start + len(words)
        spans.append(Span(start, at))
    roles = tuple(Role(words, first(text, words)) for words in one.roles)
    of = ids[one.of] if one.of else ""
    return Actor(f"a{number}", one.name, one.type, tuple(spans), roles, of, one.unnamed, one.why)


def write(
    article: Article,
    annotation: Annotation = NOTHING,
    conclusions: Sequence[Conclusion] = (),
    stage: Stage = Stage(),
) -> Record:
    """Return the record of what is marked in an article; nothing may be concluded of it."""
    text = article.text
    ids = {one.name: f"a{n}" for n, one in enumerate(stage.cast, 1)}
    given = conclusions or (Conclusion(),) * len(annotation.statements)
    each = list(zip(annotation.statements, given, strict=True))
    scored = tuple(replace(s, score=c.score, why=c.why) for s, c in each)
    return Record(
        article,
        scored,
        tuple(act(text, s, c) for s, c in each),
        tuple(
            replace(
                provenance(text, s, c, ids),
                said_at=next((t for t in stage.times if t.mention.of(text) == c.said_at), None),
                reports=scored[c.reports - 1].id if c.reports else "",
            )
            for s, c in each
        ),
        tuple(someone(text, n, one, ids) for n, one in enumerate(stage.cast, 1)),
        tuple(stage.places),
        tuple(stage.times),
        ModelInfo("sayso-en", "1.0"),
    )


def act(text: str, statement: Statement, conclusion: Conclusion) -> Act:
    """Return what a statement does."""
    condition = find(text, conclusion.condition, statement.content[0].start)
    return Act(
        name=conclusion.act,
        polarity=conclusion.polarity,
        modality=conclusion.modality,
        condition=condition,
        why=conclusion.act_why,
        said=conclusion.said,
    )


def provenance(
    text: str, statement: Statement, conclusion: Conclusion, ids: dict[str, str]
) -> Provenance:
    """Return who says a statement, through whom, to whom and by what."""
    near = statement.content[0].start
    return Provenance(
        speakers=tuple(ids[name] for name in conclusion.speakers),
        score=conclusion.sure if conclusion.speakers else 0.0,
        links=tuple(
            Link(ids[name], find(text, words, near)[0], kind)
            for kind, words, name in conclusion.links
        ),
        addressee=ids.get(conclusion.to, ""),
        channel=find(text, conclusion.channel, near)[0] if conclusion.channel else None,
        said_at=None,
        reports="",
        why=conclusion.speaker_why,
    )


def unsaid_bridge() -> Record:
    """Return invented news of a bridge: what was said of it, was not, may be and is asked about."""
    marked = """{S1:Ruel} {C1:said} {T1:the bridge was open}. On Friday {S2:he} {C2:did not tell} \
Northwire {T2:who had closed it}. {S3:Ruel} {C3:may deny} {T3:that it ever was}. \
{S4:Signe Halvard} {C4:said} {T4:{S5:nobody} {C5:had confirmed} {T5:the toll}}. \
Did {S6:Ruel} {C6:confirm} {T6:the toll}?"""
    article, annotation = read(marked)
    ruel = Conclusion(speakers=("Ruel",))
    links = (("told", "Northwire", "Northwire"),)
    return write(
        article,
        annotation,
        [
            ruel,
            replace(ruel, said="no", links=links, said_at="Friday", act_why="“not tell” tells so."),
            replace(ruel, said="if", act="denies", polarity="neg"),
            Conclusion(speakers=("Signe Halvard",)),
            Conclusion(said="no", act="confirms", modality="possible", condition="toll"),
            replace(ruel, said="asked", act="confirms"),
        ],
        Stage(
            [Someone(name, "person", (name,)) for name in ("Ruel", "Northwire", "Signe Halvard")],
            times=[Timex(first(article.text, "Friday"), "DATE", "", None, None, "")],
        ),
    )


TALKS_CAST = (
    Someone(
        "Marek Dunov",
        "person",
        ("the president's spokesman", "he", "Marek Dunov"),
        ("the president's spokesman",),
        "Government of Ostrania",
        why="Named “Marek Dunov”; mentioned 3 times.",
    ),
    Someone("Government of Ostrania", "government", ("Ostrania",), why="“Ostrania”: a state."),
    Someone("Government of Velmark", "government", ("Velmark",), why="“Velmark”: a state."),
    Someone("the northern allies", "group", ("its northern allies",)),
    Someone(
        "reporters", "unnamed", ("reporters",), unnamed=Unnamed("some", "reporters", "", "", None)
    ),
    Someone("Northwire", "organisation"),
    Someone("Mira Tolland", "person"),
    Someone("Ostranian Telegraph Agency", "organisation", ("Ostranian Telegraph Agency",)),
    Someone(
        "Milena Tarsova", "person", ("Foreign Minister Milena Tarsova",), ("Foreign Minister",)
    ),
    Someone("Gregor Stavin", "person", ("Gregor Stavin",), ("the governor of Karsk",)),
    Someone("Signe Halvard", "person", ("Prime Minister Signe Halvard",), ("Prime Minister",)),
)


def talks_stage() -> Stage:
    """Return who, where and when in the invented news report."""
    places = [replace(unresolved(), mention=first(TALKS, words)) for words in ("Hadrov", "Karsk")]
    places += [
        replace(unresolved("metonym"), mention=first(TALKS, "Ostrania")),
        Place(
            first(TALKS, "Torvesk"),
            "literal",
            Location(77, "Torvesk", "PT", "Low Country", 38.716, -9.139, "P"),
            0.91,
            "“Torvesk” is the only place of that name",
        ),
    ]
    times = (
        Timex(first(TALKS, "Friday"), "DATE", "2031-03-14", "2031-03-14", "2031-03-14",
              "The Friday of the article's date."),
        Timex(first(TALKS, "September 2029"), "DATE", "2029-09", "2029-09-01", "2029-09-30",
              "A month with its year."),
        Timex(first(TALKS, "two months"), "DURATION", "P2M", None, None, "Counted in words."),
        Timex(first(TALKS, "last June"), "DATE", "2030-06", "2030-06-01", "2030-06-30",
              "The June before the article's date."),
    )  # fmt: skip
    return Stage(TALKS_CAST, tuple(sorted(places, key=lambda place: place.mention)), times)


def talks() -> Record:
    """Return the record of an invented news report with shared, split and nested parts."""
    title = TALKS.partition("\n")[0]
    skip = TALKS.index("Read more")
    article, annotation = read(
        MARKED,
        source="northwire-talks.txt",
        given_id="northwire-1",
        title=title,
        title_span=Span(0, len(title)),
        published=Moment("2031-03-14", "2031-03-14", "day"),
        publisher="Northwire",
        byline=("Mira Tolland",),
        dateline="Torvesk",
        url="https://northwire.example/2031/03/14/talks",
        lang="en",
        skips=(Span(skip, TALKS.index("\n", skip)),),
    )
    return write(article, annotation, TALKS_CONCLUSIONS, talks_stage())
