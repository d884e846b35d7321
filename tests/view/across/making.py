"""Statements of several articles as a store answers with them, as short as a test needs."""

from sayso.linked import Answer, Claim
from sayso.records import Act, Actor, Moment, Span, Statement
from sayso.store.rows import Said
from sayso.view.across.tellings import Telling, telling


def said(
    number: int,
    content: str,
    *,
    who: str = "Ilva Teren",
    outlet: str = "Northwire",
    act: str = "asserts",
) -> Said:
    """Return a statement of an article of its own, published on that day of March."""
    day = f"2031-03-{number:02}"
    words = (Span(0, len(content)),)
    kind = "direct" if content.startswith("“") else "indirect"
    return Said(
        article_id=f"sha256:{number:064}",
        title=f"Article {number}",
        publisher=outlet,
        published=Moment(day, day, "day"),
        url=f"https://{outlet.lower()}.example/{number}",
        sightings=(),
        statement=Statement(f"st_{number}", kind, 0.9, (), (), words, ""),
        source=who,
        cue="said",
        content=content,
        act=Act(act, "pos", "certain", (), ""),
        speaker=Actor(f"a{number}", who, "person", (), (), "", None, ""),
        speaker_score=0.9,
        chain=(),
        addressee="",
        said_at=None,
        places=(),
    )


def known(*every: Said) -> dict[str, Telling]:
    """Return statements by their ids."""
    return {said.statement.id: telling(said) for said in every}


def claim(*statements: str, answers: tuple[Answer, ...] = (), text: str = "the dam holds") -> Claim:
    """Return a claim of statements, of as many articles and outlets."""
    count = len(statements)
    return Claim(
        f"cl_{statements[0]}", text, statements, count, count, (), None, answers, "2031-03-01",
        "2031-03-09",
    )  # fmt: skip


def answer(statement: str, kind: str = "denies", score: float = 0.8) -> Answer:
    """Return that a statement answers a claim."""
    return Answer(statement, f"cl_{statement}", kind, score, "one says that the other is not so")
