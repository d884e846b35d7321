"""Articles and records of an invented dispute, as many as a test wants."""

from sayso.records import Article, ModelInfo, Moment, Record, Span, Spans, Statement, statement_id

MODEL = ModelInfo("tests", "1")


def article(number: int) -> Article:
    """Return an article that differs from all others, with every field filled."""
    title = f"Talks on Karsk resume, day {number}"
    text = (
        f"{title}\n\nIlva Teren, the foreign minister of Ostrania, said the grain corridor would"
        f" stay open. “We will not leave Karsk,” envoy Doran Hesk told the Meridian Courier,"
        f" “not on day {number}.”\n\nRead more"
    )
    return Article(
        text=text,
        source=f"velmark.jsonl:{number}",
        given_id=str(number),
        title=title,
        title_span=Span(0, len(title)),
        published=Moment(f"2031-{number % 12 + 1:02}-05", f"2031-{number % 12 + 1:02}-05", "day"),
        publisher=f"Outlet {number % 3}",
        byline=("Mira Sand", "Ton Ekel"),
        dateline="Karsk",
        url=f"https://outlet{number % 3}.example/{number}",
        lang="en",
        skips=(Span(len(text) - len("Read more"), len(text)),),
    )


def statement(of: Article, kind: str, *parts: str) -> Statement:
    """Return a statement whose source, cue and contents are these words of the article."""
    found: list[Span] = [Span(of.text.index(p), of.text.index(p) + len(p)) for p in parts]
    source, cue, content = (found[0],), (found[1],), tuple(found[2:])
    spans: tuple[Spans, ...] = (source, cue, content)
    return Statement(
        id=statement_id(of.id, spans),
        kind=kind,
        score=0.1 + len(parts) / 7,
        source=source,
        cue=cue,
        content=content,
        why=f"“{parts[1]}” introduces it",
    )


def record(number: int, version: int = 1) -> Record:
    """Return a record of `article(number)`; odd and even model versions find other things."""
    of = article(number)
    indirect = statement(of, "indirect", "Ilva Teren", "said", "the grain corridor would stay open")
    whole = statement(
        of, "direct", "Doran Hesk", "told", "We will not leave Karsk", f"not on day {number}"
    )
    half = statement(of, "direct", "envoy Doran Hesk", "told", "We will not leave Karsk")
    found = (indirect, whole) if version % 2 else (half,)
    return Record(of, found, ModelInfo(MODEL.name, str(version)))


def records(count: int, version: int = 1) -> list[Record]:
    """Return the records of the articles 0 to `count`."""
    return [record(number, version) for number in range(count)]
