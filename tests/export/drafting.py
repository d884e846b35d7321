"""Write records by hand: say the words, and the offsets are found."""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.records import Article, ModelInfo, Moment, Record, Span, Statement, statement_id

TALKS = """Ready for talks, but Karsk stays ours: Ostrania

Ostrania is ready to sit down with Velmark "any day, in any city" to end the conflict over Karsk, \
the president's spokesman said on Friday, but he ruled out any discussion of who owns the region.

"Our door is open and the kettle is on," Marek Dunov told reporters at the Citadel. "But nobody \
should come to Torvesk to talk about borders."

Ostrania sent troops across the Velna river in September 2029 and annexed Karsk two months later \
after a vote that no outside body observed. A truce agreed last June has been broken almost weekly.

Read more: The bridge at Hadrov

The Ostranian Telegraph Agency quoted Foreign Minister Milena Tarsova as saying that the governor \
of Karsk, Gregor Stavin, had denied reports of fresh troop movements near Hadrov.

"They offer us tea in the house they took from us," Prime Minister Signe Halvard said in a \
televised address.

"We have been here before. In 2030 they asked for a pause, and we gave them a pause."

Both Velmark and its northern allies called the 2029 vote "worthless"."""


@dataclass(frozen=True)
class Line:
    """One statement in words; a part is a string, or several, that the text holds in this order."""

    kind: str
    who: str | Sequence[str]
    says: str | Sequence[str]
    what: str | Sequence[str]
    score: float = 0.93
    why: str = ""


TALKS_LINES = (
    Line(
        "mixed",
        "the president's spokesman",
        "said",
        'Ostrania is ready to sit down with Velmark "any day, in any city" to end the conflict '
        "over Karsk",
        0.97,
        "The clause before the comma is what the spokesman said.",
    ),
    Line("indirect", "he", "ruled out", "any discussion of who owns the region", 0.88),
    Line(
        "direct",
        "Marek Dunov",
        "told",
        (
            '"Our door is open and the kettle is on,"',
            '"But nobody should come to Torvesk to talk about borders."',
        ),
        0.99,
        "Two quotations around one cue are one statement.",
    ),
    Line(
        "indirect",
        "The Ostranian Telegraph Agency",
        "quoted",
        "Foreign Minister Milena Tarsova as saying that the governor of Karsk, Gregor Stavin, had "
        "denied reports of fresh troop movements near Hadrov",
        0.71,
    ),
    Line(
        "indirect",
        "Foreign Minister Milena Tarsova",
        "as saying",
        "the governor of Karsk, Gregor Stavin, had denied reports of fresh troop movements near "
        "Hadrov",
        0.9,
        "“As saying” hands the words on.",
    ),
    Line(
        "indirect",
        "the governor of Karsk, Gregor Stavin",
        "had denied",
        "reports of fresh troop movements near Hadrov",
        0.9,
    ),
    Line(
        "direct",
        "Prime Minister Signe Halvard",
        "said in a televised address",
        '"They offer us tea in the house they took from us,"',
        0.99,
    ),
    Line(
        "direct",
        (),
        (),
        '"We have been here before. In 2030 they asked for a pause, and we gave them a pause."',
        0.62,
        "The quotation goes on in a new paragraph and names nobody.",
    ),
    Line(
        "mixed",
        ("Velmark", "its northern allies"),
        "called",
        'the 2029 vote "worthless"',
        0.84,
    ),
    Line("mixed", "its northern allies", "called", 'the 2029 vote "worthless"', 0.5),
)


def find(text: str, words: str | Sequence[str], near: int) -> tuple[Span, ...]:
    """Return where the words stand, each at its place nearest to an offset."""
    spans = []
    for each in [words] if isinstance(words, str) else words:
        places = [i for i in range(len(text)) if text.startswith(each, i)]
        assert places, f"not in the text: {each}"
        start = min(places, key=lambda place: abs(place - near))
        spans.append(Span(start, start + len(each)))
    return tuple(spans)


def write(article: Article, lines: Sequence[Line]) -> Record:
    """Return the record of the article with the statements that the lines put in words."""
    statements = []
    for line in lines:
        first = line.what if isinstance(line.what, str) else line.what[0]
        near = article.text.index(first)
        who, says, what = (find(article.text, w, near) for w in (line.who, line.says, line.what))
        name = statement_id(article.id, (who, says, what))
        statements.append(Statement(name, line.kind, line.score, who, says, what, line.why))
    return Record(article, tuple(statements), ModelInfo("sayso-en", "1.0"))


def talks() -> Record:
    """Return the record of an invented news report with shared, split and nested parts."""
    title = TALKS.partition("\n")[0]
    skip = TALKS.index("Read more")
    article = Article(
        text=TALKS,
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
    return write(article, TALKS_LINES)
