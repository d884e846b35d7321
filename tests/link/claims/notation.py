"""Points and records for tests, from a few words each."""

from typing import Any

from sayso.link.claims.points import Point
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

DAY = "2031-03-14"


def point(text: str, speaker: str = "ruel", **fields: Any) -> Point:
    """Return a point with these words."""
    given = {
        "cue": "said",
        "kind": "direct" if text.startswith('"') else "indirect",
        "act": "asserts",
        "polarity": "pos",
        "modality": "certain",
        "said": "yes",
        "date": DAY,
        "speakers": ((speaker,),) if speaker else (),
        "meant": (),
    }
    return Point(text, **(given | fields))


def record(*said: tuple[str, str, str], published: str = DAY, lead: str = "") -> Record:
    """Return a record of an article that says, a paragraph each, who said what with which act."""
    text, statements, acts, provenance = lead, [], [], []
    names = list(dict.fromkeys(who for who, _, _ in said))
    mentions: dict[str, list[Span]] = {name: [] for name in names}
    for who, act, words in said:
        text += "\n\n" if text else ""
        start = len(text)
        text += f"{who} said {words}."
        source, cue = (
            Span(start, start + len(who)),
            Span(start + len(who) + 1, start + len(who) + 5),
        )
        content = Span(cue.end + 1, len(text) - 1)
        mentions[who].append(source)
        parts = ((source,), (cue,), (content,))
        kind = "direct" if words.startswith('"') else "indirect"
        statements.append(Statement(statement_id(text, parts), kind, 0.9, *parts, ""))
        polarity = "neg" if act in ("denies", "rejects") else "pos"
        acts.append(Act(act, polarity, "certain", (), ""))
        speaker = f"a{names.index(who)}"
        provenance.append(Provenance((speaker,), 0.9, (), "", None, None, "", ""))
    actors = tuple(
        Actor(f"a{n}", name, "person", tuple(mentions[name]), (), "", None, "")
        for n, name in enumerate(names)
    )
    day = Moment(published, published, "day")
    return Record(
        Article(text, "test", published=day),
        tuple(statements),
        tuple(acts),
        tuple(provenance),
        actors,
        (),
        (),
        ModelInfo("m", "1"),
    )
